// Edits of texts by path become the edit of a workspace, with the versions that they are made for.
import type { Edit } from "../../diagnostic/text-edits.ts";
import { uriOfPath } from "../protocol/file-uris.ts";
import type { LspTextEdit, LspWorkspaceEdit } from "../protocol/lsp-types.ts";
import { type EditorText, toRange } from "../protocol/text-positions.ts";
import type { Workspace } from "./workspace.ts";

export interface FileEdits extends EditorText {
  readonly path: string;
  readonly edits: readonly Edit[];
}

/** Edits are of the text that the editor has, or that stands on the disk. */
export function workspaceEdit(
  files: readonly FileEdits[],
  { open }: Workspace,
  withVersions: boolean,
): LspWorkspaceEdit {
  const changed = files.map(({ path, edits, text }) => {
    const file = open.get(path);
    return {
      uri: file?.uri ?? uriOfPath(path),
      version: file?.version ?? null,
      edits: textEdits(edits, file ?? { text }),
    };
  });
  if (!withVersions) return { changes: Object.fromEntries(changed.map(({ uri, edits }) => [uri, edits])) };
  return { documentChanges: changed.map(({ uri, version, edits }) => ({ textDocument: { uri, version }, edits })) };
}

function textEdits(edits: readonly Edit[], editor: EditorText): LspTextEdit[] {
  return edits.map((edit) => ({ range: toRange(editor, edit), newText: edit.text }));
}

/** The one edit that makes a text of another one, of as few signs as a common start and end leave. */
export function editBetween(before: string, after: string): Edit | undefined {
  if (before === after) return undefined;
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  // Both halves of a character, and both signs of a line end, stay together.
  if (start > 0 && /[\ud800-\udbff\r]/.test(before[start - 1] ?? "")) start -= 1;
  if (end > 0 && /[\udc00-\udfff\n]/.test(before[before.length - end] ?? "")) end -= 1;
  return { start, end: before.length - end, text: after.slice(start, after.length - end) };
}
