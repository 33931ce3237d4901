// The kinds of findings that keep a code from being renamed or retired.
import type { Diagnostic, Related } from "../diagnostic/diagnostic.ts";
import type { FixedKinds } from "../diagnostic/kinds.ts";
import type { Place } from "../diagnostic/source.ts";

export const REFACTOR_KINDS = {
  "refactor-unknown-code": {
    summary: "A code that is renamed or retired is a code of a table.",
    explanation:
      "`errtable rename` and `errtable retire` look the code up in the tables of the configuration, or in those that --table names. A code that is retired already has no row any more.",
  },
  "refactor-ambiguous-code": {
    summary: "A code that is renamed or retired is a code of one table.",
    explanation: "Several tables have a row of this code. Name the table that is meant with --table.",
  },
  "refactor-name-taken": {
    summary: "The new name of a code means nothing else yet.",
    explanation:
      "A code, a retired code, a case or an identifier has that name, so that places which name it would mean two things. Choose another name.",
  },
  "refactor-named-elsewhere": {
    summary: "No other error leads to a code that is retired.",
    explanation:
      "A deprecated or retired code has it as its replacement, and readers would be sent to a code that nobody answers with. Say with --replaced-by which code takes its place, or correct the other entry first.",
  },
  "refactor-version": {
    summary: "The next version of a table comes after its version.",
    explanation:
      "`errtable bump` goes on from the table's version, by the rules of Semantic Versioning. Name a step (major, minor, patch) or a later version.",
  },
  "refactor-unsure": {
    summary: "The places of a code can be edited for certain.",
    explanation:
      "Tables are edited at single places, and the result is read again. Where the text is written in a way in which that does not give the wanted table, nothing is written. Edit this place by hand, or write the entry on lines of its own.",
  },
} as const satisfies FixedKinds;

declare module "../diagnostic/kinds.ts" {
  interface FindingIds {
    readonly refactor: keyof typeof REFACTOR_KINDS;
  }
}

export function refactorError(
  code: keyof typeof REFACTOR_KINDS,
  { source, span }: Place,
  message: string,
  help: string,
  related: readonly Related[] = [],
): Diagnostic {
  const place = { source, span };
  return { code, severity: "error", message, help, place, ...(related.length > 0 ? { related } : {}) };
}
