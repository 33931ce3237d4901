// Code that has types becomes the same code without them, to be laid out anew.
import { isList } from "../../../text/json/value.ts";
import { assigned, choice, type Doc, group, HARD_LINE, indent } from "./typescript-layout.ts";

/** A line that holds nothing but types is left out. */
export function withoutTypes(doc: Doc): Doc {
  if (typeof doc === "string") return doc;
  if (isList(doc)) return listWithoutTypes(doc);
  switch (doc.kind) {
    case "line":
    case "boundary":
      return doc;
    case "group":
      return group(withoutTypes(doc.content));
    case "indent":
      return indent(withoutTypes(doc.content));
    case "choice":
      return choice(withoutTypes(doc.broken), withoutTypes(doc.flat));
    case "assigned":
      return assigned(withoutTypes(doc.content));
    case "typed":
      return withoutTypes(doc.plain);
    default:
      return doc satisfies never;
  }
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
