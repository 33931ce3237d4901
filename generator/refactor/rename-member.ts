// A new name for a group or a tag becomes edits of every table and translation that names it, or the reason why not.
import type { Checked } from "../diagnostic/diagnostic.ts";
import type { LoadedTable } from "../reader/table/resolve.ts";
import type { SpecDocument } from "../reader/yaml/document.ts";
import type { Path } from "../text/json/pointer.ts";
import { closureOf, fieldOf, fieldsOf } from "./closure.ts";
import type { ChangedFile, DocumentChange } from "./document-changes.ts";
import { refactorError } from "./refactor-kinds.ts";
import { addChanges, type ChangesOf, changedFiles } from "./refactoring.ts";

export interface MemberRequest {
  readonly kind: "group" | "tag";
  readonly from: string;
  readonly to: string;
  /** The path of a file that has the name, as it is shown. A table that knows nothing of that file may have a member of its own with this name. */
  readonly file: string;
}

/** `tables` are all tables of the project. The edits belong to each other: all or none. The caller checks the tables that they make. */
export function renameMember(
  tables: readonly LoadedTable[],
  { kind, from, to, file }: MemberRequest,
): Checked<readonly ChangedFile[]> {
  const documents = documentsAround(file, tables, (document) => isDeclared(kind, from, document));
  const taken = documents.find((document) => isDeclared(kind, to, document));
  if (taken !== undefined) {
    const place = { source: taken.source, span: taken.keySpan([`${kind}s`, to]) };
    const help = to === from ? "Choose a new name." : "Choose another name.";
    const finding = refactorError("refactor-name-taken", place, `The ${kind} "${to}" is there already.`, help);
    return { value: undefined, diagnostics: [finding] };
  }
  const changes: ChangesOf = new Map();
  for (const document of documents) {
    const renamed = [...placesIn(document.data, kind, from)].map((place): DocumentChange => ({ ...place, to }));
    if (renamed.length > 0) addChanges(changes, document, renamed);
  }
  return changedFiles(changes);
}

function isDeclared(kind: MemberRequest["kind"], name: string, { data }: SpecDocument): boolean {
  return fieldOf(fieldOf(data, `${kind}s`), name) !== undefined;
}

/** The files of all tables that read this one, and of those that share a declaration with them: one that is imported declares for several. */
function documentsAround(
  file: string,
  tables: readonly LoadedTable[],
  declares: (document: SpecDocument) => boolean,
): readonly SpecDocument[] {
  const groups = tables.map((table) =>
    closureOf(table).tables.flatMap(({ document, translations }) => [
      document,
      ...translations.map((translation) => translation.document),
    ]),
  );
  const shared = new Set([file]);
  const found = new Map<string, SpecDocument>();
  // A set that grows is walked to its end.
  for (const path of shared) {
    for (const document of groups.filter((group) => group.some(({ source }) => source.path === path)).flat()) {
      found.set(document.source.path, document);
      if (declares(document)) shared.add(document.source.path);
    }
  }
  return [...found.values()];
}

/** In a table or a translation: its declaration, and each error, case or default that has it. */
function* placesIn(
  data: unknown,
  kind: MemberRequest["kind"],
  name: string,
): Iterable<{ readonly kind: "key" | "value"; readonly path: Path }> {
  const declared = fieldOf(data, `${kind}s`);
  if (fieldOf(declared, name) !== undefined) yield { kind: "key", path: [`${kind}s`, name] };
  const rows = fieldsOf(fieldOf(data, "errors")).flatMap(([code, row]): readonly (readonly [Path, unknown])[] => [
    [["errors", code], row],
    ...fieldsOf(fieldOf(row, "cases")).map(([of, one]) => [["errors", code, "cases", of], one] as const),
  ]);
  for (const [path, fields] of [[["defaults"], fieldOf(data, "defaults")] as const, ...rows]) {
    if (kind === "group" && fieldOf(fields, "group") === name) yield { kind: "value", path: [...path, "group"] };
    const tags = kind === "tag" ? fieldOf(fields, "tags") : undefined;
    for (const [index, tag] of Array.isArray(tags) ? tags.entries() : [])
      if (tag === name) yield { kind: "value", path: [...path, "tags", index] };
  }
}
