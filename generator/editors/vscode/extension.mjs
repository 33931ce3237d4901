// The extension of VS Code: it starts errtable's language server for tables and configurations, and shows the places of a code lens.
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { commands, extensions, Location, Position, Range, Uri, window, workspace } from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";

const TABLES = ["**/*.errors.yaml", "**/*.errors.yml", "**/*.accepted.yaml"];
/** Configurations, and the files of common settings that they extend. */
const FILES = [...TABLES, "**/errtable.*.yaml", "**/errtable.*.yml"];
/** Of the package, below a folder with modules. */
const SERVER = "node_modules/errtable/dist/js/cli.js";

/** @type {LanguageClient | undefined} */
let client;

export async function activate(context) {
  context.subscriptions.push(
    commands.registerCommand("errtable.restart", restart),
    workspace.onDidChangeConfiguration((event) => (event.affectsConfiguration("errtable") ? restart() : undefined)),
  );
  await start();
}

export async function deactivate() {
  await client?.stop();
  client = undefined;
}

async function restart() {
  await deactivate();
  await start();
}

async function start() {
  const module = findServer();
  if (module === undefined) {
    const isNeeded = (await workspace.findFiles(FILES[0], "**/node_modules/**", 1)).length > 0;
    if (isNeeded) {
      const help =
        'Run "npm install --save-dev errtable", and then the command "errtable: Restart the language server".';
      window.showWarningMessage(`errtable is not installed in this workspace. ${help}`);
    }
    return;
  }
  const run = { module, args: ["lsp"], transport: TransportKind.stdio };
  client = new LanguageClient(
    "errtable",
    "errtable",
    { run, debug: run },
    {
      documentSelector: FILES.map((pattern) => ({ scheme: "file", pattern })),
      // The library registers the commands that the server names.
      middleware: {
        executeCommand: (command, values, next) =>
          command === "errtable.showUses" ? showUses(...values) : next(command, values),
      },
      initializationOptions: { besideYaml: isBesideYaml(), retireRenamed: setting("retireRenamed") },
    },
  );
  await client.start();
}

function setting(name) {
  return workspace.getConfiguration("errtable").get(name);
}

function isBesideYaml() {
  const given = setting("besideYaml");
  return given === "auto" ? extensions.getExtension("redhat.vscode-yaml") !== undefined : given === "on";
}

/** The one of the settings, or the nearest one that a folder of the workspace has; undefined where there is none. */
function findServer() {
  const given = setting("server");
  if (given) return given;
  for (const { uri } of workspace.workspaceFolders ?? []) {
    for (let folder = uri.fsPath; ; folder = dirname(folder)) {
      const path = join(folder, SERVER);
      if (existsSync(path)) return path;
      if (dirname(folder) === folder) break;
    }
  }
  return undefined;
}

/** The server tells of places as the protocol does. */
function showUses(uri, position, locations) {
  const toPosition = ({ line, character }) => new Position(line, character);
  const places = locations.map((one) => {
    return new Location(Uri.parse(one.uri), new Range(toPosition(one.range.start), toPosition(one.range.end)));
  });
  return commands.executeCommand("editor.action.showReferences", Uri.parse(uri), toPosition(position), places);
}
