// The schema of the catalogue and the generated guards say yes to the same bodies.
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { responseBody } from "../../../generator/model/examples.ts";
import type { Model } from "../../../generator/model/model.ts";
import { errorsSchema } from "../../../generator/products/catalog/errors-schema.ts";
import { valueAt } from "../../../generator/text/json/pointer.ts";
import { isList, isObject, type Json, listOf, recordOf } from "../../../generator/text/json/value.ts";
import { anyForm } from "../../helpers/any-table.ts";
import { REAL_APIS } from "../../helpers/real-bodies.ts";
import { runs } from "../../helpers/thorough.ts";
import { loadProduct, type Product } from "../../helpers/typescript-product.ts";

test.each(REAL_APIS)("of $name, on its bodies, on those of other APIs, and on changed ones", async ({ model }) => {
  await expectAgreement(
    model,
    REAL_APIS.flatMap(({ bodies }) => bodies.map(({ body }) => body)),
  );
});

test("of tables in any form, on their examples and on changed ones", async () => {
  await fc.assert(
    fc.asyncProperty(anyForm(), async (model) => {
      const examples = model.errors.flatMap(({ cases }) =>
        cases.flatMap((one) => one.examples.map(({ body }) => body)),
      );
      await expectAgreement(model, examples);
    }),
    { numRuns: runs(15) },
  );
});

/** The schema of schemas takes longest to compile, so that all tables share it. */
const ajv = new Ajv2020({ strict: true, strictTuples: false, unevaluated: false, ownProperties: true });

/** `bodies` are items where a response holds a list. */
async function expectAgreement(model: Model, bodies: readonly Json[]): Promise<void> {
  const product = await loadProduct(model, { parts: ["guards"] });
  ajv.removeSchema("errors:/");
  ajv.addSchema({ ...errorsSchema(model), $id: "errors:/" });
  const definitions = model.errors.map(({ errorName }) => [errorName, compiled(`#/$defs/${errorName}`)] as const);
  const isResponse = compiled("");
  for (const item of bodies.flatMap(changed)) {
    for (const [name, isThis] of definitions) expect(guard(product, name, item), show(name, item)).toBe(isThis(item));
    const { list } = model.body;
    const response = responseBody(item, model.body);
    if (list === undefined || response === undefined) continue;
    const others = isObject(response) ? changed(response) : changed(item).map((one) => [one]);
    for (const whole of [...others, [], {}, [response], [[response]]]) {
      // The guard of a response takes codes of newer servers as well; the schema has those of the table.
      const isKnown = listOf(valueAt(whole, list.at)).every(
        (one) =>
          guard(product, `${model.name}Error`, one) === true ||
          (valueAt(one, model.body.code.at) ?? undefined) === undefined,
      );
      const isTaken = guard(product, `${model.name}ErrorResponse`, whole) === true;
      expect(isTaken && isKnown, show("Response", whole)).toBe(isResponse(whole));
    }
  }
}

function compiled(at: string): ValidateFunction {
  return ajv.compile({ $ref: `errors:/${at}` });
}

function guard(product: Product, name: string, value: Json): unknown {
  return product[`is${name}`]?.(value);
}

function show(name: string, value: Json): string {
  return `${name}: ${JSON.stringify(value)}`;
}

/** A body, and the body with an own member "__proto__", without each member, and with another value or a longer text for each, at any depth. */
function changed(body: Json): readonly Json[] {
  if (isList(body)) return changedList(body);
  if (!isObject(body)) return [body];
  const others = Object.entries(body).flatMap(([name, value]) => {
    const { [name]: _, ...rest } = body;
    const inner = typeof value === "object" ? changed(value) : [];
    const longer = typeof value === "string" ? [`${value}😀`] : [];
    const values = [...OTHER_VALUES, ...longer, ...inner];
    return [rest, ...values.map((other) => recordOf([...Object.entries(body), [name, other]]))];
  });
  return [body, recordOf<Json>([...Object.entries(body), ["__proto__", "x"]]), ...others];
}

/** The same of a list: without its last item, with one more, and with other values. */
function changedList(body: readonly Json[]): readonly Json[] {
  const others = body.flatMap((value, position) => {
    const inner = typeof value === "object" ? changed(value) : [];
    return [...OTHER_VALUES, ...inner].map((other) => body.map((one, index) => (index === position ? other : one)));
  });
  return [body, body.slice(0, -1), [...body, "x"], { ...body }, ...others];
}

/** Numbers whose quotients are rounded, among others. */
const OTHER_VALUES: readonly Json[] = [null, "x", 1, true, {}, [], 0.3, -0, 1e20, 1e21, 1e308];
