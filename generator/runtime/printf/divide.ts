// Divides a message into the texts of its slots.
import { literalAt, type Part, type Slot, wordsOf } from "./parts.ts";
import { countPlaces, printsAnything } from "./ways.ts";

/** The text of each slot in the message; undefined if there are several ways to divide the message. */
export function split(parts: readonly Part[], message: string): string[] | undefined {
  const head = literalAt(parts, 0);
  const firstSlot = head === "" ? 0 : 1;
  if (parts.length <= firstSlot) return message === head ? [] : undefined;
  const last = parts.length - 1;
  const tail = literalAt(parts, last);
  const end = message.length - tail.length;
  if (end < head.length) return undefined;
  if (!message.startsWith(head) || !message.endsWith(tail)) return undefined;
  const texts: string[] = [];
  let from = head.length;
  for (let index = firstSlot + 1; index < last; index += 2) {
    const separator = literalAt(parts, index);
    // Nothing marks the end of a slot that touches the next slot.
    if (separator === "") return undefined;
    const place = message.indexOf(separator, from);
    if (place < 0 || place + separator.length > end) return undefined;
    texts.push(message.slice(from, place));
    from = place + separator.length;
  }
  if (typeof parts[last] !== "string" && (last - firstSlot) % 2 === 1) {
    return undefined;
  }
  texts.push(message.slice(from, end));
  return texts.length > 1 ? single(parts, message, texts, end) : texts;
}

/**
 * The same texts if each separator stands at its last possible place, because then no other division exists; otherwise
 * the texts of the only division that the slots allow.
 */
function single(parts: readonly Part[], message: string, texts: string[], end: number): string[] | undefined {
  const firstSlot = typeof parts[0] === "string" ? 1 : 0;
  let next = end;
  for (let slot = texts.length - 1; slot > 0; slot -= 1) {
    const separator = literalAt(parts, firstSlot + 2 * slot - 1);
    const place = next - (texts[slot]?.length ?? 0) - separator.length;
    const other = message.indexOf(separator, place + 1);
    if (other >= 0 && other + separator.length <= next) {
      return counted(parts, message);
    }
    next = place;
  }
  return texts;
}

/** The texts of the only division that the slots allow; undefined if there is none or several. */
function counted(parts: readonly Part[], message: string): string[] | undefined {
  if (parts.every((part) => typeof part === "string" || printsAnything(part))) {
    return undefined;
  }
  const division = divide(parts, message);
  if (division === undefined) return undefined;
  const { body, separators, slots } = division;
  const places = countPlaces(body, separators, slots);
  if (places === undefined) return undefined;
  let from = 0;
  return slots.map((_, index) => {
    const text = body.slice(from, places[index]);
    from += text.length + (separators[index]?.length ?? 0);
    return text;
  });
}

/** The text between the first and the last literal text, with the separators and slots that it must have. */
interface Division {
  readonly body: string;
  readonly separators: readonly string[];
  readonly slots: readonly Slot[];
}

export function divide(parts: readonly Part[], message: string): Division | undefined {
  const slots: Slot[] = [];
  for (const part of parts) if (typeof part !== "string") slots.push(part);
  const words = wordsOf(parts);
  const [head = ""] = words;
  if (slots.length === 0) {
    return message === head ? { body: "", separators: [], slots } : undefined;
  }
  const tail = words[slots.length] ?? "";
  const end = message.length - tail.length;
  if (end < head.length) return undefined;
  if (!message.startsWith(head) || !message.endsWith(tail)) return undefined;
  const body = message.slice(head.length, end);
  return { body, separators: words.slice(1, -1), slots };
}

export function firstPlaces(body: string, separators: readonly string[]): number[] | undefined {
  const places: number[] = [];
  let from = 0;
  for (const separator of separators) {
    const place = body.indexOf(separator, from);
    if (place < 0) return undefined;
    places.push(place);
    from = place + separator.length;
  }
  return places;
}

/** Whether a slot that stands twice would have two texts in the only division of the message. */
export function hasOtherRepeat(parts: readonly Part[], message: string): boolean {
  if (new Set(parts.map(String)).size === parts.length) return false;
  const texts = split(parts, message) || [];
  const known = new Map<string, string>();
  let slot = 0;
  for (const part of parts) {
    if (typeof part === "string") continue;
    const text = texts[slot];
    slot += 1;
    if (text === undefined) return false;
    const other = known.get(part.join());
    if (other !== undefined && other !== text) return true;
    known.set(part.join(), text);
  }
  return false;
}

/** The texts of one slot that stands several times: they are the same, so that each takes its share of the message. */
export function sameTexts(parts: readonly Part[], message: string): string[] | undefined {
  const words = wordsOf(parts);
  const count = words.length - 1;
  const slots = new Set<string>();
  for (const part of parts) if (typeof part !== "string") slots.add(part.join());
  const length = (message.length - words.join("").length) / count;
  if (words.slice(1, -1).includes("")) return undefined;
  if (slots.size !== 1 || length < 0 || !Number.isInteger(length)) return undefined;
  const start = words[0]?.length ?? 0;
  const text = message.slice(start, start + length);
  if (words.join(text) !== message) return undefined;
  return Array.from({ length: count }, () => text);
}
