// Each row of a table becomes a line above it that says how many operations answer with its code.

import { type FileView, locationOf } from "../files/file-view.ts";
import type { LspCodeLens } from "../protocol/lsp-types.ts";
import { toRange } from "../protocol/text-positions.ts";
import { placeOfUse, usesOf } from "../subject/code-uses.ts";

/** Editors that know it show the places; for others it does nothing. */
export const SHOW_USES = "errtable.showUses";

export function codeLenses(view: FileView): LspCodeLens[] {
  const { file, tables, grammar } = view;
  const [table] = tables;
  const path = file.path.replaceAll("\\", "/");
  const own = table?.entries.filter(({ owner }) => owner.document.source.path === path) ?? [];
  const hasOperations = table?.tables.some(({ table: one }) => one.operations !== undefined) ?? false;
  if (grammar !== "table" || table === undefined || !hasOperations) return [];
  return own.flatMap(({ code, owner, path: at }): readonly LspCodeLens[] => {
    if (owner.document.source.text !== file.text) return [];
    const answers = usesOf({ kind: "code", code }, table).filter(({ role }) => role === "answer");
    const operations = new Set(answers.map(({ path: [, operation] }) => operation));
    const range = toRange(file, owner.document.keySpan(at));
    const title = wordsOf(operations);
    const locations = answers.map((use) => locationOf(view, placeOfUse(use)));
    return [{ range, command: { title, command: SHOW_USES, arguments: [file.uri, range.start, locations] } }];
  });
}

function wordsOf(operations: ReadonlySet<unknown>): string {
  if (operations.has("*")) return "used by every operation";
  if (operations.size === 0) return "used by no operation";
  return operations.size === 1 ? "used by 1 operation" : `used by ${operations.size} operations`;
}
