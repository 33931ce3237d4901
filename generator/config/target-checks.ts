// What the targets of a configuration ask for is held against what is there: the tables' locales, the other targets' files.
import { dirname, resolve } from "node:path";
import type { Diagnostic } from "../diagnostic/diagnostic.ts";
import { didYouMean } from "../diagnostic/suggest.ts";
import { foldPath } from "../output/paths.ts";
import type { PlannedTarget } from "../output/target.ts";
import { type ConfiguredTarget, finding } from "./config.ts";

/** Nothing is said of a table whose locales are not known. */
export function checkLocales(
  targets: readonly ConfiguredTarget[],
  localesOf: (tablePath: string) => readonly string[] | undefined,
): readonly Diagnostic[] {
  return targets.flatMap(({ product, table, tablePath, placeOf }) => {
    const known = localesOf(tablePath);
    const asked = product.kind === "docs" || product.kind === "typescript" ? product.options.locales : undefined;
    if (known === undefined || placeOf === undefined) return [];
    const labelled = product.kind === "docs" ? Object.keys(product.options.labels ?? {}) : [];
    const named = [
      ...(asked ?? []).map((locale, index) => [locale, ["locales", index]] as const),
      ...labelled.map((locale) => [locale, ["labels", locale]] as const),
    ];
    return named
      .filter(([locale]) => !known.includes(locale))
      .map(([locale, path]) => {
        const help = didYouMean(locale, known) ?? `Its locales are: ${known.join(", ")}.`;
        return finding(placeOf(["options", ...path]), `"${table}" has no locale "${locale}".`, help);
      });
  });
}

/** As the paths are written. Products lie flat in their folders, so that two files of different folders never meet. */
export function checkFiles(
  targets: readonly ConfiguredTarget[],
  made: readonly PlannedTarget[],
): readonly Diagnostic[] {
  const makers = new Map(
    made.flatMap(({ folder, files, label }) =>
      files.map(({ path }) => [foldPath(resolve(folder, path)), label] as const),
    ),
  );
  return targets.flatMap(({ out, folder, placeOf }) => {
    const maker = [...andAbove(folder)].map((path) => makers.get(foldPath(path))).find((label) => label !== undefined);
    if (maker === undefined || placeOf === undefined) return [];
    const message = `The folder "${out}" would stand where ${maker} makes a file.`;
    return [finding(placeOf(["out"]), message, "Give each target a folder of its own.")];
  });
}

function* andAbove(folder: string): Iterable<string> {
  yield folder;
  if (dirname(folder) !== folder) yield* andAbove(dirname(folder));
}
