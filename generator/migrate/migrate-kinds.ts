// The kinds of findings about programs that move from old codes to new ones: the places that a person has to decide.
import type { Diagnostic } from "../diagnostic/diagnostic.ts";
import type { FixedKinds } from "../diagnostic/kinds.ts";
import type { Place } from "../diagnostic/source.ts";

export const MIGRATE_KINDS = {
  "migrate-undecided": {
    severity: "warning",
    summary: "A literal or a name is the old code of a table for certain.",
    explanation:
      "The text is that of an old code, or of a name that generated code has for it, but nothing shows that it means that code: no type, no guard, no match. `errtable migrate` changes only places that are certain. Change this one by hand if it is the code.",
  },
  "migrate-params": {
    severity: "warning",
    summary: "The error in the place of an old one has the same params.",
    explanation:
      "The place makes or reads the params of the old error, and those of the new one are others. Rewrite it with the params of the new error.",
  },
  "migrate-case": {
    severity: "warning",
    summary: "A code takes the place of an old one.",
    explanation:
      "The old code is replaced by one case of another code, so that guards and arms of that code take its other cases as well. Decide at each place whether that is meant.",
  },
  "migrate-clash": {
    severity: "warning",
    summary: "The new name is free in the file.",
    explanation:
      "Something else has that name in the file, or the object or the switch has the new code already, so that the place keeps the old name, or is left as it is. Merge the two by hand.",
  },
  "migrate-export": {
    severity: "warning",
    summary: "Exports of a program keep their names.",
    explanation:
      "The file exports a name of generated code again, and now exports it by its new name. The sources that were named import it by that name; programs elsewhere have to follow.",
  },
  "migrate-unreadable": {
    severity: "warning",
    summary: "Sources can be read by TypeScript.",
    explanation:
      "The file has errors of syntax, or is of a kind that errtable does not read, and mentions an old code. It was left as it is.",
  },
} as const satisfies FixedKinds;

declare module "../diagnostic/kinds.ts" {
  interface FindingIds {
    readonly migrate: keyof typeof MIGRATE_KINDS;
  }
}

export function migrateWarning(
  code: keyof typeof MIGRATE_KINDS,
  place: Place,
  message: string,
  help: string,
): Diagnostic {
  return { code, severity: "warning", message, help, place };
}
