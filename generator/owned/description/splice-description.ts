// Changes become edits, and these a new text, which is read again: it must hold what was intended, or nothing is written.

import type { SourceFile } from "../../diagnostic/source.ts";
import type { Json } from "../../text/json/value.ts";
import { applyEdits, type Edit, type LineEnd, lineEndOf } from "../edits.ts";
import { editBlock, editNothing } from "./block-edits.ts";
import { applyChanges, byMap, type Change, sameSharedData } from "./changes.ts";
import { type Description, type Refusal, readDescription } from "./description.ts";
import { editFlow } from "./flow-edits.ts";
import { type FoundMap, findMap } from "./maps.ts";

export interface Spliced {
  readonly text: string;
  readonly edits: readonly Edit[];
}

export function splice(description: Description, changes: readonly Change[]): Spliced | readonly Refusal[] {
  const { source } = description;
  if (changes.length === 0) return { text: source.text, edits: [] };
  const lineEnd = lineEndOf(source.text);
  const edits: Edit[] = [];
  const refusals: Refusal[] = [];
  const flows = new Set<string>();
  for (const [at, own] of byMap(changes)) {
    const found = findMap(description, at);
    if ("code" in found) {
      refusals.push(found);
      continue;
    }
    if (found.kind === "flow") flows.add(JSON.stringify(at));
    const made = editMap(found, own, description, lineEnd);
    if ("code" in made) refusals.push(made);
    else edits.push(...made);
  }
  if (refusals.length > 0) return refusals;
  const text = applyEdits(source.text, edits);
  const intended = applyChanges(description.data, changes, (at) => flows.has(JSON.stringify(at)));
  verify(text, intended, description);
  return { text, edits };
}

function editMap(
  found: FoundMap,
  changes: readonly Change[],
  description: Description,
  lineEnd: LineEnd,
): readonly Edit[] | Refusal {
  if (found.kind === "flow") return editFlow(found.map, found.parents, changes, description, lineEnd);
  if (found.kind === "block") return editBlock(found.map, changes, description, lineEnd);
  return editNothing(found.pair, found.parents.at(-1), changes, description, lineEnd);
}

/** What does not hold here would be a description that somebody else finds broken. */
function verify(text: string, intended: Json, { source: { path }, isJson }: Description): void {
  const data = isJson ? (JSON.parse(text) as Json) : readAgain({ path, text });
  if (data === undefined || !sameSharedData(data, intended)) {
    throw new Error(`The edits of ${path} would not have made what was intended.`);
  }
}

function readAgain(source: SourceFile): Json | undefined {
  const read = readDescription(source);
  return "data" in read ? read.data : undefined;
}
