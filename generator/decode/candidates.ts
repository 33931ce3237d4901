// The cases of an error and the words of a text become the case that the text most probably is, with the values of its message.
import type { DecoderError } from "./decoder-table.ts";
import { type Mention, valueAt } from "./json-mentions.ts";
import { bestReading, type Reading } from "./message-readings.ts";

/** A property of the text that agrees with the error. */
export type Match = "code" | "status" | "message";

export interface Candidate {
  /** The best case of the error. */
  readonly error: DecoderError;
  /** Its name, if the text tells it apart from the others. */
  readonly case?: string | undefined;
  readonly matchedOn: readonly Match[];
  /** The message, where it fits a template of this case. */
  readonly message?: Reading;
}

/** The candidate for a code that the text names. Constants tell its cases apart first, then the message, then the status. */
export function namedCandidate(
  cases: readonly [DecoderError, ...DecoderError[]],
  { messages, body }: Mention,
  status: number | undefined,
): Candidate {
  const [best = ranked(cases[0]), second] = cases.map(ranked).sort(byWeight);
  const [constants, message] = best.weights;
  // Another message than that of the case says that it is a newer case, unless the constants say otherwise.
  const isLikely = constants > 0 || (constants === 0 && message >= 0);
  const isCertain = isLikely && (second === undefined || byWeight(best, second) < 0);
  const isStatus = (isCertain ? [best.error] : cases).some((error) => hasStatus(error, status));
  return candidateOf(best.error, best.message, ["code", ...(isStatus ? (["status"] as const) : [])], isCertain);

  function ranked(error: DecoderError): Ranked {
    const message = bestReading(error, messages);
    const isStated = status !== undefined && error.statuses.length > 0;
    const weights = [
      constantsWeight(error, body),
      message?.share ?? (error.messages.length > 0 && messages.length > 0 ? -1 : 0),
      isStated ? (hasStatus(error, status) ? 1 : -1) : 0,
    ] as const;
    return { error, message, weights };
  }
}

/** The candidate for a message without a code. */
export function messageCandidate(error: DecoderError, message: Reading, status: number | undefined): Candidate {
  return candidateOf(error, message, hasStatus(error, status) ? ["status"] : [], true);
}

/** The code decides first. The status decides between two named errors, and between equal amounts of literal text. */
export function compareCandidates(a: Candidate, b: Candidate): number {
  const by = (match: Match): number => Number(b.matchedOn.includes(match)) - Number(a.matchedOn.includes(match));
  const share =
    (b.message?.literal ?? 0) - (a.message?.literal ?? 0) || (b.message?.share ?? 0) - (a.message?.share ?? 0);
  return by("code") || (a.matchedOn.includes("code") ? by("status") || share : share || by("status"));
}

interface Ranked {
  readonly error: DecoderError;
  readonly message: Reading | undefined;
  /** The most important one first. */
  readonly weights: readonly [constants: number, message: number, status: number];
}

function byWeight({ weights: a }: Ranked, { weights: b }: Ranked): number {
  return b[0] - a[0] || b[1] - a[1] || b[2] - a[2];
}

/** The number of constants that the body has, or -1 where it has another value. */
function constantsWeight({ constants }: DecoderError, body: object | undefined): number {
  const present = constants.flatMap(([at, value]) => {
    const own = valueAt(body, at);
    return own === undefined ? [] : [{ own, value }];
  });
  // XML has texts only.
  const isSame = present.every(({ own, value }) => own === value || (typeof own === "string" && own === String(value)));
  return isSame ? present.length : -1;
}

function hasStatus({ statuses }: DecoderError, status: number | undefined): boolean {
  return statuses.some((each) => each === status);
}

function candidateOf(
  error: DecoderError,
  message: Reading | undefined,
  others: readonly Match[],
  isCertain: boolean,
): Candidate {
  return {
    error,
    ...(isCertain && error.case !== undefined ? { case: error.case } : {}),
    // Every text is a message of the template "%s".
    matchedOn: message !== undefined && message.share > 0 ? [...others, "message"] : others,
    ...(message === undefined ? {} : { message }),
  };
}
