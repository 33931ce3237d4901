// Adapters answer with the errors of a table in frameworks: the codes of a whole table travel over loopback and come back.
import { once } from "node:events";
import { createServer, type IncomingMessage, type RequestListener, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { beforeAll, describe, expect, expectTypeOf, onTestFinished, test } from "vitest";
import type { TypescriptOptions } from "../../../generator/products/options.gen.ts";
import { fetchHandling } from "../../../generator/runtime/adapters/fetch-adapter.ts";
import { modelOf, modelOfFile } from "../../helpers/model-fixtures.ts";
import { expectClean, loadProduct, type Product } from "../../helpers/typescript-product.ts";

const ADAPTERS: TypescriptOptions = {
  parts: ["http", "server"],
  adapters: ["fetch", "node", "express", "fastify", "koa", "nest", "orpc", "trpc"],
};

const seed = modelOfFile("spec/function-compute.errors.yaml");

const pay = modelOf({
  name: "Pay",
  fallback: "Failed",
  disclosure: "generic",
  errors: {
    CardDeclined: {
      status: 402,
      message: "card '%s' of '%s' was declined, %d cents",
      params: { card: { sensitive: true }, owner: {}, amount: { type: "int64" } },
    },
    Down: { status: 503, message: "host %s is down", params: { host: {} } },
    Failed: { status: 500, message: "the shop failed" },
  },
});

test.each([
  ["seed", seed],
  ["pay", pay],
  ["long", modelOf({ name: "TheErrorsOfAServiceWithAVeryLongName", errors: { A: { status: 400, message: "a" } } })],
])("formatters find nothing to do: %s", async (_, model) => {
  await expectClean(model, ADAPTERS);
  await expectClean(model, { ...ADAPTERS, language: "js", files: "single" });
});

test("a handler of the Fetch standard that does not say which request it takes gets that of the program, as Next asks", async () => {
  const handler = fetchHandling(() => ({ status: 500, headers: {}, body: "" }));
  const echo = handler(async (request) => new Response(await request.text()));
  expectTypeOf(echo).parameter(0).toEqualTypeOf<Request>();
  expectTypeOf(echo).returns.resolves.toEqualTypeOf<Response>();
  expectTypeOf(handler(() => new Response()))
    .parameter(0)
    .toEqualTypeOf<Request>();
  const named = handler(({ method }: { method: string; headers: Headers }, ids: readonly number[]) => [method, ids]);
  expectTypeOf(named).parameter(1).toEqualTypeOf<readonly number[]>();
  const answer = await echo(new Request("http://x/", { method: "POST", body: "as it is" }));
  expect(await answer.text()).toBe("as it is");
});

describe("the codes of a table travel", () => {
  let product: Product;
  beforeAll(async () => {
    product = await loadProduct(seed, ADAPTERS);
  });

  test.each(["en", "zh-CN"])("in %s", async (language) => {
    const make = product["functionComputeFailure"] as (code: string, params: object, options: object) => Error;
    const handle = product["functionComputeFetchHandler"] as (run: unknown, options: object) => unknown;
    const options = { locales: [product["functionComputeLocaleZhCN"]] };
    const failures = seed.errors.map(({ wireCode, cases }) =>
      make(String(wireCode), paramsOf(cases[0]?.params ?? []), {}),
    );
    const answer = handle((asked: Request) => {
      throw failures[Number(new URL(asked.url).searchParams.get("n"))];
    }, options) as (asked: Request) => Promise<Response>;
    const reply = product["functionComputeNodeReply"] as (...values: unknown[]) => void;
    const origin = await listen((asked, response) => {
      const index = new URL(asked.url ?? "", "http://x").searchParams.get("n");
      reply(failures[Number(index)], asked, response, options);
    });
    const service = product["FunctionComputeServiceError"] as unknown as Service;
    for (const [index, { wireCode, statuses }] of seed.errors.entries()) {
      const headers = { "accept-language": language, "x-request-id": "r-1" };
      const url = `${origin}/?n=${index}`;
      for (const response of [await answer(new Request(url, { headers })), await fetch(url, { headers })]) {
        expect(response.status).toBe(statuses[0]);
        expect(response.headers.get("content-language")).toBe(language);
        expect(response.headers.get("x-request-id")).toBe("r-1");
        expect(await service.fromResponse(response)).toMatchObject({ code: wireCode, requestId: "r-1" });
      }
    }
  });
});

describe("adapters do no harm", () => {
  let product: Product;
  let make: (code: string, params: object) => Error;
  let reply: (error: unknown, asked: unknown, response: unknown, options?: object) => void;
  beforeAll(async () => {
    product = await loadProduct(pay, ADAPTERS);
    make = product["payFailure"] as typeof make;
    reply = product["payNodeReply"] as typeof reply;
  });
  const params = { card: "4111", owner: "Ann", amount: 5n };

  test("a response that has begun is cut off", async () => {
    const origin = await listen((asked, response) => {
      response.write("half");
      reply(make("Failed", {}), asked, response);
    });
    await expect(fetch(origin).then((response) => response.text())).rejects.toThrow();
  });

  test("what has not changed has no body, and keeps the headers of caches", async () => {
    const fresh = await loadProduct(modelOf({ errors: { Fresh: { status: 304, message: "fresh" } } }), ADAPTERS);
    const origin = await listen((asked, response) => {
      response.setHeader("ETag", '"a"').setHeader("Content-Type", "text/plain");
      fresh["demoNodeReply"]?.(fresh["demoFailure"]?.("Fresh", {}), asked, response);
    });
    const { status, headers } = await fetch(origin);
    const names = ["etag", "content-type", "content-length", "transfer-encoding"];
    expect([status, ...names.map((name) => headers.get(name))]).toEqual([304, '"a"', null, null, null]);
  });

  test("HEAD has the headers alone, and headers of the other body go", async () => {
    const origin = await listen((asked, response) => {
      response.setHeader("Content-Encoding", "gzip").setHeader("Vary", "Origin").setHeader("ETag", '"a"');
      reply(make("CardDeclined", params), asked, response, { problem: product["payProblem"] });
    });
    const head = await fetch(origin, { method: "HEAD" });
    expect([head.status, await head.text(), head.headers.get("etag")]).toEqual([402, "", null]);
    const got = await fetch(origin);
    expect(got.headers.get("vary")).toBe("Origin, Accept");
    expect(await got.json()).toMatchObject({ code: "CardDeclined" });
    const answer = (product["payFetchReply"] as (...values: unknown[]) => Response)(
      make("Failed", {}),
      new Request(origin, { method: "HEAD" }),
    );
    expect([answer.status, answer.body]).toEqual([500, null]);
  });

  test("an aborted request ends nothing but itself", async () => {
    let arrived: (() => void) | undefined;
    const closed = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    const origin = await listen((asked, response) => {
      response.on("close", () => {
        reply(new Error("late"), asked, response);
        arrived?.();
      });
      asked.emit("ready");
      if (asked.url === "/quick") reply(make("Failed", {}), asked, response);
    });
    const slow = request(`${origin}/slow`).on("error", () => undefined);
    slow.end();
    await once(slow, "socket");
    setImmediate(() => slow.destroy());
    await Promise.race([closed, fetch(`${origin}/quick`)]);
    expect((await fetch(`${origin}/quick`)).status).toBe(500);
  });

  test("errors in the options of a program change nothing", async () => {
    const fail = () => {
      throw new Error("secret");
    };
    const told: unknown[] = [];
    const origin = await listen((asked, response) => {
      const options = { requestId: fail, instance: fail, translate: fail, onError: fail };
      const late = { ...options, onError: (...values: unknown[]) => told.push(values) && Promise.reject(fail) };
      reply(make("Down", { host: "db-7" }), asked, response, asked.url === "/late" ? late : options);
    });
    for (const path of ["/", "/late"]) {
      const response = await fetch(origin + path, { headers: { "x-request-id": "a b" } });
      expect(response.status).toBe(503);
      expect(response.headers.get("x-request-id")).toMatch(/^[\w-]{20,40}$/);
      expect(await response.json()).toEqual({ code: "Down", message: "the shop failed" });
    }
    expect(told).toHaveLength(1);
  });

  test("other errors become failures where a program says so", async () => {
    const translate = (error: unknown) => (error instanceof SyntaxError ? make("Down", { host: "x" }) : error);
    const answer = product["payFetchReply"] as (...values: unknown[]) => Response;
    expect(answer(new SyntaxError("secret"), undefined, { translate }).status).toBe(503);
    const other = answer(new TypeError("secret"), undefined, { translate });
    expect([other.status, await other.text()]).toEqual([500, '{"code":"Failed","message":"the shop failed"}']);
  });

  test("what a program writes into the data of an error stays there", () => {
    class Thrown {
      readonly data: Record<string, unknown>;
      constructor(_code: string, options: { readonly data: Record<string, unknown> }) {
        this.data = options.data;
      }
    }
    const thrownFor = (error: unknown) => product["payToOrpcError"]?.(Thrown, error) as Thrown;
    thrownFor(new Error("first")).data["secret"] = "of one request";
    expect(thrownFor(new Error("second")).data).toEqual({});
  });

  test("logs hide values of sensitive params, and attributes have no text", () => {
    const log = product["payErrorLog"] as (error: unknown) => Record<string, unknown>;
    const failure = make("CardDeclined", params);
    const cause = Object.assign(new Error("other", { cause: failure }), { code: "E1" });
    const message = "card '{card}' of '{owner}' was declined, {amount} cents";
    expect(log(failure)).toMatchObject({ type: "PayFailure", code: "CardDeclined", status: 402, message });
    expect(log(failure)["params"]).toEqual({ card: "[hidden]", owner: "Ann", amount: "5" });
    expect(JSON.stringify([log(cause), failure])).not.toContain("4111");
    expect(log(cause)).toMatchObject({ type: "Error", code: "E1", cause: { code: "CardDeclined" } });
    expect(log(failure)["stack"]).toContain("adapters.test");
    const circle = new Error("circle");
    circle.cause = circle;
    const hostile = new Proxy(
      {},
      {
        get() {
          throw new Error("x");
        },
      },
    );
    for (const value of [circle, hostile, null, undefined, 0, "text", Symbol("s"), Object.create(null)])
      expect(typeof log(value)["type"]).toBe("string");
    const attributes = product["payErrorAttributes"] as (error: unknown) => unknown;
    const code = "http.response.status_code";
    expect(attributes(failure)).toEqual({ "error.type": "CardDeclined", [code]: 402 });
    for (const value of [hostile, new Error("secret"), undefined])
      expect(attributes(value)).toEqual({ "error.type": "_OTHER", [code]: 500 });
  });
});

interface Service {
  readonly fromResponse: (response: Response) => Promise<unknown>;
}

function paramsOf(params: readonly { readonly name: string; readonly type: string }[]): object {
  const values = params.map(({ name, type }) => [name, type === "string" ? `a ${name}` : 7]);
  // Errors without a template take the message itself.
  return { message: "as it is", ...Object.fromEntries(values) };
}

async function listen(handle: RequestListener<typeof IncomingMessage, typeof ServerResponse>): Promise<string> {
  const server = createServer(handle).listen(0, "127.0.0.1");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
