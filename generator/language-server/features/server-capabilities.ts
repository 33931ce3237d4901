// The server tells an editor its capabilities at the start.
import { ACTION_KINDS } from "./code-actions.ts";
import { SHOW_USES } from "./code-lens.ts";
import { TOKEN_LEGEND } from "./semantic-tokens.ts";

export const CAPABILITIES = {
  positionEncoding: "utf-16",
  textDocumentSync: { openClose: true, change: 2, save: { includeText: false } },
  hoverProvider: true,
  completionProvider: { triggerCharacters: [" ", "[", "{", ",", "%", "$", "/", '"', "'"] },
  definitionProvider: true,
  referencesProvider: true,
  renameProvider: { prepareProvider: true },
  codeActionProvider: { codeActionKinds: ACTION_KINDS },
  documentSymbolProvider: true,
  foldingRangeProvider: true,
  semanticTokensProvider: { legend: TOKEN_LEGEND, full: true, range: true },
  codeLensProvider: {},
  executeCommandProvider: { commands: [SHOW_USES] },
  workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
};
