// The data that the page of the error centre carries for its script, as JSON.
import type { DecoderTable } from "../../../decode/decoder-table.ts";
import type { ScriptMessages } from "../languages/language.ts";

// Aliases, because TypeScript takes them for JSON, and interfaces not.
export type CentreData = {
  readonly table: DecoderTable;
  /** The first is the language in which the page is written. */
  readonly locales: readonly [CentreLocale, ...CentreLocale[]];
};

export type CentreLocale = {
  readonly tag: string;
  readonly direction: "ltr" | "rtl";
  readonly title: string;
  /** By the label that elements of the page name; none for the first language, in which the page is written. */
  readonly words?: Readonly<Record<string, string>>;
  readonly messages: ScriptMessages;
};
