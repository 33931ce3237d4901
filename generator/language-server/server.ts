// The requests and notifications of an editor become answers of the features. The connection and the disk are given.
import type { ProjectHost } from "../reader/host.ts";
import { readYamlParts } from "../reader/yaml/document.ts";
import { completionAt } from "./completion/completion.ts";
import { hasSchemaLine } from "./features/beside-yaml.ts";
import { codeActionsIn } from "./features/code-actions.ts";
import { codeLenses } from "./features/code-lens.ts";
import { definitionsAt, referencesAt } from "./features/definition.ts";
import { documentSymbols } from "./features/document-symbols.ts";
import { foldingRanges } from "./features/folding.ts";
import { hoverAt } from "./features/hover.ts";
import { type Published, publishable } from "./features/published.ts";
import { renamableAt, renameAt } from "./features/rename-at.ts";
import { semanticTokens } from "./features/semantic-tokens.ts";
import { CAPABILITIES } from "./features/server-capabilities.ts";
import { type FileView, viewOf } from "./files/file-view.ts";
import { kindOfFile } from "./files/find-projects.ts";
import { openFile } from "./files/open-files.ts";
import { createWorkspace } from "./files/workspace.ts";
import { pathOfUri } from "./protocol/file-uris.ts";
import type {
  ActionParams,
  Capabilities,
  ChangeParams,
  DocumentParams,
  FoldersParams,
  InitializeParams,
  OpenParams,
  PlaceParams,
  RangeParams,
  ReferenceParams,
  RenameParams,
  WatchedParams,
} from "./protocol/protocol-params.ts";
import { applyChanges, toOffset } from "./protocol/text-positions.ts";
import { NEEDED, wrongParams } from "./protocol/wrong-params.ts";

/** The part of a connection that the server uses. */
export interface ServerConnection {
  readonly onInitialize: (handler: (params: InitializeParams) => object) => unknown;
  readonly onInitialized: (handler: () => void) => unknown;
  readonly onRequest: (method: string, handler: (params: never, token: CancelToken) => unknown) => unknown;
  readonly onNotification: (method: string, handler: (params: never) => void) => unknown;
  readonly sendNotification: (method: string, params: object) => unknown;
  readonly sendRequest: (method: string, params: object) => Promise<unknown>;
}

export interface CancelToken {
  readonly isCancellationRequested: boolean;
}

export interface ServerOptions {
  readonly version: string;
  readonly disk: ProjectHost;
  /** The answer to a request that the editor has given up, that cannot be done, or whose params are wrong. */
  readonly failure: (reason: "cancelled" | "refused" | "invalid", message: string) => unknown;
}

/** Changes that come at once are checked at once; those that come while findings are made are taken together after it. */
const PAUSE_MS = 10;

/** A configuration may extend files of any name, and the module files of a project decide on findings, too. */
const WATCHED = ["**/*.{yaml,yml}", "**/{package,tsconfig}*.json"];

