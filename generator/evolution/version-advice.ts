// The changes of a table and the version that it had become the least version that tells of them.
import type { Model } from "../model/model.ts";
import { compareVersions, nextVersion, stepFrom, type VersionStep, versionParts } from "../model/version.ts";
import type { Change, Level } from "./change.ts";

export interface VersionAdvice {
  readonly step: VersionStep;
  /** The changes that ask for the step. */
  readonly because: readonly Change[];
  /** The version of the baseline; absent where it had none. */
  readonly from?: string;
  /** The least version that tells of the changes; absent where the baseline had none. */
  readonly next?: string;
  /** Whether the table has that version, a later one, or a pre-release of it. */
  readonly isBumped: boolean;
}

/** Dangerous changes are announced as additions: they break only programs that take more for granted than they are told. */
const STEP_OF_LEVEL: Readonly<Record<Level, VersionStep>> = {
  major: "major",
  dangerous: "minor",
  minor: "minor",
  patch: "patch",
};

const STEPS = ["major", "minor", "patch"] as const satisfies readonly VersionStep[];

/** Undefined where there are no changes. */
export function adviseVersion(old: Model, now: Model, changes: readonly Change[]): VersionAdvice | undefined {
  const step = STEPS.find((one) => changes.some(({ level }) => STEP_OF_LEVEL[level] === one));
  if (step === undefined) return undefined;
  const because = changes.filter(({ level }) => STEP_OF_LEVEL[level] === step);
  const { version: from } = old;
  if (from === undefined) return { step, because, isBumped: true };
  const next = nextVersion(from, stepFrom(from, step));
  return { step, because, from, next, isBumped: now.version !== undefined && tells(now.version, next, from) };
}

/** A pre-release of the next version tells of its changes. A baseline that is one has promised nothing yet. */
function tells(version: string, next: string, from: string): boolean {
  const release = versionParts(version).numbers.join(".");
  const isLater = compareVersions(version, from) > 0 || (version === from && versionParts(from).pre.length > 0);
  return isLater && compareVersions(release, next) >= 0;
}
