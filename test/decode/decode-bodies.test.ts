// Real bodies of public APIs, and bodies of tables with cases, lists, prefixes and headers: the decoder tells code and case, and agrees with the generated readers.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Candidate } from "../../generator/decode/candidates.ts";
import { type Decoder, makeDecoder } from "../../generator/decode/decoder.ts";
import { decoderTable } from "../../generator/decode/decoder-table.ts";
import { valueAt } from "../../generator/decode/json-values.ts";
import type { Model } from "../../generator/model/model.ts";
import { tokenNames } from "../../generator/text/json/pointer.ts";
import { anyTable } from "../helpers/any-table.ts";
import { modelOf, modelOfFile } from "../helpers/model-fixtures.ts";
import { runs } from "../helpers/thorough.ts";
import { loadProduct } from "../helpers/typescript-product.ts";

interface Answer {
  readonly status: number;
  readonly body: unknown;
  /** The key in the table; null for a body that is no error of the table. */
  readonly code: string | null;
  readonly hasCode?: boolean;
  readonly case?: string;
}

const ANSWERS = JSON.parse(readFileSync(join(import.meta.dirname, "../corpora/apis/bodies.json"), "utf8")) as Readonly<
  Record<string, readonly Answer[]>
>;

const MODELS = new Map(
  Object.keys(ANSWERS).map((name) => [name, modelOfFile(`test/corpora/apis/${name}.errors.yaml`)] as const),
);

function decoderOf(model: Model): Decoder {
  return makeDecoder(decoderTable(model));
}

function textOf(body: unknown): string {
  return typeof body === "string" ? body : JSON.stringify(body);
}

function byCode(candidates: readonly Candidate[]): readonly string[] {
  return candidates.filter(({ matchedOn }) => matchedOn.includes("code")).map(({ error }) => error.code);
}

describe.each([...MODELS])("%s", (name, model) => {
  const decode = decoderOf(model);
  const own = ANSWERS[name] ?? [];

  test("the code of each of its bodies, and the case", () => {
    for (const { body, code, hasCode = true, case: known, status } of own) {
      for (const text of [textOf(body), `HTTP/1.1 ${status} X\n\n${textOf(body)}`]) {
        const { candidates } = decode(text);
        expect(byCode(candidates), text).toEqual(code === null || !hasCode ? [] : [code]);
        if (known !== undefined) expect(candidates[0]?.case, text).toBe(known);
      }
      if (code !== null) expect(decode(`HTTP/1.1 ${status} X\n\n${textOf(body)}`).candidates[0]?.error.code).toBe(code);
    }
  });

  test("the decoder and the readers find the same codes in its bodies and in those of other APIs", async () => {
    const product = await loadProduct(model, { parts: ["guards"] });
    const read = (body: unknown): readonly string[] => {
      const items = model.body.list === undefined ? [body] : (product[`read${model.name}Errors`]?.(body) as unknown[]);
      return items.flatMap((item) =>
        model.errors.flatMap(({ wireCode, code }) =>
          product[`is${model.name}Error`]?.(item, wireCode) === true ? [code] : [],
        ),
      );
    };
    const bodies = Object.values(ANSWERS).flatMap((answers) => answers.map(({ body }) => body));
    for (const body of bodies.filter((one) => typeof one === "object")) {
      const text = JSON.stringify(body);
      expect(byCode(decode(text).candidates), text).toEqual(read(body));
    }
  });

  test("the decoder and the Error class find the same codes in responses, of this API and of others", async () => {
    const product = await loadProduct(model, { parts: ["guards", "http"] });
    const service = product[`${model.name}ServiceError`] as unknown as ErrorClass;
    for (const { status, body } of Object.values(ANSWERS).flat()) {
      const text = textOf(body);
      const error = await service.fromResponse(new Response(text, { status }));
      const found = byCode(decode(`HTTP/1.1 ${status} X\n\n${text}`).candidates);
      const known = model.errors.filter(({ wireCode }) => wireCode === error.code).map(({ code }) => code);
      expect(found.slice(0, 1), text).toEqual(known);
    }
  });
});

interface ErrorClass {
  readonly fromResponse: (response: Response) => Promise<{ readonly code: unknown }>;
}

