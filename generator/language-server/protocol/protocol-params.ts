// The params of the protocol's requests and notifications, as far as the server reads them.
import type { LspContentChange, LspPosition, LspRange } from "./lsp-types.ts";

export interface InitializeParams {
  readonly rootUri?: string | null;
  readonly workspaceFolders?: readonly { readonly uri: string }[] | null;
  readonly initializationOptions?: unknown;
  readonly capabilities?: Capabilities;
}

export interface Capabilities {
  readonly textDocument?: {
    readonly completion?: { readonly completionItem?: { readonly snippetSupport?: boolean } };
    readonly hover?: { readonly contentFormat?: readonly string[] };
  };
  readonly workspace?: {
    readonly didChangeWatchedFiles?: { readonly dynamicRegistration?: boolean };
    readonly workspaceEdit?: { readonly documentChanges?: boolean };
  };
}

export interface DocumentParams {
  readonly textDocument: { readonly uri: string };
}

export type PlaceParams = DocumentParams & { readonly position: LspPosition };

export interface OpenParams {
  readonly textDocument: { readonly uri: string; readonly version: number; readonly text: string };
}
export interface ChangeParams {
  readonly textDocument: { readonly uri: string; readonly version: number };
  readonly contentChanges: readonly LspContentChange[];
}
export interface WatchedParams {
  readonly changes: readonly { readonly uri: string }[];
}
export interface FoldersParams {
  readonly event: {
    readonly added: readonly { readonly uri: string }[];
    readonly removed: readonly { readonly uri: string }[];
  };
}
export type RangeParams = DocumentParams & { readonly range: LspRange };
export type ActionParams = RangeParams & { readonly context: { readonly only?: readonly string[] } };
export type RenameParams = PlaceParams & { readonly newName: string };
export type ReferenceParams = PlaceParams & { readonly context?: { readonly includeDeclaration?: boolean } };
