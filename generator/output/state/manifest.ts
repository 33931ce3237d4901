// The manifest of a target's folder: the files that errtable made there, with their hashes, and the choices it made. It may have been edited or merged.

import { createHash, hash } from "node:crypto";
import { compareText } from "../../diagnostic/diagnostic.ts";
import { memoize } from "../../diagnostic/memoize.ts";
import { parseJson } from "../../text/json/parse-json.ts";
import { isRecord } from "../../text/json/value.ts";
import { pathProblem } from "../files/paths.ts";
import { encodePieces } from "../files/utf8-pieces.ts";

/** Files by path, with every hash that a file may have and still be as errtable made it. Manifests and journals hold one. */
export type Listing = ReadonlyMap<string, readonly string[]>;

/** The facts of a manifest besides its files. */
export interface ManifestFacts {
  /** By the name of the option. */
  readonly choices?: Readonly<Record<string, string>> | undefined;
  /** The configuration that asks for the target, relative to the folder, with forward slashes. */
  readonly config?: string | undefined;
}

/** The reason why a manifest is not believed: the end of a sentence that begins with its name. */
export interface ListingProblem {
  readonly problem: string;
}

const about = "errtable made these files: it updates them, and removes the files that it no longer makes.";
const maximumBytes = 16 * 2 ** 20;

/** The same listing has the same bytes, in any order of filling. Each entry has a line of its own, so that a merge keeps entries whole. */
export function printListing(listing: Listing, { choices = {}, config }: ManifestFacts = {}): string {
  const files = [...listing].map(([path, hashes]) => {
    const quoted = hashes.map((one) => JSON.stringify(one)).join(", ");
    return [path, hashes.length === 1 ? quoted : `[${quoted}]`] as const;
  });
  const chosen = Object.entries(choices).map(([option, choice]) => [option, JSON.stringify(choice)] as const);
  const members = [
    `  "about": ${JSON.stringify(about)}`,
    ...(config === undefined ? [] : [`  "config": ${JSON.stringify(config)}`]),
    ...(chosen.length === 0 ? [] : [`  "choices": ${printEntries(chosen)}`]),
    `  "files": ${printEntries(files)}`,
  ];
  return `{\n${members.join(",\n")}\n}\n`;
}

function printEntries(entries: readonly (readonly [name: string, json: string])[]): string {
  if (entries.length === 0) return "{}";
  const sorted = entries.toSorted(([a], [b]) => compareText(a, b));
  return `{\n${sorted.map(([name, json]) => `    ${JSON.stringify(name)}: ${json}`).join(",\n")}\n  }`;
}

/** A path that errtable would not have written makes the whole listing void. Both sides of a merge are believed. */
export function parseListing(bytes: Uint8Array): Listing | ListingProblem {
  if (bytes.length > maximumBytes) return { problem: "is too large to be errtable's" };
  const text = new TextDecoder().decode(bytes);
  const lines = [...lineEntries(text)];
  const value = parseJson(text);
  if (value === undefined) return lines.length > 0 ? readEntries(lines) : { problem: "is not JSON" };
  const files = isRecord(value) ? value["files"] : undefined;
  return isRecord(files) ? readEntries([...Object.entries(files), ...lines]) : { problem: 'has no map of "files"' };
}

/** The choices of a manifest, by the name of the option. Where a merge left two, the first counts. */
export function parseChoices(bytes: Uint8Array): Readonly<Record<string, string>> {
  if (bytes.length > maximumBytes) return {};
  const lines = Buffer.from(bytes)
    .toString()
    .matchAll(/^ {4}"([a-zA-Z]+)": "([a-zA-Z]+)",?\r?$/gm);
  return Object.fromEntries(Array.from(lines, ([, option = "", choice = ""]) => [option, choice]).toReversed());
}

export function sha256(data: Uint8Array | string): string {
  return hash("sha256", data, "hex");
}

/** Of the UTF-8 of a text, however large it is. */
export function hashOfText(text: string): string {
  const sum = createHash("sha256");
  encodePieces(text, (bytes) => sum.update(bytes));
  return sum.digest("hex");
}

/** Bytes that were read and that nobody changes are hashed once. */
export const hashOfBytes = memoize((bytes: Uint8Array) => sha256(bytes));

/** The configuration that a manifest names; undefined where it names none. */
export function parseConfig(bytes: Uint8Array): string | undefined {
  if (bytes.length > maximumBytes) return undefined;
  const [, path = ""] = /^ {2}"config": (".*"),?\r?$/m.exec(Buffer.from(bytes).toString()) ?? [];
  const config = parseJson(path);
  return typeof config === "string" ? config : undefined;
}

/** The manifest with the entries of both sides of a merge; undefined where one side cannot be believed. */
export function mergeManifests(ours: Uint8Array, theirs: Uint8Array): string | undefined {
  const [mine, other] = [parseListing(ours), parseListing(theirs)];
  if ("problem" in mine || "problem" in other) return undefined;
  const choices = { ...parseChoices(theirs), ...parseChoices(ours) };
  return printListing(joinListings(mine, other), { choices, config: parseConfig(ours) ?? parseConfig(theirs) });
}

/** Every path of both, with the hashes of both; the second may name a path several times. */
export function joinListings(a: Listing, b: Iterable<readonly [path: string, hashes: readonly string[]]>): Listing {
  const joined = new Map(a);
  for (const [path, hashes] of b) joined.set(path, [...new Set([...(joined.get(path) ?? []), ...hashes])]);
  return joined;
}

function readEntries(entries: Iterable<readonly [string, unknown]>): Listing | ListingProblem {
  const read: (readonly [string, readonly string[]])[] = [];
  for (const [path, value] of entries) {
    const problem = pathProblem(path);
    if (problem !== undefined)
      return { problem: `lists ${JSON.stringify(path.slice(0, 200))}, a path that ${problem}` };
    const hashes: readonly unknown[] = Array.isArray(value) ? value : [value];
    if (!hashes.every(isHash)) return { problem: `lists ${JSON.stringify(path)} without a SHA-256` };
    read.push([path, hashes]);
  }
  return joinListings(new Map(), read);
}

/** Each entry stands on a line of its own, so that both sides of a merge can be read, also from what is no JSON any more. */
function* lineEntries(text: string): Iterable<readonly [string, unknown]> {
  for (const [, path = "", value = ""] of text.matchAll(
    /^ {4}("(?:[^"\\\n]|\\.)+"): (["[][0-9a-f", ]{64,}[\]"]),?\r?$/gm,
  )) {
    const entry = [parseJson(path), parseJson(value)] as const;
    // errtable never wrote any other line, so it is not believed.
    if (typeof entry[0] === "string" && entry[1] !== undefined) yield [entry[0], entry[1]];
  }
}

function isHash(value: unknown): value is string {
  return typeof value === "string" && /^[0-9a-f]{64}$/.test(value);
}
