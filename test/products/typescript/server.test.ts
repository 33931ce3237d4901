// Servers throw failures and answer with replies: of the table's errors as they are, and of anything else as the fallback.
import { inspect } from "node:util";
import { runInNewContext } from "node:vm";
import { beforeAll, describe, expect, test } from "vitest";
import { modelFor } from "../../../generator/model/audience.ts";
import type { TypescriptOptions } from "../../../generator/products/options.gen.ts";
import { modelOf } from "../../helpers/model-fixtures.ts";
import { loadProduct, type Product } from "../../helpers/typescript-product.ts";

const SERVER: TypescriptOptions = { parts: ["guards", "server"] };

const shop = modelOf({
  name: "Shop",
  fallback: "Failed",
  disclosure: "generic",
  body: {
    code: "/code",
    message: "/message",
    properties: { requestId: { type: "string" }, hint: { type: "string" } },
  },
  errors: {
    OrderNotFound: { status: 404, message: "order '%s' does not exist", params: { orderId: {} }, retry: "never" },
    TooMany: { status: 429, message: "slow down", retry: "throttled", headers: { "Retry-After": {}, Link: {} } },
    Conflict: { status: [400, 409], message: "%d of them", params: { count: { type: "int64" } } },
    DatabaseDown: { status: 503, message: "database '%s' is down", params: { host: {} } },
    Known: { status: 503, message: "closed on %s", params: { day: {} }, expose: "message" },
    Secret: { status: 403, message: "secret %s", params: { plan: {} }, audience: "internal" },
    Declined: {
      cases: {
        lost: { status: 402, message: "lost on %s", params: { day: {} } },
        broke: { status: 409, message: "broke", headers: { "Retry-After": {} } },
      },
    },
    Failed: { status: 500, message: "the shop failed" },
  },
});

interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

type Failure = Error & Readonly<Record<string, unknown>>;
type MakeFailure = new (...values: readonly unknown[]) => Failure;

const FALLBACK = { code: "Failed", message: "the shop failed" };

