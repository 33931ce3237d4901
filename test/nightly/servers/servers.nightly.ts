// Errors that servers of real frameworks throw come back to clients as themselves; mocks, loggers, procedures and telemetry take
// the exports for them.
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { createServer, type RequestListener } from "node:http";
import { connect } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { firstTable } from "../../../generator/command/init/init-files.ts";
import { setup } from "../../helpers/build.ts";
import { EVERY_ADAPTER } from "../../helpers/typescript-product.ts";
import { folderOf, load, make, type Server, startServers } from "./products.ts";

const HERE = import.meta.dirname;
const FOLDER = folderOf("servers");

const TABLE = `errtable: 1
name: Shop
fallback: Failed
disclosure: generic
body: { code: /code, message: /message, properties: { requestId: { type: string } } }
errors:
  OrderNotFound: { status: 404, message: "order '%s' does not exist", params: { orderId: { example: A-7 } } }
  TooMany: { status: 429, message: wait, retry: throttled, headers: { Retry-After: {} } }
  CardDeclined: { status: 402, message: "card %s", params: { card: { sensitive: true } } }
  Fresh: { status: 304, message: it has not changed }
  Empty: { status: 204, message: it has no text }
  Failed: { status: 500, message: it failed }
`;

interface ServiceError {
  readonly code: string;
  readonly message: string;
}

interface Shop {
  readonly ShopServiceError: { readonly fromResponse: (response: Response) => Promise<ServiceError> };
}

type Uses = Readonly<Record<string, (shop: Shop) => unknown>>;

let shop: Shop;
let uses: Uses;
let servers: Readonly<Record<string, Server>>;

const FRAMEWORKS = [
  "express5",
  "express4",
  "fastify",
  "koa",
  "hono",
  "nest on express",
  "nest on fastify",
  "node:http",
];

beforeAll(async () => {
  setup();
  await make(
    FOLDER,
    { "shop.errors.yaml": TABLE },
    { parts: ["guards", "server", "http", "mocks"], adapters: EVERY_ADAPTER.adapters },
  );
  shop = await load(join(FOLDER, "errors/index.js"));
  uses = await load(join(HERE, "use-exports.mjs"));
  servers = await startServers(shop);
});

afterAll(async () => {
  for (const { close } of Object.values(servers)) await close();
});

function originOf(framework: string): string {
  return servers[framework]?.origin ?? "";
}

test.each(FRAMEWORKS)("%s answers with the errors of the table", async (framework) => {
  const origin = originOf(framework);
  const missing = await fetch(`${origin}/missing`);
  expect(missing.status).toBe(404);
  const error = await shop.ShopServiceError.fromResponse(missing);
  expect([error.code, error.message]).toEqual(["OrderNotFound", expect.stringContaining("order 'B-1' does not exist")]);
  const head = await fetch(`${origin}/missing`, { method: "HEAD" });
  expect([head.status, await head.text()]).toEqual([404, ""]);
});

test.each(FRAMEWORKS)(
  "%s answers with errors that come later, and with statuses without content",
  async (framework) => {
    const origin = originOf(framework);
    const late = await fetch(`${origin}/late`);
    expect([late.status, (await shop.ShopServiceError.fromResponse(late)).code]).toEqual([404, "OrderNotFound"]);
    for (const [route, status] of Object.entries({ fresh: 304, empty: 204 })) {
      const answer = await fetch(`${origin}/${route}`);
      const facts = ["content-type", "content-length"].map((name) => answer.headers.get(name));
      expect([answer.status, await answer.text()]).toEqual([status, ""]);
      expect(facts.filter((value) => value !== null && value !== "0")).toEqual([]);
    }
  },
);

test.each(FRAMEWORKS)("%s hides foreign errors, and lives on", async (framework) => {
  const origin = originOf(framework);
  const other = await fetch(`${origin}/other`);
  const text = await other.text();
  expect([other.status, text.includes("secret")]).toEqual([500, false]);
  expect(JSON.parse(text)).toMatchObject({ code: "Failed" });
  expect((await fetch(`${origin}/missing`)).status).toBe(404);
});

test.each(FRAMEWORKS)("%s cuts off responses that have begun", async (framework) => {
  const origin = originOf(framework);
  await expect(fetch(`${origin}/begun`).then((response) => response.text())).rejects.toThrow();
  expect((await fetch(`${origin}/missing`)).status).toBe(404);
});

