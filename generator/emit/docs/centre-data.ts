// What the script of the error centre is given: the decoder's table, and words in every language of the page.
import { decoderTable } from "../../decode/table.ts";
import { compact } from "../../model/compact.ts";
import type { Json, JsonObject } from "../../model/json.ts";
import type { Model } from "../../model/model.ts";
import { type CentreLabels, centreLabelsFor, directionOf } from "./centre-labels.ts";
import type { Languages } from "./centre-texts.ts";

/** What the script needs: the decoder's table, and the words for what it says itself. */
export function dataOf(model: Model, { editions, words, used }: Languages): Json {
  const { places, errors, retired: gone } = decoderTable(model);
  const locales = editions.map((edition, index) => ({
    tag: edition.locale,
    direction: directionOf(edition.locale),
    title: titleOf(model, edition.locale),
    labels: spoken(words[index]),
    // The page is written in the first.
    words: index === 0 ? {} : switched(used, index),
  }));
  return compact({
    guard: `is${model.name}Error`,
    table: { places, errors, retired: gone },
    locales,
  } as unknown as JsonObject);
}

export function titleOf(model: Model, locale: string): string {
  const title = model.texts[locale]?.title ?? model.title;
  return centreLabelsFor(locale).heading.replace("{title}", () => title);
}

/** The words of another language that are not those of the first. */
function switched(used: Languages["used"], index: number): Readonly<Record<string, string>> {
  const others = [...used].filter(([, spellings]) => spellings[index] !== spellings[0]);
  return Object.fromEntries(others.map(([name, spellings]) => [name, spellings[index] ?? ""]));
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
