// A host reads edited texts in the place of those on the disk, and remembers the files of people that were read through it.
import { sep } from "node:path";
import type { SourceFile } from "../../diagnostic/source.ts";
import type { Host } from "../../reader/host.ts";
import type { OwnedFile } from "./owned-file.ts";

export interface EditedHost extends Host {
  /** The path of a file that was read, from the path as people are shown it. */
  pathOf(shown: string): string | undefined;
  /** From now on the file has this text. */
  edit(path: string, source: SourceFile, text: string): void;
  /** The files that have another text now, as they are on the disk, with their new texts. */
  edited(): readonly (readonly [file: OwnedFile, text: string])[];
}

export function editedHost(host: Host): EditedHost {
  const originals = new Map<string, Uint8Array>();
  const paths = new Map<string, string>();
  const texts = new Map<string, string>();
  const sources = new Map<string, SourceFile>();
  return {
    ...host,
    read(path) {
      const text = texts.get(path);
      if (text !== undefined) return new TextEncoder().encode(text);
      const bytes = host.read(path);
      paths.set(host.show(path), path);
      if (!("failure" in bytes)) originals.set(path, bytes);
      return bytes;
    },
    pathOf: (shown) => paths.get(shown),
    edit(path, source, text) {
      if (!sources.has(path)) sources.set(path, source);
      texts.set(path, text);
    },
    edited: () =>
      Array.from(texts, ([path, text]) => {
        const source = sources.get(path) ?? { path, text: "" };
        return [{ path, bytes: originals.get(path) ?? new Uint8Array(), source }, text] as const;
      }),
  };
}

/** Files outside of the project, and those of packages, belong to others. */
export function isOwn(path: string, root: string): boolean {
  return path.startsWith(root.endsWith(sep) ? root : root + sep) && !path.split(sep).includes("node_modules");
}
