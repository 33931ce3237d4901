// Generated messages: what is filled in is read back, and what a server sends passes its own guard.

import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { Model } from "../../../generator/model/model.ts";
import { type FlatError, flatErrors } from "../../helpers/flat-error.ts";
import { modelOf, modelOfFile } from "../../helpers/model-fixtures.ts";
import { parseTemplate } from "../../helpers/parse-template.ts";
import { loadProduct, type Product } from "../../helpers/typescript-product.ts";

const TABLES: Readonly<Record<string, Model>> = {
  FunctionCompute: modelOfFile("spec/function-compute.errors.yaml"),
  KitchenSink: modelOfFile("test/cases/kitchen-sink/kitchen-sink.errors.yaml"),
  Placeholders: modelOfFile("test/cases/placeholders/placeholders.errors.yaml"),
  HostileText: modelOfFile("test/cases/hostile-text/hostile-text.errors.yaml"),
  HostileProto: modelOfFile("test/cases/hostile-text/hostile-proto.errors.yaml"),
};

describe.each(Object.entries(TABLES))("%s", (table, model) => {
  let product: Product;
  beforeAll(async () => {
    product = await loadProduct(model);
  });
  const base = ({ errorName }: FlatError): string => errorName.replace(/Error$/, "");

  test("examples are formatted, parsed and made into bodies as the table has them", () => {
    for (const error of flatErrors(model)) {
      for (const { body, params: values } of error.examples) {
        const message = messageOf(body, model);
        const params = typed(error, error.template === undefined ? { message } : values);
        expect(product[`format${table}Message`]?.(error.code, params)).toBe(message);
        expect(product[`format${base(error)}Message`]?.(params)).toBe(message);
        const parsed = product[`parse${base(error)}Message`]?.(message);
        expect(parsed).toEqual(product[`parse${table}Message`]?.(error.code, message));
        if (error.template?.verdict === "exact" && !isLossy(error))
          expect({ ...(parsed as object) }).toEqual({ ...params });
        const members = withAbsent(body);
        const whole = product[`create${table}Error`]?.(error.code, params, members);
        expect(JSON.parse(JSON.stringify(whole))).toEqual(JSON.parse(JSON.stringify(body)));
        const own = product[`create${base(error)}Error`]?.(...(needsParams(error) ? [params, members] : [members]));
        expect(product[`is${error.errorName}`]?.(own), error.code).toBe(true);
        for (const made of [whole, own]) expect(namesIn(made)).not.toContain("absent");
      }
    }
  });

  test("a missing param is a TypeError that names it, whichever function misses it", () => {
    for (const error of flatErrors(model)) {
      const names = error.template === undefined ? ["message"] : error.params.map(({ name }) => name);
      const all = Object.fromEntries(names.map((name) => [name, "1"]));
      for (const name of names) {
        for (const nothing of [undefined, null, true, {}]) {
          const params = { ...all, [name]: nothing };
          const missing = `The param "${name}" is no text and no number.`;
          for (const format of [
            () => product[`format${table}Message`]?.(error.code, params),
            () => product[`format${base(error)}Message`]?.(params),
            () => product[`create${table}Error`]?.(error.code, params),
            () => product[`create${base(error)}Error`]?.(params),
          ]) {
            expect(format, error.code).toThrow(new TypeError(missing));
          }
        }
      }
      if (names.length > 0) {
        expect(() => product[`format${base(error)}Message`]?.()).toThrow(TypeError);
        expect(() => product[`format${table}Message`]?.(error.code)).toThrow(TypeError);
      }
    }
    expect(() => product[`format${table}Message`]?.("NoSuchCode", {})).toThrow("no error with this code");
    expect(product[`parse${table}Message`]?.("NoSuchCode", "")).toBeUndefined();
  });

  test("what is made of any values is read back or refused, as the engine does", () => {
    for (const error of flatErrors(model).filter(({ params }) => params.length > 0)) {
      const values = fc.record(Object.fromEntries(error.params.map((param) => [param.name, anyValue(param)])));
      fc.assert(
        fc.property(values, (params) => {
          const message = product[`format${base(error)}Message`]?.(params) as string;
          expect(product[`format${table}Message`]?.(error.code, params)).toBe(message);
          const expected =
            error.template &&
            parseTemplate(
              error.template,
              error.params.map(({ type }) => type),
              message,
            );
          const parsed = product[`parse${base(error)}Message`]?.(message) as Record<string, unknown> | undefined;
          expect(parsed && error.params.map(({ name }) => parsed[name])).toEqual(expected);
        }),
        { numRuns: 20 },
      );
    }
  });
});

