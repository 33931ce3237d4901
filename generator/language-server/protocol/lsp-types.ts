// The values of the Language Server Protocol that features answer with, as far as they use them. A test compares them with the protocol's own types.

/** Both count from 0; characters are UTF-16 units. */
export interface LspPosition {
  readonly line: number;
  readonly character: number;
}

export interface LspRange {
  readonly start: LspPosition;
  readonly end: LspPosition;
}

export interface LspLocation {
  readonly uri: string;
  readonly range: LspRange;
}

export interface LspTextEdit {
  readonly range: LspRange;
  readonly newText: string;
}

export interface LspDiagnostic {
  readonly range: LspRange;
  /** 1 is an error, 2 a warning, 3 a note. */
  readonly severity: 1 | 2 | 3;
  readonly code: string;
  readonly source: string;
  readonly message: string;
  readonly relatedInformation?: { readonly location: LspLocation; readonly message: string }[];
}

export interface LspMarkup {
  readonly kind: "markdown" | "plaintext";
  readonly value: string;
}

export interface LspHover {
  readonly contents: LspMarkup;
  readonly range?: LspRange;
}

/** The kinds of completion items that are offered, by the protocol's numbers. */
export const ITEM_KINDS = {
  property: 10,
  enumMember: 20,
  constant: 21,
  reference: 18,
  file: 17,
  variable: 6,
  module: 9,
  snippet: 15,
} as const;

export interface LspCompletionItem {
  readonly label: string;
  readonly kind: (typeof ITEM_KINDS)[keyof typeof ITEM_KINDS];
  readonly detail?: string;
  readonly documentation?: LspMarkup;
  readonly tags?: 1[];
  readonly sortText?: string;
  readonly filterText?: string;
  /** 2 is a snippet. */
  readonly insertTextFormat?: 1 | 2;
  /** 2 indents further lines like the first one. */
  readonly insertTextMode?: 2;
  readonly textEdit: LspTextEdit;
}

export interface LspCompletionList {
  readonly isIncomplete: boolean;
  readonly items: LspCompletionItem[];
}

/** The kinds of symbols, by the protocol's numbers. */
export const SYMBOL_KINDS = {
  module: 2,
  namespace: 3,
  property: 7,
  enumMember: 22,
  event: 24,
  string: 15,
  key: 20,
} as const;

export interface LspDocumentSymbol {
  readonly name: string;
  readonly detail?: string;
  readonly kind: (typeof SYMBOL_KINDS)[keyof typeof SYMBOL_KINDS];
  readonly tags?: 1[];
  readonly range: LspRange;
  readonly selectionRange: LspRange;
  readonly children?: LspDocumentSymbol[];
}

export interface LspFoldingRange {
  readonly startLine: number;
  readonly endLine: number;
  readonly kind?: "comment" | "region";
}

export interface LspCodeLens {
  readonly range: LspRange;
  readonly command: LspCommand;
}

export interface LspCommand {
  readonly title: string;
  readonly command: string;
  readonly arguments?: unknown[];
}

export interface LspWorkspaceEdit {
  readonly changes?: { [uri: string]: LspTextEdit[] };
  readonly documentChanges?: LspDocumentEdit[];
}

export interface LspDocumentEdit {
  readonly textDocument: { readonly uri: string; readonly version: number | null };
  readonly edits: LspTextEdit[];
}

export interface LspCodeAction {
  readonly title: string;
  readonly kind: string;
  readonly diagnostics?: LspDiagnostic[];
  readonly isPreferred?: boolean;
  readonly edit: LspWorkspaceEdit;
}

/** A change of an open document: of a range, or of all of it. */
export interface LspContentChange {
  readonly range?: LspRange;
  readonly text: string;
}
