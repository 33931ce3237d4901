// The names of headers are the same in upper and lower case: an error has each header once.
import { entriesOf, type Json, type JsonObject } from "../text/json/value.ts";

/** The headers of both; a header of the first one wins over the same header of the second, however each is spelled. */
export function joinHeaders(first: JsonObject = {}, second: JsonObject = {}): JsonObject {
  const entries = new Map<string, readonly [string, Json]>();
  for (const entry of [...entriesOf(first), ...entriesOf(second)]) {
    const key = entry[0].toLowerCase();
    if (!entries.has(key)) entries.set(key, entry);
  }
  return Object.fromEntries<Json>(entries.values());
}

/** One object of several lists of headers, of which the first ones win. */
export function headersOnce(headers: readonly (readonly [string, Json])[]): JsonObject {
  return headers.reduce<JsonObject>((all, header) => joinHeaders(all, Object.fromEntries<Json>([header])), {});
}
