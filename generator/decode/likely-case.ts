// The cases of an error and the words of a text become the case that the text most probably is.
import { placesIn } from "../runtime/responses/listed-cases.ts";
import type { DecoderError } from "./decoder-table.ts";
import type { Mention } from "./json-mentions.ts";
import { valueAt } from "./json-values.ts";
import { bestReading, type Reading } from "./message-readings.ts";

export interface LikelyCase {
  readonly error: DecoderError;
  /** The message, where it fits a template of the case. */
  readonly message: Reading | undefined;
  /** Whether the text tells the case apart from the others. */
  readonly isCertain: boolean;
}

/** Constants tell cases apart first, then the message, then the status. */
export function likelyCase(
  cases: readonly DecoderError[],
  { messages, body }: Mention,
  status: number | undefined,
): LikelyCase | undefined {
  const [best, second] = cases.map(ranked).sort((a, b) => b.weight - a.weight);
  // Another message than that of the case says that it is a newer case, unless the constants say otherwise.
  return best && { ...best, isCertain: best.weight > -0.5 && (!second || second.weight < best.weight) };

  function ranked(error: DecoderError): Ranked {
    const message = bestReading(error, messages);
    // From -1 to 1.
    const ofMessage = message?.share ?? (error.messages.length && messages.length ? -1 : 0);
    const ofStatus = status && error.statuses.length ? (hasStatus(error, status) ? 1 : -1) : 0;
    return { error, message, weight: 4 * constantsWeight(error, body) + ofMessage + ofStatus / 1e9 };
  }
}

export function hasStatus({ statuses }: { readonly statuses: readonly unknown[] }, status: unknown): boolean {
  return statuses.includes(status);
}

interface Ranked {
  readonly error: DecoderError;
  readonly message: Reading | undefined;
  readonly weight: number;
}

/** The number of constants that the body has, or -1 where it has another value. */
function constantsWeight({ constants = [] }: DecoderError, body: object | undefined): number {
  const present = placesIn(constants, body).flatMap(([at, value]) => {
    const own = valueAt(body, at);
    // XML has texts only.
    return own === undefined ? [] : [own === value || (typeof own === "string" && own === String(value))];
  });
  return present.includes(false) ? -1 : present.length;
}
