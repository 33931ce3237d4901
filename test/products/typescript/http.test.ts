// Whatever a server answers, http.ts makes a usable error of it: real responses, odd bodies, any bytes, all forms of Retry-After.

import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import type { TypescriptOptions } from "../../../generator/products/options.gen.ts";
import { flatErrors } from "../../helpers/flat-error.ts";
import { modelOf, modelOfFile } from "../../helpers/model-fixtures.ts";
import { EVERY_PART, loadProduct, type Product, productOf } from "../../helpers/typescript-product.ts";

interface ServiceError extends Error {
  readonly status: number;
  readonly code: string | undefined;
  readonly body: unknown;
  readonly params: unknown;
  readonly retry: string | undefined;
  readonly requestId: string | undefined;
  readonly retryAfter: number | undefined;
  readonly excerpt: string;
  is(code: string): boolean;
}

interface ServiceErrorClass {
  new (facts: object): ServiceError;
  fromResponse(response: unknown, options?: { readonly maxBytes?: number }): Promise<ServiceError>;
}

const model = modelOfFile("spec/function-compute.errors.yaml");
const aliasNotFound = {
  errorCode: "AliasNotFound",
  errorMessage: "alias 'prod' of service 'demo' does not exist",
};
let product: Product;
let ServiceError: ServiceErrorClass;

beforeAll(async () => {
  product = await loadProduct(model, EVERY_PART);
  ServiceError = classOf(product, "FunctionComputeServiceError");
});

