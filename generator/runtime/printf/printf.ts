// Prints printf messages and reads their params back. Both take time linear in
// the message. Reading returns params only if no other params make the message.

import { divide, firstPlaces, hasOtherRepeat, sameTexts, split } from "./divide.ts";
import type { Value } from "./param-values.ts";
import type { Part, ValueType } from "./parts.ts";
import { print } from "./print.ts";
import { scan } from "./scan.ts";
import { countAll, printsAnything } from "./ways.ts";

/**
 * The message as printf of C prints it, with widths in code points. `%q` prints
 * a text in quotes, as Go does, and `%n` a number in as few digits as it needs.
 */
export function formatMessage(parts: readonly Part[], values: readonly Value[]): string {
  let message = "";
  for (const part of parts) {
    if (typeof part === "string") message += part;
    else message += print(part[1], values[part[0]] ?? "");
  }
  return message;
}

/**
 * The values from which formatMessage makes this message. Undefined if there are none, if other values make the same
 * message too, or if a value is not shown in full. Floating-point numbers are as exact as they were printed. Types are
 * undefined if all params are texts that `%s` prints, each once and in order.
 */
export function readMessage(
  parts: readonly Part[],
  types: readonly ValueType[] | undefined,
  message: string,
): Value[] | undefined {
  const divided = split(parts, message);
  if (types === undefined) return divided;
  const texts = divided ?? sameTexts(parts, message);
  if (texts === undefined) return undefined;
  const values: Value[] = [];
  let slot = 0;
  for (const part of parts) {
    if (typeof part === "string") continue;
    const type = types[part[0]] ?? "string";
    const value = values[part[0]] ?? scan(part[1], type, texts[slot] ?? "");
    if (value !== undefined) values[part[0]] = value;
    slot += 1;
  }
  // Scanning is lenient, so that each value is printed again and compared.
  slot = 0;
  for (const part of parts) {
    if (typeof part === "string") continue;
    const value = values[part[0]];
    if (value === undefined) return undefined;
    if (print(part[1], value) !== texts[slot]) return undefined;
    slot += 1;
  }
  return values;
}

/**
 * Whether the message has the words of the template, and between them only texts that its slots can print. Each message
 * that readMessage reads is possible, and so may be others.
 */
export function isPossibleMessage(parts: readonly Part[], message: string): boolean {
  const division = divide(parts, message);
  if (division === undefined) return false;
  const { body, separators, slots } = division;
  if (firstPlaces(body, separators) === undefined) return false;
  if (slots.every(printsAnything)) return !hasOtherRepeat(parts, message);
  const [layer] = countAll(body, separators, slots);
  return layer?.ways[0] !== 0 && !hasOtherRepeat(parts, message);
}
