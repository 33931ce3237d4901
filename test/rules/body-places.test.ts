// Two values of a body have two places, wherever the table names the places.
import { describe, expect, test } from "vitest";
import { runRules } from "../../generator/rules/run.ts";
import { resolveText } from "../helpers/resolve.ts";

const ROW = "errors:\n  Busy: { status: 503, description: It., solution: Wait. }\n";

function errorsIn(text: string): readonly (readonly [code: string, message: string])[] {
  return runRules(resolveText(text))
    .filter(({ severity }) => severity === "error")
    .map(({ code, message }) => [code, message]);
}

describe("the id of the request and the delay", () => {
  const body = (fields: string) => errorsIn(`body: { ${fields} }\n${ROW}`);

  test.each([
    ["holds the code", "code: /error/code, message: /text, requestId: /error"],
    ["is the message", "code: /code, message: /text, requestId: /text"],
    ["stands inside of the code", "code: /code, message: /text, requestId: /code/id"],
    ["is the delay", "code: /code, message: /text, requestId: /it, retryAfter: { at: /it }"],
    ["holds the message", "code: /code, message: /error/text, retryAfter: { at: /error }"],
    ["stands in a text", "code: /code, message: /text, properties: { it: { type: string } }, requestId: /it/id"],
    ["holds a common member", "code: /code, message: /text, properties: { /it/id: { type: string } }, requestId: /it"],
    ["is the list", "errors: /list, code: /code, message: /text, requestId: /list"],
    ["is the code of an item", "errors: /list, code: /code, message: /text, requestId: /code"],
  ])("%s", (_, fields) => {
    expect(body(fields).map(([code]) => code)).toEqual(["body-pointers"]);
  });

  test.each([
    ["is described", "code: /code, message: /text, properties: { it: { type: string } }, requestId: /it"],
    ["stands in an object", "code: /code, message: /text, properties: { it: { type: object } }, requestId: /it/id"],
    ["stands beside a list", "errors: /list, code: /code, message: /text, requestId: /id"],
    [
      "stands around items with such a member",
      "errors: /list, code: /code, message: /text, properties: { meta: { type: string } }, requestId: /meta/id",
    ],
  ])("%s", (_, fields) => {
    expect(body(fields)).toEqual([]);
  });

  test("are inside of the root element of XML", () => {
    const xml = "mediaType: application/xml, code: /Error/Code, message: /Error/Message";
    expect(body(`${xml}, requestId: /Error/Id, retryAfter: { at: /Error/Delay }`)).toEqual([]);
    expect(body(`${xml}, requestId: /Id, retryAfter: { at: /Delay }`)).toEqual([
      ["xml-places", 'Bodies are XML, but not all places are inside of one root element: "requestId", "retryAfter".'],
    ]);
  });
});

describe("params", () => {
  const BODY =
    "body: { code: /code, message: /text, properties: { kind: { type: string }, size: { type: integer } } }\n";
  const params = (fields: string, row = "") =>
    errorsIn(
      `${BODY}errors:\n  Busy: { status: 503, message: "%s of %d", params: ${fields}, ${row} description: It., solution: Wait. }\n`,
    );
  const details = (schema: string, at = "") =>
    `details: { type: object, properties: { f: ${schema} } },${at === "" ? "" : ` at: ${at},`}`;

  test.each([
    ["at one place", "{ p: { at: /f }, q: { at: /f } }", ""],
    ["one inside of the other", "{ p: { at: /f }, q: { at: /f/g } }", ""],
    ["one around the other", "{ p: { at: /f/g }, q: { at: /f } }", ""],
    ["at a member of the details of another type", "{ p: { at: /f }, q: {} }", details("{ type: integer }")],
    ["inside of a text of the details", "{ p: { at: /f/g }, q: {} }", details("{ type: string }")],
    ["deep in the details", "{ p: {}, q: { at: /d/f } }", details("{ type: string }", "/d")],
    ["where the details stand", "{ p: { at: /d }, q: {} }", details("{ type: string }", "/d")],
    ["at a common member of another type", "{ p: { at: /size }, q: {} }", ""],
    ["inside of a common member", "{ p: { at: /kind/x }, q: {} }", ""],
  ])("%s", (_, fields, row) => {
    expect(params(fields, row).map(([code]) => code)).toEqual(["details-collision"]);
  });

  test.each([
    ["at two places", "{ p: { at: /f }, q: { at: /g } }", ""],
    ["at a member of the details", "{ p: { at: /f }, q: {} }", details("{ type: [string, 'null'] }")],
    ["narrower than the details", "{ p: {}, q: { at: /f } }", details("{ type: number }")],
    ["beside the members of the details", "{ p: { at: /d/g }, q: {} }", details("{ type: integer }", "/d")],
    ["at common members", "{ p: { at: /kind }, q: { at: /size } }", ""],
  ])("%s are right", (_, fields, row) => {
    expect(params(fields, row)).toEqual([]);
  });
});

