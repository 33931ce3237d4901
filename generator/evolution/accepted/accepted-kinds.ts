// The kinds of findings about accepted breaks, and about the version that tells of breaks.
import type { FixedKinds } from "../../diagnostic/kinds.ts";

export const ACCEPTED_KINDS = {
  "unused-acceptance": {
    summary: "Every accepted break is one.",
    explanation:
      "An entry of the file of accepted breaks accepts nothing any more: the table or the older version has changed. After a release its entries have done their work. Entries that stay would accept a break of later, which nobody meant. Remove the entry.",
  },
  "accepted-fingerprint": {
    summary: "The fingerprint of an accepted break is that of its other fields.",
    explanation:
      "A fingerprint is a hash of rule, code, case, part and values. Where it differs, somebody changed the entry by hand. Remove the entry, and accept the break anew: errtable breaking --accept with the reason.",
  },
  "accepted-rule": {
    summary: "An accepted break names a rule that there is.",
    explanation:
      "An entry of the file of accepted breaks names a rule that errtable does not have, so that it accepts nothing. errtable explain lists the rules. Remove the entry, and accept the break anew: errtable breaking --accept with the reason.",
  },
  "accepted-code": {
    severity: "warning",
    summary: "An accepted break is about a code that there is, or was.",
    explanation:
      "An entry of the file of accepted breaks is about a code that is neither an error of the table nor a retired one, and no entry tells that it was removed or renamed. The break that it accepted is gone with the code. Remove the entry.",
  },
  "version-not-bumped": {
    summary: "The version of a table tells of its breaks.",
    explanation:
      "A table that breaks programs gets the next major version (Semantic Versioning); below 1.0.0 the next minor one. A pre-release of it, such as 2.0.0-rc.1, is enough. Programs that ask for a range of versions then keep the old one. Other changes get advice, and fail nothing. A version that comes before that of the older table is told as a warning, whatever changed.",
  },
} as const satisfies FixedKinds;

declare module "../../diagnostic/kinds.ts" {
  interface FindingIds {
    readonly accepted: keyof typeof ACCEPTED_KINDS;
  }
}
