// The kinds of findings about the older version of a table that the present one is compared with.
import type { Diagnostic } from "../diagnostic/diagnostic.ts";
import type { FixedKinds } from "../diagnostic/kinds.ts";

export const BASELINE_KINDS = {
  "unknown-baseline": {
    summary: "The version that a table is compared with exists.",
    explanation:
      "A branch, tag or commit is known to Git, a file or folder is there, and a package is installed or can be fetched by npm. Without it nothing is compared, which is no break: the exit code is 2. A shallow clone lacks most commits; the help has the line that fetches the missing one.",
  },
  "unreadable-baseline": {
    summary: "The version that a table is compared with can be read.",
    explanation:
      "It is a table without errors, or an errors.json of the layout that this errtable reads. Without it nothing is compared, which is no break: the exit code is 2. Compare with another version, or with the table itself instead of its errors.json.",
  },
  "behind-baseline": {
    severity: "note",
    summary: "HEAD has all commits of its baseline that change tables.",
    explanation:
      "A branch is compared with the present state of another one, such as main. What main got since the branch was made is not in the branch, and looks as if the branch had removed it. Rebase, or compare with the commit that the branch was made from: three dots after the name, as git diff takes them.",
  },
  "table-removed": {
    summary: "Every table of the baseline is there.",
    explanation:
      "The configuration of the baseline has a table whose name no present table has. Programs that use its types or read its errors break. Keep the table until nobody uses it; to compare other tables alone, name them on the command line.",
  },
} as const satisfies FixedKinds;

declare module "../diagnostic/kinds.ts" {
  interface FindingIds {
    readonly baseline: keyof typeof BASELINE_KINDS;
  }
}

/** A finding without a place in a text: `path` names the file that it is about. */
export function baselineFinding(
  code: "unknown-baseline" | "unreadable-baseline" | "table-removed",
  path: string,
  message: string,
  help: string,
): Diagnostic {
  return { code, severity: "error", message, help, place: { source: { path, text: "" }, span: { start: 0, end: 0 } } };
}
