// Every feature of the language server at a place of a file: none of them fails, whatever stands there.
import { codeActionsIn } from "../../generator/language-server/code-actions.ts";
import { codeLenses } from "../../generator/language-server/code-lens.ts";
import { completionAt } from "../../generator/language-server/completion.ts";
import { definitionsAt, referencesAt } from "../../generator/language-server/definition.ts";
import { documentSymbols } from "../../generator/language-server/document-symbols.ts";
import { viewOf } from "../../generator/language-server/file-view.ts";
import { foldingRanges } from "../../generator/language-server/folding.ts";
import { hoverAt } from "../../generator/language-server/hover.ts";
import { renamableAt } from "../../generator/language-server/rename-at.ts";
import { semanticTokens } from "../../generator/language-server/semantic-tokens.ts";
import { toPosition } from "../../generator/language-server/text-positions.ts";
import type { Workspace } from "../../generator/language-server/workspace.ts";

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