export function startServer(connection: ServerConnection, { version, disk, failure }: ServerOptions): void {
  const workspace = createWorkspace(disk);
  const published: Published = new Map();
  const told = new Set<string>();
  let capabilities: Capabilities = {};
  let options = optionsOf(undefined);
  let isDue = false;

  const report = (error: unknown, during: string): void => {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    connection.sendNotification("window/logMessage", { type: 1, message: `errtable failed during ${during}: ${text}` });
    if (told.size === told.add(text).size) return;
    const message = `This is a bug in errtable ${version}, not in your files; the log of the server tells more.`;
    connection.sendNotification("window/showMessage", { type: 1, message });
  };
  const publish = (): void => {
    isDue = false;
    guard("diagnostics", () => {
      for (const { error, path } of workspace.analyze().failures.values()) report(error, path);
      for (const params of publishable(workspace, published, options.besideYaml)) {
        connection.sendNotification("textDocument/publishDiagnostics", params);
      }
    });
  };
  const schedule = (): void => {
    if (!isDue) setTimeout(publish, PAUSE_MS);
    isDue = true;
  };
  const guard = (during: string, run: () => void): void => {
    try {
      run();
    } catch (error) {
      report(error, during);
    }
  };
  const onNotification = <Params>(method: string, needed: object, run: (params: Params) => void): void => {
    connection.onNotification(method, (params: Params) => {
      const wrong = wrongParams(params, needed);
      if (wrong === undefined) guard(method, () => run(params));
      else connection.sendNotification("window/logMessage", { type: 2, message: `${method}: ${wrong}` });
    });
  };
  /** Null where there is nothing to answer. */
  const onRequest = <Params extends DocumentParams>(
    method: string,
    needed: object,
    answer: (view: FileView, params: Params) => unknown,
  ): void => {
    connection.onRequest(method, (params: Params, token: CancelToken) => {
      const wrong = wrongParams(params, needed);
      // Without any params, the library gives the token in their place.
      if (wrong !== undefined) return failure("invalid", wrong);
      if (token.isCancellationRequested) return failure("cancelled", "The editor gave the request up.");
      try {
        const path = pathOfUri(params.textDocument.uri);
        const view = path === undefined ? undefined : viewOf(workspace, path);
        return (view && answer(view, params)) ?? null;
      } catch (error) {
        report(error, method);
        throw error;
      }
    });
  };
  const leavesSchema = ({ file }: FileView): boolean => options.besideYaml && hasSchemaLine(file.text);
  const withVersions = (): boolean => capabilities.workspace?.workspaceEdit?.documentChanges === true;
  const offsetIn = ({ file }: FileView, { position }: PlaceParams): number => toOffset(file, position);

  connection.onInitialize((params) => {
    capabilities = params.capabilities ?? {};
    options = optionsOf(params.initializationOptions);
    const roots = params.workspaceFolders ?? (params.rootUri == null ? [] : [{ uri: params.rootUri }]);
    workspace.folders = pathsOf(roots);
    return { capabilities: CAPABILITIES, serverInfo: { name: "errtable", version } };
  });
  connection.onInitialized(() => {
    // The library takes it for itself before this.
    onNotification("workspace/didChangeWorkspaceFolders", NEEDED.folders, ({ event }: FoldersParams) => {
      const gone = new Set(pathsOf(event.removed));
      workspace.folders = [...workspace.folders.filter((folder) => !gone.has(folder)), ...pathsOf(event.added)];
      workspace.touch();
      schedule();
    });
    if (capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true) {
      const watchers = WATCHED.map((globPattern) => ({ globPattern }));
      const registration = { id: "files", method: "workspace/didChangeWatchedFiles", registerOptions: { watchers } };
      connection.sendRequest("client/registerCapability", { registrations: [registration] }).catch(() => undefined);
    }
    schedule();
    // The first broken text does not wait for the library that reads it.
    setTimeout(() => readYamlParts({ path: "", text: "a: [\n" }), PAUSE_MS);
  });
  const isWatched = (): boolean => capabilities.workspace?.didChangeWatchedFiles !== undefined;

  onNotification("textDocument/didOpen", NEEDED.open, ({ textDocument }: OpenParams) => {
    const path = pathOfUri(textDocument.uri);
    if (path === undefined) return;
    if (!isWatched()) workspace.touch();
    workspace.put(openFile({ path, uri: textDocument.uri, version: textDocument.version, written: textDocument.text }));
    schedule();
  });
  onNotification("textDocument/didChange", NEEDED.change, ({ textDocument, contentChanges }: ChangeParams) => {
    const path = pathOfUri(textDocument.uri);
    const file = path === undefined ? undefined : workspace.open.get(path);
    if (file === undefined) return;
    workspace.put(
      openFile({
        ...file,
        version: textDocument.version,
        written: applyChanges(file.mark === 0 ? file : { text: file.written }, contentChanges),
      }),
    );
    schedule();
  });
  onNotification("textDocument/didClose", NEEDED.document, ({ textDocument }: DocumentParams) => {
    const path = pathOfUri(textDocument.uri);
    if (path !== undefined) workspace.close(path);
    schedule();
  });
  onNotification("textDocument/didSave", {}, () => {
    if (!isWatched()) workspace.touch();
    schedule();
  });
  onNotification("workspace/didChangeWatchedFiles", NEEDED.watched, ({ changes }: WatchedParams) => {
    const counting = pathsOf(changes).filter(
      (path) => kindOfFile(path) !== undefined || workspace.host.hasAskedFor(path),
    );
    for (const path of counting) workspace.touch(path);
    if (counting.length > 0) schedule();
  });

  onRequest("textDocument/hover", NEEDED.place, (view, params: PlaceParams) => {
    const hover = hoverAt(view, offsetIn(view, params), leavesSchema(view));
    const formats = capabilities.textDocument?.hover?.contentFormat ?? ["markdown"];
    if (hover === undefined || formats.includes("markdown")) return hover;
    return { ...hover, contents: { ...hover.contents, kind: "plaintext" } };
  });
  onRequest("textDocument/completion", NEEDED.place, (view, params: PlaceParams) => {
    const hasSnippets = capabilities.textDocument?.completion?.completionItem?.snippetSupport === true;
    return completionAt(view, offsetIn(view, params), { hasSnippets, leavesSchema: leavesSchema(view) });
  });
  onRequest("textDocument/definition", NEEDED.place, (view, params: PlaceParams) =>
    definitionsAt(view, offsetIn(view, params)),
  );
  onRequest("textDocument/references", NEEDED.place, (view, params: ReferenceParams) =>
    referencesAt(view, offsetIn(view, params), params.context?.includeDeclaration !== false),
  );
  onRequest("textDocument/prepareRename", NEEDED.place, (view, params: PlaceParams) =>
    renamableAt(view, offsetIn(view, params)),
  );
  onRequest("textDocument/rename", NEEDED.rename, (view, params: RenameParams) => {
    const how = { withVersions: withVersions(), retire: options.retireRenamed };
    const renamed = renameAt(view, offsetIn(view, params), params.newName, how);
    return "refused" in renamed ? failure("refused", renamed.refused) : renamed;
  });
  onRequest("textDocument/codeAction", NEEDED.action, (view, { range, context }: ActionParams) =>
    codeActionsIn(view, range, { only: context.only, withVersions: withVersions() }),
  );
  onRequest("textDocument/documentSymbol", NEEDED.document, (view) => documentSymbols(view));
  onRequest("textDocument/foldingRange", NEEDED.document, ({ file }) => foldingRanges(file));
  onRequest("textDocument/semanticTokens/full", NEEDED.document, (view) => semanticTokens(view));
  onRequest("textDocument/semanticTokens/range", NEEDED.range, (view, { range }: RangeParams) =>
    semanticTokens(view, range),
  );
  onRequest("textDocument/codeLens", NEEDED.document, (view) => codeLenses(view));
  // A lens names the places; there is nothing to do for an editor that does not show them.
  connection.onRequest("workspace/executeCommand", () => null);
}

interface Options {
  /** The language server for YAML serves the same files: what it says by their schema is left to it. */
  readonly besideYaml: boolean;
  /** A code that is renamed goes to "retired", as `errtable rename` does it. */
  readonly retireRenamed: boolean;
}

/** Of the editor's settings, which may be anything. */
function optionsOf(given: unknown): Options {
  const { besideYaml, retireRenamed } = (given ?? {}) as Readonly<Record<string, unknown>>;
  return { besideYaml: besideYaml === true, retireRenamed: retireRenamed !== false };
}

function pathsOf(items: readonly { readonly uri: string }[]): readonly string[] {
  return items.flatMap(({ uri }) => pathOfUri(uri) ?? []);
}
