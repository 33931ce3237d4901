// A model and the languages of its page become the data that the script of the error centre reads.
import type { ElementContent } from "hast";
import { decoderTable } from "../../../../decode/decoder-table.ts";
import type { Model } from "../../../../model/model.ts";
import { directionOf } from "../../languages/index.ts";
import type { CentreData, CentreLocale } from "../centre-data.ts";
import { type Languages, switchedLabels } from "./page-texts.ts";

/** `body` is the page that the data is for. */
export function centreData(model: Model, languages: Languages, body: readonly ElementContent[]): CentreData {
  const [first, ...others] = languages.labels.map((labels, index): CentreLocale => {
    const tag = languages.tables[index]?.locale ?? model.locale;
    return {
      tag,
      direction: directionOf(tag),
      title: labels.heading.replace("{title}", () => model.texts[tag]?.title ?? model.title),
      ...(index === 0 ? {} : { words: switchedLabels(body, labels) }),
      messages: labels.script,
    };
  });
  if (first === undefined) throw new Error("A page has at least one language.");
  return { table: decoderTable(model), locales: [first, ...others] };
}
