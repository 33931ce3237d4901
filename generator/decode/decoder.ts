// A pasted text becomes the errors of a table that it may come from, best first: by code, or else by the words of its message.
import { groupBy } from "../diagnostic/group-by.ts";
import { createSuggester } from "../diagnostic/suggest.ts";
import { isSuccess } from "./body-form.ts";
import { type Candidate, compareCandidates, messageCandidate, namedCandidate } from "./candidates.ts";
import type { DecoderTable } from "./decoder-table.ts";
import type { Mention } from "./json-mentions.ts";
import { hasStatus } from "./likely-case.ts";
import { codesWithin } from "./log-line.ts";
import { messageIndex } from "./message-index.ts";
import { isTelling, type MessageTemplate, messagesIn, templatesOf } from "./message-readings.ts";
import { type PastedText, readPastedText } from "./pasted-text.ts";

export interface Decoding extends Omit<PastedText, "mentions" | "texts"> {
  /** Best first; the errors of a list in its order. */
  readonly candidates: readonly Candidate[];
  /** The retired codes that the text names. */
  readonly retired: readonly string[];
  /** The code of a body that says that there was no error. */
  readonly success: string | undefined;
  /** Words at the place of a code that are not in the table: those of a list, or all where nothing was recognised. */
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

export function makeDecoder({ body, errors, retired: retiredCodes }: DecoderTable): Decoder {
  const byCode = groupBy(errors, ({ code }) => code);
  for (const code of retiredCodes) if (!byCode.has(code)) byCode.set(code, []);
  const suggest = createSuggester(byCode.keys());
  const { prefix = "" } = body;
  /** The code of the table that a word is, with or without the prefix. */
  const codeOf = (word: string): string | undefined =>
    [word.startsWith(prefix) ? word.slice(prefix.length) : word, word].find((code) => byCode.has(code));
  let find: ReturnType<typeof messageIndex<MessageTemplate>> | undefined;
  return (text) => {
    const { mentions: all, texts, ...facts } = readPastedText(text, body, (word) => !!codeOf(word));
    const found = new Map<string, Candidate>();
    const named = new Map<string, readonly [key: string, mention: Mention]>();
    const retired = new Set<string>();
    const unknown = new Set<string>();
    const keepBetter = (key: string, candidate: Candidate): void => {
      const before = found.get(key);
      const order = before ? compareCandidates(candidate, before) : -1;
      if (order < 0) found.set(key, candidate);
      else if (order === 0 && candidate.case && candidate.case !== before?.case)
        found.set(key, before?.case ? { ...before, case: undefined } : candidate);
    };
    // Readers of responses find these codes, and look nowhere else.
    const exact = all.filter(({ item }) => item !== undefined);
    const isExact = exact.some(({ codes: [code = ""] }) => byCode.has(code) || isSuccess(code, body));
    // A body with another code at the place of codes is none of these errors.
    const isOther = exact.some(({ codes: [code = ""] }) => isLikeCode(code) && !byCode.has(code));
    let success: string | undefined;
    for (const mention of isExact ? exact : all.filter((one) => one.body || !isOther)) {
      const { codes, item } = mention;
      if (item !== undefined && codes.some((code) => isSuccess(code, body))) {
        success = prefix + codes.join();
        continue;
      }
      const words = item === undefined ? codes.flatMap((word) => [...codesWithin(word, "#/:")]) : codes;
      const code = words.map(codeOf).find((one) => one);
      if (!code) for (const word of codes) if (isLikeCode(word, item)) unknown.add(word);
      if (!code) continue;
      const candidate = namedCandidate(byCode.get(code) ?? [], mention, facts.status);
      const key = `${item ?? ""} ${code}`;
      if (candidate) keepBetter(key, candidate);
      else retired.add(code);
      if (candidate && !named.has(code)) named.set(code, [key, mention]);
    }
    const isNamed = ({ error }: MessageTemplate): boolean => named.has(error.code);
    for (const one of isExact || isOther ? [] : texts) {
      // A code together with one of its messages needs no search.
      if (named.size > 0 && [...named.values()].every(([key]) => found.get(key)?.message)) break;
      find ??= messageIndex(errors.flatMap(templatesOf).filter(isTelling));
      // The text as it is comes first: there, escapes still tell where values end.
      const settled = new Map(found);
      for (const message of messagesIn(one, find, isNamed)) {
        const { code } = message.error;
        const [key, mention] = named.get(code) ?? [` ${code}`];
        if (found.size >= CANDIDATE_LIMIT || settled.get(key)?.message?.values) continue;
        // The message of a code may stand at another place than the code.
        const candidate = mention
          ? namedCandidate(byCode.get(code) ?? [], { ...mention, messages: [message.text] }, facts.status)
          : messageCandidate(message, facts.status);
        if (candidate && (settled.get(key)?.message?.literal ?? 0) < message.literal) keepBetter(key, candidate);
      }
    }
    const isRecognised = found.size + retired.size > 0 || !!success;
    const withStatus = errors.filter((error) => hasStatus(error, facts.status));
    const candidates = [...found.values()].filter((one, _, others) => !others.some((other) => isWithin(one, other)));
    return {
      ...facts,
      candidates: (isExact ? candidates : candidates.sort(compareCandidates)).slice(0, CANDIDATE_LIMIT),
      retired: [...retired],
      success,
      unknown:
        isRecognised && !isExact
          ? []
          : [...unknown].slice(0, UNKNOWN_LIMIT).map((code) => ({ code, nearest: suggest(code) })),
      sameStatus: isRecognised ? [] : [...new Set(withStatus.map(({ code }) => code))].slice(0, CANDIDATE_LIMIT),
    };
  };
}

/** A message without a code that is part of a longer one, or beside a code with its own message, is none. */
function isWithin({ matchedOn, message: inner }: Candidate, { matchedOn: others, message: outer }: Candidate): boolean {
  if (!inner || !outer || matchedOn.includes("code")) return false;
  return (
    others.includes("code") ||
    (inner.literal < outer.literal && inner.text !== outer.text && outer.text.includes(inner.text))
  );
}

/** Whether a word may be meant as a code; at the place of a code every word is. */
function isLikeCode(word: string, item?: number): boolean {
  return item !== undefined || /^(?=.*\p{L})[\p{L}\p{N}_.:#-]{2,100}$/u.test(word);
}
