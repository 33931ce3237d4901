// A fragment of docs becomes the notes at its end: on texts that are not translated, and on labels in English.
import { type Block, paragraph, text } from "../../../text/document/blocks.ts";
import { hasForeignWords } from "../../../text/document/foreign-words.ts";
import type { LocalizedTable } from "./localized-table.ts";

export function* languageNotes(
  { model, locale, labels, hasEnglishLabels }: LocalizedTable,
  blocks: () => Iterable<Block>,
): Generator<Block> {
  if (locale !== model.locale && hasForeignWords(blocks())) {
    const [before = "", after = ""] = labels.untranslated.split("{locale}");
    yield paragraph([before, { kind: "emphasis", content: [text(`(${model.locale})`)] }, after]);
  }
  if (hasEnglishLabels)
    yield paragraph([{ kind: "foreign", language: "en", quiet: true, content: [text(ENGLISH_NOTE)] }]);
}

/** It is in English, as the labels are. */
const ENGLISH_NOTE = "Headings and labels are in English.";
