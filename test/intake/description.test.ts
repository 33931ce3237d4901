// What an API description tells of its errors becomes a table that can be compiled: what errtable wrote is read back whole.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { embed } from "../../generator/owned/description/embed-description.ts";
import { describeTable } from "../../generator/products/openapi/components.ts";
import { renderYaml } from "../../generator/text/yaml.ts";
import { flatErrors } from "../helpers/flat-error.ts";
import { modelOf, modelOfFile } from "../helpers/model-fixtures.ts";
import { read, refusals, type Table, tableOf as tableOfFile } from "./read.ts";

const functionCompute = modelOfFile("spec/function-compute.errors.yaml");

function tableOf(description: unknown): Table {
  return tableOfFile("api.yaml", description);
}

function describedBy(responses: Record<string, unknown>, more: Record<string, unknown> = {}): Record<string, unknown> {
  const get = { operationId: "getThing", responses };
  return { openapi: "3.1.0", info: { title: "Things of mine" }, paths: { "/things": { get } }, ...more };
}

const json = (media: unknown, more: Record<string, unknown> = {}) => ({
  description: "Wrong",
  content: { "application/json": media },
  ...more,
});

describe("what errtable wrote", () => {
  const expected = Object.fromEntries(
    flatErrors(functionCompute).map(({ code, status, template }) => [code, { status, message: template?.text }]),
  );
  const factsOf = ({ errors }: Table) =>
    Object.fromEntries(Object.entries(errors).map(([code, { status, message }]) => [code, { status, message }]));

  test.each([{}, { discriminator: false }, { prefix: "Fc" }])("components with %j", (options) => {
    const table = tableOf(renderYaml({ components: describeTable(functionCompute, options) }));
    expect(factsOf(table)).toEqual(expected);
    expect(table.body).toMatchObject({ code: "/errorCode", message: "/errorMessage" });
  });

  test("components of codes that travel with a prefix, without messages and with cases", () => {
    const cases = { short: { message: "wait" }, long: { status: 429, message: "wait for long", solution: "Wait." } };
    const rows = { Lost: { status: 404, message: "lost", description: "It is lost." }, Mute: { status: 409 } };
    const body = { mediaType: "application/json", code: { at: "/code", prefix: "urn:shop:" }, message: "/text" };
    const model = modelOf({ body, errors: { ...rows, Busy: { status: 503, cases } } });
    const { table, examples, fitting } = read("api.yaml", renderYaml({ components: describeTable(model, {}) }));
    expect(table.body).toMatchObject({ code: { at: "/code", prefix: "urn:shop:" } });
    expect(table.errors).toMatchObject({ Lost: rows.Lost, Mute: { status: 409 } });
    expect(Object.keys(table.errors["Mute"] ?? {})).toEqual(["status"]);
    expect(table.errors["Busy"]).not.toHaveProperty("description");
    expect(Object.values(table.errors["Busy"]?.["cases"] ?? {})).toEqual([
      { status: 429, message: "wait for long", solution: "Wait.", retry: "throttled" },
      { status: 503, message: "wait" },
    ]);
    expect([examples, fitting]).toEqual([4, 4]);
  });

  test("an embedded description, with texts and operations", () => {
    const text =
      'openapi: "3.0.3"\npaths:\n  /a: { get: { operationId: a, responses: {} } }\n  /b: { get: { responses: {} } }\n';
    const tables = [{ model: functionCompute, options: {} }];
    const embedded = embed({ path: "api.yaml", text }, { tables, mode: "all", remove: false, force: false });
    const table = tableOf(embedded.text);
    expect(factsOf(table)).toEqual(expected);
    expect(Object.keys(table.operations ?? {})).toEqual(["*"]);
    for (const { code, description, solution, retry } of flatErrors(functionCompute)) {
      expect(table.errors[code], code).toMatchObject({ description, solution, ...(retry && { retry }) });
    }
  });
});

