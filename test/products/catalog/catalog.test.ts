// The catalogue's shape is a contract, and its schema of the error body says yes to exactly the bodies of the table.

import { Ajv } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { check } from "prettier";
import { describe, expect, test } from "vitest";
import { modelFor } from "../../../generator/model/audience.ts";
import type { Model } from "../../../generator/model/model.ts";
import { withPlaced } from "../../../generator/model/placed-values.ts";
import { errorsSchema } from "../../../generator/products/catalog/errors-schema.ts";
import { emit } from "../../../generator/products/index.ts";
import { render } from "../../../generator/products/render.ts";
import { valueAt } from "../../../generator/text/json/pointer.ts";
import { isList, type Json, type JsonObject, objectOf } from "../../../generator/text/json/value.ts";
import shape from "../../helpers/catalog-shape.json" with { type: "json" };
import { type FlatError, flatErrors } from "../../helpers/flat-error.ts";
import { detailsSchema, jsonValue } from "../../helpers/json-schemas.ts";
import { modelOf, modelOfFile } from "../../helpers/model-fixtures.ts";

const TABLES = [
  "spec/function-compute.errors.yaml",
  "test/cases/minimal/minimal.errors.yaml",
  "test/cases/kitchen-sink/kitchen-sink.errors.yaml",
  "test/cases/kitchen-sink/nested.errors.yaml",
  "test/cases/kitchen-sink/problem.errors.yaml",
  "test/cases/hostile-text/hostile-text.errors.yaml",
  "test/cases/hostile-text/hostile-proto.errors.yaml",
];

/** The schema of schemas takes longest to compile, so that all tests share it. */
const AJV = new Ajv2020({ strict: true, strictTuples: false, unevaluated: false });

const hasShape = new Ajv({ strict: true, allowUnionTypes: true }).compile(shape);

describe.each(TABLES)("%s", (path) => {
  const model = modelFor({}, modelOfFile(path));

  test("errors.json has the documented shape and everything in it", async () => {
    const { catalog } = await productsOf(model);
    expect(hasShape(catalog), JSON.stringify(hasShape.errors)).toBe(true);
    const errors = catalog["errors"] as readonly JsonObject[];
    const inTable = model.errors.toSorted((a, b) => a.order - b.order);
    expect(
      errors.map(({ code, wireCode, statuses, tags, name }) => ({ code, wireCode, statuses, tags, name })),
    ).toEqual(
      inTable.map(({ errorName: name, code, wireCode, statuses, tags }) => ({
        code,
        wireCode,
        statuses,
        tags,
        name,
      })),
    );
    const cases = errors.flatMap((error) => error["cases"] as readonly JsonObject[]);
    inTable
      .flatMap((error) => error.cases)
      .forEach(({ template, constants, details, params, texts, extensions, ...expected }, index) => {
        const { message, details: given, ...others } = cases[index] ?? {};
        const { constants: values, params: names, texts: ofLocales, ...rest } = others;
        expect(rest).toEqual(withOwnFields({ ...expected, extensions }));
        expect(message).toEqual(
          template && expect.objectContaining({ template: template.text, verdict: template.verdict }),
        );
        expect((given as JsonObject | undefined)?.["schema"]).toEqual(details?.schema);
        expect(Object.keys(ofLocales as object)).toEqual(Object.keys(texts));
        expect(values).toHaveLength(constants.length);
        expect(names).toHaveLength(params.length);
      });
    for (const name of ["retired", "locales", "locale", "title", "file"] as const) {
      expect(catalog[name]).toEqual(withOwnFields(model[name]));
    }
    expect((catalog["operations"] as readonly JsonObject[]).map(({ name }) => name)).toEqual(
      model.operations.map(({ name }) => name),
    );
  });

  test("both files are as formatters have them", async () => {
    for (const artifact of await emit({ kind: "catalog", options: {} }, model)) {
      const { text, path: name } = await render(artifact);
      expect(await check(text, { parser: "json" }), name).toBe(true);
    }
  });

  test("the schema compiles strictly and knows every example by its code", async () => {
    const { schema } = await productsOf(model);
    const ajv = AJV;
    const isError = ajv.compile(tame(schema) as object);
    for (const error of flatErrors(model)) {
      const isThis = ajv.compile(tame(definitionOf(error, schema)) as object);
      for (const { body } of error.examples) {
        expect(isError(tame(body)), JSON.stringify(isError.errors)).toBe(true);
        expect(isThis(tame(body))).toBe(true);
        expect(isError(tame(withCode(body, model, "NoSuchCode")))).toBe(false);
        expect(isError(tame(withCode(body, model, 1)))).toBe(false);
        expect(isError(tame(withMore(body))), "newer servers may send more").toBe(true);
      }
    }
    for (const value of [null, [], "x", 1, {}]) expect(isError(value)).toBe(false);
  });

  test("each definition is one error, with its examples", async () => {
    const { schema } = await productsOf(model);
    AJV.removeSchema("errors:/");
    AJV.addSchema({ ...(tame(schema) as object), $id: "errors:/" });
    const names = Object.keys(schema["$defs"] as object);
    expect(names).toEqual(["Body", ...flatErrors(model).map(({ errorName }) => errorName)]);
    const compiled = new Map(names.map((name) => [name, AJV.compile({ $ref: `errors:/#/$defs/${name}` })] as const));
    for (const { errorName, examples } of flatErrors(model)) {
      for (const { body } of examples) {
        const matching = names.filter((name) => compiled.get(name)?.(tame(body)));
        expect(matching).toEqual(["Body", errorName]);
      }
    }
  });
});

