// The Error class where a client has read the answer already: any headers, any form of a body, subclasses, and reports.
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { modelOf, modelOfFile } from "../../helpers/model-fixtures.ts";
import { EVERY_PART, loadProduct, type Product } from "../../helpers/typescript-product.ts";

type Facts = Readonly<Record<string, unknown>>;

interface ServiceErrorClass {
  new (facts: Facts): Error & Facts;
  from(response: Facts): Error & Facts;
  fromResponse(response: unknown, options?: unknown): Promise<Error & Facts>;
}

const body = { errorCode: "AliasNotFound", errorMessage: "alias 'prod' of service 'demo' does not exist" };
let product: Product;
let ServiceError: ServiceErrorClass;

beforeAll(async () => {
  product = await loadProduct(modelOfFile("spec/function-compute.errors.yaml"), EVERY_PART);
  ServiceError = product["FunctionComputeServiceError"] as unknown as ServiceErrorClass;
});

describe("headers", () => {
  const record = { "X-Fc-Request-Id": "r-1", "Retry-After": "7" };
  const lower = { "x-fc-request-id": "r-1", "retry-after": "7" };
  const failing = () => {
    throw new Error("no");
  };
  const forms: Readonly<Record<string, unknown>> = {
    "of fetch": new Headers(record),
    "in any case": record,
    "of Node": { ...lower, "set-cookie": ["a", "b"] },
    "with lists": { "X-Fc-Request-Id": ["r-1", "r-2"], "Retry-After": ["7"] },
    "with numbers": { ...lower, "retry-after": 7 },
    "without a prototype": Object.assign(Object.create(null), lower),
    "with get and members": Object.assign(
      Object.create({ get: (name: string) => record[name as never] ?? lower[name as never] }),
      record,
    ),
    "of a map": new Map(Object.entries(lower)),
    "with a forEach that throws, beside the name that all know": {
      get: (name: string) => ({ "x-request-id": "r-1", "retry-after": "7" })[name],
      forEach: failing,
    },
  };

  test.each(Object.entries(forms))("%s are read", async (_, headers) => {
    const facts = { requestId: "r-1", retryAfter: 7000, code: "AliasNotFound" };
    expect(ServiceError.from({ status: 404, headers, body })).toMatchObject(facts);
    const text = async () => JSON.stringify(body);
    expect(await ServiceError.fromResponse({ status: 404, headers, text })).toMatchObject(facts);
  });

  test("one that cannot be read hides no other", () => {
    const get = (name: string) => (name === "retry-after" ? "7" : failing());
    expect(ServiceError.from({ status: 500, headers: { get } })).toMatchObject({
      retryAfter: 7000,
      requestId: undefined,
    });
    const half = Object.defineProperty({ "retry-after": "7" }, "x-request-id", { get: failing, enumerable: true });
    expect(ServiceError.from({ status: 500, headers: half })).toMatchObject({ retryAfter: 7000, requestId: undefined });
  });

  test.each([[undefined], [null], [7], ["x-request-id: r-1"], [[]], [{ get: 1 }], [{ "x-request-id": {} }]])(
    "that are none do no harm: %j",
    (headers) => {
      expect(ServiceError.from({ status: 500, headers })).toMatchObject({ status: 500, requestId: undefined });
    },
  );
});

