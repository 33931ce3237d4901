// An error and the words of a text become a candidate, with all that speaks for it; candidates have an order.
import type { DecoderError } from "./decoder-table.ts";
import type { Mention } from "./json-mentions.ts";
import { hasStatus, likelyCase } from "./likely-case.ts";
import type { Reading } from "./message-readings.ts";

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

/** The candidate for a code that the text names, if it is one of an error. */
export function namedCandidate(
  cases: readonly DecoderError[],
  mention: Mention,
  status: number | undefined,
): Candidate | undefined {
  const likely = likelyCase(cases, mention, status);
  if (!likely) return undefined;
  const { error, message, isCertain } = likely;
  return candidateOf(error, message, ["code"], isCertain ? [error] : cases, status, isCertain);
}

/** The candidate for a message without a code. */
export function messageCandidate(message: Reading, status: number | undefined): Candidate {
  return candidateOf(message.error, message, [], [message.error], status, true);
}

/** The code decides first. The status decides between two named errors, and between equal amounts of literal text. */
export function compareCandidates(a: Candidate, b: Candidate): number {
  return weightOf(b) - weightOf(a);
}

/** A share is at most 1, and templates have fewer characters than the weight of a code. */
function weightOf({ matchedOn, message }: Candidate): number {
  const hasStatus = Number(matchedOn.includes("status"));
  const own = matchedOn.includes("code") ? 1e6 * (1 + hasStatus) : hasStatus / 1e9;
  return own + (message ? message.literal + message.share / 2 : 0);
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
