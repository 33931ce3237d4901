// A pasted text becomes the errors of a table that it may tell of, best first: by code, else by the words of its message.

import { createSuggester } from "../diagnostic/suggest.ts";
import { findTemplates, type Matcher, makeMatcher } from "../runtime/matcher.ts";
import { isPossibleMessage, type Part, readMessage, type Value, wordsOf } from "../runtime/messages.ts";
import type { DecoderError, DecoderTable } from "./decoder-table.ts";
import { partsOf } from "./log-line.ts";
import { type Shapes, shapesOf } from "./pasted-text.ts";
import type { Report } from "./reports.ts";

/** What of the text agrees with the error. */
export type Match = "code" | "status" | "message";

export interface Candidate {
  readonly error: DecoderError;
  readonly matchedOn: readonly Match[];
  /** The message, where it is known to be this error's. */
  readonly message?: Reading;
}

export interface Reading {
  readonly text: string;
  /** The locale and the parts of the template that the message is of. */
  readonly locale: string;
  readonly parts: readonly Part[];
  /** In the order of the arguments; undefined where the message leaves more than one answer. */
  readonly values: readonly Value[] | undefined;
  /** How much of the message are the template's own words, from 0 to 1. */
  readonly share: number;
}

export interface Decoding extends Pick<Shapes, "status" | "requestId" | "retryAfter"> {
  /** Best first. */
  readonly candidates: readonly Candidate[];
  /** Codes of the text that left the table. */
  readonly retired: readonly string[];
  /** What stands where a code is expected and is none. */
  readonly unknown: readonly UnknownCode[];
  /** Where nothing was recognised: the errors of the status that the text tells. */
  readonly sameStatus: readonly string[];
}

export interface UnknownCode {
  readonly code: string;
  readonly nearest: string | undefined;
}

export type Decoder = (text: string) => Decoding;

/** No message is read for more candidates than a person looks at. */
const CANDIDATES = 20;

export function makeDecoder(table: DecoderTable): Decoder {
  const byCode = new Map(table.errors.map((error) => [error.code, error]));
  const retired = new Set(table.retired);
  const suggest = createSuggester([...byCode.keys(), ...retired]);
  const isCode = (word: string): boolean => byCode.has(word) || retired.has(word);
  let matcher: Matcher<Row> | undefined;
  return (text) => {
    const { reports, ...facts } = shapesOf(text, table.places, isCode);
    const found = new Map<string, Candidate>();
    const gone = new Set<string>();
    const unknown = new Set<string>();
    for (const report of reports) {
      const code = report.codes.flatMap((word) => [...partsOf(word)]).find(isCode);
      if (code === undefined) {
        for (const word of report.codes) if (isLikeCode(word)) unknown.add(word);
        continue;
      }
      if (retired.has(code)) gone.add(code);
      const error = byCode.get(code);
      if (error !== undefined) keep(found, candidateOf(error, readingOf(error, report.messages), true, facts.status));
    }
    // Who says a code and its message leaves nothing to guess.
    if ([...found.values()].every(({ message }) => message === undefined)) {
      matcher ??= makeMatcher(rowsOf(table));
      for (const message of messagesOf(reports)) {
        for (const { error, locale, parts } of findTemplates(matcher, message).slice(0, CANDIDATES)) {
          const reading = readAs(error, locale, parts, message);
          // A named error whose message it is not stays as it is.
          if (reading === undefined || found.get(error.code)?.matchedOn.includes("code")) continue;
          keep(found, candidateOf(error, reading, false, facts.status));
        }
      }
    }
    const candidates = [...found.values()].sort(compare).slice(0, CANDIDATES);
    const isNothing = candidates.length + gone.size === 0;
    return {
      ...facts,
      candidates,
      retired: [...gone],
      unknown: isNothing ? [...unknown].slice(0, 3).map((code) => ({ code, nearest: suggest(code) })) : [],
      sameStatus: isNothing
        ? table.errors
            .filter(({ status }) => status === facts.status)
            .map(({ code }) => code)
            .slice(0, CANDIDATES)
        : [],
    };
  };
}

interface Row {
  readonly error: DecoderError;
  readonly locale: string;
  readonly parts: readonly Part[];
}

/** Without a letter or a digit of its own, a template is like any text, and nothing is told by it. */
function rowsOf({ errors }: DecoderTable): readonly (readonly [Row, readonly string[]])[] {
  return errors.flatMap((error) =>
    error.messages
      .filter(([, parts]) => parts.some((part) => typeof part === "string" && /[\p{L}\p{N}]/u.test(part)))
      .map(([locale, parts]) => [{ error, locale, parts }, wordsOf(parts)] as const),
  );
}

/** The message among these that is the error's, in any of its languages; one whose values are told is better. */
function readingOf(error: DecoderError, messages: readonly string[]): Reading | undefined {
  let best: Reading | undefined;
  for (const message of messages) {
    for (const [locale, parts] of error.messages) {
      const reading = readAs(error, locale, parts, message);
      if (reading === undefined) continue;
      const isBetter =
        best === undefined || (best.values === undefined && reading.values !== undefined) || reading.share > best.share;
      // Of a template without words, the first message is the one that stands where messages do.
      if (isBetter && !(best?.share === 0 && reading.share === 0)) best = reading;
    }
  }
  return best;
}

function readAs({ types }: DecoderError, locale: string, parts: readonly Part[], text: string): Reading | undefined {
  const values = readMessage(parts, types, text);
  if (values === undefined && !isPossibleMessage(parts, text)) return undefined;
  const size = parts.reduce((sum, part) => sum + (typeof part === "string" ? part.length : 0), 0);
  return { text, locale, parts, values, share: text === "" ? 0 : size / text.length };
}

function candidateOf(
  error: DecoderError,
  message: Reading | undefined,
  isNamed: boolean,
  status: number | undefined,
): Candidate {
  const agreements: readonly (readonly [Match, boolean])[] = [
    ["code", isNamed],
    ["status", status === error.status],
    // Any message is one of "%s" alone.
    ["message", message !== undefined && message.share > 0],
  ];
  const matchedOn = agreements.filter(([, isSo]) => isSo).map(([match]) => match);
  return { error, matchedOn, ...(message === undefined ? {} : { message }) };
}

function keep(found: Map<string, Candidate>, candidate: Candidate): void {
  const { code } = candidate.error;
  const before = found.get(code);
  if (before === undefined || compare(candidate, before) < 0) found.set(code, candidate);
}

/** A code decides before anything else; a status decides between codes, and between messages that say equally much. */
function compare(a: Candidate, b: Candidate): number {
  const by = (match: Match): number => Number(b.matchedOn.includes(match)) - Number(a.matchedOn.includes(match));
  const share = (b.message?.share ?? 0) - (a.message?.share ?? 0);
  return by("code") || (a.matchedOn.includes("code") ? by("status") || share : share || by("status"));
}

function messagesOf(reports: readonly Report[]): ReadonlySet<string> {
  return new Set(reports.flatMap(({ messages }) => messages));
}

function isLikeCode(word: string): boolean {
  return /^(?=.*\p{L})[\p{L}\p{N}_.:#-]{2,100}$/u.test(word);
}
