// The kinds of findings about a page that errtable fills in.
import type { FixedKinds } from "../../diagnostic/kinds.ts";

export const PAGE_KINDS = {
  "inject-marker": {
    summary: "Markers of a page are complete, and name tables, formats and locales that exist.",
    explanation:
      "A block of a page begins with errtable:begin and ends with errtable:end, each in a comment on a line of its own, with the indent of the list item or directive around it. A name may follow, then attributes: table, format (table or sections), locale, codes, group, status, tags, operation, since (a version, a branch or a commit: the block tells of the changes from then on), and options of the docs. Markers in code are left alone.",
  },
  "inject-edited": {
    summary: "The blocks of a page have no edits by hand.",
    explanation:
      "The end marker of a block has a hash of its generated text. Wrapped lines, other list signs, padding and other layout that formatters change do not count. If the hash differs, somebody edited the block, and the edit would be lost. Move the text out of the block, or drop it with --force.",
  },
} as const satisfies FixedKinds;

declare module "../../diagnostic/kinds.ts" {
  interface FindingIds {
    readonly pages: keyof typeof PAGE_KINDS;
  }
}