describe.each(["always", "never"] as const)("failures, per code %s", (perCode) => {
  let product: Product;
  let reply: (error: unknown, options?: object) => Reply;
  let make: (code: string, params: object, options?: object) => Failure;
  beforeAll(async () => {
    product = await loadProduct(modelFor({ internal: true }, shop), { ...SERVER, perCode });
    reply = product["toShopReply"] as typeof reply;
    make = product["shopFailure"] as unknown as typeof make;
  });
  const bodyOf = (error: unknown, options?: object): unknown => JSON.parse(reply(error, options).body);

  test("are errors with the facts of the table", () => {
    const cause = new Error("database");
    const failure = make("OrderNotFound", { orderId: "A-7" }, { cause });
    expect(failure).toBeInstanceOf(Error);
    expect(failure).toMatchObject({ code: "OrderNotFound", status: 404, retry: "never", params: { orderId: "A-7" } });
    expect(failure.message).toBe("order 'A-7' does not exist");
    expect(failure.cause).toBe(cause);
    expect(failure.stack).toMatch(/^ShopFailure: order 'A-7' does not exist\n/);
    expect(JSON.parse(JSON.stringify(failure))).toEqual({
      ...{ name: "ShopFailure", message: failure.message, code: "OrderNotFound", status: 404, retry: "never" },
      ...{ params: { orderId: "A-7" }, headers: {} },
    });
    expect(JSON.parse(JSON.stringify(make("Conflict", { count: 2n ** 60n }, { status: 409 }))).params.count).toBe(
      String(2n ** 60n),
    );
  });

  test("answer with code, message and the id of the request", () => {
    const failure = make("OrderNotFound", { orderId: "A-7" }, { members: { hint: "look" } });
    const answer = reply(failure, { requestId: "r-1" });
    expect({ ...answer, body: JSON.parse(answer.body) }).toEqual({
      status: 404,
      headers: { "Content-Type": "application/json", "X-Request-Id": "r-1" },
      body: { code: "OrderNotFound", message: "order 'A-7' does not exist", hint: "look", requestId: "r-1" },
    });
    expect(reply(failure)).toEqual(reply(failure));
    expect(reply(Object.freeze(failure)).status).toBe(404);
  });

  test("have a status and headers of their own", () => {
    expect(reply(make("TooMany", {}, { headers: { "Retry-After": 3, "X-Other": "1" } })).headers).toEqual({
      "Content-Type": "application/json",
      "Retry-After": "3",
    });
    expect(reply(make("Conflict", { count: 1n }, { status: 409 })).status).toBe(409);
    expect(reply(make("Conflict", { count: 1n })).status).toBe(400);
    expect(() => make("Conflict", { count: 1n }, { status: 404 })).toThrow(TypeError);
    const lost = make("Declined", { case: "lost", day: "Monday" });
    expect(lost).toMatchObject({ case: "lost", status: 402, message: "lost on Monday" });
    expect(reply(make("Declined", { case: "broke" }, { headers: { "Retry-After": 1 } }))).toMatchObject({
      status: 409,
      headers: { "Retry-After": "1" },
    });
  });

  test.each(["a\r\nSet-Cookie: b", "a\nb", "a\0b", "\u2028", { toString: () => "a" }, ["a"]])(
    "refuse the header value %j",
    (value) => {
      expect(() => make("TooMany", {}, { headers: { "Retry-After": value } })).toThrow(/"Retry-After"/);
      expect(reply(make("OrderNotFound", { orderId: "x" }), { requestId: value }).headers).not.toHaveProperty(
        "X-Request-Id",
      );
    },
  );

  test.each([Number.NaN, Number.POSITIVE_INFINITY, -1, 1e21, "", "soon", "30s", "-5"])(
    "refuse the delay %j",
    (value) => {
      expect(() => make("TooMany", {}, { headers: { "Retry-After": value } })).toThrow(/"Retry-After"/);
    },
  );

  test.each([
    [0, "0"],
    [0.2, "1"],
    ["30", "30"],
    ["Wed, 21 Oct 2026 07:28:00 GMT", "Wed, 21 Oct 2026 07:28:00 GMT"],
  ])("clients wait at least for the delay %j", (value, text) => {
    expect(make("TooMany", {}, { headers: { "Retry-After": value } })["headers"]).toEqual({ "Retry-After": text });
  });

  test("hide messages of failures of the server, unless the row exposes them", () => {
    const down = make("DatabaseDown", { host: "db-7.internal" }, { cause: new Error("password") });
    expect(down.message).toContain("db-7.internal");
    expect(bodyOf(down, { requestId: "r-2" })).toEqual({ ...FALLBACK, code: "DatabaseDown", requestId: "r-2" });
    expect(reply(down).status).toBe(503);
    expect(bodyOf(make("Known", { day: "Monday" }))).toEqual({ code: "Known", message: "closed on Monday" });
    const secret = make("Secret", { plan: "buy" });
    expect(reply(secret)).toEqual(reply(new Error("anything")));
    for (const error of [down, secret]) {
      const text = JSON.stringify(reply(error, { requestId: "r-2" }));
      expect(text).not.toMatch(/db-7|password|buy|Secret|server\.test|at /);
    }
  });

  test("what is no failure gets the fallback", () => {
    const throwing = {
      get() {
        throw new Error("secret");
      },
    };
    const brand = "~Shop";
    const facts = { row: { status: 200, code: "OrderNotFound" }, message: "secret", params: {} };
    const foreign: readonly unknown[] = [
      ...[undefined, null, 0, "secret", Symbol("secret"), new Error("secret"), Object.create(null), () => "secret"],
      ...[new Proxy({}, throwing), Object.defineProperty({}, brand, throwing), { [brand]: 1 }, { [brand]: null }],
      ...[{ [brand]: () => ({ row: { status: 99, code: "x" }, message: "" }) }, { code: "OrderNotFound" }],
      ...[{ [brand]: () => ({ row: null, message: "" }) }, { [brand]: () => null }, { [brand]: throwing.get }],
      // JSON of a request is no failure.
      JSON.parse(JSON.stringify({ [brand]: facts })),
      {
        [brand]: () => ({
          row: { status: 404 },
          get message() {
            throw new Error("secret");
          },
        }),
      },
    ];
    for (const error of foreign) {
      const { status, headers, body } = reply(error, { requestId: "r-3" });
      expect(status).toBe(500);
      expect(headers).toEqual({ "Content-Type": "application/json", "X-Request-Id": "r-3" });
      expect(JSON.parse(body)).toEqual({ ...FALLBACK, requestId: "r-3" });
      expect(product["isShopFailure"]?.(error)).toBe(false);
    }
  });

  test("options that are no texts, or that throw, change nothing but themselves", () => {
    const fail = () => {
      throw new Error("secret");
    };
    const failure = make("OrderNotFound", { orderId: "x" });
    const bare = { code: "OrderNotFound", message: "order 'x' does not exist" };
    for (const given of [1n, 5, Symbol("x"), { toString: fail, toJSON: fail }, [fail]]) {
      expect(bodyOf(failure, { requestId: given })).toEqual(bare);
      expect(bodyOf(new Error("secret"), { requestId: given })).toEqual(FALLBACK);
    }
    const throwing = { get: fail, ownKeys: fail };
    for (const options of [Object.defineProperty({}, "requestId", throwing), new Proxy({}, throwing), null])
      expect(reply(new Error("secret"), options as object)).toMatchObject({ status: 500 });
    const getter = Object.defineProperty({ requestId: "r-4" }, "problem", throwing);
    expect(bodyOf(failure, getter)).toEqual({ ...FALLBACK, requestId: "r-4" });
  });

  test("params that throw are no failure, and circular members get the fallback", () => {
    expect(() => make("OrderNotFound", {})).toThrow(/"orderId"/);
    const circular: Record<string, unknown> = {};
    circular["hint"] = circular;
    const failure = make("OrderNotFound", { orderId: "x" }, { members: circular });
    expect(bodyOf(failure)).toEqual(FALLBACK);
    const big = make("OrderNotFound", { orderId: "x" }, { members: { hint: 1n } });
    expect(bodyOf(big)).toEqual(FALLBACK);
  });

  test("what programs do to a failure harms no reply", () => {
    const fail = () => {
      throw new Error("secret");
    };
    const params = { orderId: "A-7" };
    const whole = reply(make("OrderNotFound", params));
    const circular = make("OrderNotFound", params);
    circular.cause = circular;
    expect(JSON.stringify(circular)).not.toContain("cause");
    const changed = Object.assign(make("OrderNotFound", params), { toJSON: fail });
    for (const failure of [circular, changed, Object.create(circular), new Proxy(circular, {})])
      expect(reply(failure)).toEqual(whole);
    const hidden = Object.assign(make("DatabaseDown", { host: "db-7" }), { message: "secret" });
    expect(bodyOf(hidden)).toEqual({ ...FALLBACK, code: "DatabaseDown" });
    const throwing = Object.defineProperty(make("OrderNotFound", params), "message", { get: fail });
    expect(bodyOf(throwing)).toEqual(FALLBACK);
    const busy = Object.assign(make("TooMany", {}), { headers: { "Retry-After": "1\r\nSet-Cookie: a" } });
    expect(reply(busy)).toEqual(reply(new Error("secret")));
    for (const code of ["__proto__", "constructor", "toString"]) expect(() => make(code, {})).toThrow(TypeError);
  });

  test("values of any kind stay values", () => {
    const text = `"}\u2028\ud800</script>${"x".repeat(100_000)}`;
    const failure = make("OrderNotFound", { orderId: text, __proto__: { message: "y" } });
    expect(bodyOf(failure)).toEqual({ code: "OrderNotFound", message: `order '${text}' does not exist` });
    const members: unknown = JSON.parse('{"__proto__":{"code":"x"},"code":"y","hint":"z"}');
    expect(bodyOf(make("OrderNotFound", { orderId: "1" }, { members: members as object }))).toEqual(
      JSON.parse('{"__proto__":{"code":"x"},"code":"OrderNotFound","message":"order \'1\' does not exist","hint":"z"}'),
    );
  });

  test("are known in other copies of the module, and in other realms", async () => {
    const other = await loadProduct(shop, { ...SERVER, perCode, language: "js" });
    const failure = make("OrderNotFound", { orderId: "A-7" });
    expect(other["isShopFailure"]?.(failure, "OrderNotFound")).toBe(true);
    expect(other["isShopFailure"]?.(failure, "TooMany")).toBe(false);
    expect((other["toShopReply"] as typeof reply)(failure)).toEqual(reply(failure));
    const foreign: unknown = runInNewContext("Object.assign(new Error(), { [brand]: () => read() })", {
      brand: "~Shop",
      read: () => (failure as unknown as Record<string, () => unknown>)["~Shop"]?.(),
    });
    expect(foreign).not.toBeInstanceOf(Error);
    expect(product["isShopFailure"]?.(foreign, "OrderNotFound")).toBe(true);
    expect(reply(foreign)).toEqual(reply(failure));
  });
});

