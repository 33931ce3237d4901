// The values that descriptions only show: those of one schema illustrate it, null is none, and the count of bodies that fit is true.
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { errorsSchema } from "../../generator/products/catalog/errors-schema.ts";
import { modelOfText } from "../helpers/model-fixtures.ts";
import { describedBy, json, shown } from "./described-by.ts";
import { namesOf, read, refusals, tableOf } from "./read.ts";

const text = { type: "string" };
const $ref = "#/components/schemas/Error";
const withError = (schema: unknown) => ({ components: { schemas: { Error: schema } } });

describe("a value that illustrates a schema", () => {
  const properties = {
    code: { ...text, example: "not_found" },
    message: { ...text, example: "There is no such thing." },
  };
  const drawn = withError({ required: ["code", "message"], properties });

  test("says nothing of the responses that share the schema, and less than their own examples", () => {
    const own = (code: string, message: string) => json({ schema: { $ref }, example: { code, message } });
    const responses = {
      "401": own("unauthorized", "Log in."),
      "404": own("not_found", "No such cart."),
      "500": json({ schema: { $ref } }),
      default: own("example_error", "some error message"),
    };
    const found = read("api.json", describedBy(responses, drawn));
    expect(found.table.errors).toEqual({
      unauthorized: { status: 401, message: "Log in.", description: "Wrong" },
      not_found: { status: 404, message: "No such cart.", description: "Wrong" },
    });
    expect(found.table.operations).toEqual({ getThing: ["unauthorized", "not_found"] });
    expect(namesOf(found, "values that are no codes")).toEqual(["example_error"]);
  });

  test("is a code without a status where responses of several statuses share it", () => {
    const found = tableOf(
      "api.json",
      describedBy({ "404": json({ schema: { $ref } }), "500": json({ schema: { $ref } }) }, drawn),
    );
    expect(found.errors).toEqual({ not_found: { message: "There is no such thing.", description: "Wrong" } });
    expect(found.operations).toBeUndefined();
    const alone = tableOf("api.json", describedBy({ "404": json({ schema: { $ref } }) }, drawn));
    expect(alone.errors["not_found"]).toMatchObject({ status: 404 });
    expect(alone.operations).toEqual({ getThing: ["not_found"] });
  });

  test("is no sign of codes where the bodies that are shown do not have the member", () => {
    const details = { type: "array", items: { properties: { code: { ...text, example: "INVALID_INTEGER" } } } };
    const schema = { properties: { message: text, details }, example: { message: "The input is invalid." } };
    expect(refusals("api.json", JSON.stringify(describedBy({ "400": json({ schema }) })))[0]).toContain(
      "None of the 1",
    );
  });

  test("a list that any error of several operations may have says nothing of these", () => {
    const schema = { properties: { code: { enum: ["A_B", "C_D"] }, message: text } };
    const operation = (operationId: string) => ({
      get: { operationId, responses: { default: json({ schema: { $ref } }) } },
    });
    const paths = { "/a": operation("a"), "/b": operation("b") };
    const { errors, operations } = tableOf("api.json", { openapi: "3.1.0", paths, ...withError(schema) });
    expect(errors).toEqual({ A_B: {}, C_D: {} });
    expect(operations).toBeUndefined();
  });
});

test("null in the place of a code is no code; a member that may be null is one of two types", () => {
  const properties = {
    ...{ code: { ...text, nullable: true }, message: text, param: { ...text, nullable: true } },
    ...{ trace: { type: ["string", "null"] }, hint: { anyOf: [text, { type: "null" }] }, field: text },
  };
  const examples = {
    a: { value: { code: "BAD_KEY", message: "The key is bad.", param: null, field: null } },
    b: { value: { code: null, message: "Oh.", param: "key" } },
  };
  const found = read("api.json", describedBy({ "400": json({ schema: { properties }, examples }) }));
  const type = ["string", "null"];
  expect(found.table.body).toMatchObject({
    code: { at: "/code", optional: true },
    properties: { param: { type }, trace: { type }, hint: { type }, field: { type } },
  });
  expect(Object.keys(found.table.errors)).toEqual(["BAD_KEY"]);
  expect([found.examples, found.fitting]).toEqual([1, 1]);
});

