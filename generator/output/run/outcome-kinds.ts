// The kinds of findings about the files of a run, for formats that know nothing but findings.
import type { FixedKinds } from "../../diagnostic/kinds.ts";

export const OUTCOME_KINDS = {
  "out-of-date": {
    summary: "A generated file is as generate makes it.",
    explanation:
      "The file is missing, stale, no longer made, or another one in line ends than its table and its configuration say. Run the command that the help names, and commit its files together with the table.",
  },
  "in-the-way": {
    summary: "Nothing of somebody else is in the place of a generated file.",
    explanation:
      "The file was edited by hand, belongs to somebody else, or lies in a folder that no target makes any more, so errtable does not touch it. `errtable diff` shows a hand edit; `errtable generate --force` gives it up. A file of somebody else has to move.",
  },
  "command-failed": {
    summary: "A command can do its work.",
    explanation:
      "The command line means nothing here, or the system refused to write. Nothing was checked, so that a report with this finding says nothing about the tables.",
  },
} as const satisfies FixedKinds;

declare module "../../diagnostic/kinds.ts" {
  interface FindingIds {
    readonly outcome: keyof typeof OUTCOME_KINDS;
  }
}
