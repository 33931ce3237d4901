// Messages are found in a text by the words of their templates, wherever they begin and end in it.
import { type Part, wordsOf } from "../runtime/printf/parts.ts";
import { borderOf, endsAfter, type Slice, startsBefore } from "./message-borders.ts";
import { folded, searchable } from "./text-views.ts";

/** The characters on each side of a place in which the rest of its message is looked for. */
const REACH = 4096;
const OCCURRENCES = 4;
const HITS = 256;

/** A template, as it is looked for. */
export interface Wanted {
  /** The template, and it without the full stop at its end; each also folded. */
  readonly forms: readonly (readonly Part[])[];
  /** The literal texts before, between and after the slots of the last form, as they are searched for. */
  readonly words: readonly string[];
}

export function wantedOf(parts: readonly Part[]): Wanted {
  const open = withoutStop(parts);
  const others = [parts, open].map((form) =>
    form.map((part, index) => (typeof part === "string" ? folded(part, index) : part)),
  );
  return { forms: [parts, open, ...others], words: wordsOf(open).map(searchable) };
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

/** The places of one template, by the longest of its literal texts. */
export function hitsOf<Template extends Wanted>(text: string, template: Template): readonly Hit<Template>[] {
  const { words } = template;
  const [longest = ""] = words.toSorted((a, b) => b.length - a.length);
  const word = words.indexOf(longest);
  return occurrences(longest, text, 0, text.length, HITS).map((at) => ({ template, word, at }));
}

/**
 * The parts of a text that may be the message at a place, those with clear borders before others. A text that is probably a
 * message as a whole is tried as such first. The code of the error ends a message that it follows. The text is searched in its
 * searchable form.
 */
export function* slicesAt(
  { template: { words }, word, at }: Hit<Wanted>,
  code: string,
  text: string,
  straight: string,
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
  for (const start of first ? heads : heads.flatMap((place) => startsBefore(straight, place)))
    for (const end of last ? tails : tails.flatMap((place) => endsAfter(straight, start, place, code))) {
      const slice = { start, end, border: borderOf(straight, start, end) };
      if (slice.border === "signs") yield slice;
      else inner.push(slice);
    }
  if (!isMessage) yield* whole;
  yield* inner;
}

function occurrences(part: string, text: string, from: number, to: number, most = OCCURRENCES): number[] {
  const near = text.slice(from, to + part.length);
  const found: number[] = [];
  for (let at = near.indexOf(part); at >= 0 && found.length < most; at = near.indexOf(part, at + 1))
    found.push(from + at);
  return found;
}
