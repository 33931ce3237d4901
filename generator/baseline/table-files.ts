// A folder becomes the files in it that may hold tables: errors.json of catalogues first, then tables in YAML.
import { basename, join } from "node:path";
import { compareText } from "../diagnostic/diagnostic.ts";
import type { Host } from "../reader/host.ts";
import { TABLE_NAME } from "../reader/table/spec-files.ts";

const DEEPEST = 8;

export function isTableFile(path: string): boolean {
  return isCatalogName(path) || TABLE_NAME.test(basename(path));
}

export function filesBelow(folder: string, host: Host): readonly string[] {
  const found = tableFiles(folder, host, DEEPEST);
  return found.toSorted((a, b) => Number(isCatalogName(b)) - Number(isCatalogName(a)) || compareText(a, b));
}

export function isCatalogName(path: string): boolean {
  return /(?:^|[\\/])errors\.json$/.test(path);
}

function tableFiles(folder: string, host: Host, depth: number): readonly string[] {
  const names = host.list(folder);
  if ("failure" in names || depth === 0) return [];
  return names.toSorted(compareText).flatMap((name) => {
    const path = join(folder, name);
    if (isTableFile(path)) return [path];
    // Names with such endings are files, which need not be tried as folders.
    const isSkipped =
      name === "node_modules" || name.startsWith(".") || /\.(?:[cm]?[jt]sx?|json|md|ya?ml|html|map|txt)$/.test(name);
    return isSkipped ? [] : tableFiles(path, host, depth - 1);
  });
}
