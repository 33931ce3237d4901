// What the script of the error centre is given: the decoder's table, and words in every language of the page.

import { decoderTable } from "../../../../decode/decoder-table.ts";
import { packTable } from "../../../../decode/page-table.ts";
import type { Model } from "../../../../model/model.ts";
import { type Json, type JsonObject, withoutUndefined } from "../../../../text/json/value.ts";
import { centreLabelsFor, directionOf } from "../../languages/index.ts";
import type { CentreLabels } from "../../languages/language.ts";
import type { Languages } from "./page-texts.ts";

/** What the script needs: the decoder's table, and the words for what it says itself. */
export function dataOf(model: Model, { editions, words, used }: Languages): Json {
  const locales = editions.map((edition, index) => ({
    tag: edition.locale,
    ...(directionOf(edition.locale) === "rtl" ? { direction: "rtl" } : {}),
    title: titleOf(model, edition.locale),
    labels: spoken(words[index]),
    // The page is written in the first.
    ...(index === 0 ? {} : { words: switched(used, index) }),
  }));
  return withoutUndefined({
    guard: `is${model.name}Error`,
    table: packTable(decoderTable(model)),
    locales,
  } as unknown as JsonObject);
}

export function titleOf(model: Model, locale: string): string {
  const title = model.texts[locale]?.title ?? model.title;
  return centreLabelsFor(locale).heading.replace("{title}", () => title);
}

/** In the order of their numbers. */
function switched(used: Languages["used"], index: number): readonly string[] {
  return Array.from(used.values(), ({ spellings }) => spellings[index] ?? "");
}

/** What the script says itself. */
function spoken(labels: CentreLabels | undefined): Partial<CentreLabels> {
  if (labels === undefined) return {};
  const { all, some, none, unknown, nearest, decoded, undecoded, sameStatus } = labels;
  const { matched, matches, ambiguous, cut, request, copied, uncopied } = labels;
  return {
    ...{ all, some, none, unknown, nearest, decoded, undecoded, sameStatus },
    ...{ matched, matches, ambiguous, cut, request, copied, uncopied },
  };
}
