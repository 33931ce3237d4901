// Real responses of public APIs: the Error class tells code, case, delay and id, and bodies that are created are read again.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { modelOf, modelOfFile } from "../../helpers/model-fixtures.ts";
import { EVERY_PART, loadProduct } from "../../helpers/typescript-product.ts";

interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly code: string | null;
  readonly hasCode?: boolean;
  readonly case?: string;
  readonly requestId?: string;
  readonly retryAfter?: number;
}

interface ServiceError extends Error {
  readonly code: string | number | undefined;
  readonly case?: string;
  readonly body: unknown;
  readonly errors?: readonly unknown[];
  readonly retry: string | undefined;
  is(code: string | number): boolean;
}

const APIS = join(import.meta.dirname, "../../corpora/apis");
const ANSWERS = JSON.parse(readFileSync(join(APIS, "bodies.json"), "utf8")) as Readonly<
  Record<string, readonly Answer[]>
>;

describe.each(Object.entries(ANSWERS))("%s", (name, answers) => {
  const model = modelOfFile(`test/corpora/apis/${name}.errors.yaml`);

  test("responses are read", async () => {
    const fromResponse = await reader(name);
    for (const { status, body, code, ...facts } of answers) {
      const text = typeof body === "string" ? body : JSON.stringify(body);
      const error = await fromResponse(text, status);
      const known = model.errors.find((one) => one.code === code);
      expect(error.code, text).toBe(known?.wireCode);
      if (known !== undefined) expect(error.is(known.wireCode), text).toBe(true);
      if (known?.retry !== undefined) expect(error.retry, text).toBe(known.retry);
      if (facts.case !== undefined) expect(error.case, text).toBe(facts.case);
      for (const fact of ["requestId", "retryAfter"] as const)
        if (facts[fact] !== undefined) expect(error, text).toMatchObject({ [fact]: facts[fact] });
    }
  });

  test("created bodies are those of the examples", async () => {
    const product = await loadProduct(model, EVERY_PART);
    const create = product[`create${model.name}Error`];
    for (const error of model.errors) {
      for (const one of error.cases) {
        for (const { body, params } of one.examples) {
          const named = one.name === undefined ? params : { case: one.name, ...params };
          const message = model.body.message?.at.reduce<unknown>((at, key) => Object(at)[key], body);
          const given = one.template === undefined && message !== undefined ? { ...named, message } : named;
          const made =
            model.body.message === undefined ? create?.(error.wireCode, body) : create?.(error.wireCode, given, body);
          expect(JSON.parse(JSON.stringify(made)), error.code).toEqual(body);
          expect(product[`is${error.errorName}`]?.(made), error.code).toBe(true);
        }
      }
    }
  });
});

test("any text of a list or a map of messages tells the error and its params", async () => {
  const body = {
    code: { at: "/code", optional: true },
    message: { at: "/errors", type: ["string", "array", "object"] },
  };
  const errors = { Lost: { status: 404, message: "no %s here", params: { thing: {} } }, Odd: { message: "odd" } };
  const product = await loadProduct(modelOf({ name: "Shop", body, errors }), EVERY_PART);
  const service = product["ShopServiceError"] as unknown as { fromResponse(response: Response): Promise<unknown> };
  for (const texts of ["no cup here", ["no cup here"], { base: ["no cup here", "odd"] }, { base: "no cup here" }]) {
    const response = new Response(JSON.stringify({ errors: texts }), { status: 404 });
    expect(await service.fromResponse(response)).toMatchObject({ code: "Lost", params: { thing: "cup" } });
  }
  const second = new Response(JSON.stringify({ errors: ["It failed.", "no cup here"] }), { status: 404 });
  expect(await service.fromResponse(second)).toMatchObject({ code: "Lost", message: "It failed." });
});

