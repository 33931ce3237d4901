// Nothing of a source is lost in silence: the table has it, or the report names it; and the table has no errors of its own.
import { describe, expect, test } from "vitest";
import { describedBy, json, shown } from "./described-by.ts";
import { type ReadTable, read } from "./read.ts";

const namesOf = ({ dropped }: ReadTable, reason: string): readonly string[] =>
  dropped.flatMap((one) => (one.reason === reason ? [one.name] : []));

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
