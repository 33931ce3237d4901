// What the page holds for its script: the decoder's table, and the words for what the script says itself.
import type { PackedTable } from "../../../../decode/page-table.ts";

export interface CentreData {
  /** The name of the guard of the whole table. */
  readonly guard: string;
  readonly table: PackedTable;
  /** The page is written in the first. */
  readonly locales: readonly [CentreLocale, ...CentreLocale[]];
}

export interface CentreLocale {
  readonly tag: string;
  /** Absent where it is from left to right. */
  readonly direction?: "rtl";
  readonly title: string;
  /** What stands in the page, by the numbers that its elements have; not for the language that it is written in. */
  readonly words?: readonly string[];
  readonly labels: CentreWords;
}

export type CentreWords = Readonly<Record<TextLabel, string>> & { readonly matches: Readonly<Record<string, string>> };

type TextLabel =
  | "all"
  | "some"
  | "none"
  | "unknown"
  | "nearest"
  | "decoded"
  | "undecoded"
  | "sameStatus"
  | "matched"
  | "ambiguous"
  | "cut"
  | "request"
  | "copied"
  | "uncopied";
