// Which place of a body is that of the code, and which parts of bodies a report names because the table cannot have them.
import { describe, expect, test } from "vitest";
import { describedBy, json, shown } from "./described-by.ts";
import { namesOf, read, refusals } from "./read.ts";

const OTHER = "codes at another place";

describe("the code of the whole error", () => {
  const inner = [
    { code: "NullValue", message: "It must not be null." },
    { code: "Malformed", message: "It is not valid." },
    { code: "TooLong", message: "It is too long." },
  ];

  test("wins over those of its details, however many these are", () => {
    const found = read(
      "a.json",
      describedBy({ "400": shown({ error: { code: "BadArgument", message: "No.", details: inner } }) }),
    );
    expect(found.table.body).toMatchObject({ code: "/error/code", message: "/error/message" });
    expect(found.table.body).not.toHaveProperty("errors");
    expect(found.table.errors).toMatchObject({ BadArgument: { status: 400, message: "No.", description: "Wrong" } });
    expect(Object.keys(found.table.errors["BadArgument"]?.["cases"] ?? {})).toHaveLength(4);
    expect(namesOf(found, OTHER)).toEqual([]);
    expect(namesOf(found, "responses without a code")).toEqual([]);
  });

  test("wins in schemas that hold themselves; codes that the table has are not named again", () => {
    const Detail = {
      properties: {
        code: { enum: ["NotFound", "Conflict"] },
        message: { type: "string" },
        details: { type: "array", items: { $ref: "#/components/schemas/Detail" } },
      },
    };
    const schema = { properties: { error: { $ref: "#/components/schemas/Detail" } } };
    const example = { error: { code: "Conflict", message: "No.", details: [{ code: "Inner", message: "i" }] } };
    const found = read(
      "a.json",
      describedBy({ "409": json({ schema, example }) }, { components: { schemas: { Detail } } }),
    );
    expect(Object.keys(found.table.errors).toSorted()).toEqual(["Conflict", "NotFound"]);
    expect(found.table.errors["Conflict"]).toMatchObject({
      cases: { inner: { constants: { "/error/details/-/code": "Inner" } } },
    });
    expect(namesOf(found, OTHER)).toEqual([]);
  });

  test("wins over a list that stands beside the error", () => {
    const code = (...values: readonly string[]) => ({ properties: { code: { enum: values } } });
    const schema = { properties: { error: code("BAD"), errors: { type: "array", items: code("E1", "E2", "E3") } } };
    const found = read("a.json", describedBy({ "400": json({ schema }) }));
    expect(Object.keys(found.table.errors)).toEqual(["BAD"]);
    expect(Object.keys(found.table.errors["BAD"]?.["cases"] ?? {})).toEqual(["e1", "e2", "e3"]);
  });

  test("a list is the place where nothing around it has a code", () => {
    const { body, errors } = read("a.json", describedBy({ "400": shown({ code: 400, errors: inner }) })).table;
    expect(body).toMatchObject({ errors: "/errors", code: "/code" });
    expect(Object.keys(errors)).toHaveLength(3);
  });

  test("one response with an outer code does not hide the codes of all others", () => {
    const many = inner.map(({ code }) => ({ error: { code, message: `${code}.` } }));
    const found = read(
      "a.json",
      describedBy({ "400": shown(...many), "401": shown(...many.slice(1)), "500": shown({ code: "ODD" }) }),
    );
    expect(found.table.body).toMatchObject({ code: "/error/code" });
    expect(namesOf(found, OTHER)).toEqual(["ODD at /code"]);
  });

  test("the number of an occurrence beside the code is no code", () => {
    const bodies = ["oaeZLxei", "oae7oXKy"].map((errorId, index) => ({ errorCode: `E000000${index}`, errorId }));
    expect(namesOf(read("a.json", describedBy({ "400": shown(...bodies) })), OTHER)).toEqual([]);
  });

  test.each([
    ["another name", { properties: { errorCode: { enum: ["LOST", "DB_DOWN"] } } }, "/errorCode"],
    [
      "a body that is a list",
      { type: "array", items: { properties: { errorCode: { enum: ["LOST", "DB_DOWN"] } } } },
      "/errorCode",
    ],
  ])("a response with its code at another place is not one without a code: %s", (_, schema, place) => {
    const usual = json({ schema: { properties: { code: { enum: ["A_B", "C_D", "E_F", "G_H"] } } } });
    const found = read("a.json", describedBy({ "400": usual, "500": json({ schema }), "501": json({}) }));
    expect(namesOf(found, OTHER)).toEqual([`LOST at ${place}`, `DB_DOWN at ${place}`]);
    expect(namesOf(found, "responses without a code")).toEqual(["501 of getThing"]);
  });
});

