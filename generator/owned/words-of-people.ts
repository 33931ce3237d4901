// A page or a description becomes the text that people wrote, without the errors that errtable put there.
import type { SourceFile } from "../diagnostic/source.ts";
import { embed } from "./description/embed-description.ts";
import { emptiedPage } from "./pages/emptied-page.ts";
import { languageOf } from "./pages/page-languages.ts";

/** Undefined where the file is neither, or where words of people stand in the place of errors. */
export function wordsOfPeople(source: SourceFile): string | undefined {
  if (source.text === "") return "";
  if (languageOf(source.path) !== undefined) return emptiedPage(source);
  return embed(source, { tables: [], mode: undefined, remove: true, force: false }).text;
}
