// The names that a caller gives become pages: a folder stands for the pages in it, and in the folders below, that have markers.
import { join, resolve } from "node:path";
import { compareText } from "../diagnostic/diagnostic.ts";
import { languageOf } from "../owned/pages/page-languages.ts";
import type { Session } from "./session.ts";

export interface FoundPages {
  /** As the caller names them, or absolute. */
  readonly pages: readonly string[];
  /** The named folders without such a page. */
  readonly empty: readonly string[];
}

type Disk = Pick<Session, "host" | "project">;

export function findPages(session: Disk & Pick<Session, "folder">, names: readonly string[]): FoundPages {
  const found = names.map((name) => [name, pagesOf(resolve(session.folder, name), session)] as const);
  return {
    pages: found.flatMap(([name, pages]) => pages ?? [name]),
    empty: found.flatMap(([name, pages]) => (pages?.length === 0 ? [name] : [])),
  };
}

/** Undefined for a path that is no folder. */
function pagesOf(path: string, disk: Disk): readonly string[] | undefined {
  const names = disk.host.list(path);
  if ("failure" in names) return undefined;
  return names.toSorted(compareText).flatMap((name) => {
    const inner = join(path, name);
    const isPassedOver = name.startsWith(".") || name === "node_modules";
    switch (isPassedOver ? undefined : disk.project.fs.entry(inner)?.kind) {
      case "folder":
        return pagesOf(inner, disk) ?? [];
      case "file":
        return languageOf(name) !== undefined && hasMarker(inner, disk) ? [inner] : [];
      // A link may lead back.
      default:
        return [];
    }
  });
}

/** A page that cannot be read is reported when it is. */
function hasMarker(path: string, { host }: Disk): boolean {
  const bytes = host.read(path);
  return "failure" in bytes || Buffer.from(bytes).includes("errtable:");
}
