// Checks that the replacement of a deprecated or retired code is a code of the table.
import { createCorrector, createHinter } from "../../diagnostic/suggest.ts";
import { errorNamed } from "../../reader/table/answered-errors.ts";
import type { ResolvedTable } from "../../reader/table/resolve.ts";
import { inEntry, inTable } from "../engine/places.ts";
import { defineRule, type FindingPlace, replacement } from "../engine/rule.ts";

export const unknownReplacement = defineRule({
  id: "unknown-replacement",
  severity: "error",
  required: true,
  summary: "`replacedBy` names another code of the table.",
  explanation:
    "Readers of a deprecated or retired code are sent to its replacement, so it has to be a code of the table, and its own " +
    "replacement may not lead back. Name the code that the API returns today.",
  example: {
    wrong:
      "errors:\n  LimitReached: { status: 429, retry: backoff, solution: Wait. }\n" +
      "retired:\n  LimitExceeded: { replacedBy: LimitReach }\n",
    right:
      "errors:\n  LimitReached: { status: 429, retry: backoff, solution: Wait. }\n" +
      "retired:\n  LimitExceeded: { replacedBy: LimitReached }\n",
  },
  reads: ["errors", "imports", "retired"],
  rowFields: ["deprecated"],
  *check(table) {
    const hint = createHinter(table.errors.keys());
    const correct = createCorrector(table.errors.keys());
    for (const { code, target, place } of replacements(table)) {
      const isListed = table.errors.has(errorNamed(target, table.errors).code);
      if (isListed && !leadsBack(code, table)) continue;
      const isRetired = table.tables.some((loaded) => Object.hasOwn(loaded.table.retired ?? {}, target));
      const [fault, help] = isListed
        ? [`leads back to "${code}"`, "Name a code that stays."]
        : isRetired
          ? ["is retired itself", "Name the code that the API returns today."]
          : ["is not in the table", hint(target) ?? 'Add it to "errors", or name another code.'];
      const fix = isListed || isRetired ? undefined : replacement(correct(target));
      yield { ...place, message: `"${code}" is replaced by "${target}", which ${fault}.`, help, fix };
    }
  },
});

interface Replacement {
  readonly code: string;
  readonly target: string;
  readonly place: FindingPlace;
}

function* replacements({ tables, entries }: ResolvedTable): Iterable<Replacement> {
  for (const entry of entries) {
    const target = entry.spec.deprecated?.replacedBy;
    if (target !== undefined)
      yield { code: entry.code, target: String(target), place: inEntry(entry, "deprecated", "replacedBy") };
  }
  for (const loaded of tables) {
    for (const [code, { replacedBy: target }] of Object.entries(loaded.table.retired ?? {})) {
      if (target !== undefined)
        yield { code, target: String(target), place: inTable(loaded, "retired", code, "replacedBy") };
    }
  }
}

/** Every code of a circle gets a finding; a chain is followed for a hundred steps at most. */
function leadsBack(code: string, { errors }: ResolvedTable): boolean {
  let next = errors.get(code)?.spec.deprecated?.replacedBy;
  for (let steps = 0; next !== undefined && steps < 100; steps += 1) {
    const { code: named } = errorNamed(String(next), errors);
    if (named === code) return true;
    next = errors.get(named)?.spec.deprecated?.replacedBy;
  }
  return false;
}
