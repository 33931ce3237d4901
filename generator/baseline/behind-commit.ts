// A branch that lacks commits of its baseline seems to undo them; the finding says so beside the breaks.
import { relative, sep } from "node:path";
import type { Diagnostic } from "../diagnostic/diagnostic.ts";
import { readWithGit } from "../output/git/git.ts";
import type { Host } from "../reader/host.ts";
import type { Commit } from "./git-commit.ts";
import type { PresentTable } from "./present-table.ts";

/** Only commits that change files of tables count. A shallow clone cannot tell. */
export function findBehind(
  commits: readonly Commit[],
  tables: readonly PresentTable[],
  host: Host,
): readonly Diagnostic[] {
  return commits.flatMap(({ top, id, label, isShallow }): readonly Diagnostic[] => {
    const own = tables.filter(({ path }) => !relative(top, path).startsWith(`..${sep}`));
    const [first] = own;
    const names = [":(top,glob)**/*.errors.yaml", ":(top,glob)**/*.errors.yml"];
    const { exit, output } = isShallow
      ? { exit: 1, output: "" }
      : readWithGit(top, ["rev-list", "--count", `HEAD..${id}`, "--", ...names]);
    const count = Number(Buffer.from(output).toString());
    if (exit !== 0 || !(count > 0) || first === undefined) return [];
    const what = count === 1 ? "a commit that changes" : `${count} commits that change`;
    const message = `"${label}" has ${what} tables and that HEAD does not have, so that its additions look removed.`;
    const help = `Merge or rebase onto "${label}" first, or compare with the fork point: --against ${label}...`;
    const place = { source: { path: host.show(first.path), text: "" }, span: { start: 0, end: 0 } };
    return [{ code: "behind-baseline", severity: "note", message, help, place }];
  });
}
