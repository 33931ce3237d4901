// Changes become one unified diff that `git apply` and `patch` understand.

import { plainBytes } from "../output/plan/records.ts";
import type { TargetChange } from "../output/run/outcome.ts";
import { type Hunk, hunksOf } from "./hunks.ts";

/** The marks and line ends of a file of people, whose new text keeps them, have to be in a patch of it. */
const OWN_FORM = /^\ufeff|\r\n/;

/** A file that differs only in line ends is left out: its diff would be the whole file. */
export function printPatch(changes: readonly TargetChange[]): string {
  const shown = changes.filter(
    ({ change }) => ("before" in change || "after" in change) && change.kind !== "line-ends",
  );
  const parts = shown.map(({ path, change }) => {
    const after = "after" in change ? change.after : undefined;
    const isAsItIs = after !== undefined && OWN_FORM.test(after);
    const bytes = "before" in change ? change.before : undefined;
    const before = bytes === undefined || isAsItIs ? bytes : plainBytes(bytes);
    const oldName = before === undefined ? "/dev/null" : name(`a/${path}`);
    const newName = after === undefined ? "/dev/null" : name(`b/${path}`);
    const oldText = before?.toString() ?? "";
    if (before !== undefined && !Buffer.from(oldText).equals(before)) {
      return `Binary files ${oldName} and ${newName} differ\n`;
    }
    return [`--- ${oldName}`, `+++ ${newName}`, ...hunksOf(oldText, after ?? "").flatMap(printHunk), ""].join("\n");
  });
  return parts.join("");
}

function printHunk({ oldStart, oldLines, newStart, newLines, lines }: Hunk): readonly string[] {
  return [`@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`, ...lines];
}

/** A tab marks the end of a name with spaces. */
function name(path: string): string {
  return path.includes(" ") ? `${path}\t` : path;
}