describe("the schema of the body", () => {
  test("says of details what the table says, in the whole and in the error's definition", () => {
    const body = { code: "/error/code", message: "/error/message" };
    fc.assert(
      fc.property(detailsSchema, fc.array(jsonValue, { minLength: 1, maxLength: 8 }), (details, values) => {
        const model = modelOf({ body, errors: { A: { status: 400, details }, B: { status: 400 } } });
        const [error] = flatErrors(model);
        if (error === undefined) throw new Error("There is no error.");
        const schema = AJV.compile(definitionOf(error, errorsSchema(model)));
        const readable = JSON.stringify(details).replaceAll('"pattern":"^[\\\\w-.]+$"', '"$comment":""');
        const isDetails = new Ajv({ strict: false, validateFormats: false, validateSchema: false }).compile(
          JSON.parse(readable) as object,
        );
        const whole = AJV.compile(errorsSchema(model));
        for (const value of values) {
          if (typeof value !== "object" || value === null || Array.isArray(value)) continue;
          const sent = { ...value, error: { code: "A", message: "" } };
          expect(whole(sent)).toBe(schema(sent));
          if (isDetails(value)) expect(whole(sent), "what the details allow is allowed").toBe(true);
          expect(whole({ ...value, error: { code: "B", message: "" } }), "other errors have other details").toBe(true);
        }
      }),
      { numRuns: 25 },
    );
  });

  test("wants members, types and bounds as the details do", () => {
    const details = {
      type: "object",
      properties: { limit: { type: "integer", minimum: 1 }, unit: { type: ["string", "null"], maxLength: 2 } },
      required: ["limit"],
      additionalProperties: false,
    };
    const isError = AJV.compile(errorsSchema(modelOf({ errors: { A: { status: 400, details } } })));
    const sent = (more: object) => isError({ code: "A", message: "m", ...more });
    expect(sent({ limit: 1 })).toBe(true);
    expect(sent({ limit: 1, unit: null, traceId: "newer servers may send more" })).toBe(true);
    expect(sent({})).toBe(false);
    expect(sent({ limit: 0 })).toBe(false);
    expect(sent({ limit: "1" })).toBe(false);
    expect(sent({ limit: 1, unit: "abc" })).toBe(false);
    expect(isError({ code: "A", limit: 1 })).toBe(false);
    expect(isError({ code: "A", message: null, limit: 1 })).toBe(false);
  });

  test("of bodies without a code wants the message, even where it is optional", () => {
    const body = { code: { at: "/error/code", optional: true }, message: { at: "/error/message", optional: true } };
    const isError = AJV.compile(errorsSchema(modelOf({ body, errors: { A: { status: 400 } } })));
    for (const error of [{ code: "A" }, { message: "no" }, { code: null, message: "no" }])
      expect(isError({ error }), JSON.stringify(error)).toBe(true);
    for (const error of [{}, { code: null }, { code: "B", message: "no" }, { code: 1, message: "no" }])
      expect(isError({ error }), JSON.stringify(error)).toBe(false);
    expect(isError({})).toBe(false);
  });

  test("a table of 2,000 codes validates the body of each", async () => {
    const errors = Object.fromEntries(
      Array.from({ length: 2000 }, (_, index) => [
        `Code${index}`,
        {
          status: 400,
          message: "number %d",
          params: { number: {} },
          ...(index % 10 > 0
            ? {}
            : { details: { type: "object", properties: { [`p${index}`]: { type: "integer" } } } }),
        },
      ]),
    );
    const model = modelOf({ errors });
    const isError = AJV.compile(errorsSchema(model));
    const bodies = flatErrors(model).flatMap(({ examples }) => examples.map(({ body }) => body));
    expect(bodies).toHaveLength(2000);
    expect(bodies.filter((body) => !isError(body))).toEqual([]);
    expect(isError({ code: "Code0", message: "", p0: "no" })).toBe(false);
    expect(isError.errors?.map(({ instancePath }) => instancePath)).toContain("/p0");
  });
});

