// Nothing of a source is lost in silence: the table has it, or the report names it; and the table has no errors of its own.
import { describe, expect, test } from "vitest";
import { describedBy, json, shown } from "./described-by.ts";
import { namesOf, read, refusals } from "./read.ts";

describe("constants", () => {
  test.each(["type", "domain", "kind"])(
    "two values of %s, which no schema declares, are values of a member",
    (name) => {
      const one = { code: "A", message: "one" };
      const { table, fitting } = read(
        "a.json",
        describedBy({ "400": shown({ ...one, [name]: "p" }, { ...one, [name]: "q" }) }),
      );
      expect(table.body).toMatchObject({ properties: { [name]: { type: "string" } } });
      expect(table.errors["A"]).toMatchObject({
        cases: { one: { constants: { [name]: "p" } }, one2: { constants: { [name]: "q" } } },
      });
      expect(fitting).toBe(2);
    },
  );

  test.each([
    [
      "a member that a schema declares in another form",
      "type",
      { properties: { type: { type: ["string", "null"] } } },
      {},
    ],
    ["a member that is no text elsewhere", "kind", {}, { kind: { a: 1 } }],
    ["a name that would be a pointer", "/type", {}, {}],
  ])("%s has none, and they are named", (_, name, schema, other) => {
    const values = [
      { code: "A", message: "x", [name]: "p" },
      { code: "A", message: "x", [name]: "q" },
      { code: "B", ...other },
    ];
    const examples = Object.fromEntries(values.map((value, index) => [`e${index}`, { value }]));
    const found = read("a.json", describedBy({ "400": json({ schema, examples }) }));
    expect(found.table.errors["A"]).toEqual({ status: 400, message: "x" });
    expect(namesOf(found, "constants that are no common members")).toEqual([`${name}: p`, `${name}: q`]);
  });
});

describe("headers", () => {
  const header = (type: string) => ({ schema: { type } });
  const schema = { properties: { code: { const: "A" } } };

  test("one that stands twice, spelled otherwise, is one; others are named", () => {
    const headers = {
      "Retry-After": header("integer"),
      "retry-after": header("string"),
      "no header: x": {},
      "": {},
      "X-Id": {},
    };
    const found = read("a.json", describedBy({ "429": { ...json({ schema }), headers } }));
    expect(found.table.errors["A"]).toMatchObject({ headers: { "Retry-After": { schema: { type: "integer" } } } });
    expect(namesOf(found, "headers")).toEqual(["retry-after", "no header: x", "", "X-Id"]);
  });

  test("two responses that spell it otherwise have it once", () => {
    const of = (name: string) => ({ ...json({ schema }), headers: { [name]: header("string") } });
    const paths = {
      "/a": { get: { responses: { "429": of("Retry-After"), "503": of("retry-after") } } },
      "/b": { get: { responses: { "429": of("RETRY-AFTER") } } },
    };
    const { table } = read("a.json", { openapi: "3.1.0", info: {}, paths });
    expect(Object.keys(table.errors["A"]?.["headers"] as object)).toEqual(["Retry-After"]);
  });

  test("of service models: once, and those with bad names are named", () => {
    const member = (name: string) => ({ target: "smithy.api#String", traits: { "smithy.api#httpHeader": name } });
    const members = { a: member("Retry-After"), b: member("retry-after"), c: member("no header") };
    const shapes = { "a#Busy": { type: "structure", members, traits: { "smithy.api#error": "client" } } };
    const found = read("a.json", { smithy: "2.0", shapes });
    expect(Object.keys(found.table.errors["Busy"]?.["headers"] as object)).toEqual(["Retry-After"]);
    expect(namesOf(found, "headers")).toEqual(["retry-after", "no header"]);
  });
});

