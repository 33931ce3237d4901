// What a target's folder says of itself: which files errtable made there, and with which bytes. Read with suspicion.
import { hash } from "node:crypto";
import { compareText } from "../diagnostic/diagnostic.ts";
import { pathProblem } from "./paths.ts";

/** Files by path, with the hashes that they may have and still be as errtable made them. */
export type Ledger = ReadonlyMap<string, readonly string[]>;

export interface LedgerReading {
  readonly ledger: Ledger;
  /** A merge left both of its sides in it; both are believed. */
  readonly conflicted: boolean;
}

/** Why a ledger is not believed: the end of a sentence that begins with its name. */
export interface LedgerProblem {
  readonly problem: string;
}

const about = "errtable made these files: it updates them, and removes those that are no longer made.";
const maximumBytes = 16 * 2 ** 20;

/** The same ledger has the same bytes, whatever order it was filled in. */
export function printLedger(ledger: Ledger): string {
  const lines = [...ledger]
    .toSorted(([a], [b]) => compareText(a, b))
    .map(([path, hashes]) => {
      const value = hashes.length === 1 ? JSON.stringify(hashes[0]) : `[${hashes.map(quote).join(", ")}]`;
      return `    ${JSON.stringify(path)}: ${value}`;
    });
  const files = lines.length === 0 ? "{}" : `{\n${lines.join(",\n")}\n  }`;
  return `{\n  "about": ${JSON.stringify(about)},\n  "files": ${files}\n}\n`;
}

/** Anything that errtable would not have written makes the whole ledger void. */
export function parseLedger(bytes: Uint8Array): LedgerReading | LedgerProblem {
  if (bytes.length > maximumBytes) return { problem: "is too large to be errtable's" };
  const text = new TextDecoder().decode(bytes);
  if (/^<{7}( |\r?$)/m.test(text)) return readEntries(conflictEntries(text), true);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { problem: "is not JSON" };
  }
  const files = isRecord(value) ? value["files"] : undefined;
  if (!isRecord(files)) return { problem: 'has no map of "files"' };
  return readEntries(Object.entries(files), false);
}

export function sha256(data: Uint8Array | string): string {
  return hash("sha256", data, "hex");
}

/** Both ledgers: every path of either, with the hashes of both. */
export function joinLedgers(a: Ledger, b: Ledger): Ledger {
  const joined = new Map(a);
  for (const [path, hashes] of b) joined.set(path, [...new Set([...(joined.get(path) ?? []), ...hashes])]);
  return joined;
}

function readEntries(
  entries: Iterable<readonly [string, unknown]>,
  conflicted: boolean,
): LedgerReading | LedgerProblem {
  const found = new Map<string, string[]>();
  for (const [path, value] of entries) {
    const problem = pathProblem(path);
    if (problem !== undefined)
      return { problem: `lists ${JSON.stringify(path.slice(0, 200))}, a path that ${problem}` };
    const hashes: readonly unknown[] = Array.isArray(value) ? value : [value];
    const known = found.get(path) ?? [];
    for (const one of hashes) {
      if (typeof one !== "string" || !/^[0-9a-f]{64}$/.test(one)) {
        return { problem: `lists ${JSON.stringify(path)} without a SHA-256` };
      }
      if (!known.includes(one)) known.push(one);
    }
    found.set(path, known);
  }
  return { ledger: found, conflicted };
}

/** The entries stand on lines of their own, so that both sides of a conflict can be read. */
function* conflictEntries(text: string): Iterable<readonly [string, unknown]> {
  for (const [, path, value] of text.matchAll(/^ {4}("(?:[^"\\\n]|\\.)+"): ("[^"\n]*"),?\r?$/gm)) {
    try {
      yield [String(JSON.parse(path ?? "")), JSON.parse(value ?? "")];
    } catch {
      // Such a line is none of ours; what it lists is not believed.
    }
  }
}

function quote(text: string): string {
  return JSON.stringify(text);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