test("a program that wants no stacks has failures that are cheap, and are errors all the same", async () => {
  const product = await loadProduct(modelFor({}, shop), { ...SERVER, stacks: false });
  const { OrderNotFoundFailure: Made, toShopReply } = product as unknown as {
    readonly OrderNotFoundFailure: MakeFailure;
    readonly toShopReply: (error: unknown) => Reply;
  };
  const cause = new Error("database");
  const failure = new Made({ orderId: "A-7" }, { cause });
  expect(failure).toBeInstanceOf(Error);
  expect(failure).toBeInstanceOf(product["ShopFailure"] as unknown as MakeFailure);
  expect([failure.stack, failure.cause, String(failure)]).toEqual([
    undefined,
    cause,
    "OrderNotFoundFailure: order 'A-7' does not exist",
  ]);
  expect(JSON.stringify(failure)).toContain("order 'A-7' does not exist");
  expect(JSON.stringify(failure)).not.toMatch(/cause|database/);
  expect(inspect(failure)).toContain("OrderNotFoundFailure: order 'A-7' does not exist");
  expect(toShopReply(failure)).toEqual(toShopReply(shopFailureOf(product)));
  expect(() => new Made({})).toThrow(/"orderId"/);
});

function shopFailureOf(product: Product): unknown {
  return product["shopFailure"]?.("OrderNotFound", { orderId: "A-7" });
}

