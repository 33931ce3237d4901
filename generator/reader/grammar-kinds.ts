// The kinds of findings about fields and their values.
import type { FixedKinds } from "../diagnostic/kinds.ts";

export const GRAMMAR_KINDS = {
  "unknown-field": {
    summary: "Fields are those of the language.",
    explanation:
      "A misspelt field would be ignored in silence, so unknown fields are refused. The help names the nearest field, or all possible fields.",
  },
  "missing-field": {
    summary: "Required fields are there.",
    explanation: "The table has no meaning without the field. The help describes the value to add.",
  },
  "wrong-type": {
    summary: "Values have the type of their field.",
    explanation:
      'YAML gives plain words types of their own: 1.0 is a number, true a boolean, ~ is null. Write texts that look like these in quotes: "1.0".',
  },
  "invalid-value": {
    summary: "Values have the form of their field.",
    explanation:
      "The value has the right type, but not a form that the field allows. The help names the allowed forms.",
  },
} as const satisfies FixedKinds;

declare module "../diagnostic/kinds.ts" {
  interface FindingIds {
    readonly grammar: keyof typeof GRAMMAR_KINDS;
  }
}