describe("from a server", () => {
  let server: Server;
  let answer: (response: ServerResponse) => void = () => undefined;
  beforeAll(async () => {
    server = createServer((_, response) => answer(response));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  const ask = async (respond: (response: ServerResponse) => void, init: RequestInit = {}): Promise<Response> => {
    answer = respond;
    return fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, init);
  };
  const errorOf = async (status: number, body: string | Uint8Array, headers: Record<string, string> = {}) =>
    ServiceError.fromResponse(
      await ask((response) => {
        response.writeHead(status, headers);
        response.end(body);
      }),
    );

  test("an error of the table tells all there is to know", async () => {
    const headers = { "content-type": "application/json", "x-fc-request-id": "r-1", "retry-after": "7" };
    const error = await errorOf(404, JSON.stringify(aliasNotFound), headers);
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({
      name: "FunctionComputeServiceError",
      message: aliasNotFound.errorMessage,
      status: 404,
      code: "AliasNotFound",
      body: aliasNotFound,
      params: { aliasName: "prod", serviceName: "demo" },
      retry: "never",
      requestId: "r-1",
      retryAfter: 7000,
      excerpt: JSON.stringify(aliasNotFound),
    });
    expect(error.is("AliasNotFound")).toBe(true);
    expect(error.is("AccessDenied")).toBe(false);
    expect(Object.hasOwn(error, "cause")).toBe(false);
    expect(String(error)).toBe(`FunctionComputeServiceError: ${aliasNotFound.errorMessage}`);
  });

  test("every error of the table is told by its code, and so is its retry class", async () => {
    for (const { code, status, retry, examples } of flatErrors(model)) {
      const error = await errorOf(status, JSON.stringify(examples[0]?.body));
      expect(error).toMatchObject({ code, status, retry });
      expect(error.is(code)).toBe(true);
    }
  });

  test("the other spelling is read, and an unknown code stays unknown", async () => {
    const text = '{"ErrorCode":"AccessDenied","ErrorMessage":"no"}';
    expect(await errorOf(403, text)).toMatchObject({ code: "AccessDenied", params: { reason: "no" } });
    const newer = await errorOf(400, '{"errorCode":"BrandNew","errorMessage":"new"}');
    expect(newer).toMatchObject({ code: "BrandNew", message: "new", params: undefined, retry: undefined });
  });

  const odd: Readonly<Record<string, string | Uint8Array>> = {
    "an empty body": "",
    HTML: "<html><body>502 Bad Gateway</body></html>",
    "JSON that is cut off": JSON.stringify(aliasNotFound).slice(0, -5),
    "another shape": '{"message":"no"}',
    "a list": "[1]",
    null: "null",
    "a text": '"AliasNotFound"',
    "invalid UTF-8": Uint8Array.of(0x7b, 0x22, 0xff, 0xfe, 0xc0, 0x22),
    "UTF-16": new Uint8Array(Buffer.from("\ufeff{}", "utf16le")),
    "inherited members": '{"__proto__":{"errorCode":"AccessDenied","errorMessage":"no"}}',
    "names of every object": '{"constructor":{"prototype":1},"toString":"","hasOwnProperty":1}',
    "lists in lists": "[".repeat(200_000) + "]".repeat(200_000),
    "objects in objects": `${'{"errorCode":'.repeat(50_000)}1${"}".repeat(50_000)}`,
  };

  test.each(Object.entries(odd))("%s is an error with a status and an excerpt", async (_, body) => {
    const error = await errorOf(502, body, { "x-request-id": "r-2" });
    expect(error).toMatchObject({ status: 502, code: undefined, body: undefined, requestId: "r-2" });
    expect(error.message).toBe("HTTP status 502 without an error body");
    const text = typeof body === "string" ? body : new TextDecoder().decode(body);
    expect(error.excerpt).toBe(text.slice(0, 512));
  });

  test("what is no JSON is told as the cause, and what has another shape is not", async () => {
    expect((await errorOf(502, "<html>")).cause).toBeInstanceOf(SyntaxError);
    expect(Object.hasOwn(await errorOf(502, ""), "cause")).toBe(false);
    expect(Object.hasOwn(await errorOf(502, "{}"), "cause")).toBe(false);
  });

  test.each([
    ["without its message", { errorCode: "AliasNotFound" }, "HTTP status 404 AliasNotFound", "no errorMessage"],
    ["whose message is no text", { ...aliasNotFound, errorMessage: 1 }, "HTTP status 404 AliasNotFound", "not as"],
    ["in the other spelling", { ErrorCode: "AliasNotFound" }, "HTTP status 404 AliasNotFound", "no errorMessage"],
  ])("a body %s keeps its code, and the cause says what does not fit", async (_, body, message, misfit) => {
    const error = await errorOf(404, JSON.stringify(body));
    expect(error).toMatchObject({ message, code: "AliasNotFound", retry: "never", body: undefined, params: undefined });
    expect(error.is("AliasNotFound")).toBe(true);
    expect(error.cause).toBeInstanceOf(TypeError);
    expect((error.cause as Error).message).toContain(misfit);
  });

  test.each([
    ["without a code, as gateways send it,", { errorMessage: "Forbidden" }, "The body has no errorCode."],
    ["whose code is no text", { errorCode: 403, errorMessage: "Forbidden" }, "Members of the body are not as"],
  ])("a body %s keeps its message", async (_, body, misfit) => {
    const error = await errorOf(403, JSON.stringify(body));
    expect(error).toMatchObject({ message: "Forbidden", code: undefined, retry: undefined, body: undefined });
    expect((error.cause as Error).message).toContain(misfit);
  });

  test("a byte order mark makes no difference", async () => {
    expect((await errorOf(404, `\ufeff${JSON.stringify(aliasNotFound)}`)).code).toBe("AliasNotFound");
  });

  test("a connection that breaks leaves what came before", async () => {
    const response = await ask((reply) => {
      reply.writeHead(500, { "content-length": "1000" });
      reply.write("half an ans", () => reply.destroy());
    });
    const error = await ServiceError.fromResponse(response);
    expect(error).toMatchObject({ status: 500, excerpt: "half an ans", code: undefined });
    expect(error.cause).toBeInstanceOf(Error);
  });

  test("a body that is not compressed as it says is an error of the server", async () => {
    const error = await errorOf(500, "not gzip", { "content-encoding": "gzip" });
    expect(error).toMatchObject({ status: 500, code: undefined });
    expect(error.cause).toBeInstanceOf(Error);
  });

  test("a request that is aborted while the body comes is an error with the status", async () => {
    const controller = new AbortController();
    const response = await ask((reply) => void reply.writeHead(503).write("slow"), { signal: controller.signal });
    const error = ServiceError.fromResponse(response);
    controller.abort();
    expect(await error).toMatchObject({ status: 503, code: undefined, cause: { name: "AbortError" } });
  });

  test("a source of nothing but empty pieces comes to an end", async () => {
    const body = new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(0)) });
    const error = await ServiceError.fromResponse(new Response(body, { status: 500 }), { maxBytes: 1000 });
    expect(error).toMatchObject({ status: 500, excerpt: "", cause: expect.any(RangeError) });
  });

  test("what stands in for a response may have no text", async () => {
    const stand: unknown = { status: 502, headers: new Headers(), text: () => Promise.resolve(undefined) };
    expect(await ServiceError.fromResponse(stand as Response)).toMatchObject({ status: 502, excerpt: "" });
  });

  test("a body without end is read up to the limit, and then the server is told", async () => {
    const closed = new Promise<void>((resolve) => {
      answer = (reply) => {
        reply.writeHead(500);
        const pump = (): void => {
          while (reply.write("x".repeat(65_536)));
        };
        reply.on("drain", pump);
        reply.on("close", resolve);
        pump();
      };
    });
    const error = await ServiceError.fromResponse(await ask(answer));
    expect(error).toMatchObject({ status: 500, excerpt: "x".repeat(512) });
    expect(String(error.cause)).toBe("RangeError: The body exceeds 1048576 bytes.");
    await closed;
  });

  test("a body that was used or is being read tells its status", async () => {
    const respond = (reply: ServerResponse): void => void reply.writeHead(404).end(JSON.stringify(aliasNotFound));
    const used = await ask(respond);
    await used.text();
    expect(await ServiceError.fromResponse(used)).toMatchObject({ status: 404, code: undefined, excerpt: "" });
    const locked = await ask(respond);
    const reader = locked.body?.getReader();
    expect(await ServiceError.fromResponse(locked)).toMatchObject({ status: 404, code: undefined, excerpt: "" });
    await reader?.cancel();
  });
});