test("logs of Node show the members of a failure, and nothing of how it works", async () => {
  const product = await loadProduct(shop, SERVER);
  const shown = inspect(shopFailureOf(product));
  expect(shown).toMatch(/^ShopFailure: order 'A-7' does not exist\n/);
  expect(shown).toContain("params: { orderId: 'A-7' }");
  expect(shown).not.toMatch(/row|~Shop|Symbol/);
});

test("each code has a class", async () => {
  const product = await loadProduct(modelFor({}, shop), SERVER);
  const { OrderNotFoundFailure, TooManyFailure, FailedFailure, isShopFailure } = product as unknown as Readonly<
    Record<string, MakeFailure>
  > & { readonly isShopFailure: (value: unknown, code?: string) => boolean };
  const failure = new (OrderNotFoundFailure as MakeFailure)({ orderId: "A-7" });
  expect(failure.name).toBe("OrderNotFoundFailure");
  expect(failure.stack).toMatch(/^OrderNotFoundFailure: order/);
  expect(failure).toBeInstanceOf(product["ShopFailure"] as unknown as MakeFailure);
  expect(isShopFailure(failure, "OrderNotFound")).toBe(true);
  expect(new (TooManyFailure as MakeFailure)({ headers: { "Retry-After": "3" } })).toMatchObject({
    headers: { "Retry-After": "3" },
  });
  expect(new (FailedFailure as MakeFailure)()).toMatchObject({ code: "Failed", params: {} });
  expect(product).not.toHaveProperty("SecretFailure");
});

test("a table without a fallback answers with a status alone", async () => {
  const product = await loadProduct(modelOf({ errors: { Gone: { status: 410, message: "gone" } } }), SERVER);
  expect(product["toDemoReply"]?.(new Error("secret"))).toEqual({
    status: 500,
    headers: { "Content-Type": "application/json" },
    body: "{}",
  });
});

