// One edit of a row is found by the rule that it is for, and by no other one.
import { expect, test } from "vitest";
import { findChanges } from "../../generator/evolution/compare.ts";
import { modelOf } from "../helpers/model-fixtures.ts";

const body = { code: "/code", message: "/message", properties: { type: { type: "string" } } };
const card = (cases: object) => ({ errors: { Card: { status: 402, cases } }, body });
const lost = { constants: { type: "lost" }, description: "The card is lost." };
const funds = { constants: { type: "funds" }, description: "The account is empty." };
const other = { description: "Something else." };
const listed = (constants: object) => ({
  errors: { Full: { status: 409, constants } },
  body: { ...body, properties: { causes: { type: "array" } } },
});
const inList = (issue: string) => ({
  errors: { Bad: { status: 400, message: "bad", constants: { "/details/-/issue": issue } } },
  body: { code: "/name", message: "/message", properties: { "/details": LIST }, required: ["/details"] },
});
const LIST = {
  type: "array",
  items: { type: "object", properties: { issue: { type: "string" } }, required: ["issue"] },
  example: [{ issue: "X" }],
};
const gone = { Gone: { status: 404, message: "is gone" } };
const deep = (more: object, required: readonly string[] = []) => ({
  errors: { Gone: { ...gone.Gone, ...more } },
  body: { code: "/error/code", message: "/error/text", properties: { "/error/kind": { type: "string" } }, required },
});
const typed = (code: object, message: object = {}) => ({
  errors: { 404: { identifier: "Gone", ...gone.Gone } },
  body: { code: { at: "/code", ...code }, message: { at: "/message", ...message } },
});
const noted = (properties: object, details?: object) => ({
  body: { code: "/code", message: "/message", properties },
  errors: { Gone: { ...gone.Gone, ...(details && { details }) } },
});
const row = (message: string, params: object, more: object = {}) => ({
  errors: { Full: { status: 409, message, params, ...more } },
});