const disks = modelOf({
  body: {
    code: { at: "/error/code", prefix: "urn:disks:", header: "X-Error" },
    message: "/error/message",
    properties: { "/error/reason": { type: "string" } },
    requestId: "/id",
    retryAfter: { at: "/error/wait", unit: "ms" },
  },
  errors: {
    OperationDenied: {
      status: 403,
      cases: {
        zoneClosed: { message: "The zone %s is closed.", params: { zone: {} } },
        quota: { status: [409, 429], message: "The quota of %s is used up.", params: { resource: {} } },
      },
    },
    DiskError: {
      cases: {
        stopped: { message: "Wrong disk." },
        open: { message: "Wrong disk" },
        straight: { message: "The disk isn't there" },
        curly: { message: "The disk isn’t there" },
      },
    },
    CardDeclined: {
      status: 402,
      message: "The card was declined.",
      cases: {
        lost: { constants: { "/error/reason": "lost" } },
        expired: { constants: { "/error/reason": "expired" } },
      },
    },
  },
});

describe("cases", () => {
  const decode = decoderOf(disks);
  const bodyOf = (code: string, message: string, more: object = {}) =>
    JSON.stringify({ error: { code: `urn:disks:${code}`, message, ...more } });

  test.each([
    ["by the message", bodyOf("OperationDenied", "The quota of disks is used up."), "quota", ["disks"]],
    ["by the message alone", "The zone z-1 is closed.", "zoneClosed", ["z-1"]],
    ["by a constant", bodyOf("CardDeclined", "The card was declined.", { reason: "expired" }), "expired", []],
    ["by the status", `HTTP/1.1 429 X\n\n{"error":{"code":"urn:disks:OperationDenied"}}`, "quota", undefined],
    ["by no case", `HTTP/1.1 429 X\n\n${bodyOf("OperationDenied", "?")}`, undefined, undefined],
    ["by a full stop alone", bodyOf("DiskError", "Wrong disk."), "stopped", []],
    ["by the lack of a full stop", bodyOf("DiskError", "Wrong disk"), "open", []],
    ["by the form of a quotation mark", bodyOf("DiskError", "The disk isn’t there"), "curly", []],
    ["by no constant", bodyOf("CardDeclined", "The card was declined.", { reason: "stolen" }), undefined, []],
    ["in a log line", "ERROR OperationDenied: The zone z-1 is closed.", "zoneClosed", ["z-1"]],
  ])("%s", (_, text, name, values) => {
    const [best] = decode(text).candidates;
    expect(best?.case).toBe(name);
    expect(best?.message?.values).toEqual(values);
  });

  test("no case where nothing tells them apart", () => {
    for (const text of [
      bodyOf("CardDeclined", "The card was declined."),
      bodyOf("CardDeclined", "The card was declined.", { reason: "stolen" }),
      bodyOf("OperationDenied", "?"),
      "The card was declined.",
    ]) {
      const { candidates } = decode(text);
      expect(
        candidates.map(({ case: name }) => name),
        text,
      ).toEqual([undefined]);
    }
  });

  test("a code in a header, and facts in the body", () => {
    const text = 'HTTP/1.1 409 X\nx-error: urn:disks:OperationDenied\n\n{"id":"r-7","error":{"wait":1500}}';
    expect(decode(text)).toMatchObject({ requestId: "r-7", retryAfter: "1.5" });
    expect(decode(text).candidates[0]).toMatchObject({ case: "quota", matchedOn: ["code", "status"] });
  });
});

const lists = modelOf({
  body: { errors: "/errors", code: { at: "/code", type: "integer", success: [0] }, message: "/text" },
  errors: { "-7": { message: "seven" }, 7: { message: "no %s", params: { what: {} } } },
});

describe("codes and messages at their own places", () => {
  const decode = decoderOf(
    modelOf({
      body: { code: { at: "/type", prefix: "urn:acme:error:", optional: true }, message: "/text" },
      errors: { dns: { status: 400, message: "no such host" }, badNonce: { status: 400, message: "wrong nonce" } },
    }),
  );
  const codesOf = (body: unknown) => byCode(decode(JSON.stringify(body)).candidates);

  test("a plain word without the prefix is no code of a body; a name is one", () => {
    expect(codesOf({ type: "dns", value: "example.com" })).toEqual([]);
    expect(codesOf({ type: "urn:acme:error:dns" })).toEqual(["dns"]);
    expect(codesOf({ log: { name: "badNonce" } })).toEqual(["badNonce"]);
  });

  test("a message stands where the table says, also without a code", () => {
    expect(decode(JSON.stringify({ text: "no such host" })).candidates[0]).toMatchObject({
      error: { code: "dns" },
      matchedOn: ["message"],
    });
  });

  test("a message that is an item of a list is found by its words", () => {
    const order = modelOf({
      errors: { Expired: { status: 410, message: "order %s has expired", params: { id: {} } } },
    });
    const [found] = decoderOf(order)(JSON.stringify({ errors: ["order 7 has expired"] })).candidates;
    expect(found).toMatchObject({ error: { code: "Expired" }, message: { values: ["7"] } });
  });
});

