// The parts of responses that the errors of a table do not have: codes at further places, values that are no codes.
import { pointerText } from "../../text/json/pointer.ts";
import { entriesOf, type Json, listOf } from "../../text/json/value.ts";
import { isStatus, isWord } from "../code-values.ts";
import type { Dropped, FoundError } from "../found-table.ts";
import type { Bodies, Place, ReadResponse } from "./described-bodies.ts";
import { repeatsStatus } from "./described-errors.ts";
import { constantKey } from "./finer-places.ts";
import type { Places } from "./found-places.ts";
import { codeOf, valuesAt } from "./place-values.ts";
import type { Resolve } from "./reference-resolver.ts";

export function leftOutCodes(
  responses: readonly ReadResponse[],
  places: Places | undefined,
  errors: readonly FoundError[],
  resolve: Resolve,
): readonly Dropped[] {
  if (places === undefined) return [];
  const known = new Set(errors.map(({ code }) => code));
  const finer = new Set(errors.flatMap((error) => entriesOf(error.finer).map((entry) => JSON.stringify(entry))));
  const dropped = [
    ...responses.flatMap((response) => withoutCode(response, places, { known, finer }, resolve)),
    ...responses.flatMap((response) => noCodes(response, places.code, resolve)),
  ];
  return [...new Map(dropped.map((one) => [`${one.reason}\n${one.name}`, one])).values()];
}

/** A response without a code at the place of the table may have some elsewhere, or repeat its status. */
function withoutCode(
  { bodies, ...response }: ReadResponse,
  places: Places,
  { known, finer }: Readonly<Record<"known" | "finer", ReadonlySet<string>>>,
  resolve: Resolve,
): readonly Dropped[] {
  if (Array.isArray(response.response["x-error-codes"])) return [];
  const { status, operations } = response;
  const place = operations[0] ?? "a component";
  const valuesOf = (at: Place): readonly Json[] => (bodies === undefined ? [] : valuesAt(bodies, at, resolve));
  const values = valuesOf(places.code);
  const repeated = values.filter((value) => repeatsStatus(value, status) && !known.has(String(value)));
  const isSilent = !values.some((value) => codeOf(value, places.code) !== undefined && !repeatsStatus(value, status));
  const others = places.others.flatMap((at) =>
    valuesOf(at).flatMap((value) => {
      const code = codeOf(value, at);
      if (code === undefined || isStatus(code) || (!isSilent && known.has(code))) return [];
      if (finer.has(JSON.stringify([constantKey(at), value]))) return [];
      return [
        { reason: "codes at another place", name: `${code} at ${pointerText([...(at.list ?? []), ...at.steps])}` },
      ];
    }),
  );
  const isLost =
    isSilent && repeated.length === 0 && others.length === 0 && !values.some((value) => isNoCode(value, places.code));
  return [
    ...(isLost ? [{ reason: "responses without a code", name: `${status ?? "default"} of ${place}` }] : []),
    ...others,
    ...repeated.map((value) => ({ reason: "codes that only repeat the status", name: `${String(value)} of ${place}` })),
  ];
}

/** Values that stand in the place of a code, and are none. */
function noCodes({ bodies, response }: ReadResponse, place: Place, resolve: Resolve): readonly Dropped[] {
  const listed = listOf(response["x-error-codes"]).filter((value) => !isWord(value));
  const values = [
    ...listed,
    ...(bodies === undefined
      ? []
      : valuesAt(bodies as Bodies, place, resolve).filter((value) => isNoCode(value, place))),
  ];
  return values.map((value) => ({ reason: "values that are no codes", name: String(value) }));
}

function isNoCode(value: Json, place: Place): boolean {
  return codeOf(value, place) === undefined && value !== null && typeof value !== "object";
}
