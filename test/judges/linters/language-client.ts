// An editor as a language server sees it: a process over stdin and stdout, and what the server says of each file.
import { type ChildProcess, spawn } from "node:child_process";
import { pathToFileURL } from "node:url";
import {
  CancellationTokenSource,
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-jsonrpc/node.js";
import type {
  Diagnostic,
  InitializeParams,
  InitializeResult,
  Position,
  PublishDiagnosticsParams,
} from "vscode-languageserver-protocol";

export type { CompletionList, Diagnostic, Hover, Location } from "vscode-languageserver-protocol";
export type * as Protocol from "vscode-languageserver-types";
export { CompletionItemKind, SymbolKind } from "vscode-languageserver-types";
export { CancellationTokenSource };

export interface LanguageClient {
  readonly connection: MessageConnection;
  readonly process: ChildProcess;
  readonly server: InitializeResult;
  /** Messages that the server shows or logs. */
  readonly shown: string[];
  /** The patterns of the files whose changes the server wants to know. */
  readonly watched: string[];
  /** Opens a file below the folder with a text. */
  open(name: string, text: string): void;
  /** The whole text anew, as the next version. */
  change(name: string, text: string): void;
  /** Puts a text in at a position, as the next version. */
  type(name: string, position: Position, text: string): void;
  /** Resolves when the server tells of a file the next time. */
  nextDiagnostics(name: string): Promise<readonly Diagnostic[]>;
  /** Resolves when the server has told of the present version, or of a file that is not open. */
  diagnostics(name: string): Promise<readonly Diagnostic[]>;
  request<Result>(method: string, name: string, params?: object): Promise<Result>;
  uri(name: string): string;
  /** Ends the session as editors do, and resolves with the exit code. */
  close(): Promise<number | null>;
}

interface RegistrationParams {
  readonly registrations: readonly {
    readonly registerOptions?: { readonly watchers?: readonly { readonly globPattern: string }[] };
  }[];
}

export interface ClientOptions {
  readonly folder: string;
  readonly command: readonly string[];
  readonly languageId?: string;
  readonly initialize?: Partial<InitializeParams>;
}

export async function startClient(options: ClientOptions): Promise<LanguageClient> {
  const { folder, command, languageId = "yaml", initialize = {} } = options;
  const child = spawn(process.execPath, command, { cwd: folder, stdio: ["pipe", "pipe", "inherit"] });
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const versions = new Map<string, number>();
  const told = new Map<string, PublishDiagnosticsParams>();
  const waiting = new Set<() => void>();
  const shown: string[] = [];
  connection.onNotification("textDocument/publishDiagnostics", (params: PublishDiagnosticsParams) => {
    told.set(params.uri, params);
    for (const look of waiting) look();
  });
  for (const method of ["window/showMessage", "window/logMessage"]) {
    connection.onNotification(method, ({ message }: { readonly message: string }) => void shown.push(message));
  }
  const watched: string[] = [];
  connection.onRequest("client/registerCapability", ({ registrations }: RegistrationParams) => {
    for (const { registerOptions } of registrations)
      for (const { globPattern } of registerOptions?.watchers ?? []) watched.push(globPattern);
    return null;
  });
  connection.onRequest("workspace/configuration", ({ items }: { readonly items: readonly unknown[] }) =>
    items.map(() => null),
  );
  connection.listen();
  const uri = (name: string): string => pathToFileURL(`${folder}/${name}`).href;
  const server = await connection.sendRequest<InitializeResult>("initialize", {
    processId: process.pid,
    rootUri: pathToFileURL(folder).href,
    workspaceFolders: [{ uri: pathToFileURL(folder).href, name: "work" }],
    capabilities: {
      textDocument: {
        completion: { completionItem: { snippetSupport: true } },
        hover: { contentFormat: ["markdown"] },
        publishDiagnostics: { versionSupport: true, relatedInformation: true },
      },
      workspace: { didChangeWatchedFiles: { dynamicRegistration: true }, workspaceFolders: true },
    },
    ...initialize,
  });
  await connection.sendNotification("initialized", {});
  const send = (method: string, params: object): void => void connection.sendNotification(method, params);
  return {
    connection,
    process: child,
    server,
    shown,
    watched,
    uri,
    open(name, text) {
      versions.set(name, 1);
      send("textDocument/didOpen", { textDocument: { uri: uri(name), languageId, version: 1, text } });
    },
    change(name, text) {
      const version = (versions.get(name) ?? 0) + 1;
      versions.set(name, version);
      send("textDocument/didChange", { textDocument: { uri: uri(name), version }, contentChanges: [{ text }] });
    },
    type(name, position, text) {
      const version = (versions.get(name) ?? 0) + 1;
      versions.set(name, version);
      const contentChanges = [{ range: { start: position, end: position }, text }];
      send("textDocument/didChange", { textDocument: { uri: uri(name), version }, contentChanges });
    },
    nextDiagnostics(name) {
      const before = told.get(uri(name));
      return new Promise((resolve) => {
        const look = (): void => {
          const params = told.get(uri(name));
          if (params === undefined || params === before) return;
          waiting.delete(look);
          resolve(params.diagnostics);
        };
        waiting.add(look);
      });
    },
    diagnostics(name) {
      const wanted = versions.get(name);
      return new Promise((resolve) => {
        const look = (): void => {
          const params = told.get(uri(name));
          if (params === undefined || (params.version ?? wanted) !== wanted) return;
          waiting.delete(look);
          resolve(params.diagnostics);
        };
        waiting.add(look);
        look();
      });
    },
    request: (method, name, params = {}) =>
      connection.sendRequest(method, { textDocument: { uri: uri(name) }, ...params }),
    async close() {
      await connection.sendRequest("shutdown");
      const ended = new Promise<number | null>((resolve) => child.on("exit", resolve));
      await connection.sendNotification("exit");
      return ended;
    },
  };
}
