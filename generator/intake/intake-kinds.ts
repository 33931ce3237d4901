// The kinds of findings about a source that a table is read from, and the error that refuses it.
import type { Diagnostic } from "../diagnostic/diagnostic.ts";
import type { FixedKinds } from "../diagnostic/kinds.ts";
import type { SourceFile } from "../diagnostic/source.ts";

export const INTAKE_KINDS = {
  "source-kind": {
    summary: "A table is read from a description, a model, a schema or a page.",
    explanation:
      "`errtable init --from` reads OpenAPI and Swagger descriptions, JSON Schema, Smithy and botocore models, and tables in Markdown, HTML and CSV. Programs are not read: save their codes as CSV.",
  },
  "source-syntax": {
    summary: "A source that a table is read from is text of its kind.",
    explanation: "A part that cannot be read for certain would become a wrong table. Correct the place of the finding.",
  },
  "nothing-to-read": {
    summary: "A source that a table is read from has error codes.",
    explanation:
      "Codes stand in the error responses of a description (values of an enum, or values in an example), in the errors of a model, in an enum of a schema, or in a column of a table. Many APIs have none: they answer with a status and a text. Run `errtable init` without the source, or name the columns with --columns.",
  },
} as const satisfies FixedKinds;

declare module "../diagnostic/kinds.ts" {
  interface FindingIds {
    readonly intake: keyof typeof INTAKE_KINDS;
  }
}

export function refuseSource(
  source: SourceFile,
  at: number,
  code: keyof typeof INTAKE_KINDS,
  message: string,
  help: string,
): Diagnostic {
  return { code, severity: "error", message, help, place: { source, span: { start: at, end: at + 1 } } };
}
