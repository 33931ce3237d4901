// The kinds of findings about a page that errtable fills in.
import type { FixedKinds } from "../../diagnostic/kinds.ts";

export const PAGE_KINDS = {
  "inject-marker": {
    summary: "Markers of a page are whole, and ask for what there is.",
    explanation:
      "A block of a page begins with errtable:begin and ends with errtable:end, each in a comment on a line of its own. A name may follow, then attributes: table, format (table or sections), locale, codes, group, status, and options of the docs. Markers in code are left alone.",
  },
  "inject-edited": {
    summary: "What stands in a block of a page is what errtable wrote.",
    explanation:
      "The end of a block bears a hash of what errtable wrote there last. Where it differs, somebody's words would be lost. Move them out of the block, or give them up with --force.",
  },
} as const satisfies FixedKinds;

declare module "../../diagnostic/kinds.ts" {
  interface FindingIds {
    readonly pages: keyof typeof PAGE_KINDS;
  }
}
