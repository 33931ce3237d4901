// JavaScript of tables in folders beside the frameworks that load it, and servers of these frameworks.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect } from "vitest";
import { runCommand } from "../../helpers/run-command.ts";

const HERE = import.meta.dirname;

/** An empty folder from which the packages of the frameworks are found. */
export function folderOf(name: string): string {
  const folder = join(HERE, "node_modules/.cache/errtable", name);
  rmSync(folder, { recursive: true, force: true });
  return folder;
}

/** The files of a table, of which the first one is the table itself, and its JavaScript below "errors". */
export async function make(folder: string, files: Readonly<Record<string, string>>, options: object): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const target = {
    ...{ kind: "typescript", table: Object.keys(files)[0], out: "errors" },
    options: { language: "js", module: "esm", ...options },
  };
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  writeFileSync(join(folder, "errtable.config.yaml"), JSON.stringify({ targets: [target] }));
  expect((await runCommand(folder, "generate")).code).toBe(0);
}

export function load<Exports>(path: string): Promise<Exports> {
  return import(/* @vite-ignore */ pathToFileURL(path).href) as Promise<Exports>;
}

export interface Server {
  readonly origin: string;
  readonly close: () => unknown;
}

interface Started {
  readonly startServers: (shop: object, settings?: object) => Promise<Readonly<Record<string, Server>>>;
}

/** By the names of the frameworks. */
export async function startServers(shop: object, settings?: object): Promise<Readonly<Record<string, Server>>> {
  const { startServers: start } = await load<Started>(join(HERE, "start-servers.mjs"));
  return start(shop, settings);
}
