// Validators make a function of each definition of a schema: none grows with the table, and one code more moves no border.
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import type { Model } from "../../../generator/model/model.ts";
import { errorsSchema } from "../../../generator/products/catalog/errors-schema.ts";
import { type JsonObject, listOf, objectOf } from "../../../generator/text/json/value.ts";
import { modelOf } from "../../helpers/model-fixtures.ts";

function tableOf(numbers: readonly number[], isList: boolean): Model {
  const errors = numbers.map((number) => [`Code${number}`, { constants: { kind: `k${number}` } }]);
  return modelOf({
    body: {
      ...(isList ? { errors: "/errors" } : {}),
      code: "/code",
      message: "none",
      properties: { kind: { type: "string" } },
    },
    errors: Object.fromEntries(errors),
  });
}

function upTo(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index);
}

/** The conditions of each definition, and of the schema itself. */
function conditionsOf(schema: JsonObject): readonly (readonly unknown[])[] {
  return [schema, ...Object.values(objectOf(schema["$defs"]))].map((one) => listOf(objectOf(one)["allOf"]));
}

test.each([false, true])("as a list: %s: all conditions are in small definitions", (isList) => {
  for (const count of [64, 65, 2000]) {
    const all = conditionsOf(errorsSchema(tableOf(upTo(count), isList)));
    const longest = all.reduce((most, { length }) => Math.max(most, length), 0);
    expect(longest, `${count}`).toBeLessThanOrEqual(300);
    expect(all.flat().filter((one) => objectOf(one as JsonObject)["if"] !== undefined)).toHaveLength(count);
  }
});

test("parts of conditions hold as the whole does", () => {
  const model = tableOf(upTo(130), false);
  const isBody = new Ajv2020({ strict: true }).compile(errorsSchema(model));
  for (const number of upTo(130)) {
    expect(isBody({ code: `Code${number}`, kind: `k${number}` })).toBe(true);
    expect(isBody({ code: `Code${number}`, kind: "k" })).toBe(false);
  }
  expect(isBody({ code: "Code130" })).toBe(false);
});

test("one code more adds to one part, or opens one", () => {
  const before = new Set(partNames(tableOf(upTo(500), false)));
  expect(before.size).toBeGreaterThan(5);
  for (const added of [1000, 250_000, 99_999]) {
    const after = partNames(tableOf([...upTo(500), added], false));
    const lost = [...before].filter((name) => !after.includes(name));
    const fresh = after.filter((name) => !before.has(name));
    // A new first error of all gives the first part its name.
    expect(lost.length).toBeLessThanOrEqual(1);
    expect(fresh.length).toBeLessThanOrEqual(1);
  }
});

function partNames(model: Model): readonly string[] {
  return Object.keys(objectOf(errorsSchema(model)["$defs"])).filter((name) => name.endsWith("Onward"));
}
