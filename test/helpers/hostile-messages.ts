// Messages that make a careless reader of templates look at every character many times.
import type { Part, ValueType } from "../../generator/runtime/printf/parts.ts";

export interface HostileMessage {
  readonly name: string;
  readonly slot: string;
  readonly separator: string;
  /** The message repeats this, and ends with the tail. */
  readonly unit: string;
  readonly tail: string;
}

export const hostileMessages: readonly HostileMessage[] = [
  hostile("strings, last separator missing", "%s", "' of '", "' of '", "!"),
  hostile("strings, all separators", "%s", "' of '", "' of '", ""),
  hostile("strings, a long separator that nearly matches", "%s", "aaaaaaaaaaaaaaab", "a", "b"),
  hostile("integers in digits", "%d", "1", "1", ""),
  hostile("integers in separators", "%d", " (", " (", ""),
  hostile("numbers in points", "%f", ".", "1.", ""),
  hostile("padded integers in blanks", "%5d", " ", " ", ""),
  hostile("padded strings", "%40s", " ", " a", ""),
  hostile("characters", "%c", "a", "a", ""),
  hostile("quoted strings", "%q", '"', '"', ""),
  hostile("quotation marks in quoted strings", "%q", " ", '\\"', '"'),
  hostile("cut strings", "%.5s", "😀", "😀", ""),
];

function hostile(name: string, slot: string, separator: string, unit: string, tail: string): HostileMessage {
  return { name, slot, separator, unit, tail };
}

/** A template with a string in front, which keeps the typed slots from being found by the first literal alone. */
export function hostileParts({ slot, separator }: HostileMessage, count: number): readonly Part[] {
  const slots = Array.from({ length: count }, (_, at): readonly Part[] => [
    separator,
    [at + 1, at % 2 === 0 ? slot : "%s"],
  ]);
  return [[0, "%s"], ...slots.flat()];
}

export function slotTypes(parts: readonly Part[]): readonly ValueType[] {
  return parts.flatMap((part) => (typeof part === "string" ? [] : [typeOf(part[1])]));
}

function typeOf(directive: string): ValueType {
  return directive.endsWith("d") ? "int64" : directive.endsWith("f") ? "number" : "string";
}

export function messageOfSize({ unit, tail }: HostileMessage, size: number): string {
  return unit.repeat(Math.ceil(size / unit.length)) + tail;
}
