// Constants in items of lists: guards, schemas, creators and the Error class agree on the item that tells a case.
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { errorsSchema } from "../../../generator/products/catalog/errors-schema.ts";
import { modelOf } from "../../helpers/model-fixtures.ts";
import { EVERY_PART, loadProduct } from "../../helpers/typescript-product.ts";

const model = modelOf({
  body: {
    code: "/code",
    message: { at: "/texts", type: "array" },
    properties: {
      details: { type: "array", items: { type: "object", properties: { reason: {}, domain: { type: "string" } } } },
      words: { type: "array", items: { type: "string" } },
    },
  },
  errors: {
    Denied: {
      status: 403,
      message: "no %s",
      params: { what: { example: "way" } },
      cases: {
        off: { constants: { "/details/-/reason": "OFF", "/details/-/domain": "x" } },
        late: { constants: { "/words/-": "late" } },
      },
    },
  },
});

interface Read {
  readonly code: unknown;
  readonly case: unknown;
  readonly message: string;
}

const off = { reason: "OFF", domain: "x" };
const body = (members: object) => ({ code: "Denied", texts: ["no way"], ...members });

test.each([
  ["one item of several", body({ details: [{ reason: 1 }, off] }), true, "off"],
  ["an item that is a text", body({ words: ["soon", "late"] }), true, "late"],
  ["values in different items", body({ details: [{ reason: "OFF" }, { domain: "x" }], words: ["soon"] }), false, "off"],
  ["a list of something else", body({ details: [1, null], words: [] }), false, undefined],
  ["no list", body({ details: off, words: "late" }), false, undefined],
])("%s", async (_, value, isKnown, name) => {
  const product = await loadProduct(model, EVERY_PART);
  expect(product["isDemoError"]?.(value)).toBe(isKnown);
  expect(product["isDeniedError"]?.(value)).toBe(isKnown);
  expect(new Ajv2020({ strict: false }).compile(errorsSchema(model))(value)).toBe(isKnown);
  const { fromResponse } = product["DemoServiceError"] as unknown as {
    fromResponse(response: Response): Promise<Read>;
  };
  const error = await fromResponse.call(
    product["DemoServiceError"],
    new Response(JSON.stringify(value), { status: 403 }),
  );
  expect(error).toMatchObject({ code: "Denied", message: "no way" });
  expect(error.case).toBe(name);
});

test("creators add the item, unless one has its values", async () => {
  const { createDeniedError: create } = await loadProduct(model, EVERY_PART);
  const params = { case: "off", what: "way" };
  expect(create?.(params)).toEqual(body({ details: [off] }));
  expect(create?.(params, { details: [{ reason: 1 }] })).toEqual(body({ details: [{ reason: 1 }, off] }));
  expect(create?.(params, { details: [off, { reason: 1 }] })).toEqual(body({ details: [off, { reason: 1 }] }));
  expect(create?.({ case: "late", what: "way" })).toEqual(body({ words: ["late"] }));
});

test("examples have the item", () => {
  const bodies = model.errors.flatMap(({ cases }) => cases.flatMap(({ examples }) => examples.map((one) => one.body)));
  expect(bodies).toEqual([body({ details: [off] }), body({ words: ["late"] })]);
});

test.each<[string, object, readonly unknown[] | undefined]>([
  ["any items", { type: "array" }, ["late"]],
  ["two items at least", { type: "array", minItems: 2 }, ["late", "late"]],
  ["two different items", { type: "array", minItems: 2, uniqueItems: true }, undefined],
  ["items of an example", { type: "array", minItems: 2, uniqueItems: true, example: ["a"] }, ["a", "late"]],
  ["another item", { type: "array", contains: { const: "soon" } }, undefined],
  ["this item", { type: "array", contains: { const: "late" } }, ["late"]],
  ["no items", { type: "array", maxItems: 0 }, undefined],
])("examples fit a list of %s, or there is none", (_, words, expected) => {
  const { errors } = modelOf({
    body: { code: "/code", message: "none", properties: { words } },
    errors: { Late: { constants: { "/words/-": "late" } } },
  });
  const bodies = errors.flatMap(({ cases }) => cases.flatMap(({ examples }) => examples.map((one) => one.body)));
  expect(bodies).toEqual(expected === undefined ? [] : [{ code: "Late", words: expected }]);
});
