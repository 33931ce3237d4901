// The page about changes names every rule, as the list has it. UPDATE_GOLDEN=1 writes the table anew.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { ChangeRule } from "../../generator/evolution/rules/engine/change-rule.ts";
import { changeRules } from "../../generator/evolution/rules/index.ts";

const PAGE = join(import.meta.dirname, "../../spec/evolution.md");

test("the page has a row for each rule", () => {
  const text = readFileSync(PAGE, "utf8");
  const table = tableOfRules();
  const shown = /^\| rule \|.*\n(?:\|.*\n)+/m.exec(text)?.[0];
  if (process.env["UPDATE_GOLDEN"] === "1") {
    writeFileSync(PAGE, shown === undefined ? `${text.trimEnd()}\n\n${table}` : text.replace(shown, () => table));
    return;
  }
  expect(shown).toBe(table);
});

function tableOfRules(): string {
  const rows = (changeRules as readonly ChangeRule[]).map(({ id, level, side, scope, models, summary, compiles }) => {
    const who = side === "both" ? "consumers, producers" : `${side}s`;
    const how = scope === "both" ? "wire, source" : scope;
    const cells = [`\`${id}\``, level, who, how, compiles ? "yes" : "no", summary, models.join("; ")];
    return `| ${cells.map((cell) => cell.replaceAll("|", "\\|").replaceAll(/_/g, "\\_")).join(" | ")} |\n`;
  });
  return `| rule | level | hits | on | old programs compile | meaning | model |\n| --- | --- | --- | --- | --- | --- | --- |\n${rows.join("")}`;
}
