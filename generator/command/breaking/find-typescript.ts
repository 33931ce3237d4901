// The TypeScript of a project: its version, and the script of its compiler.

import { join } from "node:path";
import { foldersUp } from "../../output/files/paths.ts";
import { parseJson } from "../../text/json/parse-json.ts";
import { isObject, type Json } from "../../text/json/value.ts";
import type { CommandContext } from "../session/command-line.ts";

export interface TypeScript {
  readonly version: string;
  /** The script that Node runs; from version 7 on, it starts a program for the machine. */
  readonly path: string;
}

/** The nearest one above the tables' project, and then above the folder of the caller. */
export function findTypeScript({
  root,
  folder,
  host,
}: Pick<CommandContext, "root" | "folder" | "host">): TypeScript | undefined {
  for (const above of new Set([...foldersUp(root), ...foldersUp(folder)])) {
    const place = join(above, "node_modules", "typescript");
    const manifest = jsonOf(host.read(join(place, "package.json")));
    if (!isObject(manifest) || typeof manifest["version"] !== "string") continue;
    const bin = isObject(manifest["bin"]) ? manifest["bin"]["tsc"] : undefined;
    if (typeof bin === "string") return { version: manifest["version"], path: join(place, bin) };
  }
  return undefined;
}

function jsonOf(bytes: Uint8Array | { readonly failure: string }): Json | undefined {
  return "failure" in bytes ? undefined : parseJson(new TextDecoder().decode(bytes));
}
