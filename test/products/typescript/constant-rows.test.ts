// Constants of large tables are data by code: guards, creators and types treat them as the functions per code of small tables do.
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { errorsSchema } from "../../../generator/products/catalog/errors-schema.ts";
import { modelOf } from "../../helpers/model-fixtures.ts";
import { EVERY_PART, loadProduct, productOf } from "../../helpers/typescript-product.ts";

/** Each third error has two constants, each third one, and each seventh members of its own besides. */
const errors = Array.from({ length: 70 }, (_, at) => [
  `Code${at}`,
  {
    status: 400,
    retry: at % 2 === 0 ? "never" : "backoff",
    ...(at % 5 === 0 ? { message: `text ${at}` } : {}),
    constants: {
      ...(at % 3 === 0 ? { "/error/type": `type-${at}` } : {}),
      ...(at % 3 < 2 ? { "a/b~": at, isLast: at === 60 } : {}),
    },
    ...(at % 7 === 0 ? { details: { type: "object", properties: { n: { type: "integer" } }, required: ["n"] } } : {}),
  },
]);

const model = modelOf({
  body: {
    code: "/error/code",
    message: "/error/message",
    properties: { "/error/type": { type: "string" }, "a/b~": { type: "integer" }, isLast: { type: "boolean" } },
    required: ["/error/type"],
  },
  errors: Object.fromEntries(errors),
});

const body = fc.record(
  {
    error: fc.record(
      {
        code: fc.nat(71).map((at) => `Code${at}`),
        message: fc.constantFrom("text 0", 1),
        type: fc.oneof(
          fc.nat(70).map((at) => `type-${at}`),
          fc.constant(1),
        ),
      },
      { requiredKeys: ["code"] },
    ),
    "a/b~": fc.oneof(fc.nat(70), fc.constant("1")),
    isLast: fc.boolean(),
    n: fc.constantFrom(1, "1"),
  },
  { requiredKeys: ["error"] },
);

test("guards take the same bodies, which are those of the schema", async () => {
  const rows = await loadProduct(model, { ...EVERY_PART, perCode: "never" });
  const functions = await loadProduct(model, { ...EVERY_PART, perCode: "always" });
  const isValid = new Ajv2020({ strict: false }).compile(errorsSchema(model));
  let known = 0;
  fc.assert(
    fc.property(body, fc.nat(69), fc.boolean(), (drawn, at, isFilled) => {
      // Bodies of one code that lack nothing, but for what was drawn.
      const made = rows["createDemoError"]?.(`Code${at}`, { message: "m" }, { error: { type: "x" }, n: 1 }) as object;
      const value = isFilled ? { ...made, ...(drawn.isLast === undefined ? {} : { isLast: drawn.isLast }) } : drawn;
      for (const guard of ["isDemoError", "isUnknownDemoError"])
        expect(rows[guard]?.(value)).toBe(functions[guard]?.(value));
      for (const retry of ["never", "backoff"])
        expect(rows["isDemoErrorOfRetry"]?.(value, retry)).toBe(functions["isDemoErrorOfRetry"]?.(value, retry));
      expect(rows["isDemoError"]?.(value)).toBe(isValid(value) && rows["isUnknownDemoError"]?.(value) === false);
      if (rows["isDemoError"]?.(value) === true) known += 1;
    }),
    { numRuns: 2000 },
  );
  expect(known).toBeGreaterThan(300);
});

test("a getter that throws is no error, and no crash", async () => {
  const { isDemoError: is } = await loadProduct(model, { perCode: "never" });
  const value = { error: { code: "Code3", message: "m", type: "type-3" } };
  expect(is?.({ ...value, "a/b~": 3 })).toBe(true);
  const hostile = Object.defineProperty({ ...value }, "a/b~", {
    get: () => {
      throw new Error("no");
    },
    enumerable: true,
  });
  expect(is?.(hostile)).toBe(false);
});

test("creators fill them in, at their places", async () => {
  for (const perCode of ["never", "always"] as const) {
    const { createDemoError: create } = await loadProduct(model, { perCode });
    expect(create?.("Code3", { message: "m" })).toEqual({
      error: { code: "Code3", message: "m", type: "type-3" },
      "a/b~": 3,
      isLast: false,
    });
    expect(create?.("Code2", { message: "m" }, { error: { type: "any" } })).toEqual({
      error: { code: "Code2", message: "m", type: "any" },
    });
  }
});

test("no function or type is made for a code that has constants alone", async () => {
  const texts = await productOf(model, { perCode: "never" });
  const checked = [...(texts.get("checks.ts") ?? "").matchAll(/function is(Code\d+)DetailsValue/g)];
  expect(checked.length).toBeGreaterThan(5);
  expect(checked.filter(([, code = ""]) => Number(code.slice("Code".length)) % 7 > 0)).toEqual([]);
  expect(texts.get("constants.ts")).toContain('Code3: { "/error/type": "type-3", "a/b~": 3, isLast: false },');
});
