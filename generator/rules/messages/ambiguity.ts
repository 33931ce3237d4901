// Finds templates that match messages of other templates, in time that grows with the length of all templates.
import { groupBy } from "../../diagnostic/group-by.ts";
import { memoize } from "../../diagnostic/memoize.ts";
import type { Directive, Template, Token } from "../../template/template.ts";
import { hasWords, WORD } from "../engine/words.ts";

export interface Ambiguity {
  /** Its messages are matched by the templates of the others, too. */
  readonly index: number;
  /** The first few of those, in order. */
  readonly others: readonly number[];
}

const MOST_OTHERS = 4;
/** Templates that one message is held against; only a table made for it has more of them with the same rarest word. */
const MOST_CANDIDATES = 1_000;

/**
 * A message is made from each template with plain values, and the templates that match it are looked up by their rarest
 * word. Two templates that match each other's messages are reported once, at the later one.
 */
export function findAmbiguities(templates: readonly (Template | undefined)[]): readonly Ambiguity[] {
  const found = new Map<number, number[]>();
  const index = buildIndex(readSamples(templates, found));
  for (const sample of index.samples) {
    for (const other of candidates(index, sample)) {
      if (other === sample || !matches(other.tokens, sample.text, index.budget)) continue;
      const isMutual = matches(sample.tokens, other.text, index.budget);
      if (isMutual && other.index > sample.index) continue;
      const others = found.get(sample.index) ?? [];
      if (others.length < MOST_OTHERS && !others.includes(other.index))
        found.set(sample.index, [...others, other.index]);
    }
  }
  const sorted = [...found].toSorted(([a], [b]) => a - b);
  return sorted.map(([index, others]) => ({ index, others: others.toSorted((a, b) => a - b) }));
}

interface Sample {
  readonly index: number;
  readonly tokens: readonly Token[];
  /** A sample message. Each of its values is a digit, or a character that no template contains. */
  readonly text: string;
  /** Each once. */
  readonly words: readonly string[];
  /** The words that no value touches: they stand whole in every message. */
  readonly ownWords: readonly string[];
}

const VALUE = "\uE000";
const NUMBER = "7";

/** One per different message; templates that differ only in the form of their directives share it. */
function readSamples(templates: readonly (Template | undefined)[], found: Map<number, number[]>): readonly Sample[] {
  const samples = new Map<string, Sample>();
  for (const [index, template] of templates.entries()) {
    // A template such as "%s: %s" has no words to recognize.
    if (template === undefined || template.verdict === "opaque" || !hasWords(template)) continue;
    const sample = sampleOf(template);
    const first = samples.get(sample.text);
    if (first !== undefined) found.set(index, [first.index]);
    else samples.set(sample.text, { index, ...sample });
  }
  return [...samples.values()];
}

const sampleOf = memoize(({ tokens }: Template): Omit<Sample, "index"> => {
  const text = print(tokens, NUMBER);
  const words = [...new Set(text.match(WORD))];
  const masked = text.includes(NUMBER) ? print(tokens, VALUE) : text;
  const all = masked === text ? words : (masked.match(WORD) ?? []);
  return { tokens, text, words, ownWords: all.filter((word) => !word.includes(VALUE)) };
});

function print(tokens: readonly Token[], number: string): string {
  let text = "";
  for (const token of tokens) {
    if (token.kind === "literal") text += token.text;
    else text += kindOf(token) === "number" ? number : VALUE;
  }
  return text;
}

type Kind = "any" | "one" | "number";

function kindOf({ conversion }: Directive): Kind {
  if (conversion === "s" || conversion === "q") return "any";
  return conversion === "c" ? "one" : "number";
}

interface Index {
  readonly samples: readonly Sample[];
  /** By the rarest of their own words. */
  readonly byWord: ReadonlyMap<string | undefined, readonly Sample[]>;
  /** Templates without a word of their own. */
  readonly rest: readonly Sample[];
  /** Work that is left, in compared characters: hostile tables are looked at in part. */
  readonly budget: { left: number };
}

function buildIndex(samples: readonly Sample[]): Index {
  const frequency = new Map<string, number>();
  let length = 0;
  for (const { text, words } of samples) {
    length += text.length;
    for (const word of words) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  }
  const byWord = groupBy(samples, ({ ownWords }) => rarestOf(ownWords, frequency));
  return { samples, byWord, rest: byWord.get(undefined) ?? [], budget: { left: 5_000_000 + 40 * length } };
}

function rarestOf(words: readonly string[], frequency: ReadonlyMap<string, number>): string | undefined {
  let rarest: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const word of words) {
    const count = frequency.get(word) ?? 0;
    if (count < least) [rarest, least] = [word, count];
  }
  return rarest;
}

function candidates({ byWord, rest, budget }: Index, { words }: Sample): readonly Sample[] {
  const found: Sample[] = [];
  if (budget.left <= 0) return found;
  for (const word of words) {
    for (const other of byWord.get(word) ?? []) found.push(other);
    if (found.length > MOST_CANDIDATES) break;
  }
  return rest.length === 0 ? found : [...found, ...rest.slice(0, MOST_CANDIDATES)];
}

/** Whether a template can have printed a text, every value being at least one character long. */
function matches(tokens: readonly Token[], text: string, budget: { left: number }): boolean {
  const [first] = tokens;
  const last = tokens.at(-1);
  budget.left -= 20;
  if (first?.kind === "literal" && !text.startsWith(first.text)) return false;
  if (last?.kind === "literal" && !text.endsWith(last.text)) return false;
  budget.left -= text.length * tokens.length;
  if (budget.left < 0) return false;
  // The places that the text can have been printed up to.
  let ends = new Set([0]);
  for (const token of tokens) {
    ends = token.kind === "literal" ? afterLiteral(text, token.text, ends) : afterValue(text, kindOf(token), ends);
    if (ends.size === 0) return false;
  }
  return ends.has(text.length);
}

function afterLiteral(text: string, literal: string, ends: ReadonlySet<number>): Set<number> {
  const next = new Set<number>();
  for (const end of ends) if (text.startsWith(literal, end)) next.add(end + literal.length);
  return next;
}

function afterValue(text: string, kind: Kind, ends: ReadonlySet<number>): Set<number> {
  const next = new Set<number>();
  if (kind === "any") {
    for (let at = Math.min(...ends) + 1; at <= text.length; at += 1) next.add(at);
    return next;
  }
  for (const end of ends) {
    if (kind === "one") {
      if (end < text.length) next.add(end + 1);
      continue;
    }
    const number = /^[+-]?(?:0[xX])?[0-9a-fA-F]+(?:\.\d+)?(?:e[+-]?\d+)?/.exec(text.slice(end, end + 40))?.[0] ?? "";
    for (let length = 1; length <= number.length; length += 1) next.add(end + length);
  }
  return next;
}
