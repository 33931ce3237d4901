// A renamed code is recognised where the tables say so, or where one row is like one other; nothing is guessed.
import { expect, test } from "vitest";
import { findChanges } from "../../generator/evolution/compare.ts";
import { modelOf } from "../helpers/model-fixtures.ts";

const LONG = "The order was not found in this shop.";
const row = (fields: object) => ({ status: 404, ...fields });

test.each<[string, object, object, readonly string[]]>([
  [
    "the same message",
    { A: row({ message: "order %s is lost", params: { id: {} } }) },
    { B: row({ message: "order %s is lost", params: { id: {} } }) },
    ["A → B"],
  ],
  [
    "the same message in another dialect of the same words",
    { A: row({ message: "is lost" }) },
    { B: row({ message: "is lost" }) },
    ["A → B"],
  ],
  ["another status", { A: row({ message: "is lost" }) }, { B: { status: 410, message: "is lost" } }, []],
  [
    "other params",
    { A: row({ message: "%s is lost", params: { id: {} } }) },
    { B: row({ message: "%s is lost", params: { name: {} } }) },
    [],
  ],
  [
    "two codes with the message before",
    { A: row({ message: "is lost" }), C: row({ message: "is lost" }) },
    { B: row({ message: "is lost" }) },
    [],
  ],
  [
    "two codes with the message now",
    { A: row({ message: "is lost" }) },
    { B: row({ message: "is lost" }), C: row({ message: "is lost" }) },
    [],
  ],
  [
    "a message without words",
    { A: row({ message: "%s", params: { text: {} } }) },
    { B: row({ message: "%s", params: { text: {} } }) },
    [],
  ],
  ["the same long description", { A: row({ description: LONG }) }, { B: row({ description: LONG }) }, ["A → B"]],
  [
    "the same short description",
    { A: row({ description: "Not found." }) },
    { B: row({ description: "Not found." }) },
    [],
  ],
  [
    "a code that was deprecated",
    { A: row({ message: "is lost", deprecated: {} }) },
    { B: row({ message: "is lost" }) },
    [],
  ],
  [
    "a deprecated code that names the new one",
    { A: row({ deprecated: { replacedBy: "B" } }) },
    { B: row({ message: "is lost" }) },
    ["A → B"],
  ],
])("%s", (_, old, after, renamed) => {
  const changes = findChanges(
    modelOf({ errors: { Kept: row({}), ...old } }),
    modelOf({ errors: { Kept: row({}), ...after } }),
  );
  expect(
    changes.flatMap(({ rule, old: from, new: to }) => (rule === "code-renamed" ? [`${from} → ${to}`] : [])),
  ).toEqual(renamed);
  const isFound = changes.some(
    ({ rule, code }) => (rule === "code-removed" || rule === "code-renamed") && code === "A",
  );
  expect(isFound).toBe(true);
});

test("a retired code names the one that replaced it", () => {
  const old = modelOf({ errors: { A: row({}), C: row({}) } });
  const errors = { B: row({ message: "other" }), C: row({}) };
  const rules = (retired: object) => findChanges(old, modelOf({ errors, retired })).map(({ rule }) => rule);
  expect(rules({ A: { replacedBy: "B" } })).toContain("code-renamed");
  // A code that was there before is no new name.
  expect(rules({ A: { replacedBy: "C" } })).toEqual(["code-removed", "code-added"]);
});

test("a code that was deprecated and is retired has come to its end, also where its replacement is new", () => {
  const old = modelOf({ errors: { A: row({ message: "is lost", deprecated: {} }), C: row({}) } });
  const after = modelOf({
    errors: { B: row({ message: "is lost" }), C: row({}) },
    retired: { A: { replacedBy: "B" } },
  });
  expect(findChanges(old, after).map(({ rule, code }) => `${rule} ${code}`)).toEqual([
    "code-retired A",
    "code-added B",
  ]);
});

test("both rows of a renamed code are compared", () => {
  const old = modelOf({ errors: { A: row({ message: "is lost", retry: "backoff" }) } });
  const after = modelOf({ errors: { B: row({ message: "is lost" }) } });
  expect(findChanges(old, after).map(({ rule, code }) => `${rule} ${code}`)).toEqual([
    "code-renamed A",
    "retry-weakened A",
  ]);
});