describe("a known code in a body of another API", () => {
  test.each([
    ["an unknown word at the place of codes", { type: "invalid_request", code: "index_not_found" }, []],
    ["a sentence there", { type: "It is not there.", code: "index_not_found" }, ["index_not_found"]],
    ["a known code with more around it", { type: "shop#index_not_found" }, ["index_not_found"]],
    ["within another one", { type: "log_line", data: { type: "index_not_found" } }, ["index_not_found"]],
  ])("%s", (_, body, codes) => {
    const decode = decoderOf(
      modelOf({ body: { code: "/type", message: "/message" }, errors: { index_not_found: { status: 404 } } }),
    );
    expect(byCode(decode(JSON.stringify(body)).candidates)).toEqual(codes);
  });
});

test("codes in a header alone, as gRPC sends them, are known to the decoder and to the Error class", async () => {
  const header = "grpc-status";
  const model = modelOf({
    name: "Rpc",
    body: {
      code: { at: "/code", type: "integer", optional: true, header, success: [0] },
      message: { at: "/message", optional: true },
    },
    errors: { 5: { identifier: "NotFound", status: 404 }, 8: { identifier: "Exhausted", retry: "throttled" } },
  });
  const decode = decoderOf(model);
  const { RpcServiceError } = await loadProduct(model, { parts: ["guards", "messages", "decode", "table", "http"] });
  const read = async (code: string, body: string): Promise<Readonly<Record<string, unknown>>> => {
    const { fromResponse } = RpcServiceError as unknown as { fromResponse(response: Response): Promise<object> };
    return { ...(await fromResponse.call(RpcServiceError, new Response(body, { headers: { [header]: code } }))) };
  };
  for (const [code, body, found, retry] of [
    ["5", "", 5, undefined],
    ["8", "", 8, "throttled"],
    ["8", "<p>Busy</p>", 8, "throttled"],
    ["0", "", undefined, undefined],
    // A newer server may send it.
    ["99", "", 99, undefined],
  ] as const) {
    expect([code, await read(code, body)]).toMatchObject([code, { code: found, retry }]);
    const { candidates, success } = decode(`HTTP/1.1 200 OK\n${header}: ${code}\n\n${body}`);
    expect(candidates.map(({ error }) => error.code)).toEqual(retry || found === 5 ? [code] : []);
    expect(success).toBe(code === "0" ? "0" : undefined);
  }
});

describe.each([{ type: "integer" }, { type: ["string", "integer"] }])("codes of the type $type", ({ type }) => {
  const tableOf = (root: string, mediaType: string) =>
    modelOf({
      body: { mediaType, code: { at: `${root}/code`, type }, message: `${root}/text` },
      errors: { 402: { identifier: "NoCredits", status: 402 }, ...(type === "integer" ? {} : { gone: {} }) },
    });

  test.each<[string, Model, unknown, unknown]>([
    ["an integer", tableOf("", "application/json"), { code: 402, text: "x" }, 402],
    ["a text of digits", tableOf("", "application/json"), { code: "402", text: "x" }, undefined],
    ["a number that is no integer", tableOf("", "application/json"), { code: 402.5, text: "x" }, undefined],
    ["an element", tableOf("/R", "text/xml"), "<R><code>402</code><text>x</text></R>", 402],
    [
      "an element with a prefix",
      tableOf("/R", "text/xml"),
      '<s:R xmlns:s="urn:s"><s:code>402</s:code><s:text>x</s:text></s:R>',
      402,
    ],
    [
      "an element with the prefix of the table",
      tableOf("/s:R", "text/xml"),
      '<s:R xmlns:s="urn:s"><code>402</code><text>x</text></s:R>',
      402,
    ],
    ["another element", tableOf("/R", "text/xml"), "<R><code>403</code><text>x</text></R>", undefined],
  ])("%s: the decoder, the guards and the Error class agree", async (_, model, body, code) => {
    const product = await loadProduct(model, { parts: ["guards", "http"] });
    const { fromResponse } = product["DemoServiceError"] as unknown as ErrorClass;
    const error = await fromResponse.call(product["DemoServiceError"], new Response(textOf(body), { status: 400 }));
    const found = model.errors.filter(({ wireCode }) => wireCode === error.code);
    expect(found.map(({ wireCode }) => wireCode)).toEqual([code].filter((one) => one !== undefined));
    expect(byCode(decoderOf(model)(textOf(body)).candidates)).toEqual(found.map((one) => one.code));
    if (typeof body === "object") expect(product["isDemoError"]?.(body)).toBe(code !== undefined);
  });
});

