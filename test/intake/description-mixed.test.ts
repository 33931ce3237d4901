// Codes of both types, messages that are lists or maps of texts, and finer codes beside the code: from schemas, examples and what errtable wrote.
import { describe, expect, test } from "vitest";
import { describeTable } from "../../generator/products/openapi/components.ts";
import { renderYaml } from "../../generator/text/yaml.ts";
import { modelOfFile } from "../helpers/model-fixtures.ts";
import { describedBy, json, shown } from "./described-by.ts";
import { namesOf, read, refusals, tableOf } from "./read.ts";

const text = { type: "string" };
const OTHER = "codes at another place";
const body = (response: unknown): Record<string, unknown> =>
  tableOf("a.json", describedBy({ "400": response })).body ?? {};

describe("codes of both types", () => {
  const both = { at: "/code", type: ["string", "integer"] };

  test("examples show integers and texts", () => {
    const bodies = [
      { code: 1001, message: "Pay." },
      { code: "bad_prompt", message: "No." },
    ];
    const found = read("a.json", describedBy({ "400": shown(...bodies) }));
    expect(found.table.body).toMatchObject({ code: both });
    expect(found.table.errors).toEqual({
      1001: { status: 400, identifier: "Pay", message: "Pay." },
      bad_prompt: { status: 400, message: "No." },
    });
    expect(found.text).toMatch(/^ {2}1001:$/m);
    expect(found.table.operations).toEqual({ getThing: [1001, "bad_prompt"] });
    expect([found.examples, found.fitting]).toEqual([2, 2]);
  });

  test("an enum lists both, alternatives fix one of each, and a schema allows both", () => {
    const codes = [
      { enum: [1001, "bad_prompt"] },
      { oneOf: [{ const: 1001, title: "Pay." }, { const: "bad_prompt" }] },
      { anyOf: [{ enum: [1001] }, { enum: ["bad_prompt"] }] },
    ];
    for (const code of codes) {
      const schema = { title: "Error", properties: { code, message: text } };
      expect(body(json({ schema }))).toMatchObject({ code: both });
      expect(tableOf("a.json", schema).body).toMatchObject({ code: both });
    }
    expect(tableOf("a.json", { title: "ErrorCode", ...codes[0] }).body).toMatchObject({ code: both });
    const ErrorCode = codes[0];
    expect(tableOf("a.json", describedBy({}, { components: { schemas: { ErrorCode } } })).body).toMatchObject({
      code: both,
    });
    for (const code of [{ type: ["string", "integer"] }, { oneOf: [text, { type: "integer" }] }]) {
      const schema = { properties: { code, message: text } };
      expect(body(json({ schema, example: { code: "bad_prompt", message: "No." } }))).toMatchObject({ code: both });
    }
  });

  test("texts of digits are no integers: nothing is guessed, and beside integers they are named", () => {
    const digits = [
      { code: "1001", message: "Pay." },
      { code: "bad_prompt", message: "No." },
    ];
    expect(body(shown(...digits))).toMatchObject({ code: "/code" });
    const open = { properties: { code: { type: ["string", "integer"] } } };
    expect(body(json({ schema: open, example: digits[0] }))).toMatchObject({ code: "/code" });
    const found = read("a.json", describedBy({ "400": shown(...digits, { code: 1002, message: "Wait." }) }));
    expect(Object.keys(found.table.errors)).toEqual(["1002", "bad_prompt"]);
    expect(namesOf(found, "texts of digits beside codes that are integers")).toEqual(["1001"]);
    expect([found.examples, found.fitting]).toEqual([3, 2]);
  });
});

