// Two versions of a table and the levels of its changes become the step that the version took, and the one that it needs.
import type { Level } from "./change.ts";

export type VersionStep = "major" | "minor" | "patch" | "none";

const STEPS: readonly VersionStep[] = ["major", "minor", "patch", "none"];

/** Semver: before 1.0.0 a break is a minor step, and everything else a patch. A version that went back took no step. */
export function neededStep(levels: Iterable<Level>, old: string): VersionStep {
  const found = new Set(levels);
  const isEarly = old.startsWith("0.");
  if (found.has("major")) return isEarly ? "minor" : "major";
  if (found.has("dangerous") || found.has("minor")) return isEarly ? "patch" : "minor";
  return found.has("patch") ? "patch" : "none";
}

export function stepBetween(old: string, after: string): VersionStep {
  const [before, now] = [numbersOf(old), numbersOf(after)];
  const at = now.findIndex((part, index) => part !== before[index]);
  // A release of what was a prerelease keeps its promises.
  if (at < 0) return old.includes("-") && old !== after ? "major" : "none";
  return (now[at] ?? 0) > (before[at] ?? 0) ? (STEPS[at] ?? "none") : "none";
}

export function isEnough(step: VersionStep, needed: VersionStep): boolean {
  return STEPS.indexOf(step) <= STEPS.indexOf(needed);
}

function numbersOf(version: string): readonly number[] {
  return (/^\d+\.\d+\.\d+/.exec(version)?.[0] ?? "").split(".").map(Number);
}
