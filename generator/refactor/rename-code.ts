// A new name for an error, or for one of its cases, becomes edits of every table and translation that names it.
import { caseName } from "../diagnostic/case-name.ts";
import type { Checked, Diagnostic } from "../diagnostic/diagnostic.ts";
import type { Place } from "../diagnostic/source.ts";
import type { NamedError } from "../reader/table/answered-errors.ts";
import type { LoadedTable } from "../reader/table/resolve.ts";
import type { SpecDocument } from "../reader/yaml/document.ts";
import { type Closure, closureOf, fieldOf, fieldsOf } from "./closure.ts";
import { type CodePlace, codePlaces } from "./code-places.ts";
import type { DocumentChange } from "./document-changes.ts";
import { refactorError } from "./refactor-kinds.ts";
import { addChanges, type ChangesOf, ownerOf, type Refactoring, refactoringOf } from "./refactoring.ts";
import { type EndVersion, endVersion, retirement } from "./retirement.ts";

export interface RenameRequest {
  readonly from: NamedError;
  /** The new code, or the new name of the case without the code. */
  readonly to: string;
  /** The path of the file with the row, as it is shown, where several tables have the code; without it the code must have one row. */
  readonly owner?: string | undefined;
  /** Whether the old code goes to `retired`, which is the default; a case never does. */
  readonly retire?: boolean;
  /** The version since which it is retired. */
  readonly since?: string | undefined;
  /** That version where `since` is absent; without it that of the table. */
  readonly endsWith?: EndVersion;
}

/**
 * `tables` are all tables of the project, as `loadTable` gives them when it reads them with the same files. The edits belong to
 * each other: all or none. The caller checks the tables that they make.
 */
export function renameCode(tables: readonly LoadedTable[], request: RenameRequest): Checked<Refactoring> {
  const { from, to, retire = true } = request;
  const owner = ownerOf(tables, from, request.owner);
  if ("severity" in owner) return { value: undefined, diagnostics: [owner] };
  // A name that never shipped, and was given up for this one, comes back.
  const isBack = !retire && from.case === undefined && isReplacedBy(owner, to, from.code);
  const taken = findTaken(tables, owner, request, isBack);
  if (taken !== undefined) return { value: undefined, diagnostics: [taken] };
  const named = codePlaces(tables, from, owner);
  const places = named.filter(({ role, writes }) => role !== "retired" && writes !== "identifier");
  const changes: ChangesOf = new Map();
  for (const place of places) {
    const { document, path } = place;
    const leaves = isBack && document === owner && path[0] === "retired" && path[1] === to;
    if (!leaves) addChanges(changes, document, [renamedPlace(place, request)]);
  }
  if (isBack) {
    const isOnly = fieldsOf(fieldOf(owner.data, "retired")).length === 1;
    const entry = isOnly ? { path: [], steps: ["retired"] } : { path: ["retired"], steps: [to] };
    addChanges(changes, owner, [{ kind: "remove", ...entry }]);
  } else if (retire && from.case === undefined) {
    const since = request.since ?? endVersion(owner, from.code, request.endsWith ?? ((version) => version));
    addChanges(changes, owner, [retirement(owner, from.code, { since, replacedBy: to })]);
  }
  return refactoringOf(changes, owner, places);
}

function renamedPlace({ path, isKey, named, writes }: CodePlace, { from, to }: RenameRequest): DocumentChange {
  const kind = isKey ? "key" : "value";
  if (from.case === undefined) return { kind, path, to: writes === "both" ? caseName(to, named.case) : to };
  return { kind, path, to: writes === "both" ? caseName(from.code, to) : to };
}

function isReplacedBy({ data }: SpecDocument, retired: string, code: string): boolean {
  const target = fieldOf(fieldOf(fieldOf(data, "retired"), retired), "replacedBy");
  return target !== undefined && String(target) === code;
}

/** The finding that the new name means something else in one of the tables that have the code. */
function findTaken(
  tables: readonly LoadedTable[],
  owner: SpecDocument,
  { from, to }: RenameRequest,
  isBack: boolean,
): Diagnostic | undefined {
  for (const closure of tables.map(closureOf)) {
    if (closure.errors.get(from.code)?.document.source.path !== owner.source.path) continue;
    const taken = from.case === undefined ? takenCode(closure, from.code, to, isBack) : takenCase(closure, from, to);
    if (taken === undefined) continue;
    const [place, message] = taken;
    const help = to === from.code || to === from.case ? "Choose a new name." : "Choose another name.";
    return refactorError("refactor-name-taken", place, message, help);
  }
  return undefined;
}

type Taken = readonly [place: Place, message: string] | undefined;

function takenCode({ tables, errors }: Closure, from: string, to: string, isBack: boolean): Taken {
  const row = errors.get(to);
  if (row !== undefined) return [keyPlace(row.document, ["errors", to]), `The code "${to}" is there already.`];
  for (const { document } of tables) {
    if (isBack || fieldOf(fieldOf(document.data, "retired"), to) === undefined) continue;
    const message = `The code "${to}" is retired, and a retired code is never used again.`;
    return [keyPlace(document, ["retired", to]), message];
  }
  for (const { code, document, spec, cases } of errors.values()) {
    const named = cases.find(({ name }) => caseName(code, name) === to);
    if (named !== undefined && code !== from)
      return [keyPlace(document, ["errors", code, "cases", named.name]), `"${to}" names a case of "${code}".`];
    if (spec.identifier === to && code !== from) {
      const place = { source: document.source, span: document.valueSpan(["errors", code, "identifier"]) };
      return [place, `"${to}" is the identifier of "${code}", by which operations may name it.`];
    }
  }
  const clash = errors.get(from)?.cases.find(({ name }) => errors.has(caseName(to, name)));
  const other = clash && errors.get(caseName(to, clash.name));
  if (clash === undefined || other === undefined) return undefined;
  const place = keyPlace(other.document, ["errors", other.code]);
  return [place, `The case "${clash.name}" would have the name of the code "${other.code}".`];
}

function takenCase({ errors }: Closure, { code }: NamedError, to: string): Taken {
  const row = errors.get(code);
  const other = errors.get(caseName(code, to));
  if (other !== undefined)
    return [
      keyPlace(other.document, ["errors", other.code]),
      `The case would have the name of the code "${other.code}".`,
    ];
  if (row === undefined || row.cases.every(({ name }) => name !== to)) return undefined;
  return [keyPlace(row.document, ["errors", code, "cases", to]), `The error "${code}" has a case "${to}" already.`];
}

function keyPlace(document: SpecDocument, path: readonly string[]): Place {
  return { source: document.source, span: document.keySpan(path) };
}
