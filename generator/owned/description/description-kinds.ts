// The kinds of findings about an API description, and the errors that refuse a file.
import type { Diagnostic } from "../../diagnostic/diagnostic.ts";
import type { FindingId, FixedKinds } from "../../diagnostic/kinds.ts";
import type { SourceFile, Span } from "../../diagnostic/source.ts";

export const DESCRIPTION_KINDS = {
  "description-syntax": {
    summary: "An API description is valid YAML or JSON.",
    explanation:
      "A file that cannot be read for certain is not edited. Correct the text at the place of the finding; nothing was written.",
  },
  "description-version": {
    summary: "An API description is of OpenAPI 3.0, 3.1 or 3.2.",
    explanation:
      "Its field openapi says so. Descriptions of Swagger 2.0 have no place for these components; converters make them OpenAPI 3.",
  },
  "description-documents": {
    summary: "A file holds one API description.",
    explanation: "A file of several YAML documents has no single place for the components. Split it.",
  },
  "description-duplicate-key": {
    summary: "No map of an API description has a key twice.",
    explanation: "Programs differ on the key that counts. Remove one of the two.",
  },
  "description-shape": {
    summary: "The parts of an API description that errtable edits are maps.",
    explanation:
      "Components, responses and operations have to be maps, so that errtable can add to them. Correct the value at the place of the finding.",
  },
  "description-alias": {
    summary: "The parts of an API description that errtable edits are no aliases.",
    explanation:
      "A map that is written once and used in several places would change in all of them. Write it out where it has to change.",
  },
  "description-reference": {
    summary: "The parts of an API description that errtable edits are in its own file.",
    explanation: "Path items and responses in another file cannot be edited here. Embed into the file that holds them.",
  },
  "embed-name-taken": {
    summary: "A component has one owner.",
    explanation:
      "A component of that name belongs to another owner, and clients use its name: errtable neither overwrites nor renames it. Set a prefix in the options of the openapi target, or rename your component.",
  },
  "embed-edited": {
    summary: "The components of errtable have no edits by hand.",
    explanation:
      "A component has a hash of its generated text. If the hash differs, somebody edited the component, and the edit would be lost. Give the component another name, or drop the edit with --force.",
  },
  "embed-unknown-operation": {
    severity: "warning",
    summary: "Operations that a table names are in the description.",
    explanation:
      "The table lists codes for an operation, and the description has no operation with that operationId, path or tag.",
  },
  "embed-unknown-code": {
    severity: "warning",
    summary: "Codes in x-error-codes are in a table.",
    explanation: "The operation lists a code that no table has, so its response would be missing.",
  },
  "embed-shared-status": {
    severity: "warning",
    summary: "The responses of an operation are of one table per status.",
    explanation: "A status has one response, and two tables have one for it. The response of the first table stays.",
  },
  "embed-dangling": {
    severity: "warning",
    summary: "No reference names a component that is removed.",
    explanation:
      "Errtable removes a component that another part of the description still refers to, so the reference would be broken.",
  },
} as const satisfies FixedKinds;

declare module "../../diagnostic/kinds.ts" {
  interface FindingIds {
    readonly description: keyof typeof DESCRIPTION_KINDS;
    /** Notes that a response stays as it is, or that no errors are embedded, which need no explanation. */
    readonly descriptionNotes: "embed-kept" | "embed-unused";
  }
}

export function refuse(
  source: SourceFile,
  { start, end }: Span,
  code: FindingId,
  message: string,
  help: string,
): Diagnostic {
  return { code, severity: "error", message, help, place: { source, span: { start, end: Math.max(start, end) } } };
}