describe("limits", () => {
  const text = JSON.stringify(aliasNotFound);
  test.each([
    [text.length, "AliasNotFound"],
    [text.length - 1, undefined],
    [0, undefined],
    [-1, undefined],
    [Number.NaN, undefined],
    [Number.POSITIVE_INFINITY, "AliasNotFound"],
  ])("of %d bytes", async (maxBytes, code) => {
    const streamed = await ServiceError.fromResponse(new Response(text, { status: 404 }), { maxBytes });
    expect(streamed.code).toBe(code);
    const whole = { status: 404, headers: new Headers(), text: async () => text };
    expect((await ServiceError.fromResponse(whole, { maxBytes })).code).toBe(code);
  });

  test("the stream is cancelled at the limit, and nothing waits for it", async () => {
    const cancel = vi.fn(() => new Promise<void>(() => undefined));
    const pull = vi.fn((controller: ReadableStreamDefaultController) => controller.enqueue(new Uint8Array(10)));
    const stream = new ReadableStream({ pull, cancel });
    await ServiceError.fromResponse(new Response(stream, { status: 500 }), { maxBytes: 25 });
    expect(cancel).toHaveBeenCalledOnce();
    expect(pull.mock.calls.length).toBeLessThanOrEqual(4);
  });

  test("an excerpt ends with a whole character", async () => {
    const at = async (body: string) => (await ServiceError.fromResponse(new Response(body, { status: 500 }))).excerpt;
    expect(await at("😀".repeat(400))).toBe("😀".repeat(256));
    expect(await at(`x${"😀".repeat(400)}`)).toBe(`x${"😀".repeat(255)}`);
    expect(await at("é".repeat(600))).toBe("é".repeat(512));
    const cut = await ServiceError.fromResponse(new Response("é😀", { status: 500 }), { maxBytes: 1 });
    expect(cut.excerpt).toBe("é😀");
    const chunks = new ReadableStream({
      start(controller) {
        for (const byte of new TextEncoder().encode("é😀")) controller.enqueue(Uint8Array.of(byte));
      },
    });
    const inside = await ServiceError.fromResponse(new Response(chunks, { status: 500 }), { maxBytes: 4 });
    expect(inside.excerpt).toBe("é");
  });
});