describe("constants in lists", () => {
  const constant = (list: string, at: string, media = "") =>
    errorsIn(
      `body: { ${media} code: /E/code, message: /E/text, properties: { /E/list: ${list} } }\nerrors:\n  Busy: { status: 503, constants: { ${at}: x }, description: It., solution: Wait. }\n`,
    );

  test.each([
    ["in two lists", "{ type: array }", "/E/list/-/-/a", ""],
    ["at a position in an object", "{ type: array, items: { type: object } }", "/E/list/-/0", ""],
    [
      "within a text",
      "{ type: array, items: { type: object, properties: { a: { type: string } } } }",
      "/E/list/-/a/b",
      "",
    ],
    ["in an item of no list", "{ type: object }", "/E/list/-/a", ""],
    ["of another type", "{ type: array, items: { type: integer } }", "/E/list/-", ""],
    ["that the items do not have", "{ type: array, items: { properties: { b: {} } } }", "/E/list/-/a", ""],
    [
      "that a member of items does not have",
      "{ items: { properties: { b: { properties: { c: {} } } } } }",
      "/E/list/-/b/a",
      "",
    ],
    ["in XML", "{ type: array }", "/E/list/-", "mediaType: text/xml,"],
  ])("%s", (_, list, at, media) => {
    expect(constant(list, at, media).map(([code]) => code)).toEqual(["unknown-constant"]);
  });

  test.each([
    ["of items without a schema", "{ type: array }", "/E/list/-/a"],
    ["that are items", "{ type: array, items: { type: string } }", "/E/list/-"],
    [
      "that a part of the items may have",
      "{ items: { properties: { b: {} }, anyOf: [{ properties: { a: {} } }] } }",
      "/E/list/-/a",
    ],
    ["of objects in items", "{ items: { properties: { a: { type: object } } } }", "/E/list/-/a/b"],
  ])("%s are right", (_, list, at) => {
    expect(constant(list, at)).toEqual([]);
  });
});

describe("the way out is told", () => {
  const helps = (text: string) =>
    runRules(resolveText(text)).flatMap(({ severity, help }) => (severity === "error" ? [help] : []));
  const BODY = "code: /code, message: /text";

  test.each([
    [`body: { code: /0, message: /text }\n${ROW}`, "give both places names, or both numbers"],
    [`body: { code: /1, message: none }\n${ROW}`, "`properties: { /0: {} }` and `required: [/0]`"],
    [`body: { code: /list/0/code, message: none }\n${ROW}`, "Name the list in body.errors"],
    [
      `body: { ${BODY}, properties: { inner: { type: object } } }\n${ROW.replace("status", "constants: { /inner/code: x }, status")}`,
      'describe "/inner/code" and other members of "inner" one by one',
    ],
    [
      `body: { ${BODY}, properties: { inner: { type: object } } }\n${ROW.replace("status", "constants: { iner: x }, status")}`,
      'Did you mean "inner"?',
    ],
  ])("%s", (text, help) => {
    expect(helps(text)).toEqual([expect.stringContaining(help)]);
  });
});