describe("bodies", () => {
  const text = JSON.stringify(body);
  const forms: Readonly<Record<string, Facts>> = {
    "as a value": { body },
    "as text": { body: text },
    "as text by its name": { text },
    "with a byte order mark": { body: `\ufeff${text}` },
    "as bytes": { body: new TextEncoder().encode(text) },
    "as a buffer": { body: Buffer.from(text) },
    "as an ArrayBuffer": { body: new TextEncoder().encode(text).buffer },
    "with members that JSON leaves out": { body: { ...body, requestId: undefined } },
  };
  test.each(Object.entries(forms))("%s", (_, parts) => {
    const error = ServiceError.from({ status: 404, ...parts });
    expect(error).toMatchObject({
      code: "AliasNotFound",
      body,
      retry: "never",
      excerpt: text,
      message: body.errorMessage,
    });
    expect(error["params"]).toEqual({ aliasName: "prod", serviceName: "demo" });
  });

  test("are not changed, though integers of an XML body become numbers", async () => {
    const properties = { "/Error/Left": { type: "integer" } };
    const table = modelOf({
      name: "Cloud",
      body: { mediaType: "application/xml", code: "/Error/Code", message: "/Error/Message", properties },
      errors: { Full: { status: 429, message: "full" } },
    });
    const made = (await loadProduct(table, EVERY_PART))["CloudServiceError"] as unknown as ServiceErrorClass;
    const given = { Error: { Code: "Full", Message: "full", Left: "3" } };
    expect(made.from({ status: 429, body: given })["body"]).toEqual({ Error: { ...given.Error, Left: 3 } });
    expect(given.Error.Left).toBe("3");
    const xml = "<Error><Code>Full</Code><Message>full</Message><Left>3</Left></Error>";
    expect(made.from({ status: 429, body: xml })).toMatchObject({ code: "Full", body: { Error: { Left: 3 } } });
  });

  const circular: { own?: unknown } = {};
  circular.own = circular;
  test.each([
    ["nothing", undefined, ""],
    ["null", null, "null"],
    ["a number", 7, "7"],
    ["a function", () => 1, ""],
    ["a circle", circular, ""],
    ["an integer that JSON does not have", { errorCode: 1n }, ""],
    ["HTML", "<html>", "<html>"],
  ])("that are %s make an error with its status", (_, given, excerpt) => {
    expect(ServiceError.from({ status: 502, body: given })).toMatchObject({ status: 502, code: undefined, excerpt });
  });

  test("make the same error as the response that they came in", async () => {
    const any = fc.oneof(
      fc.jsonValue(),
      fc.record({ errorCode: fc.constantFrom("AliasNotFound", "New"), errorMessage: fc.string() }),
    );
    await fc.assert(
      fc.asyncProperty(any, async (value) => {
        const whole = JSON.stringify(value);
        const read = await ServiceError.fromResponse(new Response(whole, { status: 500 }));
        for (const parts of [{ text: whole }, { body: new TextEncoder().encode(whole) }, { body: value }]) {
          // A client that parses texts has lost their quotes.
          if (typeof value === "string" && "body" in parts && parts.body === value) continue;
          const error = ServiceError.from({ status: 500, ...parts });
          expect({ ...error, message: error.message }).toEqual({ ...read, message: read.message });
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe("a response that is none, or that fails, makes an error of the class", () => {
  const text = JSON.stringify(body);
  const failing = () => {
    throw new Error("no");
  };
  const withGetter = (name: string, others: Facts) =>
    Object.defineProperty({ ...others }, name, { get: failing, enumerable: true });
  const proxy = new Proxy({}, { get: failing, getOwnPropertyDescriptor: failing, has: failing, ownKeys: failing });
  const noStatus = { status: 0, cause: new TypeError("There is no response with a status.") };

  test.each<[string, unknown]>([
    ["undefined", undefined],
    ["null", null],
    ["a text", "no"],
    ["an object without members", {}],
    ["a list", []],
    ["a function", failing],
    ["a proxy that throws", proxy],
  ])("%s", async (_, response) => {
    const facts = { ...noStatus, code: undefined, message: "Unknown HTTP status without an error body" };
    const errors = [ServiceError.from(response as Facts), await ServiceError.fromResponse(response)];
    for (const error of errors) {
      expect(error).toBeInstanceOf(ServiceError);
      expect(error).toMatchObject(facts);
      expect(JSON.parse(JSON.stringify(error))).toMatchObject({ status: 0 });
    }
  });

  test.each([undefined, null, Symbol("404"), 404n, Number.NaN, Number.POSITIVE_INFINITY, "no", {}, failing])(
    "the status %s is none, and the body is read",
    async (status) => {
      const facts = { ...noStatus, code: "AliasNotFound", body };
      expect(ServiceError.from({ status, body })).toMatchObject(facts);
      expect(await ServiceError.fromResponse({ status, text: async () => text })).toMatchObject(facts);
    },
  );

  test("a status that is spelled as text is the number", () => {
    expect(ServiceError.from({ status: "404", body })).toMatchObject({ status: 404, code: "AliasNotFound" });
  });

  test("each member that throws is as if it were absent", async () => {
    const received = { status: 404, headers: { "x-request-id": "r-1" }, body };
    const response = { status: 404, headers: received.headers, text: async () => text };
    const all = { status: 404, requestId: "r-1", code: "AliasNotFound" };
    expect(ServiceError.from(withGetter("status", received) as Facts)).toMatchObject({ ...all, ...noStatus });
    expect(ServiceError.from(withGetter("headers", received) as Facts)).toMatchObject({ ...all, requestId: undefined });
    for (const name of ["body", "text"]) {
      const error = ServiceError.from(withGetter(name, received) as Facts);
      expect(error).toMatchObject({ ...all, code: undefined, cause: { message: "no" } });
    }
    const read = async (name: string) => ServiceError.fromResponse(withGetter(name, response));
    expect(await read("status")).toMatchObject({ ...all, ...noStatus });
    expect(await read("headers")).toMatchObject({ ...all, requestId: undefined });
    expect(await read("body")).toMatchObject(all);
    expect(await read("text")).toMatchObject({ ...all, code: undefined, cause: { message: "no" } });
  });

  test.each([null, 1, withGetter("maxBytes", {}), proxy, { maxBytes: Symbol("1") }, { maxBytes: 1n }])(
    "options that are none count as absent (%#)",
    async (options) => {
      const error = await ServiceError.fromResponse(new Response(text, { status: 404 }), options);
      expect(error).toMatchObject({ status: 404, code: "AliasNotFound" });
    },
  );

  test("a member of a case that is nested too deeply", async () => {
    const table = modelOf({
      name: "Deep",
      body: { code: "/code", message: "/message", properties: { "/kind": {} } },
      errors: {
        Full: {
          message: "full",
          cases: { disk: { constants: { "/kind": "disk" } }, quota: { constants: { "/kind": "quota" } } },
        },
      },
    });
    const made = (await loadProduct(table, EVERY_PART))["DeepServiceError"] as unknown as ServiceErrorClass;
    const deep = `{"code":"Full","message":"full","kind":${"[".repeat(100_000)}${"]".repeat(100_000)}}`;
    expect(made.from({ status: 500, text: deep })).toMatchObject({ status: 500, code: "Full", case: undefined });
  });
});

test("the title of a page is told, as a reader sees it", () => {
  const messageOf = (given: string) => ServiceError.from({ status: 404, body: given }).message;
  const plain = "HTTP status 404 without an error body";
  expect(messageOf("<!doctype html><html><head><title>not found</title>")).toBe(`${plain}; title: "not found"`);
  expect(messageOf("<TITLE lang=en>\n 502 &amp; &lt;b&gt; &#8211;&nbsp;&quot;x&quot; &odd;\n</TITLE>")).toBe(
    `${plain}; title: "502 & <b> – \\"x\\" &odd;"`,
  );
  for (const none of ["<html><title></title>", "<title> </title>", '{"title":"no"}', ""])
    expect(messageOf(none)).toBe(plain);
  expect(ServiceError.from({ status: 404, body: { errorCode: "New", html: "<title>x</title>" } }).message).toBe(
    "HTTP status 404 New",
  );
});

describe("a subclass", () => {
  test("makes its own instances, which the guard knows in every copy of the module", async () => {
    class OwnError extends ServiceError {
      override readonly name = "OwnError";
      readonly team = "billing";
    }
    const read = await OwnError.fromResponse(new Response(JSON.stringify(body), { status: 404 }));
    const received = OwnError.from({ status: 404, body });
    const copy = await loadProduct(modelOfFile("spec/function-compute.errors.yaml"), {
      ...EVERY_PART,
      perCode: "never",
    });
    for (const error of [read, received]) {
      expect(error).toBeInstanceOf(OwnError);
      expect(error).toMatchObject({ code: "AliasNotFound", team: "billing", name: "OwnError" });
      expect(product["isFunctionComputeServiceError"]?.(error)).toBe(true);
      expect(copy["isFunctionComputeServiceError"]?.(error)).toBe(true);
      expect(String(error)).toBe(`OwnError: ${body.errorMessage}`);
      expect(JSON.parse(JSON.stringify(error))).toMatchObject({
        name: "OwnError",
        team: "billing",
        code: "AliasNotFound",
      });
    }
  });
});

test("a report has the message, code, status and request id", () => {
  const headers = { "x-request-id": "r-1" };
  const error = ServiceError.from({ status: 404, headers, body });
  expect(JSON.parse(JSON.stringify({ error })).error).toEqual({
    name: "FunctionComputeServiceError",
    message: body.errorMessage,
    status: 404,
    code: "AliasNotFound",
    retry: "never",
    requestId: "r-1",
    body,
    excerpt: JSON.stringify(body),
  });
});