describe("other kinds of responses", () => {
  const text = JSON.stringify(aliasNotFound);
  const reply = (parts: object) => ({ status: 404, headers: new Headers(), text: async () => "", ...parts });
  const failing = async function* () {
    yield Buffer.from("first");
    throw new Error("broken");
  };

  test("a stream of Node, as node-fetch hands it on", async () => {
    const half = Math.floor(text.length / 2);
    const body = Readable.from([Buffer.from(text.slice(0, half)), Buffer.from(text.slice(half))]);
    expect((await ServiceError.fromResponse(reply({ body }))).code).toBe("AliasNotFound");
    const endless = Readable.from(
      (function* () {
        for (;;) yield Buffer.alloc(10);
      })(),
    );
    await ServiceError.fromResponse(reply({ body: endless }), { maxBytes: 20 });
    await expect.poll(() => endless.destroyed).toBe(true);
    const broken = await ServiceError.fromResponse(reply({ body: Readable.from(failing()) }));
    expect(broken).toMatchObject({ excerpt: "first", cause: { message: "broken" } });
  });

  test("no stream at all, as in React Native", async () => {
    expect((await ServiceError.fromResponse(reply({ text: async () => text }))).code).toBe("AliasNotFound");
    const failed = await ServiceError.fromResponse(reply({ text: () => Promise.reject(new Error("gone")) }));
    expect(failed).toMatchObject({ status: 404, excerpt: "", cause: { message: "gone" } });
  });

  const strange: Readonly<Record<string, object>> = {
    "a stream of objects": { body: Readable.from([aliasNotFound]) },
    "a stream that fails": { body: new ReadableStream({ start: (controller) => controller.error(new Error("no")) }) },
    "a stream whose reader throws": {
      body: {
        getReader: () => {
          throw new Error("no");
        },
      },
    },
    "a body that is no stream": { body: { getReader: 1 } },
    "a stand-in without headers": { headers: undefined },
  };
  test.each(Object.entries(strange))("%s", async (_, parts) => {
    expect(await ServiceError.fromResponse(reply(parts))).toMatchObject({ status: 404, code: undefined });
  });

  const web = (chunks: readonly unknown[], members: object = {}) => {
    const left = [...chunks];
    const read = async () => ({ done: left.length === 0, value: left.shift() });
    return { getReader: () => ({ read, ...members }) };
  };
  const bytes = new TextEncoder().encode(text);
  const halves = [bytes.slice(0, 7), bytes.slice(7)];
  const throwing = () => {
    throw new Error("no");
  };
  const readable: Readonly<Record<string, unknown>> = {
    "a stream of texts": Readable.from([text.slice(0, 7), text.slice(7)]),
    "a stream of texts with a byte order mark": Readable.from([`\ufeff${text}`]),
    "a stream of texts and bytes": web([halves[0], text.slice(7)]),
    "a stream of buffers": web(halves.map((half) => half.buffer)),
    "a stream of buffers of another realm": web([
      runInNewContext("Uint8Array.from(bytes).buffer", { bytes: [...bytes] }),
    ]),
    "a stream of other views": web(halves.map((half) => new DataView(half.buffer))),
    "a reader that cannot be told to stop": web(halves),
    "a reader that throws when it is told to stop": web(halves, { cancel: throwing }),
    "a reader that fails when it is told to stop": web(halves, { cancel: async () => throwing() }),
    "a reader that stops at once": web(halves, { cancel: () => 1 }),
    "an iterator that throws when it is told to stop": {
      [Symbol.asyncIterator]: () => ({ next: web(halves).getReader().read, return: throwing }),
    },
  };
  test.each(Object.entries(readable))("%s is read", async (_, body) => {
    const error = await ServiceError.fromResponse(reply({ body }));
    expect(error).toMatchObject({ code: "AliasNotFound", body: aliasNotFound, excerpt: text });
    expect(Object.hasOwn(error, "cause")).toBe(false);
  });

  test.each<[string, unknown]>([
    ["a text", "text"],
    ["an object", {}],
    ["an object whose reader is no function", { getReader: 1 }],
    ["an object that gives no reader", { getReader: throwing }],
    ["an object that gives no iterator", { [Symbol.asyncIterator]: throwing }],
  ])("a body that is %s is no stream, and the text counts", async (_, body) => {
    expect(await ServiceError.fromResponse(reply({ body, text: async () => text }))).toMatchObject({
      code: "AliasNotFound",
    });
  });

  test("texts count by their length, and a limit that is exceeded is told where a reader cannot be told to stop", async () => {
    const error = await ServiceError.fromResponse(reply({ body: web([text, text]) }), { maxBytes: text.length });
    expect(error).toMatchObject({ code: undefined, cause: expect.any(RangeError) });
    const split = await ServiceError.fromResponse(reply({ body: web(["\ud83d", "\ude00"]) }));
    expect(split.excerpt).toBe("😀");
  });

  test("what another program read becomes an error, too", () => {
    const error = new ServiceError({ status: 404, body: aliasNotFound });
    expect(error).toMatchObject({ code: "AliasNotFound", retry: "never", excerpt: "", requestId: undefined });
  });
});

