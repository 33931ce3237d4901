// The interface by which the stages read files by absolute path; the disk implements it, and so does a map in memory.
import { dirname, resolve } from "node:path";

export interface Host {
  /** The bytes of a file, or why there are none. */
  read(path: string): Uint8Array | ReadFailure;
  /** The text of a file that an editor has open, without its byte order mark; undefined for any other. */
  text?(path: string): string | undefined;
  /** The names in a folder, in any order, or why it cannot be listed. */
  list(folder: string): readonly string[] | ReadFailure;
  /** A path as people are shown it: relative to their folder, with forward slashes. */
  show(path: string): string;
}

/** A host that also tells the files of a folder from its folders, for the patterns of a configuration. */
export interface ProjectHost extends Host {
  /** In any order; or why the folder cannot be listed. */
  entries(folder: string): readonly FolderEntry[] | ReadFailure;
}

export interface FolderEntry {
  readonly name: string;
  /** A link, or anything else that is neither, is "other". */
  readonly kind: "file" | "folder" | "other";
}

export interface ReadFailure {
  readonly failure: "missing" | "folder" | "special" | "denied" | "too-large" | "other";
  /** The message of the system. */
  readonly detail: string;
}

/** The keys are paths below an imagined root: "my.errors.yaml" is read as "/my.errors.yaml". */
export function memoryHost(files: Readonly<Record<string, string | Uint8Array>>): ProjectHost {
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
    entries(folder) {
      const start = folder.endsWith("/") ? folder : `${folder}/`;
      const inside = [...byPath.keys()]
        .filter((path) => path.startsWith(start))
        .map((path) => path.slice(start.length));
      if (inside.length === 0) return { failure: "missing", detail: "no such folder" };
      const names = new Map(inside.map((path) => [path.replace(/\/.*/s, ""), path.includes("/")]));
      return Array.from(names, ([name, hasMore]) => ({ name, kind: hasMore ? "folder" : "file" }));
    },
    show: (path) => path.replaceAll("\\", "/").replace(/^\//, ""),
  };
}
