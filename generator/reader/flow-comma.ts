// A word without a value in a map in braces becomes a finding about the comma before it, which was meant as a part of a text.
import type { Span } from "../diagnostic/source.ts";
import type { Edit } from "../diagnostic/text-edits.ts";
import type { Path } from "../text/json/pointer.ts";
import type { SpecDocument } from "./yaml/document.ts";

export interface SplitText {
  /** The whole text with its commas. */
  readonly span: Span;
  readonly message: string;
  readonly help: string;
  readonly fix?: readonly Edit[];
}

/** Such as "sir" in `{ message: No, sir }`; undefined for any other field. `map` holds the field. */
export function findSplitText(document: SpecDocument, map: Path, field: string, data: object): SplitText | undefined {
  const { text } = document.source;
  const names = Object.keys(data);
  const isBare = (name: string | undefined): boolean => {
    if (name === undefined || (data as Readonly<Record<string, unknown>>)[name] !== null) return false;
    return /^\s*[,}]/.test(text.slice(document.keySpan([...map, name]).end));
  };
  let first = names.indexOf(field);
  if (!isBare(names[first])) return undefined;
  let last = first;
  while (isBare(names[first - 1])) first -= 1;
  while (isBare(names[last + 1])) last += 1;
  const cut = names[first - 1];
  if (cut === undefined || typeof (data as Readonly<Record<string, unknown>>)[cut] !== "string") return undefined;
  const { start } = document.valueSpan([...map, cut]);
  const { end } = document.keySpan([...map, names[last] ?? field]);
  const whole = text.slice(start, end);
  if (/^["']/.test(whole)) return undefined;
  const isOneLine = !/[\r\n]/.test(whole);
  return {
    span: { start, end },
    message: `The comma ends the text of "${cut}", and the words behind it are read as fields of their own.`,
    help: isOneLine ? `Quote the text: ${JSON.stringify(whole)}.` : "Quote the text.",
    ...(isOneLine ? { fix: [{ start, end, text: JSON.stringify(whole) }] } : {}),
  };
}