describe("any bytes", () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 2000 }),
    fc.json().map((text) => new TextEncoder().encode(text)),
    fc
      .record({ errorCode: fc.constantFrom("AliasNotFound", "__proto__", "New"), errorMessage: fc.string() })
      .map((body) => new TextEncoder().encode(JSON.stringify(body))),
  );

  test("make an error, the same one however they are cut into chunks", async () => {
    await fc.assert(
      fc.asyncProperty(bytes, fc.integer({ min: 1, max: 700 }), async (all, size) => {
        const chunks = new ReadableStream({
          start(controller) {
            for (let at = 0; at < all.length; at += size) controller.enqueue(all.slice(at, at + size));
            controller.close();
          },
        });
        const whole = await ServiceError.fromResponse(new Response(all, { status: 500 }));
        const parts = await ServiceError.fromResponse(new Response(chunks, { status: 500 }));
        expect({ ...parts, message: parts.message }).toEqual({ ...whole, message: whole.message });
        const text = new TextDecoder().decode(all);
        expect(text.startsWith(whole.excerpt)).toBe(true);
        expect(whole.excerpt.length).toBeGreaterThanOrEqual(Math.min(text.length, 511));
        expect(whole.excerpt.isWellFormed()).toBe(true);
      }),
    );
  });

  test("of a limit below their number make an error without a body", async () => {
    await fc.assert(
      fc.asyncProperty(bytes, fc.nat(1999), async (all, maxBytes) => {
        fc.pre(maxBytes < all.length);
        const error = await ServiceError.fromResponse(new Response(all, { status: 500 }), { maxBytes });
        expect(error.body).toBeUndefined();
      }),
    );
  });
});

