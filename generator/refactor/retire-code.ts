// A code that is given up becomes edits: its row, its texts and its places in operations leave, and an entry of the retired codes comes.

import type { Checked, Diagnostic } from "../diagnostic/diagnostic.ts";
import type { LoadedTable } from "../reader/table/resolve.ts";
import type { SpecDocument } from "../reader/yaml/document.ts";
import { writtenName } from "../text/json/value.ts";
import { fieldOf } from "./closure.ts";
import { type CodePlace, codePlaces } from "./code-places.ts";
import { refactorError } from "./refactor-kinds.ts";
import { addChanges, type ChangesOf, ownerOf, type Refactoring, refactoringOf } from "./refactoring.ts";
import { type EndVersion, endVersion, type Retirement, retirement } from "./retirement.ts";

export interface RetireRequest extends Retirement {
  readonly code: string;
  /** The path of the file with the row, as it is shown, where several tables have the code. */
  readonly owner?: string | undefined;
  /** The version since which it is retired, where `since` is absent; without it that of the table. */
  readonly endsWith?: EndVersion;
}

/** The row itself may complete the request: since which version it is deprecated, which code replaces it, and why. */
export function retireCode(tables: readonly LoadedTable[], request: RetireRequest): Checked<Refactoring> {
  const { code } = request;
  const owner = ownerOf(tables, { code }, request.owner);
  if ("severity" in owner) return { value: undefined, diagnostics: [owner] };
  const deprecated = fieldOf(fieldOf(fieldOf(owner.data, "errors"), code), "deprecated");
  const replacedBy = request.replacedBy ?? writtenName(fieldOf(deprecated, "replacedBy"));
  const end = {
    since: request.since ?? endVersion(owner, code, request.endsWith ?? ((version) => version)),
    replacedBy,
    reason: request.reason ?? writtenName(fieldOf(deprecated, "reason")),
  };
  const places = codePlaces(tables, { code }, owner);
  const changes: ChangesOf = new Map();
  const diagnostics: Diagnostic[] = [];
  const leaving = new Map<string, { document: SpecDocument; path: CodePlace["path"]; steps: (string | number)[] }>();
  const leave = (document: SpecDocument, path: CodePlace["path"]): void => {
    const parent = path.slice(0, -1);
    const key = JSON.stringify([document.source.path, parent]);
    const group = leaving.get(key) ?? { document, path: parent, steps: [] };
    leaving.set(key, { ...group, steps: [...group.steps, ...path.slice(-1)] });
  };
  for (const place of places) {
    const { role, document, path } = place;
    if (role === "row" || role === "translation") leave(document, path);
    else if (role === "answer") leave(document, path.slice(0, 3));
    else if (role === "replacement" && !(document === owner && path[0] === "errors" && path[1] === code)) {
      if (replacedBy === undefined) diagnostics.push(leadsHere(code, place));
      else addChanges(changes, document, [{ kind: "value", path, to: replacedBy }]);
    }
  }
  if (diagnostics.length > 0) return { value: undefined, diagnostics };
  for (const { document, path, steps } of leaving.values())
    addChanges(changes, document, [{ kind: "remove", path, steps: [...new Set(steps)] }]);
  addChanges(changes, owner, [retirement(owner, code, end)]);
  return refactoringOf(changes, owner, places);
}

function leadsHere(code: string, { source, span, path }: CodePlace): Diagnostic {
  const message = `"${String(path[1])}" is replaced by "${code}", which would be retired itself.`;
  const help = "Say which code takes its place: --replaced-by Code. Then this place names that code, too.";
  return refactorError("refactor-named-elsewhere", { source, span }, message, help);
}
