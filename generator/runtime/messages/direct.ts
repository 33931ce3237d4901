// Reads messages that show their params beyond doubt, which most messages do, in one pass; printf.ts reads the other ones.

import { parseDirective } from "../printf/directive.ts";
import { bigInt, type Value } from "../printf/param-values.ts";
import type { Part, ValueType } from "../printf/parts.ts";

/** A template of which every param has one slot, and a literal text follows every slot but the last one. */
export interface DirectTemplate {
  readonly head: string;
  readonly slots: readonly DirectSlot[];
  readonly tail: string;
}

interface DirectSlot {
  readonly name: string;
  readonly kind: "text" | "integer" | "other";
  /** A value that prints as the text; undefined if that is not certain. */
  readonly read: (text: string) => Value | undefined;
  /** The literal text before the next slot; empty after the last slot. */
  readonly separator: string;
  /** A character of the separator that few values have, and its last offset there. */
  readonly anchor: string;
  readonly offset: number;
  /** Whether the separator ends with a character of an integer; otherwise it cannot stand again before the end of an integer. */
  readonly endsAsNumber: boolean;
}

function kindOf(directive: string, type: ValueType): DirectSlot["kind"] {
  if (directive === "%s" && type === "string") return "text";
  return directive === "%d" && type === "integer" ? "integer" : "other";
}

export type ReadParams = Readonly<Record<string, Value>>;

/** Undefined for a template that has another form. */
export function directTemplate(
  parts: readonly Part[],
  names: readonly string[],
  types: readonly ValueType[],
): DirectTemplate | undefined {
  const [first] = parts;
  const head = typeof first === "string" ? first : "";
  const slots: DirectSlot[] = [];
  let tail = "";
  for (let index = head === "" ? 0 : 1; index < parts.length; index += 2) {
    const [slot, next = ""] = [parts[index], parts[index + 1]];
    if (typeof slot !== "object" || typeof next !== "string" || slot[0] !== slots.length) return undefined;
    const isLast = index + 2 >= parts.length;
    const [param, directive] = slot;
    const type = types[param] ?? "string";
    const separator = isLast ? "" : next;
    const anchor = rarest(separator);
    slots.push({
      name: names[param] ?? "",
      kind: kindOf(directive, type),
      read: directReader(directive, type),
      separator,
      anchor,
      offset: separator.lastIndexOf(anchor),
      endsAsNumber: /[-\d]$/.test(separator),
    });
    if (isLast) tail = next;
  }
  return { head, slots, tail };
}

/** Undefined if it is no such message; "unsure" if the message has to be looked at more closely. */
export function readDirectly(
  { head, slots, tail }: DirectTemplate,
  message: string,
): ReadParams | "unsure" | undefined {
  const end = message.length - tail.length;
  let from = head.length;
  // Engines find a short text faster than they cut one off or compare ends.
  if (end < from || message.indexOf(head) !== 0 || message.indexOf(tail, end) !== end) return undefined;
  if (slots.length === 0) return end === from ? {} : undefined;
  const params: Record<string, Value> = {};
  let before: DirectSlot | undefined;
  for (let index = 0; index < slots.length; index += 1) {
    const slot = slots[index];
    if (slot === undefined) break;
    const { name, kind, separator } = slot;
    const place = separator === "" ? end : message.indexOf(separator, from);
    const next = place + separator.length;
    if (place < 0 || next > end) return undefined;
    if (kind === "integer") {
      const value = integerIn(message, from, place);
      if (value === undefined) return "unsure";
      params[name] = value;
    } else {
      const text = message.slice(from, place);
      const value = kind === "text" ? text : slot.read(text);
      if (value === undefined) return "unsure";
      params[name] = value;
    }
    if (before !== undefined && (kind !== "integer" || before.endsAsNumber)) {
      if (isRepeated(before, message, from, place)) return "unsure";
    }
    from = next;
    before = slot;
  }
  return params;
}

/** Whether a separator that ends at `from` stands at a later place, too, so that there are other ways to divide the message. */
function isRepeated({ separator, anchor, offset }: DirectSlot, message: string, from: number, end: number): boolean {
  const size = separator.length;
  const next = message.indexOf(anchor, from - size + offset + 1);
  if (next < 0 || next - offset + size > end) return false;
  const place = message.indexOf(separator, from - size + 1);
  return place >= 0 && place + size <= end;
}

/** An integer as `%d` prints it, of at most 15 digits. */
function integerIn(message: string, from: number, end: number): number | undefined {
  const isNegative = message.charCodeAt(from) === 45;
  const start = isNegative ? from + 1 : from;
  const first = message.charCodeAt(start);
  if (end <= start || end - start > 15 || (first === 48 && (end > start + 1 || isNegative))) return undefined;
  let value = 0;
  for (let at = start; at < end; at += 1) {
    const digit = message.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return undefined;
    value = 10 * value + digit;
  }
  return isNegative ? -value : value;
}

/** The character that is the rarest one in English words; other characters than these are rarer still. */
function rarest(text: string): string {
  const ranks = Array.from(text.split(""), (character) => COMMON.indexOf(character));
  return text.charAt(ranks.indexOf(Math.min(...ranks)));
}

const COMMON = "zqxjkvbpygfwmucldrhsnioate ";

/** Reads the texts that are certainly printed as they stand: values without padding, without cuts, and with few digits. */
function directReader(directive: string, type: ValueType): (text: string) => Value | undefined {
  const { conversion, flags, width, precision } = parseDirective(directive);
  if (conversion === "s" && type === "string") {
    const limit = width > 0 ? 0 : (precision ?? Number.POSITIVE_INFINITY);
    return (text) => (text.length < limit ? text : undefined);
  }
  if (conversion === "n" && type === "number")
    return (text) => (String(Number(text)) === text ? Number(text) : undefined);
  const digits = digitsOf(conversion, precision, flags);
  const isNumber = type === "number" || (type !== "string" && conversion !== "f");
  if (digits === undefined || !isNumber) return () => undefined;
  const convert: (text: string) => Value = type === "int64" ? bigInt() : Number;
  return (text) => {
    // Padding ends where the width is reached.
    const isPadded = text.startsWith(" ") ? text.length === width : text.length >= width;
    return isPadded && digits.test(text) ? convert(text.trim()) : undefined;
  };
}

/** The numbers that a directive prints as they stand, with no more digits than a number of any type has. */
function digitsOf(conversion: string, precision: number | undefined, flags: string): RegExp | undefined {
  const isWhole = precision === undefined;
  if ("di".includes(conversion) && isWhole && flags === "") return /^ *(?:0|-?[1-9]\d{0,14})$/;
  if (conversion === "u" && isWhole && flags === "") return /^ *(?:0|[1-9]\d{0,14})$/;
  if (conversion === "x" && isWhole && flags === "#") return /^ *0x[1-9a-f][\da-f]{0,11}$/;
  if (conversion !== "f" || flags !== "" || precision === 0) return undefined;
  const places = precision ?? 6;
  return places > 9 ? undefined : new RegExp(`^ *-?(?:0|[1-9]\\d{0,${14 - places}})\\.\\d{${places}}$`);
}
