// Every feature of the language server at a place of a file: none of them fails, whatever stands there.

import { completionAt } from "../../generator/language-server/completion/completion.ts";
import { codeActionsIn } from "../../generator/language-server/features/code-actions.ts";
import { codeLenses } from "../../generator/language-server/features/code-lens.ts";
import { definitionsAt, referencesAt } from "../../generator/language-server/features/definition.ts";
import { documentSymbols } from "../../generator/language-server/features/document-symbols.ts";
import { foldingRanges } from "../../generator/language-server/features/folding.ts";
import { hoverAt } from "../../generator/language-server/features/hover.ts";
import { renamableAt } from "../../generator/language-server/features/rename-at.ts";
import { semanticTokens } from "../../generator/language-server/features/semantic-tokens.ts";
import { viewOf } from "../../generator/language-server/files/file-view.ts";
import type { Workspace } from "../../generator/language-server/files/workspace.ts";
import { toPosition } from "../../generator/language-server/protocol/text-positions.ts";

export function everyFeature(workspace: Workspace, path: string, offset: number): void {
  const view = viewOf(workspace, path);
  if (view === undefined) throw new Error(`There is no view of ${path}.`);
  const position = toPosition(view.file, offset);
  hoverAt(view, offset, false);
  completionAt(view, offset, { hasSnippets: true, leavesSchema: false });
  definitionsAt(view, offset);
  referencesAt(view, offset, true);
  renamableAt(view, offset);
  codeActionsIn(view, { start: position, end: position }, { only: undefined, withVersions: true });
  documentSymbols(view);
  foldingRanges(view.file);
  semanticTokens(view);
  codeLenses(view);
}
