// The forms that error bodies have in descriptions: lists, integers, classes beside codes, addresses, shared enums, other files.
import { describe, expect, test } from "vitest";
import { modelOf } from "../helpers/model-fixtures.ts";
import { componentsOf } from "../helpers/openapi-document.ts";
import { describedBy, json, shown } from "./described-by.ts";
import { read, refusals, tableOf } from "./read.ts";

describe("places", () => {
  test("codes in a list, with the members of an item and those around the list", () => {
    const item = (issue: string, description: string) => ({
      properties: { issue: { enum: [issue] }, description: { enum: [description] } },
    });
    const schema = {
      properties: {
        name: { type: "string" },
        debug_id: { type: "string" },
        details: {
          type: "array",
          items: {
            properties: { field: { type: "string" } },
            anyOf: [item("TOO_LONG", "The value is too long."), item("MISSING", "A value is missing.")],
          },
        },
      },
    };
    const examples = {
      a: {
        value: { name: "INVALID_REQUEST", details: [{ issue: "TOO_LONG", description: "The value is too long." }] },
      },
      b: { value: { name: "INVALID_REQUEST", details: [{ issue: "MISSING", description: "A value is missing." }] } },
    };
    const { table, examples: bodies, fitting } = read("api.json", describedBy({ "400": json({ schema, examples }) }));
    expect(table.body).toEqual({
      ...{ mediaType: "application/json", errors: "/details", code: "/issue", message: "/description" },
      properties: { field: { type: "string" } },
      response: { properties: { name: { type: "string" }, debug_id: { type: "string" } } },
    });
    expect(table.errors).toEqual({
      TOO_LONG: { status: 400, message: "The value is too long." },
      MISSING: { status: 400, message: "A value is missing." },
    });
    expect([bodies, fitting]).toEqual([2, 2]);
  });

  test("codes in a body that is a list, in schemas and examples", () => {
    const items = { properties: { errorCode: { enum: ["INVALID_FIELD"] }, message: { type: "string" } } };
    const { table, examples, fitting } = read(
      "api.json",
      describedBy({
        "400": json({ schema: { type: "array", items } }),
        "404": json({ example: [{ errorCode: "NOT_FOUND", message: "There is none." }] }),
      }),
    );
    expect(table.body).toMatchObject({ errors: "", code: "/errorCode", message: "/message" });
    expect(table.errors).toEqual({
      INVALID_FIELD: { status: 400, description: "Wrong" },
      NOT_FOUND: { status: 404, message: "There is none.", description: "Wrong" },
    });
    expect([examples, fitting]).toEqual([1, 1]);
  });

  test("integers are codes, and statuses of HTTP in their place are none", () => {
    const one = { code: 20404, message: "No such thing.", status: 404 };
    const { body, errors } = tableOf(
      "api.json",
      describedBy({ "404": shown(one), "400": shown({ code: 400, message: "Bad" }) }),
    );
    expect(body).toMatchObject({ code: { at: "/code", type: "integer" }, message: "/message" });
    expect(errors).toEqual({
      20404: { status: 404, identifier: "NoSuchThing", message: "No such thing.", description: "Wrong" },
    });
    expect(
      refusals("api.json", JSON.stringify(describedBy({ "400": shown({ code: 400, message: "Bad" }) })))[0],
    ).toContain("None of the 1");
  });

  test("a class is never taken for the code beside it, and codes fix it", () => {
    const schema = {
      properties: {
        errorCode: { type: "string" },
        errorType: { type: "string" },
        message: { type: "string" },
        status: { type: "integer" },
      },
    };
    const error = (errorCode: string, errorType: string, message: string, status: number) => ({
      errorCode,
      errorType,
      message,
      status,
    });
    const examples = {
      a: { value: error("702", "validation", "Required field missing", 422) },
      b: { value: error("000", "security", "Unauthorized", 401) },
      c: { value: error("000", "security", "Not allowed", 403) },
    };
    const { table, fitting } = read("api.json", describedBy({ default: json({ schema, examples }) }));
    expect(table.body).toMatchObject({ code: "/errorCode", message: "/message" });
    expect(table.errors).toEqual({
      702: { status: 422, message: "Required field missing", constants: { errorType: "validation" } },
      "000": {
        constants: { errorType: "security" },
        cases: {
          unauthorized: { status: 401, message: "Unauthorized" },
          allowed: { status: 403, message: "Not allowed" },
        },
      },
    });
    expect(fitting).toBe(3);
    const silent = { properties: { code: { type: "string" }, type: { enum: ["api_error", "card_error"] } } };
    expect(refusals("api.json", JSON.stringify(describedBy({ default: json({ schema: silent }) })))).toHaveLength(1);
  });

  test("addresses are codes with a prefix; one without a code at its end is none", () => {
    const problem = (type: string, title: string) => ({ type, title, status: 400 });
    const at = "https://example.com/problems/";
    const { body, errors } = tableOf(
      "api.json",
      describedBy({
        "400": shown(
          problem(`${at}no-stock`, "No stock."),
          problem(`${at}no-money`, "No money."),
          problem("about:blank", "Oh."),
        ),
      }),
    );
    expect(body).toMatchObject({ code: { at: "/type", prefix: at }, message: "/title" });
    expect(Object.keys(errors)).toEqual(["no-stock", "no-money"]);
    const bare = describedBy({ "400": shown(problem("https://example.com", "a"), problem("about:blank", "b")) });
    expect(refusals("api.json", JSON.stringify(bare))[0]).toContain("nothing-to-read");
  });

  test("the text that varies is the message, by whatever name; without one there is none", () => {
    const { body } = tableOf(
      "api.json",
      describedBy({ "400": shown({ code: "A_B", hint: "Do it.", x: 1 }, { code: "C_D", hint: "Do that." }) }),
    );
    expect(body).toMatchObject({ code: "/code", message: "/hint" });
    expect(tableOf("api.json", describedBy({ "400": shown({ code: "A_B" }) })).body).toMatchObject({ message: "none" });
    const okta = { errorCode: "E0000001", errorSummary: "Api validation failed" };
    expect(tableOf("api.json", describedBy({ "400": shown(okta) })).body).toMatchObject({ message: "/errorSummary" });
  });

  test.each([
    ["placeholders", { code: "<integer>" }, { code: "string" }],
    ["states", { status: "UP" }, { status: "DOWN" }],
    ["media types", { type: "application/problem+json" }, { type: "text/html" }],
    ["one envelope around all", { object: "error", type: "error.list" }, { object: "error", type: "error.list" }],
    [
      "identifiers of requests",
      { id: "9d4f6b42-3a5c-4b11-8f7e-2f6f1c0d9a11" },
      { id: "1d4f6b42-3a5c-4b11-8f7e-2f6f1c0d9a11" },
    ],
    ["sentences", { error: "Not found." }, { error: "Try it again." }],
  ])("%s are no codes", (_, ...values) => {
    expect(refusals("api.json", JSON.stringify(describedBy({ "400": shown(...values) })))[0]).toContain(
      "None of the 1",
    );
  });
});

