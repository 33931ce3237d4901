// Does what printf.ts does for templates that print texts and integers as they are (`%s` and `%d`), each param once. Pages carry
// it in the place of printf.ts, because it is short.
import type { Part, Slot, Value, ValueType } from "./printf.ts";

export function formatMessage(parts: readonly Part[], values: readonly Value[]): string {
  return parts.map((part) => (typeof part === "string" ? part : String(values[part[0]] ?? ""))).join("");
}

export function readMessage(
  parts: readonly Part[],
  types: readonly ValueType[],
  message: string,
): readonly Value[] | undefined {
  const words = wordsOf(parts);
  const [count, endsOf] = divide(parts, words, message);
  if (count !== 1 || words.slice(1, -1).includes("")) return undefined;
  const values: Value[] = [];
  let from = words[0]?.length ?? 0;
  for (const [index, [param, directive]] of slotsOf(parts).entries()) {
    const end = endsOf[index]?.indexOf(1, from + Number(directive === "%d")) ?? 0;
    const text = message.slice(from, end);
    const value = scan(text, directive, types[param]);
    // Scanning is lenient, so that the value is printed again and compared.
    if (value === undefined || String(value) !== text) return undefined;
    values[param] = value;
    from = end + (words[index + 1]?.length ?? 0);
  }
  return values;
}

export function isPossibleMessage(parts: readonly Part[], message: string): boolean {
  return divide(parts, wordsOf(parts), message)[0] > 0;
}

export function wordsOf(parts: readonly Part[]): string[] {
  let words = [""];
  for (const part of parts)
    words = typeof part === "string" ? [...words.slice(0, -1), words.at(-1) + part] : [...words, ""];
  return words;
}

function slotsOf(parts: readonly Part[]): readonly Slot[] {
  return parts.filter((part) => typeof part !== "string");
}

/** The number of ways to divide a message among the slots, at most 2, and for each slot the places where its text may end. */
function divide(parts: readonly Part[], words: readonly string[], message: string): [number, readonly Uint8Array[]] {
  const [head = ""] = words;
  const all: Uint8Array[] = [];
  const size = message.length + 1;
  let ways = new Uint8Array(size);
  ways[size - 1] = 1;
  // Most texts are none of the template.
  if (!message.startsWith(head) || !message.endsWith(words.at(-1) ?? "")) return [0, all];
  for (const [index, [, directive]] of [...slotsOf(parts).entries()].reverse()) {
    const word = words[index + 1] ?? "";
    const isNumber = directive === "%d";
    const ends = new Uint8Array(size);
    const starts = new Uint8Array(size);
    let open = 0;
    for (let at = size - 1; at >= 0; at -= 1) {
      if (message.startsWith(word, at)) ends[at] = ways[at + word.length] ?? 0;
      if (isNumber && !/[-\d]/.test(message.charAt(at))) open = 0;
      // A number has a digit; a text may be empty.
      if (isNumber) starts[at] = open;
      open = Math.min(2, open + (ends[at] ?? 0));
      if (!isNumber) starts[at] = open;
    }
    all.unshift(ends);
    ways = starts;
  }
  return [ways[head.length] ?? 0, all];
}

function scan(text: string, directive: string, type: ValueType | undefined): Value | undefined {
  if (type === "string") return directive === "%s" ? text : undefined;
  if (type !== "int64") {
    const value = Number(text);
    return type === "number" || Number.isSafeInteger(value) ? value : undefined;
  }
  const value = /^-?\d{1,20}$/.test(text) ? BigInt(text) : 0n;
  return BigInt.asIntN(64, value) === value || BigInt.asUintN(64, value) === value ? value : undefined;
}