describe("what others wrote", () => {
  test("Matrix: codes of examples, with their messages as texts", () => {
    const text = readFileSync(join(import.meta.dirname, "../corpora/descriptions/matrix-room-state.yaml"), "utf8");
    const { name, body, errors, operations } = tableOf(text);
    expect(name).toBe("MatrixClientServerStateEventSendAPI");
    expect(body).toEqual({ mediaType: "application/json", code: "/errcode", message: "/error" });
    expect(errors["M_FORBIDDEN"]).toMatchObject({
      status: 403,
      message: "You do not have permission to send the event.",
    });
    expect(operations).toEqual({ setRoomStateWithKey: ["M_BAD_ALIAS", "M_FORBIDDEN"] });
  });

  test("nested bodies, enums, examples by name, other members, headers", () => {
    const error = {
      type: "object",
      properties: { code: { type: "string", enum: ["busy", "not_found"] }, message: { type: "string" } },
    };
    const schema = {
      type: "object",
      required: ["error", "requestId"],
      properties: { error: { $ref: "#/components/schemas/Inner" }, requestId: { type: "string", example: "r-1" } },
    };
    const examples = {
      one: {
        summary: "Nothing is there",
        value: { error: { code: "not_found", message: "100% gone" }, requestId: "r-2" },
      },
    };
    const headers = { "Retry-After": { description: "Seconds", schema: { type: "integer" } } };
    const table = tableOf(
      describedBy(
        { "404": json({ schema, examples }), "429": json({ schema }, { headers }) },
        { components: { schemas: { Inner: error } } },
      ),
    );
    expect(table.name).toBe("ThingsOfMine");
    expect(table.body).toEqual({
      mediaType: "application/json",
      code: "/error/code",
      message: "/error/message",
      properties: { requestId: { type: "string", example: "r-1" } },
      required: ["requestId"],
    });
    expect(table.errors["not_found"]).toEqual({
      status: 404,
      message: "100%% gone",
      description: "Nothing is there",
    });
    // Both responses list it, and none shows it.
    expect(table.errors["busy"]).toEqual({});
    expect(table.operations).toEqual({ getThing: ["not_found"] });
  });

  test("oneOf, const, problem details, and names that clash", () => {
    const problem = (type: string) => ({
      allOf: [
        { type: "object", properties: { type: { type: "string" }, detail: { type: "string" } } },
        { description: `About ${type}`, properties: { type: { const: type } } },
      ],
    });
    const content = {
      "application/problem+json": { schema: { oneOf: ["out-of-stock", "OutOfStock", "余额", "Type"].map(problem) } },
    };
    const { body, errors } = tableOf(describedBy({ "409": { description: "Conflict", content } }));
    expect(body).toMatchObject({ mediaType: "application/problem+json", code: "/type", message: "/detail" });
    expect(Object.keys(errors)).toEqual(["out-of-stock", "OutOfStock", "余额", "Type"]);
    expect(errors["OutOfStock"]).toEqual({ status: 409, description: "About OutOfStock" });
    expect(errors["余额"]?.["identifier"]).toBe("Code");
    expect(errors["Type"]?.["identifier"]).toBeUndefined();
  });

  test.each([
    ["no error responses", describedBy({ "200": { description: "OK" } }), "No operation"],
    ["no codes", describedBy({ "404": { description: "Gone" } }), "None of the 1"],
    ["a default that is a success", describedBy({ default: { description: "successful operation" } }), "No operation"],
    ["Swagger without errors", { swagger: "2.0", paths: {} }, "No operation"],
  ])("%s: there is nothing to start from", (_, description, words) => {
    const [refusal] = refusals("api.yaml", JSON.stringify(description));
    expect(refusal).toContain("nothing-to-read");
    expect(refusal).toContain(words);
  });

  test("what no table could have is left out", () => {
    const listed = { description: "Wrong", "x-error-codes": ["OrderGone", "two words", "a\tb", "\ud800", "", 5] };
    expect(Object.keys(tableOf(describedBy({ "410": listed })).errors)).toEqual(["OrderGone"]);
    const properties = { code: { const: "OrderGone" }, "\ud800": { type: "string" } };
    expect(Object.keys(tableOf(describedBy({ "410": json({ schema: { properties } }) })).body ?? {})).not.toContain(
      "properties",
    );
    const within = (name: string) => ({
      example: { [name]: { code: "Odd", message: "No." }, error: { code: "OrderGone" } },
    });
    for (const name of ["", "0", "404"]) {
      const { body, errors } = tableOf(describedBy({ "410": json(within(name)) }));
      expect(body?.["code"]).toBe("/error/code");
      expect(Object.keys(errors)).toEqual(["OrderGone"]);
    }
  });

  test("the message is never what holds the code", () => {
    const two = json({
      examples: { a: { value: { message: { code: "OrderGone" } } }, b: { value: { message: "No." } } },
    });
    const headers = { "Retry-After": { description: "\ud800", schema: { type: "integer" } } };
    const { body, errors } = tableOf(describedBy({ "410": { ...two, headers } }));
    expect(body).toMatchObject({ code: "/message/code", message: "none" });
    expect(errors["OrderGone"]).toMatchObject({ headers: { "Retry-After": { schema: { type: "integer" } } } });
  });

  test("a schema that holds itself comes to an end", () => {
    const schema = { $ref: "#/components/schemas/Loop" };
    const Loop = { anyOf: [schema, { allOf: [schema] }, { properties: { code: { enum: ["A_B"] }, inner: schema } }] };
    expect(
      Object.keys(tableOf(describedBy({ "400": json({ schema }) }, { components: { schemas: { Loop } } })).errors),
    ).toEqual(["A_B"]);
  });
});