test.each(FRAMEWORKS)("%s lives on after requests that their clients abort", async (framework) => {
  const origin = originOf(framework);
  for (const route of ["missing", "other", "begun"]) {
    const socket = connect(Number(new URL(origin).port), new URL(origin).hostname.replace(/[[\]]/g, ""));
    await once(socket, "connect");
    await new Promise((resolve) => {
      socket.write(`GET /${route} HTTP/1.1\r\nHost: shop.test\r\n\r\n`, resolve);
    });
    socket.resetAndDestroy();
  }
  expect((await fetch(`${origin}/missing`)).status).toBe(404);
});

test("a handler of Koa that fails after the reply tells clients nothing", async () => {
  const answer = await fetch(`${originOf("koa")}/after`);
  expect([answer.status, await answer.text()]).toEqual([500, "Internal Server Error"]);
  expect((await fetch(`${originOf("koa")}/missing`)).status).toBe(404);
});

test("the services of the page for servers answer as the page says", async () => {
  await make(join(FOLDER, "page"), { "shop.errors.yaml": firstTable("Shop") }, { parts: ["server"] });
  const page = readFileSync(join(HERE, "../../../spec/server.md"), "utf8");
  const blocks = [...page.matchAll(/^```mjs\n([\s\S]*?)^```$/gm)].map(([, text = ""]) => text);
  const services = blocks.filter((text) => /from "(?:express|hono)"/.test(text));
  expect(services.length).toBeGreaterThanOrEqual(2);
  for (const [index, text] of services.entries()) {
    const path = join(FOLDER, "page", `service-${index}.js`);
    const program = text
      .replace("./errors/typescript/", "./errors/")
      .replace(/^app\.listen.*$/m, "export default app;");
    writeFileSync(path, program);
    const { default: app } = await load<{ default: Service }>(path);
    const { origin, close } = await serve(app);
    const answers = await Promise.all(["orders/A-7", "busy", "broken"].map((route) => fetch(`${origin}/${route}`)));
    const bodies = await Promise.all(answers.map((answer) => answer.text()));
    await close();
    expect(answers.map(({ status }) => status)).toEqual([404, 429, 500]);
    expect(answers[1]?.headers.get("retry-after")).toBe("30");
    expect(bodies[0]).toContain("order 'A-7' does not exist");
    expect(bodies[2]).not.toContain("password");
  }
});

/** An application of Express is a listener of requests; one of Hono answers with a Response. */
type Service = RequestListener & { readonly fetch?: (request: Request) => Response | Promise<Response> };

async function serve(app: Service): Promise<Server> {
  const { fetch: answer } = app;
  const listener: RequestListener = answer
    ? async (request, response) => {
        const answered = await answer(new Request(`http://127.0.0.1${request.url ?? "/"}`));
        response.writeHead(answered.status, Object.fromEntries(answered.headers)).end(await answered.text());
      }
    : app;
  const server = createServer(listener).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return { origin: `http://127.0.0.1:${port}`, close: () => server.close() };
}

test("procedures of tRPC", async () => {
  const answers = await uses["throughTrpc"]?.(shop);
  expect(answers).toMatchObject({
    missing: { failure: { code: "OrderNotFound", status: 404, params: { orderId: "T" } }, httpStatus: 404 },
    other: { httpStatus: 500 },
  });
  expect(JSON.stringify(answers)).not.toContain("secret");
});

test("procedures of oRPC", async () => {
  expect(await uses["throughOrpc"]?.(shop)).toEqual({
    ...{ code: "OrderNotFound", status: 404, defined: true },
    message: "order 'Q' does not exist",
  });
});

test("mocks of Mock Service Worker, and bodies of fast-check", async () => {
  expect(await uses["throughMocks"]?.(shop)).toEqual(["OrderNotFound", "TooMany"]);
  uses["arbitraryBodies"]?.(shop);
});

test("logs of pino, and attributes of OpenTelemetry", () => {
  expect(uses["logged"]?.(shop)).toSatisfy((line: string) => !line.includes("4111") && line.includes("[hidden]"));
  expect(uses["observed"]?.(shop)).toMatchObject({ "error.type": "_OTHER" });
});
