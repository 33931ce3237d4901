// Folders whose target left the configuration, or moved: their manifests still name it.
import { dirname, join } from "node:path";
import { compareText } from "../diagnostic/diagnostic.ts";
import type { Fs } from "./fs.ts";
import { git } from "./git.ts";
import type { Compiled, Project } from "./incremental-run.ts";
import type { TargetChange } from "./outcome.ts";
import { foldPath, manifestName } from "./paths.ts";
import { configOf } from "./state.ts";
import type { TargetSlot } from "./target.ts";

/** Git knows the folders whose manifests are committed; besides, those beside the targets and the given places are looked at. */
export function abandonedFolders(
  { fs, host, root }: Project,
  { slots, wholeConfigs = [] }: Pick<Compiled, "wholeConfigs"> & { readonly slots: readonly TargetSlot[] },
  places: readonly string[] = [],
): readonly TargetChange[] {
  if (wholeConfigs.length === 0) return [];
  const known = new Set(slots.map(({ folder }) => foldPath(folder)));
  const found = new Set([
    ...places,
    ...manifestsOfGit(root),
    ...slots.flatMap(({ folder }) => foldersIn(fs, dirname(folder))),
  ]);
  return [...found]
    .filter((folder) => !known.has(foldPath(folder)) && wholeConfigs.includes(configOf(fs, folder) ?? ""))
    .toSorted(compareText)
    .map((folder): TargetChange => {
      const reason = "No target of the configuration makes its files any more.";
      const shown = host.show(folder);
      return { target: shown, path: shown, change: { kind: "abandoned", action: "refuse", path: "", reason } };
    });
}

function manifestsOfGit(root: string): readonly string[] {
  const listed = git(root, "ls-files", "-z", "--", `:(glob)**/${manifestName}`);
  return (listed ?? "")
    .split("\0")
    .filter((path) => path !== "")
    .map((path) => dirname(join(root, path)));
}

function foldersIn(fs: Fs, folder: string): readonly string[] {
  try {
    return fs.list(folder).map((name) => join(folder, name));
  } catch {
    // The folder is not there yet, or cannot be read, which its target reports.
    return [];
  }
}