test("the values of enums have descriptions of their own, under any keyword for them", () => {
  const values = { enum: ["GONE", "BUSY"] };
  const elements = [{ name: "BUSY", description: "It is busy." }];
  const described = [
    { ...values, "x-enum-descriptions": ["It is gone.", "It is busy."] },
    { ...values, "x-enumDescriptions": { BUSY: "It is busy." } },
    { ...values, "x-enum-elements": elements },
    { ...values, "x-ms-enum": { values: elements.map(({ name: value, ...more }) => ({ value, ...more })) } },
  ];
  for (const code of described) {
    const own = describedBy({ "400": json({ schema: { properties: { code, message: text } } }) });
    expect(tableOf("api.json", own).errors["BUSY"]).toEqual({ status: 400, description: "It is busy." });
    const shared = describedBy({}, { components: { schemas: { ErrorCode: code } } });
    expect(tableOf("api.json", shared).errors["BUSY"]).toEqual({ description: "It is busy." });
  }
});

test("a code has several words only where an enum lists it", () => {
  const code = { enum: ["not found", "invalid", "Please try it again later."] };
  const example = { code: "not found", message: "No such bucket." };
  const own = json({ schema: { properties: { code, message: text } }, example });
  const found = read("api.json", describedBy({ "404": own }));
  expect(found.table.errors).toEqual({
    "not found": { status: 404, message: "No such bucket." },
    invalid: { status: 404 },
  });
  expect(namesOf(found, "values that are no codes")).toEqual(["Please try it again later."]);
  expect([found.examples, found.fitting]).toEqual([1, 1]);
  expect(refusals("api.json", JSON.stringify(describedBy({ "404": shown(example) })))[0]).toContain("None of the 1");
});

test("members beside a nested code are common members", () => {
  const error = {
    required: ["code", "type"],
    properties: { code: text, message: text, type: text, param: text, at: {} },
  };
  const shownError = { code: "NO_KEY", message: "No key.", type: "auth", param: null };
  const found = read(
    "api.json",
    describedBy({ "400": json({ schema: { properties: { error } }, example: { error: shownError } }) }),
  );
  expect(found.table.body).toEqual({
    ...{ mediaType: "application/json", code: "/error/code", message: "/error/message" },
    properties: { "/error/type": text, "/error/param": { type: ["string", "null"] } },
    required: ["/error/type"],
  });
  expect(namesOf(found, "members of bodies")).toEqual(["/error/at"]);
  expect([found.examples, found.fitting]).toEqual([1, 1]);
});

test("numbers below 200 are codes; the message may stand above the code", () => {
  const error = (code: number, message: string) => ({ fault: { faultstring: message, detail: { code } } });
  const { body, errors } = tableOf(
    "api.json",
    describedBy({ "400": shown(error(100, "No key."), error(190, "No token.")) }),
  );
  expect(body).toMatchObject({ code: { at: "/fault/detail/code", type: "integer" }, message: "/fault/faultstring" });
  expect(Object.keys(errors)).toEqual(["100", "190"]);
});

describe("the bodies that fit are those that the schema of the table takes", () => {
  const one = { code: "A_B", message: "Yes." };
  const schema = { required: ["code", "trace"], properties: { code: text, message: text, trace: text } };
  test.each([
    ["plain ones", shown(one, { code: "two words", message: "No." }, { code: "C_D" })],
    ["null", shown(one, { code: null, message: "No." }, { code: "C_D", message: null })],
    ["lists", shown({ errors: [one, { code: "C_D", message: "No." }] }, { errors: [] }, { errors: [{ code: "n a" }] })],
    ["lists of nothing around", shown([one], [{ code: "C_D", message: "No." }], { code: "E_F", message: "No." })],
    [
      "members",
      json({ schema, examples: { a: { value: { ...one, trace: "t" } }, b: { value: { ...one, trace: 5 } } } }),
    ],
    [
      "members beside nested codes",
      json({
        schema: { properties: { error: schema } },
        examples: { a: { value: { error: { ...one, trace: "t" } } }, b: { value: { error: { ...one, trace: 5 } } } },
      }),
    ],
    ["nested ones", shown({ error: one }, { error: { code: 5, message: "No." } }, { error: "A_B" })],
    [
      "addresses",
      shown(
        { type: "https://e.io/p/a-b", title: "A" },
        { type: "https://e.io/p/c-d", title: "C" },
        { type: "about:blank", title: "No." },
      ),
    ],
  ])("%s", (_, response) => {
    const { text: table, bodies, examples, fitting } = read("api.json", describedBy({ "400": response }));
    const validate = new Ajv2020({ strict: false }).compile(errorsSchema(modelOfText(table)));
    expect(fitting).toBe(bodies.filter((body) => validate(body)).length);
    expect(examples).toBeGreaterThan(0);
  });
});
