// Code that has types becomes the same code without them, to be laid out anew.
import { isList } from "../../../text/json/value.ts";
import { choice, type Doc, group, HARD_LINE } from "./typescript-layout.ts";

/** A line that holds nothing but types is left out. */
export function withoutTypes(doc: Doc): Doc {
  if (typeof doc === "string") return doc;
  if (isList(doc)) return listWithoutTypes(doc);
  if (doc.kind === "line" || doc.kind === "boundary") return doc;
  if (doc.kind === "typed") return withoutTypes(doc.plain);
  if (doc.kind === "choice") return choice(withoutTypes(doc.broken), withoutTypes(doc.flat));
  const content = withoutTypes(doc.content);
  return doc.kind === "group" ? group(content) : { kind: doc.kind, content };
}

function listWithoutTypes(docs: readonly Doc[]): Doc {
  const kept: Doc[] = [];
  for (let index = 0; index < docs.length; index++) {
    const doc = docs[index] as Doc;
    const plain = withoutTypes(doc);
    const startsLine = kept.length === 0 || kept.at(-1) === HARD_LINE;
    if (plain !== "" || doc === "") kept.push(plain);
    else if (startsLine && docs[index + 1] === HARD_LINE) index++;
    else if (startsLine && index === docs.length - 1) kept.pop();
  }
  return kept;
}
