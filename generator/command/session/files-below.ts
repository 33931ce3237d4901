// A folder becomes the files in it, and in the folders below, in a fixed order.
import { join } from "node:path";
import { compareText } from "../../diagnostic/diagnostic.ts";
import type { Session } from "./session.ts";

export type ListedDisk = Pick<Session, "host" | "project">;

/** Undefined for a path that is no folder. Hidden entries, packages and links are passed over. */
export function filesBelow(
  path: string,
  disk: ListedDisk,
  isWanted: (name: string, path: string) => boolean,
): readonly string[] | undefined {
  const names = disk.host.list(path);
  if ("failure" in names) return undefined;
  return names.toSorted(compareText).flatMap((name) => {
    const inner = join(path, name);
    const isPassedOver = name.startsWith(".") || name === "node_modules";
    switch (isPassedOver ? undefined : disk.project.fs.entry(inner)?.kind) {
      case "folder":
        return filesBelow(inner, disk, isWanted) ?? [];
      case "file":
        return isWanted(name, inner) ? [inner] : [];
      // A link may lead back.
      default:
        return [];
    }
  });
}
