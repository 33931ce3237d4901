// The kinds of findings about how the files of a table belong together.
import type { FixedKinds } from "../../diagnostic/kinds.ts";

export const TABLE_KINDS = {
  "import-cycle": {
    summary: "Imports do not run in a circle.",
    explanation:
      "Two tables that import each other have no order in which they could be read. Move the shared entries to a third table. If the tables form several circles, one circle is reported at a time.",
  },
  "translation-name": {
    summary: "A translation is named after its table and its locale.",
    explanation:
      "The translation of my.errors.yaml into zh-CN is my.zh-CN.errors.yaml beside it. So translations are found without a list, and name, `translates` and `locale` have to agree. A file with such a name that is neither a translation nor a table is refused, for its texts would be left out.",
  },
} as const satisfies FixedKinds;

declare module "../../diagnostic/kinds.ts" {
  interface FindingIds {
    readonly table: keyof typeof TABLE_KINDS;
  }
}
