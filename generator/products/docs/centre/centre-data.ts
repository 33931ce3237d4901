// The data that the page of the error centre carries for its script, and how this data is written and read.
import type { DecoderTable } from "../../../decode/decoder-table.ts";
import { type PageTable, readPageTable, writePageTable } from "../../../decode/page-table.ts";
import type { Json } from "../../../text/json/value.ts";
import type { ScriptMessages } from "../languages/language.ts";

export interface CentreData {
  readonly table: DecoderTable;
  /** The first is the language in which the page is written. */
  readonly locales: readonly [CentreLocale, ...CentreLocale[]];
}

// Aliases, because TypeScript takes them for JSON, and interfaces not.
export type CentreLocale = {
  readonly tag: string;
  readonly direction: "ltr" | "rtl";
  readonly title: string;
  /** By the label that elements of the page name; none for the first language, in which the page is written. */
  readonly words?: Readonly<Record<string, string>>;
  readonly messages: ScriptMessages;
};

type WrittenData = Omit<CentreData, "table"> & { readonly table: PageTable };

export function writeCentreData(data: CentreData): Json {
  const written: WrittenData = { ...data, table: writePageTable(data.table) };
  return written;
}

/** The page and its script are made together, so that the text is always one that `writeCentreData` made. */
export function readCentreData(text: string): CentreData {
  const data: WrittenData = JSON.parse(text);
  return { ...data, table: readPageTable(data.table) };
}
