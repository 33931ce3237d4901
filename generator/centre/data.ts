// What the page holds for its script: the decoder's table, and the words for what the script says itself.
import type { DecoderTable } from "../decode/table.ts";

export interface CentreData {
  /** The name of the guard of the whole table. */
  readonly guard: string;
  readonly table: DecoderTable;
  readonly locales: readonly CentreLocale[];
}

export interface CentreLocale {
  readonly tag: string;
  readonly direction: "ltr" | "rtl";
  readonly title: string;
  /** What stands in the page under a name, where it is another than in the language that the page is written in. */
  readonly words: Readonly<Record<string, string>>;
  readonly labels: Readonly<Record<TextLabel, string>> & { readonly matches: Readonly<Record<string, string>> };
}

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

export type CentreWords = CentreLocale["labels"];