describe("statuses", () => {
  const schema = { properties: { code: { enum: ["A_B", "C_D"] }, message: { type: "string" } } };

  test("an enum of all responses gives codes without a status and without operations", () => {
    const { errors, operations } = tableOf(
      "api.json",
      describedBy({ "400": json({ schema }), "500": json({ schema }) }),
    );
    expect(errors).toEqual({ A_B: {}, C_D: {} });
    expect(operations).toBeUndefined();
  });

  test.each(["default", "4XX", "5XX"])("%s states none", (range) => {
    const { errors, operations } = tableOf("api.json", describedBy({ [range]: json({ schema }, "*/*") }));
    expect(errors).toEqual({ A_B: {}, C_D: {} });
    expect(operations).toEqual({ getThing: ["A_B", "C_D"] });
  });

  test("several statuses and messages of a code; values alone make no other message", () => {
    const { errors } = tableOf(
      "api.json",
      describedBy({
        "400": shown(
          { code: "BAD", message: "Field 'a' is bad." },
          { code: "BAD", message: "Field 'b' is bad." },
          { code: "BAD", message: "No." },
        ),
        "409": shown({ code: "BAD", message: "No." }, { code: "BUSY", message: "Wait." }),
        "503": shown({ code: "BUSY", message: "Wait." }),
      }),
    );
    expect(errors["BAD"]).toEqual({
      description: "Wrong",
      cases: {
        fieldBad: { status: 400, message: "Field 'a' is bad." },
        no: { status: [400, 409], message: "No." },
      },
    });
    expect(errors["BUSY"]).toMatchObject({ status: [409, 503], message: "Wait." });
  });
});

