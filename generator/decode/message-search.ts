// Messages are found in a text by the words of their templates, wherever they begin and end in it.
import { groupBy } from "../diagnostic/group-by.ts";
import { type Part, wordsOf } from "../runtime/messages/printf.ts";
import { borderOf, endsAfter, type Slice, startsBefore } from "./message-borders.ts";
import { straightened } from "./text-views.ts";

const KEY_LENGTH = 8;
/** The characters on each side of a place in which the rest of its message is looked for. */
const REACH = 4096;
const OCCURRENCES = 4;

/** A template, as it is looked for. */
export interface Wanted {
  /** The template, and it without the full stop at its end; each also with straight quotation marks. */
  readonly forms: readonly (readonly Part[])[];
  /** The literal texts before, between and after the slots of the last form. */
  readonly words: readonly string[];
}

export function wantedOf(parts: readonly Part[]): Wanted {
  const open = withoutStop(parts);
  const straight = [parts, open].map((form) =>
    form.map((part) => (typeof part === "string" ? straightened(part) : part)),
  );
  return { forms: [parts, open, ...straight], words: wordsOf(straight[1] ?? []) };
}

/** People and programs add a full stop, or leave it out. */
function withoutStop(parts: readonly Part[]): readonly Part[] {
  const last = parts.at(-1);
  if (typeof last !== "string" || !/(?:^|[^.])\.$/.test(last)) return parts;
  return [...parts.slice(0, -1), ...(last === "." ? [] : [last.slice(0, -1)])];
}

/** A place in a text where a literal text of a template stands. */
export interface Hit<Template> {
  readonly template: Template;
  /** The position of the literal text in the template. */
  readonly word: number;
  readonly at: number;
}

/** Finds templates by the rarest beginning of a word in each, in time linear in the text. */
export function messageIndex<Template extends Wanted>(
  templates: readonly Template[],
): (text: string) => Generator<Hit<Template>> {
  const all = templates.map(keysOf);
  const byKey = groupBy(all.flat(), ({ key }) => key);
  const rarity = ({ key }: Key<Template>): number =>
    key.length - (byKey.get(key)?.length ?? 0) / (templates.length + 1);
  const rarest = groupBy(
    all.flatMap((keys) => keys.sort((a, b) => rarity(b) - rarity(a)).slice(0, 1)),
    ({ key }) => key,
  );
  const lengths = new Set(Array.from(rarest.keys(), ({ length }) => length));
  return function* (text) {
    for (let index = 0; index < text.length; index += 1)
      for (const length of lengths)
        for (const { key, ...hit } of rarest.get(text.slice(index, index + length)) ?? [])
          yield { ...hit, at: index - hit.at };
  };
}

/** The beginning of a word in a template, with its position in the literal text. */
interface Key<Template> extends Hit<Template> {
  readonly key: string;
}

function keysOf<Template extends Wanted>(template: Template): Key<Template>[] {
  return template.words.flatMap((text, word) =>
    Array.from(text.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu), ({ index: at }) => ({
      key: text.slice(at, at + KEY_LENGTH),
      template,
      word,
      at,
    })),
  );
}

/** The places of one template, by the longest of its literal texts. */
export function hitsOf<Template extends Wanted>(text: string, template: Template): readonly Hit<Template>[] {
  const { words } = template;
  const [longest = ""] = words.toSorted((a, b) => b.length - a.length);
  const word = words.indexOf(longest);
  return longest === "" ? [] : occurrences(longest, text, 0, text.length).map((at) => ({ template, word, at }));
}

/**
 * The parts of a text that may be the message at a place, those with clear borders before others. A text that is probably a
 * message as a whole is tried as such first. The code of the error ends a message that it follows.
 */
export function* slicesAt(
  { template: { words }, word, at }: Hit<Wanted>,
  code: string,
  text: string,
  isMessage: boolean,
): Generator<Slice> {
  const [own = "", first = "", last = ""] = [words[word], words[0], words.at(-1)];
  if (!text.startsWith(own, at)) return;
  // The first and the last literal text that is not empty.
  const head = first ? 0 : 1;
  const tail = words.length - (last ? 1 : 2);
  const heads = word === head ? [at] : occurrences(words[head] ?? "", text, Math.max(0, at - REACH), at).reverse();
  const after = at + own.length;
  const end = last || (words[tail] ?? "");
  const tails =
    word === tail ? [after] : occurrences(end, text, after, after + REACH).map((place) => place + end.length);
  const inner: Slice[] = [];
  // It may be longer than the reach.
  const whole: readonly Slice[] =
    text.startsWith(first) && text.endsWith(last) ? [{ start: 0, end: text.length, border: "signs" }] : [];
  if (isMessage) yield* whole;
  for (const start of first ? heads : heads.flatMap((place) => startsBefore(text, place)))
    for (const end of last ? tails : tails.flatMap((place) => endsAfter(text, start, place, code))) {
      const slice = { start, end, border: borderOf(text, start, end) };
      if (slice.border === "signs") yield slice;
      else inner.push(slice);
    }
  if (!isMessage) yield* whole;
  yield* inner;
}

function occurrences(part: string, text: string, from: number, to: number): number[] {
  const near = text.slice(from, to + part.length);
  const found: number[] = [];
  for (let at = near.indexOf(part); at >= 0 && found.length < OCCURRENCES; at = near.indexOf(part, at + 1))
    found.push(from + at);
  return found;
}
