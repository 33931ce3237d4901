// Messages are found in a text by the words of their templates, wherever they begin and end in it.
import { type Part, wordsOf } from "../runtime/printf.ts";
import { borderOf, endsAfter, type Slice, startsBefore } from "./message-borders.ts";
import { straightened } from "./text-views.ts";

/** A template, as it is looked for. */
export interface Wanted {
  /** The template, and it without the full stop at its end; each also with straight quotation marks. */
  readonly forms: readonly (readonly Part[])[];
  /** The literal texts before, between and after the slots of the last form. */
  readonly words: readonly string[];
  /** The code of the error, which ends a message that it follows. */
  readonly code: string;
}

export function wantedOf(parts: readonly Part[], code: string): Wanted {
  const open = withoutStop(parts);
  const straight = [parts, open].map((form) =>
    form.map((part) => (typeof part === "string" ? straightened(part) : part)),
  );
  return { forms: [parts, open, ...straight], words: wordsOf(straight[1] ?? []), code };
}

/** People and programs add a full stop, or leave it out. */
function withoutStop(parts: readonly Part[]): readonly Part[] {
  const last = parts.at(-1);
  if (typeof last !== "string" || !/(?:^|[^.])\.$/.test(last)) return parts;
  return [...parts.slice(0, -1), ...(last === "." ? [] : [last.slice(0, -1)])];
}

/** A place in a text where a literal text of a template stands. */
export interface Place {
  /** The position of the literal text in the template. */
  readonly word: number;
  readonly at: number;
}

export interface Hit<Template> extends Place {
  readonly template: Template;
}

const KEY_LENGTH = 8;

/** Finds templates by the rarest beginning of a word in each, in time linear in the text. */
export function messageIndex<Template extends Wanted>(
  templates: readonly Template[],
): (text: string) => Generator<Hit<Template>> {
  const counts = new Map<string, number>();
  for (const { words } of templates) for (const [key] of keysOf(words)) counts.set(key, (counts.get(key) ?? 0) + 1);
  const rarity = (key: string): number => key.length - (counts.get(key) ?? 0) / (templates.length + 1);
  const byKey = new Map<string, Hit<Template>[]>();
  for (const template of templates) {
    const keys = [...keysOf(template.words)].sort(([a], [b]) => rarity(b) - rarity(a));
    for (const [key, word, offset] of keys.slice(0, 1)) {
      const hit = { template, word, at: offset };
      const others = byKey.get(key);
      if (others === undefined) byKey.set(key, [hit]);
      else others.push(hit);
    }
  }
  const lengths = [...new Set([...byKey.keys()].map(({ length }) => length))];
  return function* (text) {
    for (let index = 0; index < text.length; index += 1)
      for (const length of lengths)
        for (const hit of byKey.get(text.slice(index, index + length)) ?? []) yield { ...hit, at: index - hit.at };
  };
}

function* keysOf(words: readonly string[]): Generator<readonly [key: string, word: number, offset: number]> {
  for (const [word, text] of words.entries())
    for (const { index } of text.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu))
      yield [text.slice(index, index + KEY_LENGTH), word, index];
}

/** The places of one template, by the longest of its literal texts. */
export function placesIn(text: string, { words }: Wanted): readonly Place[] {
  const longest = words.reduce((best, word) => (word.length > best.length ? word : best), "");
  const word = words.indexOf(longest);
  return longest === "" ? [] : occurrences(longest, text, 0, text.length).map((at) => ({ word, at }));
}

/** The characters on each side of a place in which the rest of its message is looked for. */
const REACH = 4096;

/**
 * The parts of a text that may be the message at a place, those with clear borders before others. A text that is probably a
 * message as a whole is tried as such first.
 */
export function* slicesAt(
  { words, code }: Wanted,
  text: string,
  { word, at }: Place,
  isMessage: boolean,
): Generator<Slice> {
  const own = words[word] ?? "";
  if (!text.startsWith(own, at)) return;
  const [first = "", last = ""] = [words[0], words.at(-1)];
  const head = first === "" ? 1 : 0;
  const tail = words.length - (last === "" ? 2 : 1);
  const heads = word === head ? [at] : occurrences(words[head] ?? "", text, Math.max(0, at - REACH), at).reverse();
  const after = at + own.length;
  const tails =
    word === tail ? [after] : occurrences(words[tail] ?? "", text, after, after + REACH).map(endOf(words[tail] ?? ""));
  const inner: Slice[] = [];
  // It may be longer than the reach.
  const whole: readonly Slice[] =
    text.startsWith(first) && text.endsWith(last) ? [{ start: 0, end: text.length, border: "signs" }] : [];
  if (isMessage) yield* whole;
  for (const start of first === "" ? heads.flatMap((place) => startsBefore(text, place)) : heads)
    for (const end of last === "" ? tails.flatMap((place) => endsAfter(text, start, place, code)) : tails) {
      const slice = { start, end, border: borderOf(text, start, end) };
      if (slice.border === "signs") yield slice;
      else inner.push(slice);
    }
  if (!isMessage) yield* whole;
  yield* inner;
}

function endOf(part: string): (start: number) => number {
  return (start) => start + part.length;
}

const OCCURRENCES = 4;

function occurrences(part: string, text: string, from: number, to: number): number[] {
  const near = text.slice(from, to + part.length);
  const found: number[] = [];
  for (let at = near.indexOf(part); at >= 0 && found.length < OCCURRENCES; at = near.indexOf(part, at + 1))
    found.push(from + at);
  return found;
}
