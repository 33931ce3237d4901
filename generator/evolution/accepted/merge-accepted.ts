// The accepted breaks of both sides of a merge become one file: the entries that a side added stay, and those that a side removed leave.
import type { SourceFile } from "../../diagnostic/source.ts";
import { readYaml } from "../../reader/yaml/document.ts";
import type { JsonObject } from "../../text/json/value.ts";
import { parseAccepted } from "./accepted-file.ts";
import { addEntries } from "./accepted-text.ts";

export interface AcceptedSides {
  readonly base: SourceFile;
  readonly ours: SourceFile;
  readonly theirs: SourceFile;
}

/** Undefined where a side cannot be read, where both remove entries of their own, or where a comment would be lost. */
export function mergeAccepted(sides: AcceptedSides): string | undefined {
  const [base, ours, theirs] = [entriesOf(sides.base), entriesOf(sides.ours), entriesOf(sides.theirs)];
  if (base === undefined || ours === undefined || theirs === undefined) return undefined;
  const lost = (side: Entries) => [...base.keys()].filter((fingerprint) => !side.has(fingerprint));
  const [lostHere, lostThere] = [lost(ours), lost(theirs)];
  // The text of the side that removed most is kept, and the other one adds to it.
  const [kept, other] = lostThere.length > lostHere.length ? [theirs, ours] : [ours, theirs];
  const [keptText, otherText] = kept === ours ? [sides.ours, sides.theirs] : [sides.theirs, sides.ours];
  const isWithin = lost(other).every((fingerprint) => !kept.has(fingerprint));
  if (!isWithin) return undefined;
  const added = [...other].filter(([fingerprint]) => !base.has(fingerprint) && !kept.has(fingerprint));
  const entries = added.map(([, entry]) => entry);
  const merged = entries.length === 0 ? keptText.text : addEntries(keptText, entries);
  const known = `${sides.base.text}\n${merged}`;
  const comments = otherText.text.match(/#.*$/gm) ?? [];
  return comments.every((comment) => known.includes(comment.trimEnd())) ? merged : undefined;
}

type Entries = ReadonlyMap<string, JsonObject>;

/** By fingerprint. */
function entriesOf(source: SourceFile): Entries | undefined {
  if (parseAccepted(source).value === undefined) return undefined;
  const data = readYaml(source).value?.data as { readonly accepted: readonly JsonObject[] | null } | undefined;
  return new Map((data?.accepted ?? []).map((entry) => [String(entry["fingerprint"]), entry]));
}