describe("other forms", () => {
  test("Swagger 2.0: schemas, examples and media types of its own", () => {
    const { table } = read("api.json", {
      ...{ swagger: "2.0", info: { title: "Old shop" }, produces: ["application/json"] },
      paths: { "/a": { get: { responses: { "404": { $ref: "#/responses/Gone" }, "200": { description: "Fine" } } } } },
      responses: {
        Gone: {
          description: "It is gone.",
          schema: { $ref: "#/definitions/Error" },
          examples: { "application/json": { code: "GONE", message: "It was here." } },
        },
      },
      definitions: {
        Error: { properties: { code: { type: "string" }, message: { type: "string" }, trace: { type: "string" } } },
      },
    });
    expect(table).toMatchObject({
      name: "OldShop",
      body: {
        mediaType: "application/json",
        code: "/code",
        message: "/message",
        properties: { trace: { type: "string" } },
      },
      errors: { GONE: { status: 404, message: "It was here.", description: "It is gone." } },
      operations: { "GET /a": ["GONE"] },
    });
  });

  test("an enum that no response refers to, in a list of errors", () => {
    const schemas = {
      Answer: { properties: { errors: { type: "array", items: { $ref: "#/components/schemas/Fault" } } } },
      Fault: {
        properties: {
          category: { enum: ["X", "Y"] },
          code: { $ref: "#/components/schemas/ErrorCode" },
          detail: { type: "string" },
        },
      },
      ErrorCode: { enum: ["GONE", "BUSY"] },
    };
    const { body, errors } = tableOf(
      "api.json",
      describedBy({ "200": { description: "OK" } }, { components: { schemas } }),
    );
    expect(body).toEqual({ mediaType: "application/json", errors: "/errors", code: "/code", message: "/detail" });
    expect(errors).toEqual({ GONE: {}, BUSY: {} });
  });

  test("responses and path items in other files, with references from there; lost ones are named", () => {
    const paths = {
      "/a": { $ref: "paths/a.yaml" },
      "/b": { get: { operationId: "b", responses: { "400": { $ref: "lost.yaml" } } } },
      "/c": { get: { $ref: "paths/a.yaml#/get" } },
    };
    const files = {
      "paths/a.yaml": "get: { operationId: a, responses: { '404': { $ref: '../parts.yaml#/Gone' } } }",
      "parts.yaml":
        "Gone: { description: Gone., content: { application/json: { schema: { $ref: '#/Error' } } } }\nError: { properties: { code: { const: GONE } } }",
    };
    const { table, dropped } = read("api.yaml", { openapi: "3.1.0", info: { title: "T" }, paths }, { files });
    expect(table.errors).toEqual({ GONE: { status: 404, description: "Gone." } });
    expect(table.operations).toEqual({ a: ["GONE"] });
    expect(dropped).toContainEqual({ reason: "references that lead to nothing", name: "lost.yaml" });
    const split = { openapi: "3.1.0", paths: { $ref: "all.yaml" }, components: { responses: { $ref: "parts.yaml" } } };
    const all = { files: { ...files, "all.yaml": "/c: { get: { $ref: 'paths/a.yaml#/get' } }" } };
    expect(read("api.yaml", { ...split, info: { title: "T" } }, all).table).toMatchObject(table);
  });

  test("references lead neither to addresses, nor to the root of the disk, nor round in circles", () => {
    for (const $ref of [
      "https://example.com/a.yaml",
      "/etc/passwd",
      "file:///etc/passwd",
      "C:\\a.yaml",
      "#/paths/~1things/get/responses/400",
    ])
      expect(refusals("api.json", JSON.stringify(describedBy({ "400": { $ref } })))).toHaveLength(1);
  });

  test("what was left out is said: responses without a code, and values that are none", () => {
    const { dropped } = read(
      "api.json",
      describedBy({ "400": shown({ code: "A_B" }, { code: "not found" }), "500": json({}) }),
    );
    expect(dropped).toEqual([
      { reason: "responses without a code", name: "500 of getThing" },
      { reason: "values that are no codes", name: "not found" },
    ]);
  });

  test("bodies that the table does not take are counted", () => {
    const schema = { properties: { code: { enum: ["A_B"] }, message: { type: "string" } } };
    const examples = {
      a: { value: { code: "A_B", message: "Fine." } },
      b: { value: { code: "two words", message: "No." } },
    };
    const { examples: all, fitting } = read("api.json", describedBy({ "400": json({ schema, examples }) }));
    expect([all, fitting]).toEqual([2, 1]);
  });

  test.each([
    ["that all schemas state", [20, 20], "twenty characters 😀%", 20],
    ["that an example exceeds", [20, 20], "twenty-one characters", undefined],
    ["that schemas state differently", [20, 30], "short", undefined],
    ["that one schema leaves out", [20, undefined], "short", undefined],
    ["that no table can have", [0.5, 0.5], "", undefined],
  ])("the limit of messages %s", (_, limits, message, found) => {
    const responses = limits.map((maxLength, index) => {
      const schema = { properties: { code: { enum: [`A_${index}`] }, message: { type: "string", maxLength } } };
      return [String(400 + index), json({ schema, example: { code: `A_${index}`, message } })] as const;
    });
    const { body } = tableOf("api.json", describedBy(Object.fromEntries(responses)));
    expect(body).toMatchObject({ message: found === undefined ? "/message" : { at: "/message", maxLength: found } });
  });

  test("the limit of messages comes back from components, unless the name of a param is longer than its example", async () => {
    for (const [maxLength, found] of [
      [40, 40],
      [9, undefined],
    ]) {
      const body = { code: "/code", message: { at: "/message", maxLength } };
      const errors = { Gone: { status: 410, message: "gone: %s", params: { thing: { example: "A-1" } } } };
      const made = await componentsOf(modelOf({ body, errors }));
      const responses = { "410": { $ref: `#/components/responses/${Object.keys(made.responses)[0]}` } };
      const table = tableOf("api.json", describedBy(responses, { components: made }));
      expect(table.body).toMatchObject({ message: found === undefined ? "/message" : { at: "/message", maxLength } });
    }
  });

  test("what some bodies lack is optional", () => {
    const some = shown({ code: "A_B", message: "Yes." }, { code: "C_D" });
    expect(tableOf("api.json", describedBy({ "400": some })).body).toMatchObject({
      code: "/code",
      message: { at: "/message", optional: true },
    });
    const others = shown({ code: "A_B", message: "Yes." }, { message: "No." });
    const { table, examples, fitting } = read("api.json", describedBy({ "400": others }));
    expect(table.body).toMatchObject({ code: { at: "/code", optional: true }, message: "/message" });
    expect([examples, fitting]).toEqual([1, 1]);
  });

  test("broken YAML and JSON are refused at their places", () => {
    expect(refusals("api.yaml", "openapi: 3.1.0\npaths: [\n")[0]).toMatch(/^api\.yaml:\d+:\d+ description-syntax /);
    expect(refusals("api.json", '{"openapi": "3.1.0",\n "paths": {')[0]).toMatch(
      /^api\.json:\d+:\d+ description-syntax /,
    );
    expect(refusals("api.json", "[1]")[0]).toMatch(/^api\.json:1:1 source-kind /);
    expect(refusals("api.yaml", "text")[0]).toMatch(/^api\.yaml:1:1 description-version /);
  });
});