/** Fields of people's own stand beside the others, at every level. */
function withOwnFields(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withOwnFields);
  if (typeof value !== "object" || value === null) return value;
  const { extensions = {}, ...others } = value as Readonly<Record<string, unknown>>;
  const inner = Object.entries(others).map(([name, each]) => [name, withOwnFields(each)] as const);
  return { ...Object.fromEntries(inner), ...(extensions as object) };
}

/** The definition of one error, as other schemas refer to it. */
function definitionOf({ errorName }: FlatError, { $defs = {} }: JsonObject): JsonObject {
  return { $ref: `#/$defs/${errorName}`, $defs };
}

async function productsOf(model: Model): Promise<{ readonly catalog: JsonObject; readonly schema: JsonObject }> {
  const [catalog, schema] = await emit({ kind: "catalog", options: {} }, model);
  if (catalog?.kind !== "json" || schema?.kind !== "json") throw new Error("There is no JSON.");
  expect([catalog.path, schema.path]).toEqual(["errors.json", "errors.schema.json"]);
  return { catalog: catalog.value as JsonObject, schema: schema.value as JsonObject };
}

/** The body of a newer server. */
function withMore(body: Json): Json {
  return isList(body) ? [...body, true] : { ...objectOf(body), somethingNew: true };
}

/** The body with another code in its place. */
function withCode(body: Json, { body: { code } }: Model, value: Json): Json {
  return withPlaced(body, { at: code.at, value });
}

/** The validator stumbles over names that every object has; that is not what is tested here. */
function tame(value: Json): Json {
  const text = JSON.stringify(value).replaceAll(
    /\b(__proto__|toString|constructor|valueOf|hasOwnProperty)\b/g,
    "its_$1",
  );
  return JSON.parse(text) as Json;
}

test("fields of people's own reach the catalogue from every place", async () => {
  const own = { "x-note": "kept" };
  const { catalog } = await productsOf(
    modelOf({
      ...own,
      body: { ...own, code: { at: "/code", ...own }, message: { at: "/message", ...own } },
      groups: { one: own },
      tags: { two: own },
      errors: {
        Gone: {
          ...own,
          message: "no %s",
          params: { id: own },
          links: [{ title: "Page", url: "https://example.com", ...own }],
          headers: { "Retry-After": own },
          deprecated: { since: "1.0.0", ...own },
          cases: { a: { ...own, examples: { first: { params: { id: "x" }, ...own } } } },
        },
      },
      operations: { Get: [{ code: "Gone", ...own }] },
      retired: { Old: own },
    }),
  );
  const places = [
    "/",
    "/body",
    "/body/code",
    "/body/message",
    "/groups/0",
    "/tags/0",
    "/operations/0/answers/0",
    "/retired/0",
  ];
  const ofError = [
    "",
    "/links/0",
    "/deprecated",
    "/cases/0",
    "/cases/0/params/0",
    "/cases/0/headers/0",
    "/cases/0/examples/0",
  ];
  for (const place of [...places, ...ofError.map((at) => `/errors/0${at}`)])
    expect(
      valueAt(
        catalog,
        place.split("/").filter((step) => step !== ""),
      ),
      place,
    ).toMatchObject(own);
});
