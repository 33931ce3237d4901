// Real bodies of public APIs: guards, readers and matches know their codes, and take nothing else.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { modelOfFile } from "../../helpers/model-fixtures.ts";
import { loadProduct, type Product } from "../../helpers/typescript-product.ts";

interface Answer {
  readonly status: number;
  readonly body: unknown;
  /** The key in the table; null for a body that is no error of the table. */
  readonly code: string | null;
  /** Whether the body holds the code. */
  readonly hasCode?: boolean;
}

const APIS = join(import.meta.dirname, "../../corpora/apis");
const ANSWERS = JSON.parse(readFileSync(join(APIS, "bodies.json"), "utf8")) as Readonly<
  Record<string, readonly Answer[]>
>;

describe.each(Object.entries(ANSWERS))("%s", (name, answers) => {
  const model = modelOfFile(`test/corpora/apis/${name}.errors.yaml`);
  const bodies = answers.filter(({ body }) => typeof body === "object");
  const { list } = model.body;

  test("guards and readers take its bodies", async () => {
    const product = await loadProduct(model, { parts: ["guards"] });
    for (const { body, code, hasCode = true } of bodies) {
      const text = JSON.stringify(body);
      const [item, ...others] = list === undefined ? [body] : readAll(product, model.name, body);
      expect(others, text).toEqual([]);
      const error = model.errors.find((one) => one.code === code);
      const isKnown = error !== undefined && hasCode;
      const guard = (kind: string, ...more: readonly unknown[]) => product[`is${kind}`]?.(item, ...more);
      expect(guard(`${model.name}Error`), text).toBe(isKnown);
      for (const other of model.errors) {
        const isSame = isKnown && other.code === code;
        expect(guard(`${model.name}Error`, other.wireCode), text).toBe(isSame);
        expect(guard(other.errorName), text).toBe(isSame);
        for (const status of other.statuses)
          expect(guard(`${model.name}ErrorOfStatus`, status), text).toBe(
            isKnown && (error.statuses.includes(status) ?? false),
          );
      }
      if (isKnown) expect(product[`read${model.name}Error`]?.(item), text).toBe(item);
    }
  });

  test("guards take neither a success nor a body of another API", async () => {
    const product = await loadProduct(model, { parts: ["guards"] });
    const foreign = Object.entries(ANSWERS).flatMap(([other, all]) => (other === name ? [] : all));
    const none: readonly unknown[] = [
      {},
      [],
      { ok: true },
      { success: true, errors: [], result: {} },
      { errcode: 0, errmsg: "ok" },
    ];
    for (const body of [...foreign.map((answer) => answer.body), ...none]) {
      expect(product[`is${model.name}Error`]?.(body), JSON.stringify(body)).toBe(false);
      for (const error of model.errors) expect(product[`is${error.errorName}`]?.(body)).toBe(false);
    }
  });
});

function readAll(product: Product, name: string, body: unknown): readonly unknown[] {
  return (product[`read${name}Errors`]?.(body) ?? []) as readonly unknown[];
}

function productOf(name: string): Promise<Product> {
  return loadProduct(modelOfFile(`test/corpora/apis/${name}.errors.yaml`), { parts: ["guards"] });
}

test("a success is no error, not even an unknown one", async () => {
  const product = await productOf("wechat");
  for (const name of ["isWeChatError", "isUnknownWeChatError"])
    expect(product[name]?.({ errcode: 0, errmsg: "ok" }), name).toBe(false);
  expect(product["isUnknownWeChatError"]?.({ errcode: 7, errmsg: "?" })).toBe(true);
  expect(product["isUnknownWeChatError"]?.({ errcode: 7.5, errmsg: "?" })).toBe(false);
  expect(product["readWeChatError"]?.({ errcode: 0, errmsg: "ok" })).toBeUndefined();
});

test("a body without a code is an unknown error where bodies may lack it", async () => {
  const stripe = await productOf("stripe");
  const body = { error: { message: "Invalid request", type: "invalid_request_error", param: "amount" } };
  expect(stripe["isStripeError"]?.(body)).toBe(false);
  expect(stripe["isUnknownStripeError"]?.(body)).toBe(true);
  expect(stripe["readStripeError"]?.(body)).toBe(body);
  expect(stripe["isUnknownStripeError"]?.({ error: { type: "card_error" } })).toBe(false);
  const withNull = { error: { ...body.error, code: null } };
  expect(stripe["isUnknownStripeError"]?.(withNull)).toBe(true);
  expect(stripe["readStripeError"]?.(withNull)).toBe(withNull);
  expect(stripe["matchStripeError"]?.(withNull, { otherwise: () => "?" })).toBe("?");
  expect(stripe["isUnknownStripeError"]?.({ error: { ...body.error, code: 7 } })).toBe(false);
  expect(stripe["matchStripeError"]?.(body, { otherwise: () => "?" })).toBe("?");
});

test("constants are closed, but bodies without them are errors too", async () => {
  const stripe = await productOf("stripe");
  const card = (error: object) => ({ error: { code: "card_declined", type: "card_error", ...error } });
  expect(stripe["isCardDeclinedError"]?.(card({ decline_code: "lost_card" }))).toBe(true);
  expect(stripe["isCardDeclinedError"]?.(card({}))).toBe(true);
  expect(stripe["isCardDeclinedError"]?.(card({ decline_code: "brand_new" }))).toBe(false);
  expect(stripe["isCardDeclinedError"]?.(card({ type: "api_error" }))).toBe(false);
  const graph = await productOf("graph-api");
  const expired = (error: object) => ({ error: { code: 190, message: "m", ...error } });
  // A case without a constant takes any other value.
  for (const error of [{}, { error_subcode: 460 }, { error_subcode: 461 }])
    expect(graph["isAccessTokenHasExpiredError"]?.(expired(error))).toBe(true);
});

test("the errors of a list are read one by one", async () => {
  const product = await productOf("cloudflare");
  const known = { code: 1402, message: "Zone ID is required. Check your input and try again." };
  const unknown = { code: 99, message: "new" };
  const response = (errors: unknown, success = false) => ({ success, errors, messages: [], result: null });
  const isResponse = product["isCloudflareCustomHostnamesErrorResponse"];
  const read = product["readCloudflareCustomHostnamesErrors"];
  expect(isResponse?.(response([known, unknown]))).toBe(true);
  expect(isResponse?.(response([known, unknown], true))).toBe(false);
  expect(isResponse?.(response([]))).toBe(false);
  expect(isResponse?.(response([known, { code: "1402" }]))).toBe(false);
  expect(isResponse?.(known)).toBe(false);
  expect(read?.(response([known, { code: "1402" }, unknown, null]))).toEqual([known, unknown]);
  for (const value of [response({}), response("x"), null, [known], undefined]) expect(read?.(value)).toEqual([]);
});
