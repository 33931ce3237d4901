// The functions of likely-case.ts for errors of one case. Pages of such tables carry this module instead, because it is shorter.
import type { DecoderError } from "./decoder-table.ts";
import type { Mention } from "./json-mentions.ts";
import type { LikelyCase } from "./likely-case.ts";
import { bestReading } from "./message-readings.ts";

export function likelyCase([error]: readonly DecoderError[], { messages }: Mention): LikelyCase | undefined {
  return error && { error, message: bestReading(error, messages), isCertain: true };
}

export function hasStatus({ statuses }: { readonly statuses: readonly unknown[] }, status: unknown): boolean {
  return statuses.includes(status);
}
