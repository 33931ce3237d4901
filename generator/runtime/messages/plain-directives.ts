// Texts that are printed as they are (`%s`) and integers in digits (`%d`), for tables whose messages have no other directive.

import type { Value } from "./param-values.ts";
import type { Layer, ValueType } from "./printf.ts";
import { wholeText } from "./templates.ts";

export function print(directive: string, value: Value): string {
  return directive === "%d" ? wholeText(value) : String(value);
}

/** The characters that a directive can print; undefined if it can print any character. */
export function printedCharacters(directive: string): string | undefined {
  return directive === "%d" ? "-0123456789" : undefined;
}

/** A value that may print as this text; undefined if several values may. */
export function scan(directive: string, _type: ValueType, text: string): Value | undefined {
  if (directive !== "%d") return text;
  const value = Number.parseInt(text, 10) || 0;
  return Number.isSafeInteger(value) ? value : undefined;
}

export function countWays(body: string, directive: string, separator: string, after: Uint8Array): Layer {
  const allowed = printedCharacters(directive);
  const shortest = allowed === undefined ? 0 : 1;
  const ends = new Uint8Array(body.length + 1);
  const ways = new Uint8Array(body.length + 1);
  let open = 0;
  for (let at = body.length; at >= 0; at -= 1) {
    if (body.startsWith(separator, at)) {
      ends[at] = after[at + separator.length] ?? 0;
    }
    // `open` is the number of ways from the ends that the slot can reach from here.
    if (open > 0 && allowed?.includes(body.charAt(at)) === false) open = 0;
    const longer = open;
    open = Math.min(2, longer + (ends[at] ?? 0));
    ways[at] = shortest === 0 ? open : longer;
  }
  return { ends, ways, shortest, closings: undefined };
}

/** Reads the texts that print as they stand. */
export function directReader(directive: string, type: ValueType): (text: string) => Value | undefined {
  return (text) => {
    const value = scan(directive, type, text);
    return value !== undefined && print(directive, value) === text ? value : undefined;
  };
}
