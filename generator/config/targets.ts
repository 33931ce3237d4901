// What the targets of a configuration ask for is held against what is there: the locales of the tables.
import type { Diagnostic } from "../diagnostic.ts";
import { didYouMean } from "../suggest.ts";
import { type ConfiguredTarget, finding } from "./config.ts";

/** Nothing is said of a table whose locales are not known. */
export function checkLocales(
  targets: readonly ConfiguredTarget[],
  localesOf: (tablePath: string) => readonly string[] | undefined,
): readonly Diagnostic[] {
  return targets.flatMap(({ product, table, tablePath, placeOf }) => {
    const known = localesOf(tablePath);
    const asked = product.kind === "docs" || product.kind === "typescript" ? product.options.locales : undefined;
    if (known === undefined || asked === undefined || placeOf === undefined) return [];
    return [...asked.entries()]
      .filter(([, locale]) => !known.includes(locale))
      .map(([index, locale]) => {
        const help = didYouMean(locale, known) ?? `Its locales are: ${known.join(", ")}.`;
        const place = placeOf(["options", "locales", index]);
        return finding(place, `"${table}" has no locale "${locale}".`, help);
      });
  });
}
