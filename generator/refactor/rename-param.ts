// A new name for a param of an error becomes edits of its row, its cases, its examples, and of the placeholders of its messages in all
// languages, or the reason why not.
import type { Checked } from "../diagnostic/diagnostic.ts";
import type { LoadedTable } from "../reader/table/resolve.ts";
import type { SpecDocument } from "../reader/yaml/document.ts";
import { DIALECTS } from "../template/dialects.ts";
import { paramNameOf } from "../template/named-arguments.ts";
import { tokenizeNamed } from "../template/named-tokens.ts";
import type { Path } from "../text/json/pointer.ts";
import { closureOf, fieldOf, fieldsOf } from "./closure.ts";
import type { ChangedFile, DocumentChange } from "./document-changes.ts";
import { refactorError } from "./refactor-kinds.ts";
import { addChanges, type ChangesOf, changedFiles } from "./refactoring.ts";

export interface ParamRequest {
  readonly code: string;
  readonly from: string;
  readonly to: string;
  /** The path of a file that names the param, as it is shown. */
  readonly file: string;
}

/** `tables` are all tables of the project. The edits belong to each other: all or none. The caller checks the tables that they make. */
export function renameParam(
  tables: readonly LoadedTable[],
  { code, from, to, file }: ParamRequest,
): Checked<readonly ChangedFile[]> {
  const files = filesOf(tables, code, file);
  const [taken] = files.flatMap((one) => placesOf(one, code, to));
  if (taken !== undefined) {
    const { document, change } = taken;
    const place = { source: document.source, span: document.keySpan(change.path) };
    const message = `The error "${code}" has a param "${to}" already.`;
    const help = to === from ? "Choose a new name." : "Choose another name.";
    return { value: undefined, diagnostics: [refactorError("refactor-name-taken", place, message, help)] };
  }
  const changes: ChangesOf = new Map();
  for (const one of files) {
    const renamed = placesOf(one, code, from).map(({ change }): DocumentChange => ({ ...change, to }));
    if (renamed.length > 0) addChanges(changes, one.document, renamed);
  }
  return changedFiles(changes);
}

interface TextFile {
  readonly document: SpecDocument;
  /** As the table names its dialect, also for translations. */
  readonly placeholders: unknown;
}

/** The table that has the row, and its translations in all tables that read it. */
function filesOf(tables: readonly LoadedTable[], code: string, file: string): readonly TextFile[] {
  const closures = tables.map(closureOf);
  const documentsOf = ({ document, translations }: LoadedTable) => [
    document,
    ...translations.map((one) => one.document),
  ];
  const near = closures.filter((closure) =>
    closure.tables.some((table) => documentsOf(table).some(({ source }) => source.path === file)),
  );
  const owner = near.flatMap((closure) => closure.errors.get(code)?.document ?? [])[0];
  if (owner === undefined) return [];
  const { path } = owner.source;
  const readers = closures.filter(({ errors }) => errors.get(code)?.document.source.path === path);
  const translations = readers.flatMap((closure) => closure.tables.flatMap((table) => table.translations));
  const documents = [owner, ...translations.map(({ document }) => document)];
  const placeholders = fieldOf(owner.data, "placeholders");
  return [...new Map(documents.map((document) => [document.source.path, { document, placeholders }])).values()];
}

interface ParamPlace {
  readonly document: SpecDocument;
  readonly change:
    | { readonly kind: "key"; readonly path: Path }
    | { readonly kind: "part"; readonly path: Path; readonly offset: number; readonly length: number };
}

/** In the row and its cases: the description of the param, its values in examples, and its placeholders. */
function placesOf({ document, placeholders }: TextFile, code: string, name: string): readonly ParamPlace[] {
  const row = fieldOf(fieldOf(document.data, "errors"), code);
  const cases = fieldsOf(fieldOf(row, "cases")).map(
    ([of, one]) => [["errors", code, "cases", of], one] as readonly [Path, unknown],
  );
  return [[["errors", code], row] as const, ...cases].flatMap(([path, fields]): readonly ParamPlace[] => {
    const maps: readonly (readonly [Path, unknown])[] = [
      [[...path, "params"], fieldOf(fields, "params")],
      ...fieldsOf(fieldOf(fields, "examples")).map(
        ([of, example]) => [[...path, "examples", of, "params"], fieldOf(example, "params")] as const,
      ),
    ];
    const keys = maps.flatMap(([at, map]) => (fieldsOf(map).some(([key]) => key === name) ? [[...at, name]] : []));
    const parts = placeholdersOf(fieldOf(fields, "message"), placeholders, name);
    return [
      ...keys.map((at) => ({ document, change: { kind: "key", path: at } as const })),
      ...parts.map((part) => ({ document, change: { kind: "part", path: [...path, "message"], ...part } as const })),
    ];
  });
}

/** The places of the names themselves, the last one first. */
function placeholdersOf(
  message: unknown,
  placeholders: unknown,
  param: string,
): readonly { readonly offset: number; readonly length: number }[] {
  const [, dialect] = Object.entries(DIALECTS).find(([form]) => form === placeholders) ?? [];
  if (typeof message !== "string" || dialect === undefined) return [];
  return tokenizeNamed(message, dialect)
    .tokens.flatMap((token) => {
      if (token.kind === "literal" || paramNameOf(token.name) !== param) return [];
      return [
        { offset: token.offset + token.text.indexOf(token.name, dialect.opener.length), length: token.name.length },
      ];
    })
    .toReversed();
}
