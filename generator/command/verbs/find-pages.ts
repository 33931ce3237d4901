// The names that a caller gives become pages: a folder stands for the pages in it, and in the folders below, that have markers.
import { resolve } from "node:path";
import { languageOf } from "../../owned/pages/page-languages.ts";
import { filesBelow, type ListedDisk } from "../session/files-below.ts";
import type { Session } from "../session/session.ts";

export interface FoundPages {
  /** As the caller names them, or absolute. */
  readonly pages: readonly string[];
  /** The named folders without such a page. */
  readonly empty: readonly string[];
}

export function findPages(session: ListedDisk & Pick<Session, "folder">, names: readonly string[]): FoundPages {
  const found = names.map((name) => [name, pagesOf(resolve(session.folder, name), session)] as const);
  return {
    pages: found.flatMap(([name, pages]) => pages ?? [name]),
    empty: found.flatMap(([name, pages]) => (pages?.length === 0 ? [name] : [])),
  };
}

function pagesOf(path: string, disk: ListedDisk): readonly string[] | undefined {
  return filesBelow(path, disk, (name, inner) => languageOf(name) !== undefined && hasMarker(inner, disk));
}

/** A page that cannot be read is reported when it is. */
function hasMarker(path: string, { host }: ListedDisk): boolean {
  const bytes = host.read(path);
  return "failure" in bytes || Buffer.from(bytes).includes("errtable:");
}
