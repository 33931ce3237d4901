// The values that features answer with are those of the protocol: its own types take them.
import { expect, test } from "vitest";
import type * as own from "../../generator/language-server/protocol/lsp-types.ts";
import { ITEM_KINDS, SYMBOL_KINDS } from "../../generator/language-server/protocol/lsp-types.ts";
import { CompletionItemKind, type Protocol, SymbolKind } from "../judges/linters/language-client.ts";

/** Compiles only where the protocol's type takes every value of the other. */
type Taken<Theirs, Ours extends Theirs> = [Theirs, Ours];

type Checked = [
  Taken<Protocol.Diagnostic, own.LspDiagnostic>,
  Taken<Protocol.Hover, own.LspHover>,
  Taken<Protocol.CompletionItem, own.LspCompletionItem>,
  Taken<Protocol.CompletionList, own.LspCompletionList>,
  Taken<Protocol.DocumentSymbol, own.LspDocumentSymbol>,
  Taken<Protocol.FoldingRange, own.LspFoldingRange>,
  Taken<Protocol.CodeLens, own.LspCodeLens>,
  Taken<Protocol.CodeAction, own.LspCodeAction>,
  Taken<Protocol.WorkspaceEdit, own.LspWorkspaceEdit>,
  Taken<Protocol.Location, own.LspLocation>,
];

test("the types are taken", () => {
  const checked: Checked | undefined = undefined;
  expect(checked).toBeUndefined();
});

test("the numbers of kinds are the protocol's", () => {
  const named = (kinds: object) =>
    Object.fromEntries(Object.entries(kinds).map(([name, number]) => [name.toLowerCase(), number]));
  expect(named(CompletionItemKind)).toMatchObject(named(ITEM_KINDS));
  expect(named(SymbolKind)).toMatchObject(named(SYMBOL_KINDS));
});