describe("messages", () => {
  const list = { type: "array", items: text };
  const map = { type: "object", additionalProperties: { anyOf: [text, list] } };
  const code = { enum: ["A_B", "C_D"] };

  test.each([
    [list, "array"],
    [{ anyOf: [text, list] }, ["string", "array"]],
    [{ oneOf: [text, map] }, ["string", "object"]],
    [{ oneOf: [text, list, { type: "object", additionalProperties: list }] }, ["string", "array", "object"]],
    [{ type: ["string", "array"], items: text }, ["string", "array"]],
  ])("%j is one of %j", (message, type) => {
    expect(body(json({ schema: { properties: { code, message } } }))).toMatchObject({
      message: { at: "/message", type },
    });
    expect(tableOf("a.json", { title: "Error", properties: { code, message } }).body).toMatchObject({
      message: { at: "/message", type },
    });
  });

  test("examples show lists and maps; one text alone is the message of its code", () => {
    const bodies = [
      { code: "A_B", message: "No." },
      { code: "C_D", message: { name: ["is too long"] } },
      { code: "E_F", message: ["is lost"] },
      { code: "G_H", message: ["is gone", "was here"] },
    ];
    const found = read("a.json", describedBy({ "400": shown(...bodies) }));
    expect(found.table.body).toMatchObject({ message: { type: ["string", "array", "object"] } });
    const messages = Object.values(found.table.errors).map(({ message }) => message);
    expect(messages).toEqual(["No.", "is too long", "is lost", undefined]);
    expect([found.examples, found.fitting]).toEqual([4, 4]);
  });

  test("a list by another name is the message where no text is", () => {
    const errors = (...texts: readonly string[]) => ({ code: "A_B", errors: texts });
    expect(body(shown(errors("It is wrong.", "It is old.")))["message"]).toEqual({ at: "/errors", type: "array" });
    expect(body(shown({ ...errors("It is wrong.", "It is old."), message: "No." }))["message"]).toBe("/message");
  });

  test("a map alone, objects of other values, and empty lists are no messages", () => {
    expect(body(json({ schema: { properties: { code, message: map } } }))["message"]).toBe("none");
    const nested = { type: "object", properties: { text }, additionalProperties: { type: "integer" } };
    const schema = { properties: { code, message: { oneOf: [text, nested] } } };
    expect(body(json({ schema }))["message"]).toBe("/message");
    const odd = shown(
      { code: "A_B", message: "No." },
      { code: "C_D", message: { at: 5 } },
      { code: "E_F", message: [] },
    );
    const found = read("a.json", describedBy({ "400": odd }));
    expect(found.table.body).toMatchObject({ message: "/message" });
    expect([found.examples, found.fitting]).toEqual([3, 1]);
  });
});

