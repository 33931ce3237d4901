// The modules of the running tool and the versions of its packages become one hash.
import { dirname, join } from "node:path";
import type { Fs } from "../files/fs.ts";
import { foldersUp } from "../files/paths.ts";
import { sha256 } from "./manifest.ts";

export function fingerprintTool(fs: Fs, toolFolder: string): string {
  const parts = [...listModules(fs, toolFolder, "")];
  const manifest = readJson(fs, join(dirname(toolFolder), "package.json"));
  for (const name of Object.keys(record(record(manifest)["dependencies"])).toSorted()) {
    parts.push(`${name}@${findVersion(fs, dirname(toolFolder), name)}`);
  }
  return sha256(parts.join("\n"));
}

/**
 * Reading every module would take longer than the rest of a run without changes. Size and times stand for the bytes, because no
 * program can set the time of the last change.
 */
function* listModules(fs: Fs, folder: string, shown: string): Iterable<string> {
  for (const name of fs.list(folder).toSorted()) {
    // Packages that lie among the sources are those of scripts that build the tool.
    if (name === "node_modules") continue;
    const path = join(folder, name);
    const entry = fs.entry(path);
    if (entry?.kind === "folder" && name !== "node_modules") yield* listModules(fs, path, `${shown}${name}/`);
    // Declarations and source maps are never run.
    else if (entry?.kind === "file" && /(?<!\.d)\.([cm]?js|ts|json)$/.test(name)) {
      yield `${shown}${name} ${entry.size} ${entry.modified} ${entry.changed}`;
    }
  }
}

/** Searches the folders that Node would search for the package. */
function findVersion(fs: Fs, start: string, name: string): string {
  for (const folder of foldersUp(start)) {
    const version = record(readJson(fs, join(folder, "node_modules", name, "package.json")))["version"];
    if (typeof version === "string") return version;
  }
  return "none";
}

function readJson(fs: Fs, path: string): unknown {
  try {
    return JSON.parse(Buffer.from(fs.read(path)).toString());
  } catch {
    return undefined;
  }
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
