// Versions of tables and packages as Semantic Versioning 2.0.0 orders and counts them.

/** From the greatest to the least. */
export const VERSION_STEPS = ["major", "minor", "patch"] as const;
export type VersionStep = (typeof VERSION_STEPS)[number];

const VERSION = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-([0-9A-Za-z.-]+))?(?:\+[0-9A-Za-z.-]+)?$/;

export function isVersion(text: string): boolean {
  return VERSION.test(text);
}

export interface VersionParts {
  readonly numbers: readonly [major: bigint, minor: bigint, patch: bigint];
  /** The words of a pre-release; none for a release. */
  readonly pre: readonly string[];
}

export function versionParts(version: string): VersionParts {
  const [, major = "0", minor = "0", patch = "0", pre] = VERSION.exec(version) ?? [];
  return { numbers: [BigInt(major), BigInt(minor), BigInt(patch)], pre: pre === undefined ? [] : pre.split(".") };
}

/** Below zero where `a` comes first. */
export function compareVersions(a: string, b: string): number {
  const [one, other] = [versionParts(a), versionParts(b)];
  for (const [index, number] of one.numbers.entries()) {
    const beside = other.numbers[index] ?? 0n;
    if (number !== beside) return number < beside ? -1 : 1;
  }
  // A release comes after its pre-releases.
  if (one.pre.length === 0 || other.pre.length === 0)
    return Number(one.pre.length === 0) - Number(other.pre.length === 0);
  for (let index = 0; index < Math.max(one.pre.length, other.pre.length); index += 1) {
    const order = compareWords(one.pre[index], other.pre[index]);
    if (order !== 0) return order;
  }
  return 0;
}

/** The release of a pre-release is the step that it prepares. */
export function nextVersion(version: string, step: VersionStep): string {
  const { numbers, pre } = versionParts(version);
  const [major, minor, patch] = numbers;
  const isPrepared = pre.length > 0;
  switch (step) {
    case "major":
      return `${isPrepared && minor === 0n && patch === 0n ? major : major + 1n}.0.0`;
    case "minor":
      return `${major}.${isPrepared && patch === 0n ? minor : minor + 1n}.0`;
    case "patch":
      return `${major}.${minor}.${isPrepared ? patch : patch + 1n}`;
    default:
      return step satisfies never;
  }
}

/** Below 1.0.0 a break asks for the middle number and all else for the last one, as ranges of package managers take it. */
export function stepFrom(version: string, step: VersionStep): VersionStep {
  const [major] = versionParts(version).numbers;
  if (major > 0n) return step;
  return step === "major" ? "minor" : "patch";
}

export interface CodeEnd {
  /** The code was deprecated before. */
  readonly wasAnnounced: boolean;
  /** Whether somebody may have the present version. */
  readonly isReleased: boolean;
}

/** The first version without a code that ends now; a pre-release is the release that it prepares. */
export function releaseOfEnd(version: string, { wasAnnounced, isReleased }: CodeEnd): string {
  const { numbers, pre } = versionParts(version);
  if (pre.length > 0) return numbers.join(".");
  return isReleased ? nextVersion(version, stepFrom(version, wasAnnounced ? "minor" : "major")) : version;
}

/** Numbers come before words; fewer words come before more. */
function compareWords(a: string | undefined, b: string | undefined): number {
  if (a === b) return 0;
  if (a === undefined || b === undefined) return a === undefined ? -1 : 1;
  const [isNumber, isOther] = [/^\d+$/.test(a), /^\d+$/.test(b)];
  if (isNumber && isOther) return BigInt(a) < BigInt(b) ? -1 : 1;
  if (isNumber !== isOther) return isNumber ? -1 : 1;
  return a < b ? -1 : 1;
}
