// Changes of a description become edits of its text. The new text is read again, and must hold the intended data.
import type { Diagnostic } from "../../diagnostic/diagnostic.ts";
import { applyEdits, type Edit, lineEndOf } from "../../diagnostic/text-edits.ts";
import type { Json } from "../../text/json/value.ts";
import { editBlockMapping, editMissingMapping } from "./block-mapping-edits.ts";
import { type Description, readDescription } from "./description.ts";
import { findMapping } from "./find-mapping.ts";
import { editFlowMapping } from "./flow-mapping-edits.ts";
import { applyChanges, byMapping, isSameData, type MemberChange } from "./member-changes.ts";

/** The new text, or the reasons why it cannot be edited. */
export function editDescription(
  description: Description,
  changes: readonly MemberChange[],
): string | readonly Diagnostic[] {
  const { source, data } = description;
  if (changes.length === 0) return source.text;
  const lineEnd = lineEndOf(source.text);
  const edits: Edit[] = [];
  const refusals: Diagnostic[] = [];
  const flows = new Set<string>();
  for (const [at, own] of byMapping(changes)) {
    const found = findMapping(description, at);
    if ("code" in found) {
      refusals.push(found);
      continue;
    }
    const isFlow = found.mapping?.style === "flow";
    if (isFlow) flows.add(JSON.stringify(at));
    const made =
      found.mapping === undefined
        ? editMissingMapping(found.member, found.parent, own, source, lineEnd)
        : isFlow
          ? editFlowMapping(found.mapping, found.parents.at(-1), own, source.text, lineEnd)
          : editBlockMapping(found.mapping, own, source, lineEnd);
    if ("code" in made) refusals.push(made);
    else edits.push(...made);
  }
  if (refusals.length > 0) return refusals;
  const text = applyEdits(source.text, edits);
  verify(
    text,
    applyChanges(data, changes, (at) => flows.has(JSON.stringify(at))),
    description,
  );
  return text;
}

/** An edit that does not do this would leave people with a broken description. */
function verify(text: string, intended: Json, { source: { path }, isJson }: Description): void {
  const read = isJson ? { data: JSON.parse(text) as Json } : readDescription({ path, text });
  if (!("data" in read) || !isSameData(read.data, intended))
    throw new Error(`The edits of ${path} would not have made the intended description.`);
}
