// A pasted text becomes the errors of a table that it may come from, best first: by code, or else by the words of its message.
import { groupBy } from "../diagnostic/group-by.ts";
import { createSuggester } from "../diagnostic/suggest.ts";
import {
  type Candidate,
  compareCandidates,
  type MessageTemplate,
  messageCandidate,
  namedCandidate,
  templatesOf,
} from "./candidates.ts";
import type { DecoderTable } from "./decoder-table.ts";
import { codesWithin } from "./log-line.ts";
import { type PastedText, readPastedText } from "./pasted-text.ts";
import { templateIndex } from "./template-index.ts";

export interface Decoding extends Pick<PastedText, "status" | "requestId" | "retryAfter"> {
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
  const { prefix = "", success: successes = [] } = body;
  const isSuccess = (code: string): boolean => successes.some((each) => String(each) === prefix + code);
  /** The code of the table that a word is, with or without the prefix. */
  const codeOf = (word: string): string | undefined =>
    [word.startsWith(prefix) ? word.slice(prefix.length) : word, word].find((code) => byCode.has(code));
  let find: ((message: string) => readonly MessageTemplate[]) | undefined;
  return (text) => {
    const { mentions: all, ...facts } = readPastedText(text, body, (word) => codeOf(word) !== undefined);
    const found = new Map<string, Candidate>();
    const retired = new Set<string>();
    const unknown = new Set<string>();
    const keepBetter = (key: string, candidate: Candidate): void => {
      const before = found.get(key);
      const order = before === undefined ? -1 : compareCandidates(candidate, before);
      if (order < 0) found.set(key, candidate);
      else if (order === 0 && candidate.case !== undefined && candidate.case !== before?.case)
        found.set(key, before?.case === undefined ? candidate : { ...before, case: undefined });
    };
    // Readers of responses find these codes, and look nowhere else.
    const exact = all.filter(({ item }) => item !== undefined);
    const isExact = exact.some(({ codes: [code = ""] }) => byCode.has(code) || isSuccess(code));
    let success: string | undefined;
    for (const mention of isExact ? exact : all) {
      const { codes, item } = mention;
      if (item !== undefined && codes.some(isSuccess)) {
        success = prefix + codes.join();
        continue;
      }
      const words = item === undefined ? codes.flatMap((word) => [...codesWithin(word, "#/:")]) : codes;
      const code = words.map(codeOf).find((one) => one !== undefined);
      const [first, ...others] = byCode.get(code ?? "") ?? [];
      if (first !== undefined)
        keepBetter(`${item ?? ""} ${code}`, namedCandidate([first, ...others], mention, facts.status));
      else if (code !== undefined) retired.add(code);
      else for (const word of codes) if (isLikeCode(word, item)) unknown.add(word);
    }
    // A code together with one of its messages needs no search by message.
    if (!isExact && [...found.values()].every(({ message }) => message === undefined)) {
      find ??= templateIndex(templatesOf(errors));
      for (const message of new Set(all.flatMap(({ messages }) => messages))) {
        for (const template of find(message)) {
          if (found.size >= CANDIDATE_LIMIT) break;
          const key = ` ${template.error.code}`;
          // An error that the text names keeps the message beside its code.
          if (found.get(key)?.matchedOn.includes("code")) continue;
          const candidate = messageCandidate(template, message, facts.status);
          if (candidate !== undefined) keepBetter(key, candidate);
        }
      }
    }
    const isRecognised = found.size + retired.size > 0 || success !== undefined;
    const withStatus = errors.filter(({ statuses }) => statuses.some((status) => status === facts.status));
    const candidates = [...found.values()];
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

/** Whether a word may be meant as a code; at the place of a code every word is. */
function isLikeCode(word: string, item: number | undefined): boolean {
  return item !== undefined || /^(?=.*\p{L})[\p{L}\p{N}_.:#-]{2,100}$/u.test(word);
}
