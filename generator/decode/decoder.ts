// A pasted text becomes the errors of a table that it may come from, best first: by code, or else by the words of its message.
import { createSuggester } from "../diagnostic/suggest.ts";
import { findTemplates, type Matcher, makeMatcher } from "../runtime/matcher.ts";
import { isPossibleMessage, type Part, readMessage, type Value, wordsOf } from "../runtime/messages.ts";
import type { DecoderError, DecoderTable } from "./decoder-table.ts";
import { codesWithin } from "./log-line.ts";
import { type PastedText, readPastedText } from "./pasted-text.ts";

/** A property of the text that agrees with the error. */
export type Match = "code" | "status" | "message";

export interface Candidate {
  readonly error: DecoderError;
  readonly matchedOn: readonly Match[];
  /** The message, where it fits a template of this error. */
  readonly message?: Reading;
}

/** A message as one of the templates reads it. */
export interface Reading {
  readonly text: string;
  /** The locale of the template, and its parts. */
  readonly locale: string;
  readonly parts: readonly Part[];
  /** In the order of the arguments; undefined where more than one set of values makes this message. */
  readonly values: readonly Value[] | undefined;
  /** The part of the message that is literal text of the template, from 0 to 1. */
  readonly share: number;
}

export interface Decoding extends Pick<PastedText, "status" | "requestId" | "retryAfter"> {
  /** Best first. */
  readonly candidates: readonly Candidate[];
  /** The retired codes that the text names. */
  readonly retired: readonly string[];
  /** Where nothing was recognised: words at the place of a code that are not in the table. */
  readonly unknown: readonly UnknownCode[];
  /** Where nothing was recognised: the errors with the status of the text. */
  readonly sameStatus: readonly string[];
}

export interface UnknownCode {
  readonly code: string;
  readonly nearest: string | undefined;
}

export type Decoder = (text: string) => Decoding;

/** Limits the time; nobody looks at more candidates. */
const CANDIDATE_LIMIT = 20;
const UNKNOWN_LIMIT = 3;

export function makeDecoder(table: DecoderTable): Decoder {
  const byCode = new Map(table.errors.map((error) => [error.code, error]));
  const retiredCodes = new Set(table.retired);
  const suggest = createSuggester([...byCode.keys(), ...retiredCodes]);
  const isCode = (word: string): boolean => byCode.has(word) || retiredCodes.has(word);
  let matcher: Matcher<MessageTemplate> | undefined;
  return (text) => {
    const { mentions, ...facts } = readPastedText(text, table.places, isCode);
    const found = new Map<string, Candidate>();
    const retired = new Set<string>();
    const unknown = new Set<string>();
    const keepBetter = (error: DecoderError, message: Reading | undefined, isNamed: boolean): void => {
      const candidate = candidateOf(error, message, isNamed, facts.status);
      const before = found.get(error.code);
      if (before === undefined || compare(candidate, before) < 0) found.set(error.code, candidate);
    };
    for (const { codes, messages } of mentions) {
      const code = codes.flatMap((word) => [...codesWithin(word)]).find(isCode);
      const error = byCode.get(code ?? "");
      if (error !== undefined) keepBetter(error, bestReading(error, messages), true);
      else if (code !== undefined) retired.add(code);
      else for (const word of codes) if (isLikeCode(word)) unknown.add(word);
    }
    // A code together with one of its messages needs no search by message.
    if ([...found.values()].every(({ message }) => message === undefined)) {
      matcher ??= makeMatcher(templatesOf(table));
      for (const message of new Set(mentions.flatMap(({ messages }) => messages))) {
        for (const template of findTemplates(matcher, message).slice(0, CANDIDATE_LIMIT)) {
          const reading = readWith(template, message);
          // An error that the text names keeps the message beside its code.
          const isNamed = found.get(template.error.code)?.matchedOn.includes("code") ?? false;
          if (reading !== undefined && !isNamed) keepBetter(template.error, reading, false);
        }
      }
    }
    const isRecognised = found.size + retired.size > 0;
    const sameStatus = table.errors
      .filter(({ statuses }) => statuses.some((status) => status === facts.status))
      .map(({ code }) => code);
    return {
      ...facts,
      candidates: [...found.values()].sort(compare).slice(0, CANDIDATE_LIMIT),
      retired: [...retired],
      unknown: isRecognised
        ? []
        : [...unknown].slice(0, UNKNOWN_LIMIT).map((code) => ({ code, nearest: suggest(code) })),
      sameStatus: isRecognised ? [] : sameStatus.slice(0, CANDIDATE_LIMIT),
    };
  };
}

interface MessageTemplate {
  readonly error: DecoderError;
  readonly locale: string;
  readonly parts: readonly Part[];
}

/** Templates without a letter or a digit are left out: every text would fit them. */
function templatesOf({ errors }: DecoderTable): readonly (readonly [MessageTemplate, readonly string[]])[] {
  return errors.flatMap((error) =>
    error.messages
      .filter(([, parts]) => parts.some((part) => typeof part === "string" && /[\p{L}\p{N}]/u.test(part)))
      .map(([locale, parts]) => [{ error, locale, parts }, wordsOf(parts)] as const),
  );
}

/** The best of all readings in all languages: one with values before one without, then the one with more literal text. */
function bestReading(error: DecoderError, messages: readonly string[]): Reading | undefined {
  let best: Reading | undefined;
  for (const message of messages) {
    for (const [locale, parts] of error.messages) {
      const reading = readWith({ error, locale, parts }, message);
      if (reading === undefined) continue;
      const isBetter =
        best === undefined || (best.values === undefined && reading.values !== undefined) || reading.share > best.share;
      // Every text fits a template without literal text; the first one stands at the clearest place for a message.
      if (isBetter && !(best?.share === 0 && reading.share === 0)) best = reading;
    }
  }
  return best;
}

function readWith({ error, locale, parts }: MessageTemplate, text: string): Reading | undefined {
  const values = readMessage(parts, error.types, text);
  if (values === undefined && !isPossibleMessage(parts, text)) return undefined;
  const share = text === "" ? 0 : wordsOf(parts).join("").length / text.length;
  return { text, locale, parts, values, share };
}

function candidateOf(
  error: DecoderError,
  message: Reading | undefined,
  isNamed: boolean,
  status: number | undefined,
): Candidate {
  const matches: readonly (Match | false)[] = [
    isNamed && "code",
    error.statuses.some((each) => each === status) && "status",
    // Every text is a message of the template "%s".
    message !== undefined && message.share > 0 && "message",
  ];
  const matchedOn = matches.filter((match) => match !== false);
  return { error, matchedOn, ...(message === undefined ? {} : { message }) };
}

/** The code decides first. The status decides between two named errors, and between equal shares of literal text. */
function compare(a: Candidate, b: Candidate): number {
  const by = (match: Match): number => Number(b.matchedOn.includes(match)) - Number(a.matchedOn.includes(match));
  const share = (b.message?.share ?? 0) - (a.message?.share ?? 0);
  return by("code") || (a.matchedOn.includes("code") ? by("status") || share : share || by("status"));
}

function isLikeCode(word: string): boolean {
  return /^(?=.*\p{L})[\p{L}\p{N}_.:#-]{2,100}$/u.test(word);
}
