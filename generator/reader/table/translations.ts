// A table gets its translations: the files beside it that are named after it, and one that a caller named.
import { basename, dirname, resolve } from "node:path";
import type { Checked, Diagnostic } from "../../diagnostic/diagnostic.ts";
import { didYouMean } from "../../diagnostic/suggest.ts";
import type { Path } from "../../text/json/pointer.ts";
import { unlistedFolder } from "../file-text.ts";
import type { SpecDocument } from "../yaml/document.ts";
import type { LoadedTranslation } from "./resolve.ts";
import { kindOf, placeOf, type SpecFiles, TABLE_NAME, TRANSLATION_NAME, type TranslationFile } from "./spec-files.ts";

/** A translation that was left out in silence would lose its outputs, so a file with the name of one is read or refused. */
export function loadTranslations(
  table: string,
  files: SpecFiles,
  named: string | undefined,
): Checked<readonly LoadedTranslation[]> {
  const diagnostics: Diagnostic[] = [];
  const translations: LoadedTranslation[] = [];
  const beside = files.namedFor(table);
  if ("failure" in beside) diagnostics.push(unlistedFolder(files.host.show(dirname(table))));
  const paths = new Set([...("failure" in beside ? [] : beside), ...(named === undefined ? [] : [named])]);
  for (const path of paths) {
    const file = files.read(path);
    const kind = file.document && kindOf(file.document);
    // Not a translation but a table with a name like one, "my.core.errors.yaml": it stands for itself.
    if (kind === "table") continue;
    const isNeither = file.document !== undefined && kind === undefined;
    diagnostics.push(...(isNeither ? [notATranslation(path, table, file.document)] : file.diagnostics));
    if (file.value?.kind !== "translation") continue;
    diagnostics.push(...checkName(path, table, file.value));
    const { document, data: translation, broken } = file.value;
    translations.push({ document, translation, broken });
  }
  return { value: translations, diagnostics };
}

/** The other findings of such a file are left out: they would speak of a grammar that it may not follow. */
function notATranslation(path: string, table: string, document: SpecDocument): Diagnostic {
  const names = Object.keys(document.data ?? {});
  const misspelt = names.find((name) => didYouMean(name, ["translates"]) !== undefined);
  const { source } = document;
  const span = misspelt === undefined ? document.valueSpan([]) : document.keySpan([misspelt]);
  const message = `"${basename(path)}" is named like a translation of "${basename(table)}", but has no "translates".`;
  const help = `Write "translates: ./${basename(table)}", or rename the file.`;
  return { code: "translation-name", severity: "error", message, help, place: { source, span } };
}

function checkName(path: string, table: string, { document, data }: TranslationFile): readonly Diagnostic[] {
  const name = basename(path);
  const [, base, locale] = TRANSLATION_NAME.exec(name) ?? [];
  const own = TABLE_NAME.exec(basename(table))?.[1];
  if (dirname(path) !== dirname(table) || base === undefined || base !== own) {
    const message = `"${name}" translates "${basename(table)}", which does not find it.`;
    const help =
      own === undefined
        ? 'Give the table a name that ends in ".errors.yaml", and the translation one like it.'
        : `A translation of it into "${data.locale}" must be named "${own}.${data.locale}.errors.yaml" and stand beside it.`;
    return [wrongName(document, ["translates"], message, help)];
  }
  const diagnostics: Diagnostic[] = [];
  if (resolve(dirname(path), data.translates) !== table) {
    const message = `"${name}" is named like a translation of "${basename(table)}", but it translates "${data.translates}".`;
    const help = `Write "translates: ./${basename(table)}", or rename the file.`;
    diagnostics.push(wrongName(document, ["translates"], message, help));
  }
  if (data.locale !== locale) {
    const message = `The file is named for "${locale}", but its locale is "${data.locale}".`;
    diagnostics.push(wrongName(document, ["locale"], message, "Let the name and the locale agree."));
  }
  return diagnostics;
}

export function wrongName(document: SpecDocument, path: Path, message: string, help: string): Diagnostic {
  return { code: "translation-name", severity: "error", message, help, place: placeOf(document, path) };
}
