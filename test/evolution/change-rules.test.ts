// Every rule finds the difference that its own example shows, at a place of that example, and nothing in the one that does it right.
import { readdirSync } from "node:fs";
import { basename, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { hasErrors } from "../../generator/diagnostic/diagnostic.ts";
import { identityOf, LEVELS } from "../../generator/evolution/change.ts";
import { CHANGE_IDS } from "../../generator/evolution/change-ids.ts";
import { findChanges } from "../../generator/evolution/compare.ts";
import type { ChangeRule } from "../../generator/evolution/rules/engine/change-rule.ts";
import { changeRules } from "../../generator/evolution/rules/index.ts";
import { placesIn } from "../../generator/evolution/table-places.ts";
import { buildModel } from "../../generator/model/build.ts";
import { runRules } from "../../generator/rules/run.ts";
import { exampleTable } from "./example-table.ts";

/** Their examples need differences to judge, or cannot do without another one. */
const ALONG: Readonly<Record<string, readonly string[]>> = {
  "case-merged": ["status-added"],
  "verdict-worse": ["message-wording"],
  "verdict-better": ["message-wording"],
  "message-dropped": ["text-changed"],
  "message-stated": ["text-changed"],
};

describe.each(changeRules.map((rule) => [rule.id, rule] as const))("%s", (id, rule: ChangeRule) => {
  const [old, after, fine] = (["old", "new", "fine"] as const).map((which) => exampleTable(rule.example[which]));

  test("finds the difference of its example and no other", () => {
    if (old === undefined || after === undefined) throw new Error("The example has no tables.");
    const changes = findChanges(buildModel(old), buildModel(after));
    const others = changes.filter((change) => change.rule !== id && ALONG[id]?.includes(change.rule) !== true);
    expect(others.map((change) => change.rule)).toEqual([]);
    const own = changes.filter((change) => change.rule === id);
    expect(own).not.toEqual([]);
    for (const change of own) {
      expect(change).toMatchObject({ level: rule.level, side: rule.side, scope: rule.scope });
      expect(change.message).toMatch(/^[A-Z"].*[^.]\.$/s);
      expect(change.help).toMatch(/^[A-Z].*\.$/s);
      const { source, span } = placesIn(change.where.in === "new" ? after : old)(change.where.path);
      expect(source.text.slice(span.start, span.end)).toMatch(/\S/);
      expect(source.text.slice(span.start, span.end)).not.toContain("\n");
      expect(JSON.parse(JSON.stringify(identityOf(change)))).toEqual(identityOf(change));
    }
  });

  test("finds nothing where it is done right", () => {
    if (old === undefined || fine === undefined) throw new Error("The example has no tables.");
    const changes = findChanges(buildModel(old), buildModel(fine));
    expect(changes.filter((change) => change.rule === id)).toEqual([]);
  });

  test("has examples without errors", () => {
    for (const table of [old, after, fine]) if (table !== undefined) expect(hasErrors(runRules(table))).toBe(false);
  });
});

test("every rule has a name, a level, models, a summary and an explanation", () => {
  for (const { id, level, models, summary, explanation } of changeRules as readonly ChangeRule[]) {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(LEVELS).toContain(level);
    expect(models.length, id).toBeGreaterThan(0);
    expect(summary, id).toMatch(/^[A-Z].*\.$/);
    expect(explanation.length, id).toBeGreaterThan(summary.length);
  }
});

test("a configuration knows every rule by its id", () => {
  expect(CHANGE_IDS).toEqual(changeRules.map(({ id }) => id));
});

test("there is one file per rule, named after it", () => {
  const folder = resolve(import.meta.dirname, "../../generator/evolution/rules");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts") && basename(path) !== "index.ts" && !path.startsWith("engine"))
    .map((path) => basename(path, ".ts"));
  expect(files.toSorted()).toEqual(changeRules.map(({ id }) => id).toSorted());
});
