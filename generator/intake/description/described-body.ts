// The bodies of responses become the layout of bodies of a table: the places and types of code and message, and further members.

import { lengthOf } from "../../model/examples.ts";
import { listedTypes } from "../../schema/keywords.ts";
import { valueAt } from "../../text/json/pointer.ts";
import type { Json, JsonObject } from "../../text/json/value.ts";
import { shownCodeType } from "../found-code-type.ts";
import type { FoundBody } from "../found-table.ts";
import { commonMembers } from "./common-members.ts";
import { type Bodies, errorsIn, membersAt, type Place, type ReadResponse } from "./described-bodies.ts";
import type { Places } from "./found-places.ts";
import { codeOf, fixedValues, valuesAt } from "./place-values.ts";
import type { Resolve } from "./reference-resolver.ts";

export function describedBody(
  responses: readonly ReadResponse[],
  places: Places | undefined,
  resolve: Resolve,
): FoundBody {
  const first = responses.flatMap(({ bodies }) => bodies ?? [])[0];
  if (places === undefined) return { mediaType: first?.mediaType ?? "application/json", codeType: "string" };
  const { code, message } = places;
  const shown = responses.flatMap(
    ({ bodies }) => bodies?.examples.flatMap(({ value }) => errorsIn(value, code.list)) ?? [],
  );
  const isAt = (error: JsonObject, steps: readonly string[]): boolean => (valueAt(error, steps) ?? null) !== null;
  const isSilent = (error: JsonObject): boolean =>
    codeOf(valueAt(error, code.steps), code) !== undefined && valueAt(error, message?.steps ?? []) === undefined;
  const mediaType =
    (responses.find((one) => tellsCode(one, places, resolve))?.bodies ?? first)?.mediaType ?? "application/json";
  return {
    mediaType,
    ...(code.list === undefined ? {} : { errors: code.list }),
    code: code.steps,
    codeType: typeOfCodes(responses, code, resolve),
    message: message?.steps ?? "none",
    messageTypes: message === undefined || message.types.join() === "string" ? undefined : message.types,
    isOptional: message !== undefined && shown.some((error) => !isAt(error, code.steps) && isAt(error, message.steps)),
    isSilent: message !== undefined && shown.some(isSilent),
    maxLength: message && statedLimit(responses, message, resolve),
    ...commonMembers(responses, places, resolve),
  };
}

/** Undefined where schemas of the message differ in it, or an example is longer. */
function statedLimit(responses: readonly ReadResponse[], place: Place, resolve: Resolve): number | undefined {
  const bodies = responses.flatMap(({ bodies: one }) => one ?? []);
  const schemas = bodies.flatMap(({ alternatives }) => alternatives.flatMap((one) => membersAt(one, place, resolve)));
  const [limit, ...others] = new Set(schemas.map(({ maxLength }) => maxLength));
  if (others.length > 0 || !Number.isSafeInteger(limit) || Number(limit) < 1) return undefined;
  const texts = bodies.flatMap((one) => valuesAt(one, place, resolve)).filter((value) => typeof value === "string");
  return texts.every((text) => lengthOf(text) <= Number(limit)) ? Number(limit) : undefined;
}

/** Both types where values have both, or where a schema says so. */
function typeOfCodes(responses: readonly ReadResponse[], code: Place, resolve: Resolve): FoundBody["codeType"] {
  const bodies = responses.flatMap(({ bodies: one }) => one ?? []);
  const mayBeBoth = bodies.some(({ alternatives }) =>
    alternatives.some((schema) => {
      const open = membersAt(schema, code, resolve).filter((member) => fixedValues(member).length === 0);
      const types = new Set(open.flatMap((member) => listedTypes(member) ?? []));
      return types.has("string") && (types.has("integer") || types.has("number"));
    }),
  );
  return shownCodeType(codeValues(bodies, code, resolve), mayBeBoth);
}

/** Integers, and texts that are codes. */
export function codeValues(bodies: readonly Bodies[], code: Place, resolve: Resolve): readonly Json[] {
  const values = bodies.flatMap((one) => valuesAt(one, code, resolve));
  return values.filter((value) => typeof value === "number" || codeOf(value, code) !== undefined);
}

function tellsCode({ bodies }: ReadResponse, places: Places, resolve: Resolve): boolean {
  return bodies !== undefined && valuesAt(bodies, places.code, resolve).length > 0;
}
