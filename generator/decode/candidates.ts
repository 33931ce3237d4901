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
  readonly case: string | undefined;
  readonly matchedOn: readonly Match[];
  /** The message, where it fits a template of this case. */
  readonly message: Reading | undefined;
}

/** The candidate for a code that the text names, if it has cases. Constants tell them apart first, then the message, then the status. */
export function namedCandidate(
  cases: readonly DecoderError[],
  { messages, body }: Mention,
  status: number | undefined,
): Candidate | undefined {
  const [best, second] = cases.map(ranked).sort(byWeight);
  if (!best) return undefined;
  const [constants, message] = best.weights;
  // Another message than that of the case says that it is a newer case, unless the constants say otherwise.
  const isLikely = constants > 0 || (constants === 0 && message >= 0);
  const isCertain = isLikely && (!second || byWeight(best, second) < 0);
  return candidateOf(best.error, best.message, ["code"], isCertain ? [best.error] : cases, status, isCertain);

  function ranked(error: DecoderError): Ranked {
    const message = bestReading(error, messages);
    const weights = [
      constantsWeight(error, body),
      message?.share ?? (error.messages.length && messages.length ? -1 : 0),
      status && error.statuses.length ? (hasStatus(error, status) ? 1 : -1) : 0,
    ] as const;
    return { error, message, weights };
  }
}

/** The candidate for a message without a code. */
export function messageCandidate(message: Reading, status: number | undefined): Candidate {
  return candidateOf(message.error, message, [], [message.error], status, true);
}

/** The code decides first. The status decides between two named errors, and between equal amounts of literal text. */
export function compareCandidates(a: Candidate, b: Candidate): number {
  const by = (match: Match): number => Number(b.matchedOn.includes(match)) - Number(a.matchedOn.includes(match));
  const of = (amount: "literal" | "share"): number => (b.message?.[amount] ?? 0) - (a.message?.[amount] ?? 0);
  const text = of("literal") || of("share");
  return by("code") || (a.matchedOn.includes("code") ? by("status") || text : text || by("status"));
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
function constantsWeight({ constants = [] }: DecoderError, body: object | undefined): number {
  const present = constants.flatMap(([at, value]) => {
    const own = valueAt(body, at);
    // XML has texts only.
    return own === undefined ? [] : [own === value || (typeof own === "string" && own === String(value))];
  });
  return present.includes(false) ? -1 : present.length;
}

export function hasStatus({ statuses }: { readonly statuses: readonly unknown[] }, status: unknown): boolean {
  return statuses.includes(status);
}

function candidateOf(
  error: DecoderError,
  message: Reading | undefined,
  matchedOn: Match[],
  cases: readonly DecoderError[],
  status: number | undefined,
  isCertain: boolean,
): Candidate {
  if (cases.some((one) => hasStatus(one, status))) matchedOn.push("status");
  // Every text is a message of the template "%s".
  if (message?.share) matchedOn.push("message");
  return { error, case: isCertain ? error.case : undefined, matchedOn, message };
}