describe("Retry-After", () => {
  const DATE = "Sun, 06 Nov 1994 08:49:37 GMT";
  const delayOf = async (headers: Record<string, string>) =>
    (await ServiceError.fromResponse(new Response(null, { status: 503, headers }))).retryAfter;
  afterEach(() => void vi.useRealTimers());

  test.each([
    ["0", 0],
    ["120", 120_000],
    [" 5 ", 5000],
    ["0010", 10_000],
    ["99999999999", 2_147_483_647],
    ["9".repeat(400), 2_147_483_647],
    ["", undefined],
    ["-1", undefined],
    ["+1", undefined],
    ["1.5", 1_500],
    ["2.0", 2_000],
    ["1e3", undefined],
    ["0x10", undefined],
    ["1, 2", undefined],
    ["soon", undefined],
    ["Sun, 06 Nov 1994 08:50:07 GMT", 30_000],
    ["Sunday, 06-Nov-94 08:50:07 GMT", 30_000],
    ["Wednesday, 06-Nov-95 08:49:37 GMT", 2_147_483_647],
    ["Sun Nov  6 08:50:07 1994", 30_000],
    ["Wed Nov 16 08:49:37 1994", 10 * 86_400_000],
    ["Sun, 06 Nov 1994 08:49:37 GMT", 0],
    ["Sun, 06 Nov 1994 08:49:07 GMT", 0],
    ["Tuesday, 06-Nov-45 08:50:07 GMT", 0],
    ["Sunday, 06-Nov-44 08:50:07 GMT", 2_147_483_647],
    ["Sun, 06 Nov 1994 08:49:60 GMT", 23_000],
    ["Sun, 06 Nov 1994 08:50:07", undefined],
    ["Sun, 06 Nov 1994 08:50:07 +0100", undefined],
    ["Sun, 6 Nov 1994 08:50:07 GMT", undefined],
    ["Wed, 30 Feb 1995 08:50:07 GMT", undefined],
    ["Sun, 00 Nov 1994 08:50:07 GMT", undefined],
    ["Sun, 06 Nop 1994 08:50:07 GMT", undefined],
    ["Sun, 06 ovD 1994 08:50:07 GMT", undefined],
    ["Sun, 06 Nov 1994 24:00:00 GMT", undefined],
    ["Sun, 06 Nov 1994 08:60:00 GMT", undefined],
    ["1994-11-06T08:50:07Z", undefined],
    ["784111807", 2_147_483_647],
  ])("%s", async (value, expected) => {
    expect(await delayOf({ "retry-after": value, date: DATE })).toBe(expected);
  });

  test("servers of some clouds send milliseconds", async () => {
    expect(await delayOf({ "retry-after-ms": "250", "retry-after": "1" })).toBe(250);
    expect(await delayOf({ "x-ms-retry-after-ms": "1500.5" })).toBe(1_501);
    expect(await delayOf({ "retry-after-ms": "soon", "retry-after": "1" })).toBe(1_000);
  });

  test("a date counts from now where the response has no date, or none that can be read", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.UTC(2026, 0, 31, 12, 0, 0) });
    const until = { "retry-after": "Sat, 31 Jan 2026 12:01:00 GMT" };
    expect(await delayOf(until)).toBe(60_000);
    expect(await delayOf({ ...until, date: "today" })).toBe(60_000);
    expect(await delayOf({ ...until, date: "Sat, 31 Jan 2026 12:00:30 GMT" })).toBe(30_000);
    expect(await delayOf({})).toBeUndefined();
  });

  test("is read as Date reads it, for any date", async () => {
    const years = { min: new Date("1900-01-01T00:00:00Z"), max: new Date("2999-12-31T23:59:59Z"), noInvalidDate: true };
    await fc.assert(
      fc.asyncProperty(fc.date(years), fc.nat(2_000_000), async (date, seconds) => {
        const start = Math.floor(date.getTime() / 1000) * 1000;
        const until = new Date(start + seconds * 1000).toUTCString();
        expect(await delayOf({ date: date.toUTCString(), "retry-after": until })).toBe(seconds * 1000);
      }),
    );
  });
});

describe("the id of the request", () => {
  const idOf = async (headers: Record<string, string>) =>
    (await ServiceError.fromResponse(new Response(null, { status: 500, headers }))).requestId;

  test("is x-request-id, else the first header that is named like it", async () => {
    expect(await idOf({ "x-fc-request-id": "fc", "x-request-id": "own", "a-request-id": "a" })).toBe("own");
    expect(await idOf({ "x-fc-request-id": "fc", "x-oss-request-id": "oss" })).toBe("fc");
    expect(await idOf({ "x-amzn-RequestId": "amzn" })).toBe("amzn");
    expect(await idOf({ "x-request-id": "", "x-fc-request-id": "fc" })).toBe("fc");
    expect(await idOf({ "x-request-id-format": "no", "content-type": "text/plain" })).toBeUndefined();
  });

  test("is that of the body where the table has such a member", async () => {
    const Shop = await shopWith({ RequestID: { type: "string" } });
    const body = { code: "Gone", message: "gone", RequestID: "in-body" };
    const respond = (own: object) =>
      Shop.fromResponse(new Response(JSON.stringify(own), { status: 410, headers: { "x-request-id": "header" } }));
    expect((await respond(body)).requestId).toBe("in-body");
    expect((await respond({ ...body, RequestID: "" })).requestId).toBe("header");
    expect((await respond({ code: "Gone", message: "gone" })).requestId).toBe("header");
    const Other = await shopWith({ requestIds: { type: "string" } });
    expect((await Other.fromResponse(new Response(JSON.stringify({ ...body, requestIds: "x" })))).requestId).toBe(
      undefined,
    );
  });
});