test.each<[string, object, object, readonly string[]]>([
  ["the same", card({ lost, funds, other }), card({ other, funds, lost }), []],
  [
    "a case whose bodies another case takes",
    card({ lost, funds, other }),
    card({ lost, other }),
    ["case-merged Card.funds → other"],
  ],
  [
    "a case whose constant no other case has",
    card({ lost, funds }),
    card({ lost, stolen: funds }),
    ["case-renamed Card.funds → stolen"],
  ],
  ["a case without constants", card({ lost, funds, other }), card({ lost, funds }), ["case-removed Card.other"]],
  [
    "the text of a case",
    card({ lost, funds }),
    card({ lost, funds: { ...funds, description: "No money." } }),
    ["text-changed Card.funds"],
  ],
  [
    "notes in schemas that both versions have",
    noted({ id: { type: "string", "x-of": 1 } }, { type: "object", properties: { a: { description: "One." } } }),
    noted({ id: { type: "string", "x-of": 2 } }, { type: "object", properties: { a: { description: "Two." } } }),
    ["text-changed undefined", "text-changed Gone"],
  ],
  [
    "a member with notes",
    noted({ id: { type: "string", description: "Names it." } }),
    noted({ id: { type: "string", description: "Names it." }, at: { type: "string", description: "When." } }),
    ["member-added undefined /at"],
  ],
  ["a constant in a list", listed({ "/causes/-/reason": "a" }), listed({}), ["constant-removed Full"]],
  ["another constant in a list", listed({ "/causes/-": "a" }), listed({ "/causes/-": "b" }), ["constant-changed Full"]],
  [
    "the order of params under a message with positions",
    row("%1$d of %2$s", { taken: { example: 1 }, room: { example: "a" } }),
    row("%2$d of %1$s", { room: { example: "a" }, taken: { example: 1 } }),
    [],
  ],
  [
    "values of other forms that change places between the same words",
    row("%1$d of %2$s", { taken: {}, room: {} }),
    row("%2$s of %1$d", { taken: {}, room: {} }),
    ["params-reordered Full"],
  ],
  [
    "another form of a value",
    row("%s of %s", { taken: {}, room: {} }),
    row("%5s of %s", { taken: {}, room: {} }),
    ["message-wording Full"],
  ],
  [
    "another type, which asks for another example",
    row("%d are here", { taken: { example: 1 } }),
    row("%s are here", { taken: { example: "a" } }),
    ["param-retyped Full"],
  ],
  ["the value in an item of a list", inList("A"), inList("B"), ["constant-changed Bad"]],
  ["an open object around the code", deep({ details: { type: "object" }, at: "/error" }), deep({}), []],
  [
    "details beside the code",
    deep({ details: { type: "object", properties: { limit: { type: "integer" } } }, at: "/error" }),
    deep({}),
    ["member-removed Gone /error/limit"],
  ],
  [
    "a member beside the code that is required",
    deep({}),
    deep({}, ["/error/kind"]),
    ["member-required undefined /error/kind"],
  ],
  [
    "codes of two types in another order",
    typed({ type: ["string", "integer"] }),
    typed({ type: ["integer", "string"] }),
    [],
  ],
  [
    "codes of one more type",
    typed({ type: "integer" }),
    typed({ type: ["string", "integer"] }),
    ["code-type-widened undefined"],
  ],
  [
    "codes of one type less",
    typed({ type: ["string", "integer"] }),
    typed({ type: "integer" }),
    ["code-type-narrowed undefined"],
  ],
  [
    "codes of one more type that known codes get",
    typed({}),
    typed({ type: ["string", "integer"] }),
    ["code-type-changed undefined"],
  ],
  [
    "messages of another order of types",
    typed({}, { type: ["string", "array"] }),
    typed({}, { type: ["array", "string"] }),
    [],
  ],
  ["messages that may be lists", typed({}), typed({}, { type: ["string", "array"] }), ["message-widened undefined"]],
  [
    "messages that may be no maps",
    typed({}, { type: ["array", "object"] }),
    typed({}, { type: "array" }),
    ["message-narrowed undefined"],
  ],
  ["messages that are lists now", typed({}), typed({}, { type: "array" }), ["message-moved undefined"]],
])("%s", (_, old, after, expected) => {
  const found = findChanges(modelOf({ ...old }), modelOf({ ...after })).map(
    ({ rule, code, case: name, part, old: from, new: to }) =>
      `${rule} ${code}${name === undefined ? "" : `.${name}`}${rule.startsWith("case-") && from !== undefined && to !== undefined ? ` → ${to}` : ""}${rule.startsWith("member-") ? ` ${part}` : ""}`,
  );
  expect(found).toEqual(expected);
});

test("a code that gets cases has the texts that it had", () => {
  const old = modelOf({ errors: { Down: { status: 503, description: "It is down." } } });
  const cases = { planned: { message: "planned", description: "It is planned." }, other: { message: "it broke" } };
  const after = modelOf({ errors: { Down: { status: 503, description: "It is down.", cases } } });
  expect(findChanges(old, after).map(({ rule }) => rule)).not.toContain("text-changed");
});

test.each<[string, object, object, string]>([
  ["in messages alone", {}, {}, "source"],
  ["with a place in bodies", { at: "/room" }, {}, "both"],
  ["with a place that bodies may lack", { at: "/room" }, { "/room": { type: "string" } }, "source"],
])("a new param %s", (_, room, properties, scope) => {
  const table = (message: string, params: object) => ({
    ...row(message, params),
    body: { code: "/code", message: "/message", properties },
  });
  const changes = findChanges(modelOf(table("full", {})), modelOf(table("%s is full", { room })));
  const added = changes.find(({ rule }) => rule === "param-added");
  expect(added?.scope).toBe(scope);
  expect(added?.message.endsWith("bodies of older servers are refused.")).toBe(scope === "both");
});
