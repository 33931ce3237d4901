// The kinds of findings about an API description.
import type { FixedKinds } from "../../diagnostic/kinds.ts";

export const DESCRIPTION_KINDS = {
  "description-syntax": {
    summary: "An API description is valid YAML or JSON.",
    explanation:
      "What cannot be read for certain is not edited. Mend the text at the place that is told; nothing was written.",
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
    explanation: "Readers differ on which of the two counts. Remove one.",
  },
  "description-shape": {
    summary: "Where errors are put in, an API description is made of maps.",
    explanation:
      "Components, responses and operations have to be maps that can be added to. Mend the value at the place that is told.",
  },
  "description-alias": {
    summary: "Where errors are put in, nothing is an alias.",
    explanation:
      "A map that is written once and used in several places would change in all of them. Write it out where it has to change.",
  },
  "description-reference": {
    summary: "Where errors are put in, nothing stands in another file.",
    explanation:
      "Path items and responses behind a reference to elsewhere cannot be edited here. Embed into the file that holds them.",
  },
  "nothing-to-read": {
    summary: "An API description that a table is read from has responses with error codes.",
    explanation:
      "A table starts from the codes of the error responses: values of an enum, or values in an example. Add them to the description, or run `errtable init` without it.",
  },
  "embed-name-taken": {
    summary: "A component has one owner.",
    explanation:
      "A component of that name is somebody else's, and clients are named after it: it is neither overwritten nor given another name. Set a prefix in the options of the openapi target, or rename yours.",
  },
  "embed-edited": {
    summary: "What errtable put in is as errtable wrote it.",
    explanation:
      "A component bears a hash of what errtable wrote. Where it differs, somebody's work would be lost. Give the component another name, or give the edit up with --force.",
  },
  "embed-unknown-operation": {
    severity: "warning",
    summary: "Operations that a table names are in the description.",
    explanation:
      "The table says what an operation answers with, and the description has none of that operationId, path or tag.",
  },
  "embed-unknown-code": {
    severity: "warning",
    summary: "Codes in x-error-codes are in a table.",
    explanation: "The operation asks for a code that none of the tables has, so that its response would be missing.",
  },
  "embed-shared-status": {
    severity: "warning",
    summary: "The responses of an operation are of one table per status.",
    explanation: "A status has one response, and the tables would each put theirs there. The one that is there stays.",
  },
  "embed-dangling": {
    severity: "warning",
    summary: "Nothing refers to what is removed.",
    explanation:
      "A component that errtable takes out is referred to from elsewhere in the description, which would then be broken.",
  },
} as const satisfies FixedKinds;

declare module "../../diagnostic/kinds.ts" {
  interface FindingIds {
    readonly description: keyof typeof DESCRIPTION_KINDS;
    /** A note that a response stays as it is, which needs no explanation. */
    readonly descriptionNotes: "embed-kept";
  }
}
