// Folders whose target left the configuration, or moved: their manifests still name it.
import { dirname, join, sep } from "node:path";
import { compareText } from "../../diagnostic/diagnostic.ts";
import type { Fs } from "../files/fs.ts";
import { foldPath, manifestName } from "../files/paths.ts";
import { git } from "../git/git.ts";
import { configOf, readChoices } from "../state/state.ts";
import type { TargetSlot } from "../state/target.ts";
import type { CachedRun } from "./cache.ts";
import type { Compiled } from "./incremental-run.ts";
import type { TargetChange } from "./outcome.ts";
import type { Project } from "./project-run.ts";

/**
 * The choices of a target whose folder is new: those of the folder that it moved from, so that its exports stay. The last run knows the
 * target of a folder; without it a single folder with choices is that of a single new target.
 */
export function movedChoices(
  project: Project,
  targets: readonly TargetSlot[],
  configs: readonly string[],
  cached: CachedRun | undefined,
): (target: TargetSlot) => Choices {
  const isNew = ({ folder }: TargetSlot): boolean => project.fs.entry(join(folder, manifestName)) === undefined;
  const fresh = targets.filter((target) => target.kind === "typescript" && isNew(target));
  const left =
    fresh.length === 0
      ? []
      : abandonedFolders(project, { slots: targets, wholeConfigs: configs }, cached?.folders)
          .map((folder) => ({ folder, choices: readChoices(project.fs, folder) }))
          .filter(({ choices }) => Object.keys(choices).length > 0);
  return (target) => {
    if (!fresh.includes(target)) return {};
    const before =
      cached?.last?.slots.filter(({ kind, table }) => kind === target.kind && table === target.table) ?? [];
    const known = left.find(({ folder }) => before.some((slot) => slot.folder === folder));
    const only = fresh.length === 1 && left.length === 1 ? left[0] : undefined;
    return (known ?? only)?.choices ?? {};
  };
}

type Choices = Readonly<Record<string, string>>;

/** As changes that only a person may make. */
export function abandonedChanges(...request: Parameters<typeof abandonedFolders>): readonly TargetChange[] {
  const [{ host }] = request;
  return abandonedFolders(...request).map((folder): TargetChange => {
    const reason = "No target of the configuration makes its files any more.";
    const shown = host.show(folder);
    return { target: shown, path: shown, change: { kind: "abandoned", action: "refuse", path: "", reason } };
  });
}

/**
 * Git knows the folders whose manifests are committed; besides, those beside the targets and the given places are looked at. Nobody
 * asks any more for the files of a configuration that is gone; one outside of the project may lie in a repository that is not here.
 */
export function abandonedFolders(
  { fs, root }: Project,
  { slots, wholeConfigs = [] }: Pick<Compiled, "wholeConfigs"> & { readonly slots: readonly TargetSlot[] },
  places: readonly string[] = [],
): readonly string[] {
  if (wholeConfigs.length === 0) return [];
  const known = new Set(slots.map(({ folder }) => foldPath(folder)));
  const found = new Set([
    ...places,
    ...manifestsOfGit(root),
    ...slots.flatMap(({ folder }) => foldersIn(fs, dirname(folder))),
  ]);
  const isLeft = (config: string | undefined): boolean =>
    config !== undefined &&
    (wholeConfigs.includes(config) || (config.startsWith(`${root}${sep}`) && fs.entry(config) === undefined));
  return [...found]
    .filter((folder) => !known.has(foldPath(folder)) && isLeft(configOf(fs, folder)))
    .toSorted(compareText);
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
