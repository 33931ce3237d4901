// Changes become one unified diff that `git apply` and `patch` understand.
import type { StructuredPatchHunk as Hunk } from "diff";
import type { TargetChange } from "../output/outcome.ts";
import { plainBytes } from "../output/plan.ts";

/** A file with more changed lines is shown as replaced, because the least difference would take too long to find. */
const mostEdits = 2_000;

/** A file that differs only in line ends is left out: its diff would be the whole file. */
export async function printPatch(changes: readonly TargetChange[]): Promise<string> {
  const shown = changes.filter(
    ({ change }) => ("before" in change || "after" in change) && change.kind !== "line-ends",
  );
  if (shown.length === 0) return "";
  const { structuredPatch } = await import("diff");
  const parts = shown.map(({ path, change }) => {
    const before = "before" in change ? plainBytes(change.before) : undefined;
    const after = "after" in change ? change.after : undefined;
    const oldName = before === undefined ? "/dev/null" : name(`a/${path}`);
    const newName = after === undefined ? "/dev/null" : name(`b/${path}`);
    const oldText = before?.toString() ?? "";
    if (before !== undefined && !Buffer.from(oldText).equals(before)) {
      return `Binary files ${oldName} and ${newName} differ\n`;
    }
    const newText = after ?? "";
    const { hunks } = structuredPatch("", "", oldText, newText, "", "", { context: 3, maxEditLength: mostEdits }) ?? {
      hunks: [replaceAll(oldText, newText)],
    };
    return [`--- ${oldName}`, `+++ ${newName}`, ...hunks.flatMap(printHunk), ""].join("\n");
  });
  return parts.join("");
}

function printHunk({ oldStart, oldLines, newStart, newLines, lines }: Hunk): readonly string[] {
  // An empty side is written as line 0.
  const range = (start: number, count: number): string => `${count === 0 ? Math.max(0, start - 1) : start},${count}`;
  return [`@@ -${range(oldStart, oldLines)} +${range(newStart, newLines)} @@`, ...lines];
}

function replaceAll(oldText: string, newText: string): Hunk {
  const oldLines = linesOf(oldText);
  const newLines = linesOf(newText);
  const lines = [...mark("-", oldLines, oldText), ...mark("+", newLines, newText)];
  return { oldStart: 1, oldLines: oldLines.length, newStart: 1, newLines: newLines.length, lines };
}

function mark(sign: string, lines: readonly string[], text: string): string[] {
  const marked = lines.map((line) => sign + line);
  return text === "" || text.endsWith("\n") ? marked : [...marked, "\\ No newline at end of file"];
}

function linesOf(text: string): readonly string[] {
  return text === "" ? [] : text.replace(/\n$/, "").split("\n");
}

/** A tab marks the end of a name with spaces. */
function name(path: string): string {
  return path.includes(" ") ? `${path}\t` : path;
}
