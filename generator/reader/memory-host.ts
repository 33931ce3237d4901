// Files that are held in memory, for callers of the programmatic API and for tests.
import { dirname, resolve } from "node:path";
import type { Host } from "./host.ts";

/** The keys are paths below an imagined root: "my.errors.yaml" is read as "/my.errors.yaml". */
export function memoryHost(files: Readonly<Record<string, string | Uint8Array>>): Host {
  const byPath = new Map(Object.entries(files).map(([path, content]) => [resolve("/", path), content]));
  return {
    read(path) {
      const content = byPath.get(path);
      if (content === undefined) return { failure: "missing", detail: "no such file" };
      return typeof content === "string" ? new TextEncoder().encode(content) : content;
    },
    list: (folder) =>
      [...byPath.keys()]
        .filter((path) => dirname(path) === folder)
        .map((path) => path.slice(dirname(path).length).replace(/^\//, "")),
    show: (path) => path.replaceAll("\\", "/").replace(/^\//, ""),
  };
}