describe("what is known is never lost", () => {
  test("a body that does not fit keeps code and case", async () => {
    const stripe = await reader("stripe");
    const body = { error: { code: "card_declined", decline_code: "lost_card", type: 7, message: "no" } };
    const error = await stripe(JSON.stringify(body), 402);
    expect(error).toMatchObject({ code: "card_declined", body: undefined, cause: expect.any(TypeError) });
    expect(error.is("card_declined")).toBe(true);
  });

  test("a success is no error", async () => {
    const wechat = await reader("wechat");
    expect(await wechat('{"errcode":0,"errmsg":"ok"}', 200)).toMatchObject({ code: undefined, body: undefined });
  });

  test("a text is no integer, as guards and decode say, too", async () => {
    const error = await (await reader("binance"))('{"code":"-1121","msg":"Invalid symbol."}', 400);
    expect(error).toMatchObject({ code: undefined, body: undefined, message: "Invalid symbol." });
  });

  test("the first error of a list decides, and all that fit are kept", async () => {
    const cloudflare = await reader("cloudflare");
    const errors = [{ code: 10000 }, { code: 1402, message: "x" }, { code: 99, message: "new" }, null];
    const error = await cloudflare(JSON.stringify({ success: false, errors }), 403);
    expect(error).toMatchObject({ code: 10000, body: undefined, errors: [errors[1], errors[2]] });
    expect(error.is(10000)).toBe(true);
  });
});

describe("XML", () => {
  const oss = async (body: string) => (await reader("aliyun-oss"))(body, 403);
  const deny = "<Code>AccessDenied</Code><Message>no</Message>";

  test.each([
    ["as it is", `<Error>${deny}</Error>`, "no"],
    [
      "with a declaration, comments and attributes",
      `<?xml version="1.0"?><!-- c --><Error a='>' b="<">${deny}</Error>`.replace('"<"', '"x"'),
      "no",
    ],
    [
      "with escaped text",
      "<Error><Code>AccessDenied</Code><Message>a &lt;b&gt; &amp; &#39;c&#x27;</Message></Error>",
      "a <b> & 'c'",
    ],
    [
      "with text that needs no escapes",
      "<Error><Code>AccessDenied</Code><Message><![CDATA[ <x> & ]]></Message></Error>",
      "<x> &",
    ],
    ["with empty elements", `<Error>${deny}<Resource/><HostId></HostId></Error>`, "no"],
    [
      "with prefixes",
      '<x:Error xmlns:x="urn:x"><x:Code>AccessDenied</x:Code><x:Message>no</x:Message><Message>yes</Message></x:Error>',
      "yes",
    ],
  ])("%s", async (_, body, message) => {
    expect(await oss(body)).toMatchObject({ code: "AccessDenied", message });
  });

  test.each([
    ["a document type", `<!DOCTYPE Error [<!ENTITY x "y">]><Error>${deny}</Error>`],
    ["an entity", `<Error><Code>AccessDenied</Code><Message>&x;</Message></Error>`],
    ["elements that overlap", "<Error><Code>AccessDenied</Error></Code>"],
    ["an end that is missing", "<Error><Code>AccessDenied</Code>"],
    ["two roots", `<Error>${deny}</Error><Error>${deny}</Error>`],
    ["text around the root", `x<Error>${deny}</Error>`],
    ["elements nested too deeply", "<a>".repeat(200) + "</a>".repeat(200)],
    ["a page", "<html><body>502 <br> Bad Gateway</body></html>"],
  ])("refuses %s", async (_, body) => {
    expect(await oss(body)).toMatchObject({ code: undefined, body: undefined, status: 403 });
  });

  test.each([
    ["open tags", "<a>"],
    ["angle brackets", "<"],
    ["blanks in a tag", " "],
    ["attributes", ' x="1"'],
    ["broken attributes", " x"],
    ["comments that do not end", "<!--"],
    ["ampersands", "&"],
    ["elements", "<b>x</b>"],
  ])("takes time that grows with the body alone for many %s", async (_, part) => {
    const start = part.startsWith(" ") ? "<a" : "<a>";
    expect(await oss(start + part.repeat(Math.floor(900_000 / part.length)))).toMatchObject({ code: undefined });
  });
});

/** From text and status to the error. */
async function reader(name: string): Promise<(body: string, status: number) => Promise<ServiceError>> {
  const model = modelOfFile(`test/corpora/apis/${name}.errors.yaml`);
  const product = await loadProduct(model, EVERY_PART);
  const made = product[`${model.name}ServiceError`] as unknown as {
    fromResponse(response: Response): Promise<ServiceError>;
  };
  return (body, status) => made.fromResponse(new Response(body, { status }));
}
