// The findings in a text become the text with their fixes. A fix that meets an earlier one waits for the next run.
import type { Diagnostic } from "./diagnostic.ts";
import { applyEdits, type Edit } from "./text-edits.ts";

export interface Fixed {
  readonly text: string;
  /** The number of findings that were fixed. */
  readonly count: number;
}

/** All diagnostics are about the same text. */
export function applyFixes(text: string, diagnostics: readonly Diagnostic[]): Fixed {
  const taken = new Map<string, Edit>();
  let count = 0;
  for (const { fix = [] } of diagnostics) {
    const isNew = (edit: Edit): boolean => !taken.has(keyOf(edit));
    const added = fix.filter(isNew);
    if (fix.length === 0 || added.some((edit) => meetsAny(edit, taken.values()))) continue;
    // Several findings may have one fix.
    for (const edit of added) taken.set(keyOf(edit), edit);
    count += 1;
  }
  return { text: applyEdits(text, [...taken.values()]), count };
}

function keyOf({ start, end, text }: Edit): string {
  return `${start} ${end} ${text}`;
}

/** Two texts that are put in at one place meet: neither knows of the other. */
function meetsAny(edit: Edit, others: Iterable<Edit>): boolean {
  for (const { start, end } of others) {
    if (edit.start < end && start < edit.end) return true;
    if (edit.start === start && edit.end === end) return true;
  }
  return false;
}