describe("lists of integer codes", () => {
  const decode = decoderOf(lists);

  test("all errors in the order of the list, with their values; also an item alone", () => {
    const text = JSON.stringify({
      errors: [{ code: 7, text: "no a" }, { code: -7 }, { code: 7, text: "no b" }, { code: 8 }],
    });
    const { candidates, unknown } = decode(text);
    expect(candidates.map(({ error }) => error.code)).toEqual(["7", "-7", "7"]);
    expect(candidates.map(({ message }) => message?.values)).toEqual([["a"], undefined, ["b"]]);
    expect(unknown).toEqual([{ code: "8", nearest: undefined }]);
    expect(byCode(decode('{"code":-7}').candidates)).toEqual(["-7"]);
    expect(byCode(decode("failed with code=-7 today").candidates)).toEqual(["-7"]);
  });

  test("a line that begins with a bracket is no data", () => {
    expect(decode('[ERROR] no a {"trace":1}').candidates.map(({ error }) => error.code)).toEqual(["7"]);
  });

  test("a success is no error, and numbers elsewhere are no codes", () => {
    expect(decode('{"errors":[{"code":0,"text":"seven"}]}')).toMatchObject({
      success: "0",
      candidates: [],
      unknown: [],
    });
    expect(byCode(decode('{"status":7,"error":{"error_code":7}}').candidates)).toEqual([]);
  });
});

/** Tables with any layout of bodies; the constants of the cases of a code differ. */
const anyLayout = fc
  .record({
    isInteger: fc.boolean(),
    prefix: fc.constantFrom("", "urn:x:", "E/"),
    at: fc.constantFrom("/code", "/error/code", "/a/b/c"),
    message: fc.constantFrom("none", "/message", "/error/text"),
    list: fc.constantFrom(undefined, "", "/errors", "/Response/Errors"),
    kind: fc.constantFrom("/kind", "/error/kind"),
    cases: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 5 }),
  })
  .map(({ isInteger, prefix, at, message, list, kind, cases }) => {
    const errors = cases.map((count, index) => [
      isInteger ? String(index * 7 - 3) : `Code.${index}`,
      {
        identifier: `Made${index}`,
        message: `it failed ${index} times`,
        cases: Object.fromEntries(
          Array.from({ length: count }, (_, one) => [`case${one}`, { constants: { [kind]: `k${one}` } }]),
        ),
      },
    ]);
    return modelOf({
      body: {
        code: isInteger ? { at, type: "integer", success: [1000] } : { at, prefix, success: ["OK"] },
        message,
        properties: { [kind]: { type: "string" } },
        ...(list === undefined ? {} : { errors: list }),
      },
      errors: Object.fromEntries(errors),
    });
  });

test("each body of any layout tells its code and its case, alone and in a list with all others", () => {
  fc.assert(
    fc.property(anyLayout, (model) => {
      const decode = decoderOf(model);
      const all = model.errors.flatMap(({ code, cases }) =>
        cases.flatMap(({ name, examples }) => examples.map(({ body }) => ({ code, name, body }))),
      );
      const tell = (text: unknown) =>
        decode(JSON.stringify(text)).candidates.map(({ error, case: name }) => [error.code, name]);
      for (const { code, name, body } of all) expect(tell(body)).toEqual([[code, name]]);
      const { list } = model.body;
      if (list === undefined) return;
      const response = list.at.reduceRight<unknown>(
        (inner, token) => ({ [token]: inner }),
        all.map(({ body }) => body),
      );
      expect(tell(response)).toEqual(all.map(({ code, name }) => [code, name]));
    }),
    { numRuns: runs(100) },
  );
});

test("the example of every error of any table is decoded, also by the page's own table", () => {
  fc.assert(
    fc.property(anyTable, (model) => {
      const table = decoderTable(model);
      // The page holds it as JSON.
      const inPage = JSON.parse(JSON.stringify(table));
      expect(inPage).toEqual(table);
      const decode = makeDecoder(inPage);
      // Made-up details that are no object leave no place for a code within them.
      for (const { code, cases } of model.errors)
        for (const { examples } of cases)
          for (const { body } of examples)
            if (valueAt(body, tokenNames(model.body.code.at)) !== undefined)
              expect(byCode(decode(JSON.stringify(body)).candidates), JSON.stringify(body)).toEqual([code]);
    }),
    { numRuns: 60 },
  );
});
