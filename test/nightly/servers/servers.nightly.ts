// Errors that servers of real frameworks throw come back to clients as themselves; mocks, loggers, procedures and telemetry take
// the exports for them.
import { once } from "node:events";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import { createRequire } from "node:module";
import { connect } from "node:net";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { firstTable } from "../../../generator/command/init/init-files.ts";
import { setup } from "../../helpers/build.ts";
import { modelOfFile } from "../../helpers/model-fixtures.ts";
import { runCommand } from "../../helpers/run-command.ts";

const HERE = import.meta.dirname;
const FOLDER = join(HERE, "node_modules/.cache/errtable-servers");

const SEED = "spec/function-compute.errors.yaml";

const FunctionComputeClient = createRequire(join(HERE, "../../judges/clients/package.json"))("@alicloud/fc2") as new (
  account: string,
  settings: object,
) => { getService(name: string): Promise<unknown> };

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

test.each(FRAMEWORKS)(
  "%s answers with errors that come later, and with statuses without content",
  async (framework) => {
    const origin = originOf(framework);
    const late = await fetch(`${origin}/late`);
    expect([late.status, (await shop.ShopServiceError.fromResponse(late)).code]).toEqual([404, "OrderNotFound"]);
    const fresh = await fetch(`${origin}/fresh`);
    const names = ["content-type", "content-length"];
    expect([fresh.status, await fresh.text()]).toEqual([304, ""]);
    expect(names.map((name) => fresh.headers.get(name)).filter((value) => value !== null && value !== "0")).toEqual([]);
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

test("the client of Function Compute has all codes that a server throws", async () => {
  // This client reads the second spelling of the table alone.
  const other: Readonly<Record<string, string>> = { e: "E", E: "e" };
  const text = readFileSync(SEED, "utf8").replace(
    /\/(e)(?=rror(?:Code|Message)\b)/gi,
    (_, first) => `/${other[first]}`,
  );
  await make("seed", text, { parts: ["server"], adapters: ["node"] });
  const seed = await load<Seed>(join(FOLDER, "seed/errors/index.js"));
  const failures = modelOfFile(SEED).errors.map(({ wireCode, cases }) => {
    const params = cases[0]?.params ?? [];
    const values = params.map(({ name, type }) => [name, type === "string" ? `a ${name}` : 7]);
    // Errors without a template take the message itself.
    return seed.functionComputeFailure(String(wireCode), { message: "as it is", ...Object.fromEntries(values) });
  });
  expect(failures).toHaveLength(15);
  const { origin, close } = await serve((request, response) => {
    response.setHeader("X-Fc-Request-Id", "r-1");
    const failure = failures.find(({ code }) => request.url?.endsWith(`/${code}`));
    seed.functionComputeNodeReply(failure, request, response);
  });
  const settings = { accessKeyID: "id", accessKeySecret: "secret", region: "here", endpoint: origin };
  const client = new FunctionComputeClient("account", settings);
  for (const { code, status, message } of failures) {
    const thrown = await client.getService(code).then(undefined, (error: unknown) => error);
    expect(thrown).toMatchObject({ code, name: `FC${code}Error` });
    expect(String(thrown)).toContain(`failed with ${status}. requestid: r-1, message: ${message}.`);
  }
  await close();
});

interface Seed {
  functionComputeFailure(code: string, params: object): ServiceError & { readonly status: number };
  functionComputeNodeReply(error: unknown, request: IncomingMessage, response: ServerResponse): void;
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