describe("finer codes", () => {
  const item = (issue: string, description: string) => ({
    properties: { issue: { enum: [issue] }, description: { enum: [description] } },
  });
  const items = { required: ["issue"], properties: { issue: text, description: text, links: {} } };
  const invalid = { anyOf: [item("TOO_LONG", "It is too long."), item("MISSING", "It is missing.")] };
  const named = (name: string, details: object) => ({
    required: ["name", "details"],
    properties: { name: { const: name }, message: text, details: { type: "array", minItems: 1, ...details } },
  });

  test("schemas list them: the code has no other cases", () => {
    const schema = {
      title: "Error",
      oneOf: [named("INVALID", { items: { ...items, ...invalid } }), named("GONE", { items })],
    };
    for (const table of [tableOf("a.json", schema), tableOf("a.json", describedBy({ default: json({ schema }) }))]) {
      expect(table.body).toMatchObject({
        properties: {
          details: { type: "array", minItems: 1, items: { properties: { issue: text, description: text } } },
        },
        required: ["details"],
      });
      expect(table.errors["INVALID"]?.["cases"]).toEqual({
        tooLong: { description: "It is too long.", constants: { "/details/-/issue": "TOO_LONG" } },
        missing: { description: "It is missing.", constants: { "/details/-/issue": "MISSING" } },
      });
      expect(table.errors["GONE"]).not.toHaveProperty("cases");
    }
  });

  test.each([
    ["contains", { contains: item("TOO_LONG", "It is too long.") }],
    ["not without", { not: { items: { not: item("TOO_LONG", "It is too long.") } } }],
  ])("a list that has to hold one: %s", (_, details) => {
    const schema = { allOf: [{ properties: { details: { type: "array", items } } }, named("INVALID", details)] };
    const { errors } = tableOf(
      "a.json",
      describedBy({ "400": json({ schema: { oneOf: [schema, named("GONE", {})] } }) }),
    );
    expect(errors["INVALID"]).toMatchObject({ constants: { "/details/-/issue": "TOO_LONG" } });
  });

  test("examples show some of them: the code has others, too", () => {
    const error = (...details: readonly object[]) => ({ error: { code: "BAD", message: "No.", details } });
    const one = { reason: "KEY_LOST", domain: "a.b", message: "The key is lost." };
    const found = read("a.json", describedBy({ "400": shown(error(one, { reason: "KEY_OLD" }), error()) }));
    expect(found.table.body).toMatchObject({
      properties: { "/error/details": { type: "array", items: { type: "object", properties: { reason: text } } } },
    });
    expect(found.table.errors).toEqual({
      BAD: {
        status: 400,
        message: "No.",
        cases: {
          keyLost: { description: "The key is lost.", constants: { "/error/details/-/reason": "KEY_LOST" } },
          keyOld: { constants: { "/error/details/-/reason": "KEY_OLD" } },
          other: { description: "Wrong" },
        },
      },
    });
    expect([found.examples, found.fitting]).toEqual([2, 2]);
  });

  test("items that are texts, and a code in an object beside the code", () => {
    const texts = shown({ code: "BAD", message: "No.", "error-codes": ["key-lost"] });
    expect(tableOf("a.json", describedBy({ "400": texts })).errors["BAD"]).toMatchObject({
      cases: { keyLost: { constants: { "/error-codes/-": "key-lost" } }, other: {} },
    });
    const inner = shown({ error: { code: "BAD", message: "No.", innerError: { code: "keyLost" } } });
    const { body: layout, errors } = tableOf("a.json", describedBy({ "400": inner }));
    expect(layout).toMatchObject({ properties: { "/error/innerError/code": text } });
    expect(errors["BAD"]).toMatchObject({ cases: { keyLost: { constants: { "/error/innerError/code": "keyLost" } } } });
  });

  test("a list that schemas of several codes share tells nothing, and is named", () => {
    const shared = { items: { properties: { issue: { enum: ["TOO_LONG", "MISSING"] } } } };
    const schema = { oneOf: [named("INVALID", shared), named("GONE", shared)] };
    const found = read("a.json", describedBy({ "400": json({ schema }) }));
    expect(Object.keys(found.table.errors)).toEqual(["INVALID", "GONE"]);
    expect(found.text).not.toContain("constants");
    expect(namesOf(found, OTHER)).toEqual(["TOO_LONG at /details/issue", "MISSING at /details/issue"]);
  });

  test("something else than a list, and a finer code that is the code, tell nothing", () => {
    const error = (code: string, details: unknown) => ({ code, message: "No.", details });
    const odd = read("a.json", describedBy({ "400": shown(error("BAD", [{ code: "LOST_KEY" }]), error("B2", "x y")) }));
    expect(odd.text).not.toContain("constants");
    expect(namesOf(odd, "members of bodies")).toEqual(["/details"]);
    const same = read("a.json", describedBy({ "400": shown(error("BAD", [{ code: "BAD" }]), error("B2", [])) }));
    expect(same.text).not.toContain("constants");
  });

  test("a class that tells bodies apart stands above its details; an id does not", () => {
    const error = (name: string, issue: string, more: object) => ({ ...more, name, details: [{ issue }] });
    const twice = (more: (index: number) => object) =>
      describedBy({ "400": shown(error("A_B", "X_1", more(1)), error("C_D", "X_2", more(2))) });
    expect(
      tableOf(
        "a.json",
        twice(() => ({})),
      ).body,
    ).toMatchObject({ code: "/name" });
    const ids = describedBy({
      "400": shown({ id: "r-1", details: [{ issue: "X_1" }] }, { id: "r-2", details: [{ issue: "X_2" }] }),
    });
    expect(tableOf("a.json", ids).body).toMatchObject({ errors: "/details", code: "/issue" });
  });
});

describe("what errtable wrote is read back", () => {
  test.each(["any", "3.0", "3.1"] as const)("for the version %s of OpenAPI", (version) => {
    const readBack = (name: string) => {
      const model = modelOfFile(`test/corpora/apis/${name}.errors.yaml`);
      return read("api.yaml", renderYaml({ components: describeTable(model, { version }) }));
    };
    const paypal = readBack("paypal");
    expect(Object.values(paypal.table.errors["UNPROCESSABLE_ENTITY"]?.["cases"] ?? {})).toEqual([
      { constants: { "/details/-/issue": "ORDER_NOT_APPROVED" } },
      { constants: { "/details/-/issue": "PAYER_CANNOT_PAY" } },
      {},
    ]);
    const gitlab = readBack("gitlab");
    expect(gitlab.table.body).toMatchObject({ message: { at: "/message", type: ["string", "object"] } });
    const router = readBack("openrouter");
    expect(router.table.body).toMatchObject({ code: { at: "/error/code", type: ["string", "integer"] } });
    expect(Object.keys(router.table.errors)).toEqual(["402", "invalid_prompt"]);
    for (const { examples, fitting } of [paypal, gitlab, router]) expect(fitting).toBe(examples);
    expect(Object.keys(readBack("graph-api").table.errors)).toHaveLength(5);
  });
});

test("a schema of something else than errors is no source of codes", () => {
  const schema = JSON.stringify({ properties: { type: { enum: ["open_door", "shut_door"] }, message: text } });
  expect(refusals("a.json", schema)[0]).toContain("No enum of the schema is named as error codes are");
});
