// OpenAPI components: their shape, and that examples are valid against the schemas.

import { Ajv } from "ajv";
import { check } from "prettier";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { emit } from "../../../generator/products/index.ts";
import { withoutRoot } from "../../../generator/products/openapi/xml-root.ts";
import { render } from "../../../generator/products/render.ts";
import { valueAt } from "../../../generator/text/json/pointer.ts";
import type { Json, JsonObject } from "../../../generator/text/json/value.ts";
import { modelOf, modelOfFile } from "../../helpers/model-fixtures.ts";
import { componentsOf } from "../../helpers/openapi-document.ts";
import { NESTED, OPENAPI_TABLES, TWO, tame } from "../../helpers/openapi-tables.ts";

describe("components", () => {
  test("a code has a schema, a status has a named union and a response", async () => {
    expect(await componentsOf(modelOf(TWO))).toEqual({
      schemas: {
        NoSuchThingError: {
          title: "NoSuchThingError",
          description: "Error code: `NoSuchThing`\n\nBuy one.",
          type: "object",
          required: ["errorCode", "errorMessage"],
          properties: {
            errorCode: { description: "The code of the error.", type: "string", enum: ["NoSuchThing"] },
            errorMessage: { description: "The message of the error.", type: "string", example: "no cup" },
          },
          "x-error-code": "NoSuchThing",
          "x-message-template": "no %s",
          "x-solution": "Buy one.",
        },
        SlowError: expect.objectContaining({
          description: "Error code: `Slow`\n\nToo slow.",
          "x-error-code": "Slow",
          "x-retry": "backoff",
        }),
        NotFoundErrors: {
          title: "NotFoundErrors",
          description: "404 Not Found: `NoSuchThing`",
          oneOf: [{ $ref: "#/components/schemas/NoSuchThingError" }],
          discriminator: {
            propertyName: "errorCode",
            mapping: { NoSuchThing: "#/components/schemas/NoSuchThingError" },
          },
        },
        Status499Errors: expect.objectContaining({ title: "Status499Errors" }),
      },
      responses: {
        NotFoundErrors: {
          description: "404 Not Found: `NoSuchThing`",
          content: {
            "application/json": {
              schema: { $ref: "#/components/schemas/NotFoundErrors" },
              examples: {
                NoSuchThing: {
                  summary: "NoSuchThing",
                  value: { errorCode: "NoSuchThing", errorMessage: "no cup" },
                },
              },
            },
          },
          "x-error-codes": ["NoSuchThing"],
        },
        Status499Errors: expect.objectContaining({ description: "499: `Slow`" }),
      },
    });
  });

  test("a new code changes no name", async () => {
    const before = await componentsOf(modelOf(TWO));
    const more = { ...TWO.errors, NoSuchCup: { status: 404 }, InternalServerError: { status: 500 } };
    const after = await componentsOf(modelOf({ ...TWO, errors: more }));
    expect(Object.keys(after.schemas)).toEqual(expect.arrayContaining(Object.keys(before.schemas)));
    expect(Object.keys(after.schemas)).toContain("InternalServerErrors");
    expect(after.schemas["NotFoundErrors"]?.["oneOf"]).toHaveLength(2);
    expect(after.schemas["NoSuchThingError"]).toEqual(before.schemas["NoSuchThingError"]);
  });

  test.each(["", "Fc."])(
    "generators name types by titles, which are the names of the components: %j",
    async (prefix) => {
      const errors = { Date: { status: 404 }, Error: { status: 404 }, "order.gone": { status: 410 } };
      for (const [name, table] of OPENAPI_TABLES.concat([["Codes that are globals", modelOf({ errors })]])) {
        const { schemas } = await componentsOf(table, { prefix, default: true });
        const titles = Object.entries(schemas).map(([component, { title }]) => [component, title]);
        expect(titles.length, name).toBeGreaterThan(1);
        expect(titles, name).toEqual(Object.keys(schemas).map((component) => [component, component]));
      }
      const { schemas } = await componentsOf(modelOf({ errors }), { prefix });
      expect(Object.keys(schemas)).not.toEqual(expect.arrayContaining([`${prefix}Date`]));
      expect(Object.keys(schemas)).not.toEqual(expect.arrayContaining([`${prefix}Error`]));
    },
  );

  test("names begin with the prefix, and references follow", async () => {
    const components = await componentsOf(modelOf(TWO), { prefix: "Fc." });
    const names = [...Object.keys(components.schemas), ...Object.keys(components.responses)];
    expect(names.every((name) => name.startsWith("Fc."))).toBe(true);
    expect(JSON.stringify(components).match(/#\/components\/(schemas|responses|headers)\/(?!Fc\.)/g)).toBeNull();
  });

  test("a discriminator is left out on demand, and where the code lies deeper", async () => {
    const plain = await componentsOf(modelOf(TWO), { discriminator: false });
    expect(JSON.stringify(plain)).not.toContain('"discriminator"');
    const nested = await componentsOf(modelOfFile("test/cases/kitchen-sink/nested.errors.yaml"));
    expect(JSON.stringify(nested)).not.toContain('"discriminator"');
    expect(nested.schemas["ResourceNotFoundError"]?.["properties"]).toMatchObject({
      error: { type: "object", required: ["code", "message"], properties: { code: { enum: ["resource_not_found"] } } },
    });
  });

  test("details that are one of a few objects are what the body holds at least", async () => {
    const { schemas } = await componentsOf(NESTED);
    expect(anyOfIn(schemas["CError"])).toEqual([
      {
        type: "object",
        required: ["limit", "unit"],
        properties: { limit: { type: "integer", enum: [1] }, unit: { type: "string", enum: ["kg"] } },
      },
      { type: "object", required: ["limit"], properties: { limit: { type: "integer", enum: [2] } } },
    ]);
    expect(schemas["DError"]).toMatchObject({
      required: ["error", "limit"],
      properties: { limit: { enum: [{ most: 1 }] } },
    });
  });

  test("no member shows what would be run, and every address is a URI", async () => {
    const solution = "Ask <a href=javascript:alert(1)>us</a>.";
    const documentation = 'https://e.x/é?a=100%&b=%41#{code}*/`${x}"#<y>';
    const { schemas } = await componentsOf(modelOf({ documentation, errors: { A: { status: 400, solution } } }));
    expect(schemas["AError"]).toMatchObject({
      description: `Error code: \`A\`\n\n${String(schemas["AError"]?.["x-solution"])}`,
      externalDocs: { url: "https://e.x/%C3%A9?a=100%25&b=%41#A*/%60$%7Bx%7D%22%23%3Cy%3E" },
    });
    expect(JSON.stringify(schemas)).not.toMatch(/<a|javascript:/);
  });

  test("examples are told apart by their summaries, and unions, codes and messages have descriptions", async () => {
    const examples = { unknownSku: {}, tooMany: { summary: "More than there are" } };
    const errors = {
      InvalidOrder: { status: 400, message: "no", examples },
      Split: { status: 400, cases: { one: { message: "a", examples }, two: { message: "b" } } },
      Plain: { status: 400, message: "plain" },
    };
    const { schemas, responses } = await componentsOf(modelOf({ errors }));
    const [media] = Object.values(responses["BadRequestErrors"]?.["content"] as Record<string, JsonObject>);
    const shown = Object.entries((media?.["examples"] ?? {}) as Record<string, JsonObject>);
    expect(shown.map(([key, { summary }]) => [key, summary])).toEqual([
      ["InvalidOrder", "InvalidOrder: unknownSku"],
      ["InvalidOrder.tooMany", "InvalidOrder: More than there are"],
      ["Plain", "Plain"],
      ["Split.one", "Split.one: unknownSku"],
      ["Split.one.tooMany", "Split.one: More than there are"],
      ["Split.two", "Split.two"],
    ]);
    expect(schemas["BadRequestErrors"]?.["description"]).toBe("400 Bad Request: `InvalidOrder`, `Plain`, `Split`");
    for (const { description, properties } of Object.values(schemas)) {
      expect(description).toMatch(/\S/);
      for (const member of Object.values((properties ?? {}) as Record<string, JsonObject>))
        expect(member["description"]).toMatch(/\S/);
    }
  });

  test("a limit of messages stands in every schema of a message, and no example is longer", async () => {
    const body = { code: { at: "/code", optional: true }, message: { at: "/message", maxLength: 12 } };
    const errors = {
      Gone: { status: 410, message: "gone: %s", params: { id: { example: "A-1" } } },
      Lost: { status: 404, description: "Nobody knows where it is." },
    };
    const { schemas, responses } = await componentsOf(modelOf({ body, errors }));
    const limits = Object.values(schemas).flatMap(
      ({ properties }) => valueAt(properties, ["message", "maxLength"]) ?? [],
    );
    expect(limits).toEqual([12, 12, 12]);
    const shown = Object.values(responses).flatMap((response) => [
      ...JSON.stringify(response).matchAll(/"message":"([^"]*)"/g),
    ]);
    expect(shown.map(([, text]) => text).toSorted()).toEqual(["gone: A-1", "…"]);
  });

  test("a header is one component, or one per status where they differ", async () => {
    const retryAfter = (type: string) => ({ "Retry-After": { schema: { type } } });
    const errors = {
      A: { status: 429, headers: { ...retryAfter("integer"), "X_Left!": { description: "What is left." } } },
      B: { status: 429, headers: { "x_left!": { description: "What is left." }, "Content-Type": {} } },
      C: { status: 503, headers: retryAfter("string") },
      D: { status: 503, headers: retryAfter("integer") },
    };
    const { headers, responses } = await componentsOf(modelOf({ errors }));
    expect(headers).toEqual({
      "Retry-After.429": { schema: { type: "integer" } },
      "Retry-After.503": { schema: { anyOf: [{ type: "string" }, { type: "integer" }] } },
      X_5fLeft_21: { description: "What is left.", schema: { type: "string" } },
    });
    expect(responses["TooManyRequestsErrors"]?.["headers"]).toEqual({
      "Retry-After": { $ref: "#/components/headers/Retry-After.429" },
      "X_Left!": { $ref: "#/components/headers/X_5fLeft_21" },
    });
  });

  test("the header that holds the code is one of every response", async () => {
    const body = { code: { at: "/__type", header: "x-amzn-errortype", optional: true }, message: "/message" };
    const errors = {
      A: { status: 400 },
      B: { headers: { "X-Amzn-ErrorType": { description: "Ours." } }, status: 500 },
    };
    const { headers, responses } = await componentsOf(modelOf({ body, errors }));
    expect(headers).toEqual({
      "X-Amzn-ErrorType.400": { description: "The code of the error.", schema: { type: "string" } },
      "X-Amzn-ErrorType.500": { description: "Ours.", schema: { type: "string" } },
    });
    expect(responses["BadRequestErrors"]?.["headers"]).toEqual({
      "X-Amzn-ErrorType": { $ref: "#/components/headers/X-Amzn-ErrorType.400" },
    });
  });

  test("an error's further examples bear its name and theirs", async () => {
    const { responses } = await componentsOf(modelOfFile("test/cases/kitchen-sink/kitchen-sink.errors.yaml"));
    const content = responses["NotFoundErrors"]?.["content"] as Record<string, { examples: Record<string, Json> }>;
    const examples = Object.entries(Object.values(content)[0]?.examples ?? {});
    expect(examples.map(([name, example]) => [name, (example as JsonObject)["summary"]])).toEqual([
      ["ItemNotFound", "ItemNotFound: The item was sold."],
      ["ItemNotFound.never-seen", "ItemNotFound: The item was never here."],
    ]);
  });

  test("the details of a body loosen, and never close it", async () => {
    const details = {
      type: "object",
      properties: { limit: { type: "integer" } },
      required: ["limit", "unit"],
      additionalProperties: false,
      maxProperties: 2,
      title: "Limit",
      anyOf: [{ properties: { unit: { const: "kg" } }, additionalProperties: false }, { required: ["unit"] }],
    };
    const { schemas } = await componentsOf(modelOf({ errors: { A: { status: 400, details } } }));
    expect(schemas["AError"]).toMatchObject({
      title: "AError",
      required: ["code", "message", "limit", "unit"],
      properties: { limit: { type: "integer" }, unit: {} },
    });
    for (const keyword of ["additionalProperties", "maxProperties"])
      expect(schemas["AError"]).not.toHaveProperty(keyword);
    expect(JSON.stringify(schemas["AError"])).not.toContain("additionalProperties");
  });
});

/** The schema of schemas takes longest to compile, so that all tests share it. */
const AJV = new Ajv({ strict: false, validateFormats: false });

describe.each(OPENAPI_TABLES)("%s", (_, model) => {
  test("every example is valid against its schema, its union, and no other error's schema", async () => {
    const { schemas } = await componentsOf(model);
    AJV.removeSchema("api:/");
    AJV.addSchema({ $id: "api:/", components: { schemas: JSON.parse(tame(JSON.stringify(schemas))) as object } });
    const compiled = new Map(
      Object.keys(schemas).map((name) => [name, AJV.compile({ $ref: `api:/#/components/schemas/${name}` })] as const),
    );
    const validates = (name: string, value: Json) => compiled.get(name)?.(JSON.parse(tame(JSON.stringify(value))));
    const unions = Object.keys(schemas).filter((name) => name.endsWith("Errors"));
    for (const { errorName, cases } of withoutRoot(model).errors) {
      for (const { body } of cases.flatMap(({ examples }) => examples)) {
        expect(validates(errorName, body), errorName).toBe(true);
        const others = Object.keys(schemas).filter((name) => !unions.includes(name) && name !== errorName);
        expect(others.filter((other) => validates(other, body))).toEqual([]);
        expect(unions.filter((name) => validates(name, body))).toEqual(
          unions.filter((name) => members(schemas[name]).includes(errorName)),
        );
      }
    }
  });

  test("every example of a response is valid against the schema of the response", async () => {
    const { schemas, responses } = await componentsOf(model);
    AJV.removeSchema("api:/");
    AJV.addSchema({ $id: "api:/", components: { schemas: JSON.parse(tame(JSON.stringify(schemas))) as object } });
    for (const [name, { content }] of Object.entries(responses)) {
      const [{ schema, examples = {} }] = Object.values(content as object) as [
        { schema: { $ref: string }; examples?: Readonly<Record<string, { value: Json }>> },
      ];
      const validate = AJV.compile({ $ref: `api:/${schema.$ref}` });
      for (const { value } of Object.values(examples))
        expect(validate(JSON.parse(tame(JSON.stringify(value)))), name).toBe(true);
    }
  });

  test("YAML and JSON hold the same, as formatters have it", async () => {
    const artifacts = await emit({ kind: "openapi", options: {} }, model);
    const [yaml, json] = await Promise.all(artifacts.map((artifact) => render(artifact)));
    expect([yaml?.path, json?.path]).toEqual(["components.yaml", "components.json"]);
    expect(parse(yaml?.text ?? "")).toEqual(JSON.parse(json?.text ?? ""));
    expect(await check(yaml?.text ?? "", { parser: "yaml" })).toBe(true);
    expect(await check(json?.text ?? "", { parser: "json" })).toBe(true);
  });

  test("nothing in it is unused, refers to nothing, or is read as script", async () => {
    const components = await componentsOf(model);
    const text = JSON.stringify(components);
    const refs = [...text.matchAll(/"#\/components\/(\w+)\/([^"]+)"/g)].map(([, kind, name]) => `${kind}/${name}`);
    const named = Object.entries(components).flatMap(([kind, all]) =>
      Object.keys(all as object).map((name) => `${kind}/${name}`),
    );
    expect(named.filter((name) => !name.startsWith("responses/")).toSorted()).toEqual([...new Set(refs)].toSorted());
    for (const name of named) expect(name).toMatch(/^\w+\/[a-zA-Z0-9._-]+$/);
    for (const described of describedTexts(components)) {
      expect(described).not.toMatch(/<script|javascript:|\beval\(|<[a-z][^>]*\bon[a-z]+\s*=/i);
    }
  });
});

/** The schemas that a union is made of. */
function members(union: JsonObject | undefined): readonly string[] {
  const refs = (union?.["oneOf"] ?? union?.["anyOf"] ?? union?.["allOf"] ?? []) as readonly { readonly $ref: string }[];
  return refs.map(({ $ref }) => $ref.slice($ref.lastIndexOf("/") + 1));
}

function describedTexts(value: unknown): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) =>
    (name === "description" || name === "title") && typeof member === "string" ? [member] : describedTexts(member),
  );
}

/** The alternatives that an error has beside its members. */
function anyOfIn(schema: JsonObject | undefined): Json | undefined {
  return ((schema?.["allOf"] ?? []) as readonly JsonObject[]).flatMap((part) => part["anyOf"] ?? []);
}