test("a value outside a param's set is not read", async () => {
  const product = await loadProduct(TABLES["KitchenSink"] as Model);
  const parse = product["parseInvalidParameter_UnitMessage"];
  expect(parse?.("unit 'oz' is not one of kg, g or lb")).toEqual({ unit: "oz" });
  expect(parse?.("unit 'mile' is not one of kg, g or lb")).toBeUndefined();
});

test("large tables format and parse by code", async () => {
  const errors = Array.from({ length: 300 }, (_, index) => [
    `C${index}`,
    { status: 400, message: `kind ${index}: %s (%d)`, params: { name: {}, count: {} } },
  ]);
  const product = await loadProduct(modelOf({ errors: Object.fromEntries(errors) }));
  expect(product["formatDemoMessage"]?.("C299", { name: "x", count: 3 })).toBe("kind 299: x (3)");
  expect(product["parseDemoMessage"]?.("C299", "kind 299: x (3)")).toEqual({ name: "x", count: 3 });
  expect(product["parseDemoMessage"]?.("C298", "kind 299: x (3)")).toBeUndefined();
  expect(product["isDemoError"]?.({ code: "C7", message: "" })).toBe(true);
  expect(product["isDemoError"]?.({ code: "C300", message: "" })).toBe(false);
  expect(product["isC7Error"]).toBeUndefined();
});

test("the table is found by code, and only by its own", async () => {
  const product = await loadProduct(TABLES["HostileText"] as Model);
  expect(product["findHostileTextErrorEntry"]?.("__proto__")).toMatchObject({ statuses: [expect.any(Number)] });
  expect(product["findHostileTextErrorEntry"]?.("valueOf")).toBeUndefined();
  for (const error of flatErrors(TABLES["HostileText"] as Model)) {
    const entry = product["findHostileTextErrorEntry"]?.(error.code) as { statuses: object; texts: object };
    expect(entry.statuses).toEqual(error.statuses);
    expect(Object.values(entry.texts)[0]).toMatchObject({ description: error.description });
  }
});

function messageOf(body: unknown, model: Model): string {
  return (model.body.message?.at ?? []).reduce<unknown>(
    (value, name) => (value as Record<string, unknown>)[name],
    body,
  ) as string;
}

/** The table holds int64 examples as text. */
function typed(error: FlatError, values: Readonly<Record<string, string | number>>): Record<string, unknown> {
  const big = new Set(error.params.filter(({ type }) => type === "int64").map(({ name }) => name));
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, big.has(name) ? BigInt(value) : value]),
  );
}

/** Digits after the last one that is printed are lost. */
function isLossy({ params }: FlatError): boolean {
  return params.some(({ type }) => type === "number");
}

function needsParams({ template, params }: FlatError): boolean {
  return template === undefined || params.length > 0;
}

function anyValue({ type, enum: allowed }: FlatError["params"][number]): fc.Arbitrary<unknown> {
  if (allowed !== undefined) return fc.constantFrom(...allowed);
  if (type === "int64") return fc.bigInt(-(2n ** 63n), 2n ** 63n - 1n);
  if (type === "integer") return fc.integer();
  return type === "number" ? fc.double({ noNaN: true }) : fc.string();
}

/** The members of a body, and one that is undefined in each object. */
function withAbsent(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withAbsent);
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).map(([name, member]) => [name, withAbsent(member)] as const);
  return Object.fromEntries([...members, ["absent", undefined]]);
}

/** The names of all members, at any depth. */
function namesIn(value: unknown): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  return [...Object.keys(value), ...Object.values(value).flatMap(namesIn)];
}

test("whole numbers print the same digits with the engine and without", async () => {
  const product = await loadProduct(
    modelOf({ errors: { Far: { status: 400, message: "%d of '%s', at %d", params: { n: {}, name: {}, at: {} } } } }),
  );
  const values = [
    0,
    -0,
    7,
    3.7,
    -3.7,
    Number.NaN,
    2 ** 53,
    -1e25,
    1 / 0,
    -1 / 0,
    2n ** 70n,
    -5n,
    "12",
    "1e30",
    "x",
    "",
  ];
  for (const n of values) {
    const params = { n, name: n, at: 3 };
    expect(product["formatFarMessage"]?.(params)).toBe(product["formatDemoMessage"]?.("Far", params));
  }
});
