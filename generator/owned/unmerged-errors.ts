// A conflict among the errors of a page or description needs no choice of lines: its help names the way to merge the words alone.
import type { Diagnostic } from "../diagnostic/diagnostic.ts";
import { shellLine } from "../text/shell-line.ts";

/** The first of the conflicts tells it. */
export function withMergeHelp(conflicts: readonly Diagnostic[], path: string): readonly Diagnostic[] {
  const again = shellLine(["git", "checkout", "--merge", path]);
  const way = `To merge your own words alone, give the file the attribute merge=errtable, and run: errtable merge-driver --install, then ${again}`;
  return conflicts.map((conflict, index) =>
    index === 0 ? { ...conflict, help: `${conflict.help} ${way}` } : conflict,
  );
}