describe("categories", () => {
  const schema = (type: readonly string[], name = "type") => ({
    properties: { [name]: { type: "string", enum: type }, text: { type: "string" } },
  });

  test.each([
    ["user", "system", "business"],
    ["CLIENT", "SERVER"],
    ["Validation", "Technical"],
  ])("a list of plain words is no list of codes: %s, %s", (...words) => {
    for (const example of [undefined, { type: words[0], text: "No." }])
      expect(
        refusals("a.json", JSON.stringify(describedBy({ "404": json({ schema: schema(words), example }) })))[0],
      ).toContain("None of the 1");
  });

  test.each([
    ["compound words", "type", ["invalid_request_error", "api_error"]],
    ["the words of statuses", "type", ["conflict", "gone"]],
    ["reasons", "reason", ["expired", "revoked"]],
  ])("%s are codes", (_, name, words) => {
    const { errors } = read("a.json", describedBy({ "404": json({ schema: schema(words, name) }) })).table;
    expect(Object.keys(errors)).toEqual(words);
  });

  test("a plain word that a body fixes is a code", () => {
    const oneOf = ["expired", "revoked"].map((type) => ({ properties: { type: { const: type } } }));
    expect(Object.keys(read("a.json", describedBy({ "401": json({ schema: { oneOf } }) })).table.errors)).toEqual([
      "expired",
      "revoked",
    ]);
  });
});

describe("schemas of one code", () => {
  const branch = (code: string, message: string, more: object = {}) => ({
    properties: { code: { const: code }, message: { const: message } },
    ...more,
  });

  test("each constant message is a case, with its own description", () => {
    const oneOf = [
      branch("A", "First text", { description: "About the first." }),
      branch("A", "Second text", { description: "About the second." }),
      branch("A", "Second text"),
      branch("B", "Third text"),
    ];
    const { errors } = read("a.json", describedBy({ "400": json({ schema: { oneOf } }) })).table;
    expect(errors["A"]).toEqual({
      status: 400,
      cases: {
        first: { message: "First text", description: "About the first." },
        second: { message: "Second text", description: "About the second." },
      },
    });
    expect(errors["B"]).toEqual({ status: 400, message: "Third text" });
  });
});

describe("zero", () => {
  test("with words of success is the code of a success", () => {
    const found = read(
      "a.json",
      describedBy({ "400": shown({ code: 0, message: "success" }, { code: 7, message: "Busy." }) }),
    );
    expect(found.table.body).toMatchObject({ code: { type: "integer", success: [0] } });
    expect(Object.keys(found.table.errors)).toEqual(["7"]);
    expect([found.examples, found.fitting]).toEqual([1, 1]);
  });

  test("is one thing in all responses: a success, even where a list has it, or an error with several texts", () => {
    const schema = { properties: { code: { type: "integer", enum: [0, 7] }, message: { type: "string" } } };
    const ok = describedBy({ "400": json({ schema }), "409": shown({ code: 0, message: "OK" }) });
    expect(Object.keys(read("a.json", ok).table.errors)).toEqual(["7"]);
    const both = describedBy({ "400": shown({ code: 0, message: "OK" }, { code: 0, message: "Unknown." }) });
    const { body, errors } = read("a.json", both).table;
    expect(body?.["code"]).not.toHaveProperty("success");
    expect(Object.keys(errors["0"]?.["cases"] as object)).toHaveLength(2);
    const page = read("a.csv", "Error code,Message\n0,OK\n0,Unknown.\n").table;
    expect(Object.keys(page.errors["0"]?.["cases"] as object)).toHaveLength(2);
  });

  test("alone leaves nothing to read; with other words it is an error", () => {
    const of = (message: string) => describedBy({ "400": shown({ code: 0, message }) });
    expect(refusals("a.json", JSON.stringify(of("OK")))[0]).toContain("nothing-to-read");
    expect(Object.keys(read("a.json", of("Unknown error.")).table.errors)).toEqual(["0"]);
  });
});

describe("parts that a table cannot have are named", () => {
  test("members beside a nested code", () => {
    const error = {
      properties: {
        code: { enum: ["A_B"] },
        message: { type: "string" },
        type: { enum: ["x", "y"] },
        param: { type: "string" },
        nested: { properties: { code2: { type: "string" } } },
      },
    };
    const schema = { properties: { error, requestId: { type: "string" }, links: { type: "array" } } };
    const found = read("a.json", describedBy({ "400": json({ schema }) }));
    const type = { type: "string" };
    expect(found.table.body).toMatchObject({
      properties: { requestId: type, "/error/type": type, "/error/param": type },
    });
    expect(namesOf(found, "members of bodies")).toEqual(["/error/nested", "/links"]);
  });

  test("members of items, and members that only examples show", () => {
    const value = { trace: "t", errors: [{ code: "A_B", message: "No.", at: ["x"], meta: { y: 1 } }] };
    const found = read("a.json", describedBy({ "400": shown(value) }));
    expect(found.table.body).toMatchObject({ errors: "/errors" });
    expect(namesOf(found, "members of bodies")).toEqual(["/trace", "/errors/at", "/errors/meta"]);
  });

  test("codes that only repeat the status", () => {
    const schema = { properties: { code: { type: "integer", enum: [400, 40001] }, message: { type: "string" } } };
    const found = read("a.json", describedBy({ "400": json({ schema }), "404": shown({ code: 404, message: "No." }) }));
    expect(Object.keys(found.table.errors)).toEqual(["40001"]);
    expect(namesOf(found, "codes that only repeat the status")).toEqual(["400 of getThing", "404 of getThing"]);
    expect(namesOf(found, "responses without a code")).toEqual([]);
  });

  test("listed codes that are no words", () => {
    const found = read(
      "a.json",
      describedBy({ "410": { ...json({}), "x-error-codes": ["GONE", "two words"] }, "400": shown({ code: "A_B" }) }),
    );
    expect(namesOf(found, "values that are no codes")).toEqual(["two words"]);
  });
});
