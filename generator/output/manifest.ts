// The manifest of a target's folder: the files that errtable made there, with their hashes. It may have been edited or merged.
import { hash } from "node:crypto";
import { compareText } from "../diagnostic/diagnostic.ts";
import { pathProblem } from "./paths.ts";

/** Files by path, with every hash that a file may have and still be as errtable made it. Manifests and journals hold one. */
export type Listing = ReadonlyMap<string, readonly string[]>;

/** The reason why a manifest is not believed: the end of a sentence that begins with its name. */
export interface ListingProblem {
  readonly problem: string;
}

const about = "errtable made these files: it updates them, and removes the files that it no longer makes.";
const maximumBytes = 16 * 2 ** 20;

/** The same listing has the same bytes, in any order of filling. */
export function printListing(listing: Listing): string {
  const lines = [...listing]
    .toSorted(([a], [b]) => compareText(a, b))
    .map(([path, hashes]) => {
      const quoted = hashes.map((one) => JSON.stringify(one)).join(", ");
      return `    ${JSON.stringify(path)}: ${hashes.length === 1 ? quoted : `[${quoted}]`}`;
    });
  const files = lines.length === 0 ? "{}" : `{\n${lines.join(",\n")}\n  }`;
  return `{\n  "about": ${JSON.stringify(about)},\n  "files": ${files}\n}\n`;
}

/** Anything that errtable would not have written makes the whole listing void. */
export function parseListing(bytes: Uint8Array): Listing | ListingProblem {
  if (bytes.length > maximumBytes) return { problem: "is too large to be errtable's" };
  const text = new TextDecoder().decode(bytes);
  // A merge left both of its sides in the file; both are believed.
  if (/^<{7}( |\r?$)/m.test(text)) return readEntries(conflictEntries(text));
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { problem: "is not JSON" };
  }
  const files = isRecord(value) ? value["files"] : undefined;
  return isRecord(files) ? readEntries(Object.entries(files)) : { problem: 'has no map of "files"' };
}

export function sha256(data: Uint8Array | string): string {
  return hash("sha256", data, "hex");
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

/** Each entry stands on a line of its own, so that both sides of a conflict can be read. */
function* conflictEntries(text: string): Iterable<readonly [string, unknown]> {
  for (const [, path, value] of text.matchAll(/^ {4}("(?:[^"\\\n]|\\.)+"): ("[^"\n]*"),?\r?$/gm)) {
    try {
      yield [String(JSON.parse(path ?? "")), JSON.parse(value ?? "")];
    } catch {
      // errtable never wrote such a line, so it is not believed.
    }
  }
}

function isHash(value: unknown): value is string {
  return typeof value === "string" && /^[0-9a-f]{64}$/.test(value);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
