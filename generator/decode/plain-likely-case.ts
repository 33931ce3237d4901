// Does what likely-case.ts does for errors of one case. Pages carry it in the place of likely-case.ts, because it is short.
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
