// Texts that a translation lacks become entries of it in comments, with the texts of the original to be replaced.

import { TEXT_FIELDS } from "../../model/model.ts";
import type { LoadedTranslation, ResolvedError, ResolvedTable } from "../../reader/table/resolve.ts";
import { scalarText } from "../../reader/yaml/edits.ts";
import { workspaceEdit } from "../files/document-edits.ts";
import { type FileView, pathOfPlace } from "../files/file-view.ts";
import type { LspCodeAction } from "../protocol/lsp-types.ts";
import { subjectAt } from "../subject/subject.ts";

/** At a row: for each translation without it. In a translation, at its locale: for each row. */
export function translationActions(view: FileView, offset: number, withVersions: boolean): readonly LspCodeAction[] {
  const [table] = view.tables;
  if (table === undefined) return [];
  const subject = subjectAt(view, offset);
  if (subject?.kind === "code" && view.grammar === "table" && subject.cursor.kind === "key") {
    const entry = table.errors.get(subject.code);
    if (entry === undefined) return [];
    return entry.owner.translations.flatMap((translation) =>
      stubs(
        [entry],
        translation,
        view,
        withVersions,
        `Add "${entry.code}" to the translation into "${translation.translation.locale}"`,
      ),
    );
  }
  if (view.grammar !== "translation" || subject?.cursor.path[0] !== "locale") return [];
  const own = translationOf(view, table);
  if (own === undefined) return [];
  return stubs(
    [...table.errors.values()],
    own,
    view,
    withVersions,
    `Add all errors that the translation into "${own.translation.locale}" lacks`,
  );
}

function translationOf({ file }: FileView, { tables }: ResolvedTable): LoadedTranslation | undefined {
  const all = tables.flatMap(({ translations }) => translations);
  return all.find(({ document }) => pathOfPlace(document) === file.path);
}

function stubs(
  entries: readonly ResolvedError[],
  { document, translation }: LoadedTranslation,
  { workspace }: FileView,
  withVersions: boolean,
  title: string,
): readonly LspCodeAction[] {
  const known = translation.errors ?? {};
  const { text } = document.source;
  // Rows that an earlier action added, and nobody translated yet, are not added again.
  const begun = new Set(Array.from(text.matchAll(/^ *# *(.*:)\r?$/gm), ([, row]) => row));
  const lacking = entries.filter(
    ({ code, spec }) =>
      !Object.hasOwn(known, code) && !begun.has(`${scalarText(code)}:`) && spec.audience !== "internal",
  );
  const texts = lacking.flatMap((entry) => {
    const fields = textsOf(entry);
    return fields.length === 0 ? [] : [{ code: scalarText(entry.code), fields }];
  });
  if (texts.length === 0) return [];
  // In comments, so that nothing shows the original as a translation, and the texts are still told to be missing.
  const rows = texts.flatMap(({ code, fields }) => [`${code}:`, ...fields.map(([name, own]) => `  ${name}: ${own}`)]);
  const hasRows = translation.errors !== undefined;
  const block = hasRows ? rows : ["errors:", ...rows.map((row) => `  ${row}`)];
  // A flow map is often one line, which has no room for comments.
  const flow = texts.map(({ code }) => `${code}: {}`).join(", ");
  const entry = { block: block.map(comment).join("\n"), flow: hasRows ? flow : `errors: { ${flow} }` };
  const edit = document.insertion(hasRows ? ["errors"] : [], entry);
  if (edit === undefined) return [];
  const path = pathOfPlace(document);
  return [{ title, kind: "refactor", edit: workspaceEdit([{ path, text, edits: [edit] }], workspace, withVersions) }];
}

function comment(line: string): string {
  return `# ${line}`;
}

/** In quotes, on one line. */
function textsOf({ spec }: ResolvedError): readonly (readonly [field: string, text: string])[] {
  const fields = [["message", spec.message] as const, ...TEXT_FIELDS.map((field) => [field, spec[field]] as const)];
  return fields.flatMap(([field, text]) => (text === undefined ? [] : [[field, JSON.stringify(text.trim())] as const]));
}
