// Does what printf.ts does for templates that print texts and safe integers as they are (`%s` and `%d`), each param once. Pages carry
// it in the place of printf.ts, because it is short.

import type { Value } from "./param-values.ts";
import { type Part, type ValueType, wordsOf } from "./parts.ts";

export function formatMessage(parts: readonly Part[], values: readonly Value[]): string {
  return parts.map((part) => (typeof part === "string" ? part : String(values[part[0]] ?? ""))).join("");
}

export function readMessage(
  parts: readonly Part[],
  types: readonly ValueType[],
  message: string,
): readonly Value[] | undefined {
  const all = divisions(parts, message);
  if (all.at(-1)?.[message.length] !== 1 || wordsOf(parts).slice(1, -1).includes("")) return undefined;
  const values: Value[] = [];
  let end = message.length;
  for (const [index, part] of [...parts.entries()].reverse()) {
    if (typeof part === "string") end -= part.length;
    else {
      const [param, directive] = part;
      const start = all[index]?.lastIndexOf(1, end - Number(directive === "%d")) ?? 0;
      const text = message.slice(start, end);
      const value = types[param] === "string" ? text : Number(text);
      // The number is printed again and compared.
      if (String(value) !== text || (value !== text && !Number.isSafeInteger(value))) return undefined;
      values[param] = value;
      end = start;
    }
  }
  return values;
}

export function isPossibleMessage(parts: readonly Part[], message: string): boolean {
  return !!divisions(parts, message).at(-1)?.[message.length];
}

/** Before the first part and after each: for each place in the message the number of ways, at most 2, to come to it. */
function divisions(parts: readonly Part[], message: string): readonly Uint8Array[] {
  const size = message.length + 1;
  let ways = new Uint8Array(size);
  ways[0] = 1;
  const all = [ways];
  const words = wordsOf(parts);
  // Most texts are none of the template.
  if (!message.startsWith(words[0] ?? "") || !message.endsWith(words.at(-1) ?? "")) return [];
  for (const part of parts) {
    const next = new Uint8Array(size);
    let open = 0;
    for (let at = 0; at < size; at += 1) {
      const here = ways[at] ?? 0;
      if (typeof part === "string") {
        if (here && message.startsWith(part, at)) next[at + part.length] = here;
      } else {
        // A number has a digit; a text may be empty.
        const isText = part[1] === "%s";
        if (!isText && !/[-\d]/.test(message.charAt(at - 1))) open = 0;
        if (!isText) next[at] = open;
        open = Math.min(2, open + here);
        if (isText) next[at] = open;
      }
    }
    all.push(next);
    ways = next;
  }
  return all;
}