describe("repeated parts", () => {
  test("values of further rows of a code", () => {
    const text =
      "Error code,Category,Message,Since,Retryable,Solution\nA,G1,x,1,yes,a\nA,G2,x,2,no,b\nB,G1,y,1,,\nB,G1,y,1,,\n";
    const found = read("a.csv", text);
    expect(found.table.errors["A"]).toMatchObject({ group: "G1", since: "1", retry: "backoff", solution: "a\n\nb" });
    expect(namesOf(found, "further values of a code")).toEqual(["A: group G2", "A: since 2", "A: retry never"]);
  });

  test("texts that no case of the code has", () => {
    const rows = ["A,404,gone,one", "A,404,,two", "A,404,gone,three", "A,404,gone,four", "A,404,gone,five"];
    const found = read("a.csv", `Error code,Status,Message,Description\n${rows.join("\n")}\n`);
    expect(found.table.errors["A"]).toMatchObject({ description: "one\n\nthree\n\nfour" });
    expect(namesOf(found, "further texts")).toEqual(["A: two", "A: five"]);
  });

  test.each([
    ["at the top", '{"openapi":"3.1.0","paths":{},\n "paths":{}}', "paths"],
    [
      "deep within",
      '{"openapi":"3.1.0","paths":{"/a":[{"b":"x,{","c":{"b":1}},{"b":"\\"b\\":",\n "\\u0062":2}]}}',
      "b",
    ],
  ])("a key of JSON that stands twice is named: %s", (_, text, key) => {
    expect(refusals("a.json", text)).toEqual([
      `a.json:2:2 description-duplicate-key The key "${key}" stands here a second time; the first is on line 1.`,
    ]);
  });

  test("the same key in several objects, and the same text as a value, stand once", () => {
    const text = JSON.stringify(
      describedBy({ "400": shown({ code: "A", message: "code" }, { code: "B", message: "A" }) }),
    );
    expect(Object.keys(read("a.json", text).table.errors)).toEqual(["A", "B"]);
  });
});

describe("values and names that a table cannot have", () => {
  test("values of an enum that are no codes", () => {
    const found = read("a.json", { title: "ErrorCode", enum: ["A", "B", null, "success", "https://x.y/z", "C  D"] });
    expect(namesOf(found, "values that are no codes")).toEqual(["null", "success", "https://x.y/z", "C  D"]);
    const oneOf = [{ const: "A" }, { const: "B" }, { const: "A sentence, as it were." }];
    expect(namesOf(read("a.json", { $defs: { ErrorCode: { oneOf } } }), "values that are no codes")).toEqual([
      "A sentence, as it were.",
    ]);
  });

  test("members beside the code of a schema, and around it", () => {
    const error = {
      properties: { code: { enum: ["A", "B"] }, detail: { type: "string" }, target: { type: "object" } },
    };
    const found = read("a.json", { properties: { trace: {}, error } });
    expect(found.table.body).toMatchObject({ code: "/error/code", message: "/error/detail" });
    expect(namesOf(found, "members of bodies")).toEqual(["/trace", "/error/target"]);
  });

  test("members beside an enum that no response refers to", () => {
    const Fault = {
      properties: { code: { $ref: "#/components/schemas/ErrorCode" }, text: { type: "string" }, at: {} },
    };
    const components = { schemas: { Fault, ErrorCode: { enum: ["GONE", "BUSY"] } } };
    const found = read("a.json", describedBy({ "200": { description: "OK" } }, { components }));
    expect(namesOf(found, "members of bodies")).toEqual(["/at"]);
  });

  test("values of an enum that no response refers to", () => {
    const components = { schemas: { ErrorCode: { enum: ["GONE", "BUSY", "A sentence, as it were."] } } };
    const found = read("a.json", describedBy({ "200": { description: "OK" } }, { components }));
    expect(namesOf(found, "values that are no codes")).toEqual(["A sentence, as it were."]);
  });

  test.each(["x".repeat(257), "a\u0007b", ""])(
    "operations with names that are too long, empty, or have control characters",
    (operationId) => {
      const responses = shown({ code: "A", message: "x" });
      const paths = {
        "/a": { get: { operationId, responses: { "400": responses } }, put: { responses: { "400": responses } } },
      };
      const found = read("a.json", { openapi: "3.1.0", info: {}, paths });
      expect(found.table.operations).toEqual({ "PUT /a": ["A"] });
      expect(namesOf(found, "operations, whose names a table cannot have")).toEqual([operationId]);
    },
  );
});
