// Errors that servers of real frameworks throw come back to clients as themselves; mocks, loggers, procedures and telemetry take
// the exports for them.
import { once } from "node:events";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type RequestListener } from "node:http";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { firstTable } from "../../../generator/command/init/init-files.ts";
import { setup } from "../../helpers/build.ts";
import { runCommand } from "../../helpers/run-command.ts";

const HERE = import.meta.dirname;
const FOLDER = join(HERE, "node_modules/.cache/errtable-servers");

const TABLE = `errtable: 1
name: Shop
fallback: Failed
disclosure: generic
body: { code: /code, message: /message, properties: { requestId: { type: string } } }
errors:
  OrderNotFound: { status: 404, message: "order '%s' does not exist", params: { orderId: { example: A-7 } } }
  TooMany: { status: 429, message: wait, retry: throttled, headers: { Retry-After: {} } }
  CardDeclined: { status: 402, message: "card %s", params: { card: { sensitive: true } } }
  Failed: { status: 500, message: it failed }
`;

interface Server {
  readonly origin: string;
  readonly close: () => unknown;
}

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

const FRAMEWORKS = ["express5", "express4", "fastify", "koa", "hono", "nest on express", "nest on fastify"];
const ADAPTERS = ["fetch", "node", "express", "fastify", "koa", "nest", "orpc", "trpc"];

beforeAll(async () => {
  setup();
  rmSync(FOLDER, { recursive: true, force: true });
  await make("", TABLE, { parts: ["guards", "server", "http", "mocks"], adapters: ADAPTERS });
  shop = await load(join(FOLDER, "errors/index.js"));
  uses = await load(join(HERE, "use-exports.mjs"));
  const { startServers } = await load<{ startServers: (shop: Shop) => Promise<Record<string, Server>> }>(
    join(HERE, "start-servers.mjs"),
  );
  servers = await startServers(shop);
});

afterAll(async () => {
  for (const { close } of Object.values(servers)) await close();
});

/** JavaScript for a table, in a folder of its own below the others. */
async function make(folder: string, table: string, options: object): Promise<void> {
  const root = join(FOLDER, folder);
  mkdirSync(root, { recursive: true });
  const target = {
    ...{ kind: "typescript", table: "shop.errors.yaml", out: "errors" },
    options: { language: "js", module: "esm", ...options },
  };
  writeFileSync(join(root, "package.json"), '{ "type": "module" }');
  writeFileSync(join(root, "shop.errors.yaml"), table);
  writeFileSync(join(root, "errtable.config.yaml"), JSON.stringify({ targets: [target] }));
  expect((await runCommand(root, "generate")).code).toBe(0);
}

function load<Exports>(path: string): Promise<Exports> {
  return import(/* @vite-ignore */ pathToFileURL(path).href) as Promise<Exports>;
}

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

test.each(FRAMEWORKS)("%s hides foreign errors, and lives on", async (framework) => {
  const origin = originOf(framework);
  const other = await fetch(`${origin}/other`);
  const text = await other.text();
  expect([other.status, text.includes("secret")]).toEqual([500, false]);
  expect(JSON.parse(text)).toMatchObject({ code: "Failed" });
  expect((await fetch(`${origin}/missing`)).status).toBe(404);
});

test.each(FRAMEWORKS.filter((name) => !name.startsWith("nest")))(
  "%s cuts off responses that have begun",
  async (framework) => {
    const origin = originOf(framework);
    await expect(fetch(`${origin}/begun`).then((response) => response.text())).rejects.toThrow();
    expect((await fetch(`${origin}/missing`)).status).toBe(404);
  },
);

test("the services of the page for servers answer as the page says", async () => {
  await make("page", firstTable("Shop"), { parts: ["server"] });
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