describe("other tables", () => {
  test("bodies may be nested, with the names that every object has", async () => {
    const proto = modelOfFile("test/cases/hostile-text/hostile-proto.errors.yaml");
    const made = classOf(await loadProduct(proto, EVERY_PART), "HostileProtoServiceError");
    for (const { code, examples } of flatErrors(proto)) {
      const error = await made.fromResponse(new Response(JSON.stringify(examples[0]?.body), { status: 400 }));
      expect(error).toMatchObject({ code, params: examples[0]?.params });
    }
    const text = '{"constructor":{"prototype":"TooManyRequests"},"toString":"no","hasOwnProperty":true}';
    expect((await made.fromResponse(new Response(text))).code).toBe("TooManyRequests");
    expect((await made.fromResponse(new Response("{}"))).code).toBeUndefined();
  });

  test("an error whose params are no JSON can be logged as JSON", async () => {
    const sink = modelOfFile("test/cases/kitchen-sink/kitchen-sink.errors.yaml");
    const loaded = await loadProduct(sink, EVERY_PART);
    const made = classOf(loaded, "KitchenSinkServiceError");
    const body = loaded["createKeyTakenError"]?.({ tenant: 7, key: "k", order: 9007199254740993n }, { requestId: "r" });
    const error = await made.fromResponse(new Response(JSON.stringify(body), { status: 409 }));
    expect(error.params).toEqual({ tenant: 7, key: "k", order: 9007199254740993n });
    expect(JSON.parse(JSON.stringify(error))).toMatchObject({ name: "KitchenSinkServiceError", requestId: "r" });
  });

  test("details that are nested too deeply for their checks are another shape", async () => {
    const list = { type: "array", uniqueItems: true };
    const made = await shopWith({ list });
    const deep = "[".repeat(100_000) + "]".repeat(100_000);
    const text = `{"code":"Gone","message":"gone","list":[${deep},${deep}]}`;
    const error = await made.fromResponse(new Response(text, { status: 410 }));
    expect(error).toMatchObject({ status: 410, body: undefined, code: "Gone", message: "gone" });
  });
});

describe("the guard of the class", () => {
  const guard = (value: unknown) => product["isFunctionComputeServiceError"]?.(value);

  test("knows the errors of another copy of the module", async () => {
    // Of another model, as modules are shared by the tests of one.
    const copy = classOf(await loadProduct({ ...model }, EVERY_PART), "FunctionComputeServiceError");
    const error = await copy.fromResponse(new Response("", { status: 500 }));
    expect(error instanceof ServiceError).toBe(false);
    expect(guard(error)).toBe(true);
    expect(guard(await ServiceError.fromResponse(new Response("", { status: 500 })))).toBe(true);
  });

  test.each([
    [undefined],
    [null],
    ["FunctionComputeServiceError"],
    [new Error("FunctionComputeServiceError")],
    [{ name: "FunctionComputeServiceError" }],
    [Object.assign(new Error(), { name: "OtherServiceError", is: () => true })],
    [Proxy.revocable({}, {}).proxy],
    [
      {
        get is() {
          throw new Error("no");
        },
      },
    ],
  ])("is not taken in: %#", (value) => {
    expect(guard(value)).toBe(false);
  });

  test("a revoked proxy does no harm", () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    expect(guard(proxy)).toBe(false);
  });
});

