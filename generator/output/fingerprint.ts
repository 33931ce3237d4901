// What the running tool is made of becomes one hash: its own modules, and the versions of the packages that it uses.
import { dirname, join } from "node:path";
import type { Fs } from "./fs.ts";
import { sha256 } from "./manifest.ts";

export function fingerprintTool(fs: Fs, toolFolder: string): string {
  const parts = [...hashModules(fs, toolFolder, "")];
  const manifest = readJson(fs, join(dirname(toolFolder), "package.json"));
  for (const name of Object.keys(record(record(manifest)["dependencies"])).toSorted()) {
    parts.push(`${name}@${findVersion(fs, dirname(toolFolder), name)}`);
  }
  return sha256(parts.join("\n"));
}

function* hashModules(fs: Fs, folder: string, shown: string): Iterable<string> {
  for (const name of fs.list(folder).toSorted()) {
    const path = join(folder, name);
    const kind = fs.entry(path)?.kind;
    if (kind === "folder") yield* hashModules(fs, path, `${shown}${name}/`);
    else if (kind === "file" && isModule(name)) yield `${shown}${name} ${sha256(fs.read(path))}`;
  }
}

/** Declarations and source maps are never run. */
function isModule(name: string): boolean {
  return /\.(js|mjs|ts|json)$/.test(name) && !name.endsWith(".d.ts");
}

/** Looks where Node would look for the package. */
function findVersion(fs: Fs, start: string, name: string): string {
  for (let folder = start; ; folder = dirname(folder)) {
    const version = record(readJson(fs, join(folder, "node_modules", name, "package.json")))["version"];
    if (typeof version === "string") return version;
    if (dirname(folder) === folder) return "none";
  }
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