test("bodies have the form of the table", async () => {
  const parts = { fallback: "Failed", errors: { Failed: { status: 500, message: "failed <&" } } };
  const bodies = async (body: object, options: object = {}) => {
    const product = await loadProduct(modelOf({ body, ...parts }), SERVER);
    const answer = product["toDemoReply"]?.(undefined, options) as Reply;
    return answer.body;
  };
  expect(JSON.parse(await bodies({ code: "/error/code", message: "/error/message" }))).toEqual({
    error: { code: "Failed", message: "failed <&" },
  });
  const nested = { "/error/requestId": { type: "string" }, "/error/hint": { type: "string" } };
  expect(
    JSON.parse(
      await bodies({ code: "/error/code", message: "/error/message", properties: nested }, { requestId: "r" }),
    ),
  ).toEqual({ error: { code: "Failed", message: "failed <&", requestId: "r" } });
  const list = { errors: "/errors", code: "/code", message: "/message" };
  expect(JSON.parse(await bodies(list))).toEqual({ errors: [{ code: "Failed", message: "failed <&" }] });
  const around = { ...list, response: { properties: { success: { type: "boolean" }, requestId: { type: "string" } } } };
  expect(JSON.parse(await bodies(around, { response: { success: false }, requestId: "r" }))).toEqual({
    errors: [{ code: "Failed", message: "failed <&" }],
    success: false,
    requestId: "r",
  });
  expect(await bodies({ mediaType: "application/xml", code: "/Error/Code", message: "/Error/Message" })).toBe(
    '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>Failed</Code><Message>failed &#60;&#38;</Message></Error>',
  );
  const problem = { mediaType: "application/problem+json", code: "/type", message: "/detail" };
  const properties = { status: { type: "integer" }, instance: { type: "string" }, title: { type: "string" } };
  expect(JSON.parse(await bodies({ ...problem, properties }, { instance: "/orders/1" }))).toEqual({
    ...{ type: "Failed", detail: "failed <&", status: 500, instance: "/orders/1" },
  });
});

test("problem details carry members of their own, and the id of the request where the table has it", async () => {
  const product = await loadProduct(
    modelOf({
      fallback: "Failed",
      body: {
        ...{ mediaType: "application/problem+json", code: "/type", message: "/detail" },
        properties: { "/meta/requestId": { type: "string" }, instance: { type: "string" } },
      },
      errors: {
        Bad: {
          ...{ status: 422, message: "'%s' does not fit", params: { name: {} } },
          details: {
            properties: {
              errors: { type: "array", items: { type: "object", properties: { at: { type: "string" } } } },
            },
            required: ["errors"],
          },
        },
        Failed: { status: 500, message: "failed" },
      },
    }),
    SERVER,
  );
  const failure = product["demoFailure"]?.("Bad", { name: "x" }, { members: { errors: [{ at: "/a" }] } });
  const answer = product["toDemoReply"]?.(failure, { requestId: "r-1", instance: "/i" }) as Reply;
  expect(JSON.parse(answer.body)).toEqual({
    ...{ type: "Bad", detail: "'x' does not fit", instance: "/i", meta: { requestId: "r-1" } },
    errors: [{ at: "/a" }],
  });
  expect(product["isDemoError"]?.(JSON.parse(answer.body))).toBe(true);
});

test("statuses without content have neither a body nor its headers", async () => {
  const rows = {
    Fresh: { status: 304, message: "fresh" },
    Chosen: { message: "any" },
    Gone: { status: 410, message: "gone" },
  };
  const product = await loadProduct(modelOf({ errors: rows }), { parts: ["mocks"], adapters: ["fetch"] });
  const make = product["demoFailure"] as unknown as (code: string, params: object, options?: object) => unknown;
  const chosen = [204, 205, 304].map((status) => make("Chosen", {}, { status }));
  for (const error of [make("Fresh", {}), ...chosen]) {
    const answer = product["toDemoReply"]?.(error, { requestId: "r" }) as Reply;
    expect(answer).toEqual({ status: answer.status, headers: { "X-Request-Id": "r" }, body: "" });
    const response = product["demoFetchReply"]?.(error) as Response;
    expect([response.body, response.headers.get("content-type")]).toEqual([null, null]);
  }
  expect(product["toDemoReply"]?.(make("Gone", {}))).toHaveProperty("body", '{"code":"Gone","message":"gone"}');
  const { Fresh } = product["demoMocks"] as unknown as Record<string, () => { readonly handler: Handler }>;
  const resolve = Fresh?.().handler((_, answer) => answer, "/") as () => Promise<Response>;
  expect((await resolve()).status).toBe(304);
});

type Handler = (register: (path: string, answer: unknown) => unknown, path: string) => unknown;
