// Tables in any form become components, schemas and a catalogue that take their own examples, each in its responses.
import { Ajv } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { responseBody } from "../../../generator/model/examples.ts";
import type { Model } from "../../../generator/model/model.ts";
import { catalogOf } from "../../../generator/products/catalog/errors-json.ts";
import { errorsSchema } from "../../../generator/products/catalog/errors-schema.ts";
import { withoutRoot } from "../../../generator/products/openapi/xml-root.ts";
import { isPosition, type Path, valueAt } from "../../../generator/text/json/pointer.ts";
import { type Json, type JsonObject, objectOf } from "../../../generator/text/json/value.ts";
import { anyForm } from "../../helpers/any-table.ts";
import shape from "../../helpers/catalog-shape.json" with { type: "json" };
import { type Components, componentsOf } from "../../helpers/openapi-document.ts";
import { runs } from "../../helpers/thorough.ts";

/** The schemas of schemas take longest to compile, so that all tables share them. */
const ofCatalogues = new Ajv2020({ strict: true, strictTuples: false, unevaluated: false });
const ofDescriptions = new Ajv({ strict: false, validateFormats: false });

const hasShape = new Ajv({ strict: true, allowUnionTypes: true }).compile(shape);

test("the catalogue has its shape, and its schema takes the examples of each error by its definition alone", () => {
  fc.assert(
    fc.property(anyForm(), (model) => {
      expect(hasShape(JSON.parse(JSON.stringify(catalogOf(model)))), JSON.stringify(hasShape.errors)).toBe(true);
      const ajv = ofCatalogues;
      ajv.removeSchema("errors:/");
      const schema = errorsSchema(model);
      ajv.addSchema({ ...schema, $id: "errors:/" });
      for (const { errorName, wireCode, cases } of model.errors) {
        expect(describesWhole(schema, errorName, wireCode, model)).toBe(true);
        for (const { body } of cases.flatMap(({ examples }) => examples)) {
          const whole = responseBody(body, model.body);
          expect(whole === undefined || ajv.validate({ $ref: "errors:/" }, whole)).toBe(true);
          const matching = model.errors.filter((one) =>
            ajv.validate({ $ref: `errors:/#/$defs/${one.errorName}` }, body),
          );
          expect(matching.map((one) => one.errorName)).toEqual([errorName]);
        }
      }
    }),
    { numRuns: runs(20) },
  );
});

/** Generators of types make one of a definition that refers to no other, and whose code is a constant. */
function describesWhole({ $defs }: JsonObject, name: string, code: Json, { body }: Model): boolean {
  const definition = objectOf(objectOf($defs)[name]);
  const places = [
    body.code.at,
    ...(body.message === undefined ? [] : [body.message.at]),
    ...body.members.map(({ at }) => at),
  ];
  const memberAt = (at: Path) => at.reduce<Json | undefined>(memberOf, definition);
  const isConstant = objectOf(memberAt(body.code.at))["const"] === code;
  return !Object.hasOwn(definition, "$ref") && isConstant && places.every((at) => memberAt(at) !== undefined);
}

/** Validators do not look for "__proto__" among the properties, so that its schema stands among the patterns. */
function memberOf(schema: Json | undefined, name: string | number): Json | undefined {
  if (isPosition(name)) return valueAt(schema, ["prefixItems", name]);
  return valueAt(schema, name === "__proto__" ? ["patternProperties", "^__proto__$"] : ["properties", name]);
}

test("the components take the examples, and every case stands in the responses of its statuses", async () => {
  await fc.assert(
    fc.asyncProperty(anyForm(), async (model) => {
      const components = await componentsOf(model);
      expectResolved(components);
      const ajv = ofDescriptions;
      ajv.removeSchema("api:/");
      ajv.addSchema({ $id: "api:/", components: { schemas: components.schemas } });
      for (const { errorName, cases } of withoutRoot(model).errors)
        for (const { body } of cases.flatMap(({ examples }) => examples))
          expect(ajv.validate({ $ref: `api:/#/components/schemas/${errorName}` }, body)).toBe(true);
      for (const response of Object.values(components.responses)) {
        const { schema, examples = {} } = contentOf(response);
        for (const { value } of Object.values(examples))
          expect(ajv.validate({ $ref: `api:/${schema.$ref}` }, value), JSON.stringify(ajv.errors)).toBe(true);
      }
      for (const { code, cases } of model.errors)
        for (const { statuses, examples } of cases)
          for (const range of statuses.length === 0 ? ["default"] : statuses)
            expect(codesIn(components, range), `${code} ${range} ${examples.length}`).toContain(code);
      expectDiscriminators(components, model);
    }),
    { numRuns: runs(20) },
  );
});

function contentOf({ content }: JsonObject) {
  const [media] = Object.values(content as object) as [
    { schema: { $ref: string }; examples?: Readonly<Record<string, { value: Json }>> },
  ];
  return media;
}

/** The codes of all responses of a status. */
function codesIn({ responses }: Components, range: number | string): readonly unknown[] {
  const head = range === "default" ? "Any status" : String(range);
  return Object.values(responses)
    .filter(({ description }) => String(description).startsWith(head))
    .flatMap((response) => response["x-error-codes"] as readonly unknown[]);
}

/** Every reference leads somewhere, and every schema and header is used. */
function expectResolved(components: Components): void {
  const refs = [...JSON.stringify(components).matchAll(/"#\/components\/(\w+)\/([^"]+)"/g)];
  const named = (["schemas", "headers"] as const).flatMap((kind) =>
    Object.keys(components[kind] ?? {}).map((name) => `${kind}/${name}`),
  );
  expect(named.toSorted()).toEqual([...new Set(refs.map(([, kind, name]) => `${kind}/${name}`))].toSorted());
}

/** A discriminator names a string that every body has. */
function expectDiscriminators({ schemas }: Components, model: Model): void {
  for (const { discriminator } of Object.values(schemas)) {
    if (discriminator === undefined) continue;
    const { propertyName, mapping } = discriminator as {
      propertyName: string;
      mapping: Readonly<Record<string, string>>;
    };
    for (const [code, ref] of Object.entries(mapping)) {
      const { required, properties } = schemas[ref.slice(ref.lastIndexOf("/") + 1)] ?? {};
      expect(required).toContain(propertyName);
      expect((properties as JsonObject)[propertyName]).toMatchObject({ type: "string", enum: [code] });
      expect(model.errors.map(({ wireCode }) => wireCode)).toContain(code);
    }
  }
}
