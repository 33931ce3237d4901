// Targets become findings about their folders, and about options that cannot work together or where their files lie.
import type { Diagnostic } from "../diagnostic/diagnostic.ts";
import { foldPath } from "../output/files/paths.ts";
import type { Product } from "../products/index.ts";
import type { TypescriptOptions } from "../products/options.gen.ts";
import type { Host } from "../reader/host.ts";
import type { Path } from "../text/json/pointer.ts";
import { finding } from "./config-chain.ts";
import type { ConfiguredTarget } from "./configured-target.ts";
import { isInside } from "./find-files.ts";
import { moduleMisfit } from "./module-findings.ts";

/** A target, and its options as people gave them, here or for all targets of its kind. */
export interface GivenTarget {
  readonly target: ConfiguredTarget;
  readonly given: Product["options"];
}

/** Paths are compared as they are written; links are followed before anything is written. */
export function checkTargets(targets: readonly GivenTarget[], root: string, host: Host): readonly Diagnostic[] {
  return [...checkFolders(targets, root), ...targets.flatMap((one) => checkModules(one, host))];
}

function checkFolders(targets: readonly GivenTarget[], root: string): readonly Diagnostic[] {
  const folders = targets.map(({ target }) => foldPath(target.folder));
  return targets.flatMap(({ target, given }, index) => {
    const { kind, out, folder, allowOutside, placeOf } = target;
    const findings: Diagnostic[] = [];
    const report = (path: Path, message: string, help: string): void => {
      if (placeOf !== undefined) findings.push(finding(placeOf(path), message, help));
    };
    // Two targets in one folder would delete each other's files.
    if (folders.indexOf(folders[index] ?? "") < index) {
      report(["out"], `Another target already writes to "${out}".`, "Give each target a folder of its own.");
    }
    if (!allowOutside && !isInside(folder, root)) {
      const message = `The folder "${out}" lies outside the project.`;
      report(["out"], message, 'Add "allowOutside: true" if it is meant to.');
    }
    const { language, importExtension }: TypescriptOptions = kind === "typescript" ? given : {};
    if (language === "js" && importExtension === ".ts") {
      const message = "Files in JavaScript cannot import files that end in .ts.";
      report(["options", "importExtension"], message, "Leave it out, or set language to ts.");
    }
    return findings;
  });
}

/** Targets of several configurations that would write to one folder; those of one configuration were told before. */
export function checkShared(targets: readonly ConfiguredTarget[]): readonly Diagnostic[] {
  const owners = new Map<string, ConfiguredTarget>();
  return targets.flatMap((target) => {
    const key = foldPath(target.folder);
    const owner = owners.get(key);
    if (owner === undefined) owners.set(key, target);
    if (owner?.placeOf === undefined || target.placeOf === undefined || owner.config === target.config) return [];
    const message = `A target of another configuration already writes to "${target.out}".`;
    const related = [{ message: "It is this one.", place: owner.placeOf(["out"]) }];
    return [{ ...finding(target.placeOf(["out"]), message, "Give each target a folder of its own."), related }];
  });
}

function checkModules({ target, given }: GivenTarget, host: Host): readonly Diagnostic[] {
  const { kind, folder, placeOf } = target;
  const misfit = kind === "typescript" ? moduleMisfit(given, folder, host) : undefined;
  if (misfit === undefined || placeOf === undefined) return [];
  const { option, message, help } = misfit;
  const place = placeOf(option in given ? ["options", option] : ["out"]);
  return [{ code: "module-kind", severity: "warning", message, help, place }];
}
