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

test.each<[gone: string, come: readonly string[], hint: string | undefined]>([
  ["invalid_filter", ["invalid_search_filter", "invalid_document_edition_function_filter"], "invalid_search_filter"],
  ["invalid_task_uids_filter", ["invalid_task_uids", "invalid_task_types"], "invalid_task_uids"],
  ["Timeout", ["TIMEOUT", "TimeoutOfRequest"], "TIMEOUT"],
  ["OrderNotFound", ["ShopOrderNotFound"], "ShopOrderNotFound"],
  ["invalid_embedder", ["invalid_search_embedder", "invalid_similar_embedder"], undefined],
  ["NotFound", ["Invalid"], undefined],
  ["search_error", ["Error"], undefined],
  ["10001", ["10002"], undefined],
])("the help for %s names the only new code that is nearest in words", (gone, come, hint) => {
  const rows = (codes: readonly string[]) => Object.fromEntries(codes.map((code) => [code, row({})]));
  const changes = findChanges(modelOf({ errors: rows(["Kept", gone]) }), modelOf({ errors: rows(["Kept", ...come]) }));
  const { help = "" } = changes.find(({ rule }) => rule === "code-removed") ?? {};
  expect(/If "(.+)" is its new name/.exec(help)?.[1]).toBe(hint);
  const other = modelOf({
    errors: { ...rows(["Kept"]), ...Object.fromEntries(come.map((code) => [code, { status: 500 }])) },
  });
  expect(
    findChanges(modelOf({ errors: rows(["Kept", gone]) }), other)
      .map(({ help: each }) => each)
      .join(),
  ).not.toContain("new name");
});

test.each<[string, string, string, string, boolean]>([
  ["the same message", "%s: %s", "%s: %s", "title", true],
  ["a word beside it", "the order %s is lost", "order %s cannot be found", "title", true],
  ["a word after it", "%s is lost", "%s is not here", "title", true],
  ["a word after it alone", "set %s to bypass this", "use %s to return nothing", "call", false],
  ["other words", "run 'label namespace %s'", "more than one kind of label %s, which may harm", "labels", false],
])("a param with %s is a renamed one or another one", (_, before, now, name, isRenamed) => {
  const params = (first: string) => ({ [first]: {}, ...(before.includes(":") ? { text: {} } : {}) });
  const changes = findChanges(
    modelOf({ errors: { Lost: row({ message: before, params: params("id") }) } }),
    modelOf({ errors: { Lost: row({ message: now, params: params(name) }) } }),
  );
  const rules = changes.map(({ rule }) => rule);
  expect(rules.includes("param-renamed")).toBe(isRenamed);
  expect(rules.includes("param-removed") && rules.includes("param-added")).toBe(!isRenamed);
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
