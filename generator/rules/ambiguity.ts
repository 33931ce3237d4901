// Finds templates that match messages of other templates, in about the time it takes to read them all.
import type { Template, Token } from "../model/template.ts";

export interface Ambiguity {
  /** Its messages are matched by the templates of the others, too. */
  readonly index: number;
  /** The first few of those, in order. */
  readonly others: readonly number[];
}

const MOST_OTHERS = 4;

/**
 * A message is made from each template with plain values, and the templates that match it are looked up by their rarest
 * word. Two templates that match each other's messages are told once, at the later one.
 */
export function findAmbiguities(templates: readonly (Template | undefined)[]): readonly Ambiguity[] {
  const skeletons = groupBySkeleton(templates);
  const distinct = [...skeletons.values()].flatMap(([first]) => (first === undefined ? [] : [first]));
  const samples = new Map(distinct.map((index) => [index, sampleOf(tokensOf(templates, index))]));
  const index = buildIndex(templates, samples);
  const found = new Map<number, number[]>();
  for (const [, members] of skeletons) {
    const [first, ...repeats] = members;
    for (const member of repeats) if (first !== undefined) found.set(member, [first]);
  }
  for (const [own, sample] of samples) {
    for (const other of candidates(index, sample)) {
      if (other === own || !matches(tokensOf(templates, other), sample, index.budget)) continue;
      const isMutual = matches(tokensOf(templates, own), samples.get(other) ?? "", index.budget);
      if (isMutual && other > own) continue;
      const others = found.get(own) ?? [];
      if (others.length < MOST_OTHERS) found.set(own, [...others, other]);
    }
  }
  const sorted = [...found].toSorted(([a], [b]) => a - b);
  return sorted.map(([member, others]) => ({ index: member, others: others.toSorted((a, b) => a - b) }));
}

function tokensOf(templates: readonly (Template | undefined)[], index: number): readonly Token[] {
  return templates[index]?.tokens ?? [];
}

/** Templates that differ in nothing but the form of their directives. */
function groupBySkeleton(templates: readonly (Template | undefined)[]): ReadonlyMap<string, readonly number[]> {
  const groups = new Map<string, number[]>();
  for (const [index, template] of templates.entries()) {
    if (template === undefined || template.verdict === "opaque" || !template.tokens.some(hasWords)) continue;
    const skeleton = template.tokens
      .map((token) => (token.kind === "literal" ? token.text : `\0${kindOf(token)}`))
      .join("");
    const group = groups.get(skeleton);
    if (group === undefined) groups.set(skeleton, [index]);
    else group.push(index);
  }
  return groups;
}

/** A template such as "%s: %s" has nothing by which a text could be told. */
function hasWords(token: Token): boolean {
  return token.kind === "literal" && /[\p{L}\p{N}]/u.test(token.text);
}

type Kind = "any" | "one" | "number";

function kindOf(directive: Token & { readonly kind: "directive" }): Kind {
  if (directive.conversion === "s") return "any";
  return directive.conversion === "c" ? "one" : "number";
}

const SAMPLES: Readonly<Record<Kind, string>> = { any: "\uE000", one: "\uE000", number: "7" };

/** A character of private use stands for a value of words: no template has it as a literal. */
function sampleOf(tokens: readonly Token[]): string {
  return tokens.map((token) => (token.kind === "literal" ? token.text : SAMPLES[kindOf(token)])).join("");
}

interface Index {
  readonly byWord: ReadonlyMap<string, readonly number[]>;
  /** Templates without a whole word of their own. */
  readonly rest: readonly number[];
  /** Work that is left, in compared characters: hostile tables are looked at in part. */
  readonly budget: { left: number };
}

function buildIndex(templates: readonly (Template | undefined)[], samples: ReadonlyMap<number, string>): Index {
  const frequency = new Map<string, number>();
  for (const sample of samples.values()) {
    for (const word of wordsOf(sample)) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  }
  const byWord = new Map<string, number[]>();
  const rest: number[] = [];
  let length = 0;
  for (const [index, sample] of samples) {
    length += sample.length;
    const rarest = ownWords(tokensOf(templates, index)).toSorted(
      (a, b) => (frequency.get(a) ?? 0) - (frequency.get(b) ?? 0),
    )[0];
    const group = rarest === undefined ? rest : byWord.get(rarest);
    if (group !== undefined) group.push(index);
    else if (rarest !== undefined) byWord.set(rarest, [index]);
  }
  return { byWord, rest, budget: { left: 5_000_000 + 40 * length } };
}

function* candidates({ byWord, rest, budget }: Index, sample: string): Iterable<number> {
  for (const word of wordsOf(sample)) yield* byWord.get(word) ?? [];
  for (const other of rest) {
    if (budget.left <= 0) return;
    yield other;
  }
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.match(WORD) ?? []);
}

/** The words that stand whole in every message: those that no directive touches. */
function ownWords(tokens: readonly Token[]): readonly string[] {
  return tokens.flatMap((token, index) => {
    if (token.kind === "directive") return [];
    const from = index === 0 ? token.text : token.text.replace(/^[\p{L}\p{N}]+/u, "");
    const inner = index === tokens.length - 1 ? from : from.replace(/[\p{L}\p{N}]+$/u, "");
    return inner.match(WORD) ?? [];
  });
}

const WORD = /[\p{L}\p{N}]+/gu;

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