describe("a body that lacks what others have", () => {
  test("keeps code, message and retry class", async () => {
    const shop = modelOf({
      name: "Shop",
      body: {
        code: "/code",
        message: "/message",
        properties: { requestId: { type: "string" }, place: { type: "object" } },
        required: ["requestId"],
      },
      errors: { Gone: { status: 410, message: "gone", retry: "never" } },
    });
    const made = classOf(await loadProduct(shop, EVERY_PART), "ShopServiceError");
    const errorOf = (body: object) => made.fromResponse(new Response(JSON.stringify(body), { status: 410 }));
    const gone = { code: "Gone", message: "gone" };
    const kept = { ...gone, retry: "never", body: undefined };
    const lacking = await errorOf(gone);
    expect(lacking).toMatchObject({ ...kept, cause: { message: "The body has no requestId." } });
    const wrong = await errorOf({ ...gone, requestId: "r-1", place: 7 });
    expect(wrong).toMatchObject({ ...kept, cause: { message: expect.stringContaining("not as the table") } });
    expect(await errorOf({ ...gone, requestId: "r-1" })).toMatchObject({ ...gone, body: { requestId: "r-1" } });
  });

  test("is told of details, too", async () => {
    const locked = {
      status: 409,
      message: "locked",
      details: { type: "object", properties: { by: { type: "string" } }, required: ["by"] },
    };
    const shop = modelOf({
      name: "Shop",
      body: { code: "/code", message: "/message" },
      errors: { Locked: locked, Gone: { status: 410, message: "gone" } },
    });
    const made = classOf(await loadProduct(shop, EVERY_PART), "ShopServiceError");
    const errorOf = (body: object) => made.fromResponse(new Response(JSON.stringify(body), { status: 409 }));
    const body = { code: "Locked", message: "locked" };
    expect(await errorOf(body)).toMatchObject({ code: "Locked", cause: { message: "The body has no by." } });
    expect(await errorOf({ ...body, by: "me" })).toMatchObject({ body: { by: "me" } });
    expect((await errorOf({ code: "Gone", message: "gone" })).cause).toBeUndefined();
  });

  test("is told by those who read it themselves, too", () => {
    const error = new ServiceError({ status: 404, code: "AliasNotFound" });
    expect(error).toMatchObject({ code: "AliasNotFound", retry: "never", message: "HTTP status 404 AliasNotFound" });
    expect(error.is("AliasNotFound")).toBe(true);
    expect(error.is("AccessDenied")).toBe(false);
  });
});

describe("parts", () => {
  test.each<[TypescriptOptions["parts"], string[]]>([
    [
      undefined,
      [
        ...[
          "checks",
          "codes",
          "decode",
          "guards",
          "index",
          "lookup",
          "match",
          "matcher",
          "messages",
          "params",
          "printf",
          "table",
        ],
        ...["templates", "types"],
      ],
    ],
    [[], ["index", "types"]],
    [["guards"], ["checks", "guards", "index", "lookup", "match", "types"]],
    [["messages"], ["index", "messages", "params", "printf", "templates", "types"]],
    [["decode"], ["decode", "index", "matcher", "messages", "params", "printf", "templates", "types"]],
    [["table"], ["index", "table", "types"]],
    [["http"], ["checks", "guards", "http", "index", "lookup", "match", "response", "types"]],
    [
      ["http", "messages"],
      [
        "checks",
        "guards",
        "http",
        "index",
        "lookup",
        "match",
        "messages",
        "params",
        "printf",
        "response",
        "templates",
        "types",
      ],
    ],
  ])("%j", async (parts, expected) => {
    const files = await productOf(model, parts === undefined ? {} : { parts });
    expect([...files.keys()].map((path) => path.replace(".ts", "")).toSorted()).toEqual(expected);
    const exported = [...(files.get("index.ts") ?? "").matchAll(/"\.\/(\w+)\.js"/g)].map((match) => match[1]);
    // Of the engine that reads responses, only the types of arguments are shown.
    expect(exported).toEqual(
      expected.filter((name) => !["checks", "index", "matcher", "params", "printf", "templates"].includes(name)),
    );
    expect(
      files.get("index.ts")?.includes("export type {\n  ReadOptions,\n  ReceivedResponse,\n  ResponseLike,\n}") ??
        false,
    ).toBe(expected.includes("response"));
    for (const text of files.values()) {
      for (const [, name] of text.matchAll(/from "\.\/(\w+)\.js"/g)) expect(expected).toContain(name);
    }
  });

  test("an error has no params where messages are not made", async () => {
    const made = classOf(await loadProduct(model, { parts: ["http"] }), "FunctionComputeServiceError");
    const error = await made.fromResponse(new Response(JSON.stringify(aliasNotFound), { status: 404 }));
    expect(error).toMatchObject({ code: "AliasNotFound", retry: "never" });
    expect("params" in error).toBe(false);
  });
});

function classOf(loaded: Product, name: string): ServiceErrorClass {
  return loaded[name] as unknown as ServiceErrorClass;
}

async function shopWith(properties: object): Promise<ServiceErrorClass> {
  const shop = modelOf({
    name: "Shop",
    body: { code: "/code", message: "/message", properties },
    errors: { Gone: { status: 410, message: "gone" } },
  });
  return classOf(await loadProduct(shop, EVERY_PART), "ShopServiceError");
}
