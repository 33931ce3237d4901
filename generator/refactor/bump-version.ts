// The next version of a table becomes an edit of its text.
import type { Checked } from "../diagnostic/diagnostic.ts";
import type { SpecDocument } from "../reader/yaml/document.ts";
import { fieldsOf } from "./closure.ts";
import { type ChangedFile, changeDocument, type DocumentChange } from "./document-changes.ts";
import { plainOrQuoted } from "./name-text.ts";
import { versionOf } from "./retirement.ts";

export const VERSION_STEPS = ["major", "minor", "patch"] as const;
export type VersionStep = (typeof VERSION_STEPS)[number];

export function setVersion(document: SpecDocument, version: string): Checked<ChangedFile> {
  const changed = changeDocument(document, [versionChange(document, version)]);
  return "severity" in changed ? { value: undefined, diagnostics: [changed] } : { value: changed, diagnostics: [] };
}

/** A table without a version gets it below its name. */
function versionChange(document: SpecDocument, version: string): DocumentChange {
  if (versionOf(document) !== undefined) return { kind: "value", path: ["version"], to: version };
  const names = fieldsOf(document.data).map(([name]) => name);
  const before = names[names.indexOf("name") + 1];
  const line = `version: ${plainOrQuoted(version)}`;
  return { kind: "add", path: [], name: "version", value: version, entry: { flow: line, block: line }, before };
}

/** By the rules of Semantic Versioning: the release of a pre-release is the step that it prepares. */
export function nextVersion(version: string, step: VersionStep): string {
  const { numbers, pre } = partsOf(version);
  const [major, minor, patch] = numbers;
  switch (step) {
    case "major":
      return `${pre !== "" && minor === 0n && patch === 0n ? major : major + 1n}.0.0`;
    case "minor":
      return `${major}.${pre !== "" && patch === 0n ? minor : minor + 1n}.0`;
    case "patch":
      return `${major}.${minor}.${pre === "" ? patch + 1n : patch}`;
    default:
      return step satisfies never;
  }
}

export function isVersion(text: string): boolean {
  return VERSION.test(text);
}

const VERSION = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-([0-9A-Za-z.-]+))?(?:\+[0-9A-Za-z.-]+)?$/;

function partsOf(version: string): { readonly numbers: readonly [bigint, bigint, bigint]; readonly pre: string } {
  const [, major = "0", minor = "0", patch = "0", pre = ""] = VERSION.exec(version) ?? [];
  return { numbers: [BigInt(major), BigInt(minor), BigInt(patch)], pre };
}

/** Below zero where `a` comes first, by the precedence of Semantic Versioning. */
export function compareVersions(a: string, b: string): number {
  const [one, other] = [partsOf(a), partsOf(b)];
  for (const [index, number] of one.numbers.entries()) {
    const beside = other.numbers[index] ?? 0n;
    if (number !== beside) return number < beside ? -1 : 1;
  }
  if (one.pre === other.pre) return 0;
  if (one.pre === "" || other.pre === "") return one.pre === "" ? 1 : -1;
  const [left, right] = [one.pre.split("."), other.pre.split(".")];
  for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
    const order = comparePart(left[index], right[index]);
    if (order !== 0) return order;
  }
  return 0;
}

function comparePart(a: string | undefined, b: string | undefined): number {
  if (a === b) return 0;
  if (a === undefined || b === undefined) return a === undefined ? -1 : 1;
  const [isNumber, isOther] = [/^\d+$/.test(a), /^\d+$/.test(b)];
  if (isNumber && isOther) return BigInt(a) < BigInt(b) ? -1 : BigInt(a) > BigInt(b) ? 1 : 0;
  if (isNumber !== isOther) return isNumber ? -1 : 1;
  return a < b ? -1 : 1;
}
