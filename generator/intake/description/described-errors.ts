// Error responses become the errors that they tell of: each code with its status, texts, headers and operations.
import { type Json, listOf } from "../../text/json/value.ts";
import { isStatus, isWord } from "../code-values.ts";
import type { FoundError } from "../found-table.ts";
import { joinHeaders } from "../header-names.ts";
import { type CodeList, listsOfCodes, sharedLists } from "./code-lists.ts";
import { errorSchemas, type ReadResponse } from "./described-bodies.ts";
import { headersOf } from "./described-headers.ts";
import { plainTextsIn } from "./described-texts.ts";
import { finerCodesIn } from "./finer-codes.ts";
import { describedTexts } from "./finer-texts.ts";
import type { Places } from "./found-places.ts";
import { codeOf, listedAt, shownAt } from "./place-values.ts";
import type { Resolve } from "./reference-resolver.ts";

/** One per code, status and message, in the order of the statuses. */
export function readErrors(
  responses: readonly ReadResponse[],
  places: Places | undefined,
  resolve: Resolve,
): readonly FoundError[] {
  const isShared = sharedLists(responses, places, resolve);
  const finerCodes = finerCodesIn(responses, places, resolve);
  const plainTexts = plainTextsIn(places, resolve);
  const sightings = responses.map((response) => codesOf(response, places, resolve, isShared));
  const certain = new Set(sightings.flatMap((all) => all.filter(({ isCertain }) => isCertain).map(({ code }) => code)));
  const found = responses.flatMap((response, index): readonly FoundError[] => {
    const headers = headersOf(response.response, resolve);
    // A response that may have a code tells nothing more of one that others have for certain.
    const counted = (sightings[index] ?? []).filter(({ code, isCertain }) => isCertain || !certain.has(code));
    return counted.flatMap(({ code, isCertain, codes }) => {
      const statuses = response.status === undefined || !isCertain ? [] : [response.status];
      const operations = isCertain ? response.operations : [];
      const texts = describedTexts(code, codes, response, places, plainTexts, finerCodes);
      return texts.map((text) => ({ code, statuses, operations, headers: isCertain ? headers : {}, ...text }));
    });
  });
  return mergeTexts(found).toSorted((a, b) => (a.statuses[0] ?? 600) - (b.statuses[0] ?? 600));
}

/** The status of the response is no code of its own. */
export function repeatsStatus(value: Json, status: number | undefined): boolean {
  return status === undefined ? typeof value === "number" && isStatus(value) : String(value) === String(status);
}

interface Sighting {
  readonly code: string;
  /** Whether this very response has the code: a list that all responses share says so of none. */
  readonly isCertain: boolean;
  /** All codes of the response. If this code is certain, all certain codes. */
  readonly codes: readonly string[];
}

function codesOf(
  response: ReadResponse,
  places: Places | undefined,
  resolve: Resolve,
  isShared: (list: CodeList) => boolean,
): readonly Sighting[] {
  const { bodies } = response;
  const written = listOf(response.response["x-error-codes"]).filter(isWord);
  if (written.length > 0 || bodies === undefined || places === undefined) {
    const named = written.map((code) => (places === undefined ? code : sentCode(code, response, places, resolve)));
    return named.map((code) => ({ code, isCertain: true, codes: named }));
  }
  const isStatusOnly = (value: Json): boolean => repeatsStatus(value, response.status);
  const shown = bodies.examples.flatMap(({ value }) =>
    shownAt(value, places.code).map((one) => (isStatusOnly(one.value) ? undefined : codeOf(one.value, places.code))),
  );
  const lists = bodies.alternatives.flatMap((schema) => listsOfCodes(schema, places, resolve));
  const isTelling = (list: CodeList): boolean =>
    !isShared(list) && (!list.isDrawn || (response.status !== undefined && shown.length === 0));
  const certain = new Set(
    [...shown, ...lists.filter(isTelling).flatMap((list) => list.codes)].filter(
      (code) => code !== undefined && !isStatusOnly(code),
    ),
  ) as Set<string>;
  const listed = lists.flatMap((list) => list.codes).filter((code) => !isStatusOnly(code));
  const codes = [...new Set([...certain, ...listed])];
  const sure = [...certain];
  return codes.map((code) =>
    certain.has(code) ? { code, isCertain: true, codes: sure } : { code, isCertain: false, codes },
  );
}

/** The code as bodies have it, where the schema of a code names it without the prefix of the table. */
function sentCode(code: string, { bodies }: ReadResponse, { code: place }: Places, resolve: Resolve): string {
  const schemas = bodies === undefined ? [] : errorSchemas(bodies, place.list, resolve);
  const own = schemas.find((schema) => schema["x-error-code"] === code);
  const [value] = own === undefined ? [] : listedAt(own, { steps: place.steps }, resolve);
  return isWord(value) ? value : code;
}

/** The same words in many responses are one error with all of their operations; a response without a text joins one that has some. */
function mergeTexts(errors: readonly FoundError[]): readonly FoundError[] {
  const found = new Map<string, FoundError>();
  const shapes = new Map<string, string>();
  const placeOf = ({ code, statuses, finer }: FoundError): string => JSON.stringify([code, statuses, finer ?? null]);
  for (const error of errors) {
    const place = placeOf(error);
    if (error.message !== undefined && !shapes.has(place)) shapes.set(place, keyOf(error));
  }
  for (const error of errors) {
    const place = placeOf(error);
    const key = `${place} ${error.message === undefined ? (shapes.get(place) ?? "") : keyOf(error)}`;
    const known = found.get(key);
    found.set(key, known === undefined ? error : join(known, error));
  }
  return [...found.values()];
}

/** Messages of examples differ by the values that they were filled with. */
function keyOf({ message = "", constants }: FoundError): string {
  const shape = message.replaceAll(/"[^"]*"|'[^']*'|`[^`]*`|[\w-]*\d[\w-]*/g, "#");
  return JSON.stringify([shape, constants ?? null]);
}

function join(a: FoundError, b: FoundError): FoundError {
  return {
    ...b,
    ...a,
    headers: joinHeaders(a.headers, b.headers),
    operations: [...new Set([...a.operations, ...b.operations])],
  };
}
