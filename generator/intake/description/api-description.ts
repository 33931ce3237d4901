// An API description, OpenAPI or Swagger, becomes the errors that it describes for its operations.
import type { Diagnostic } from "../../diagnostic/diagnostic.ts";
import type { SourceFile } from "../../diagnostic/source.ts";
import { lengthOf } from "../../model/examples.ts";
import type { Host } from "../../reader/host.ts";
import { valueAt } from "../../text/json/pointer.ts";
import type { JsonObject } from "../../text/json/value.ts";
import { codeOfAddress } from "../code-values.ts";
import type { FoundBody, FoundError, FoundTable } from "../found-table.ts";
import { refuseSource } from "../intake-kinds.ts";
import { isSuccess, successCodes } from "../success-values.ts";
import { commonMembers, fittingConstants } from "./common-members.ts";
import { errorsIn, membersAt, type Place, type ReadResponse, readBodies } from "./described-bodies.ts";
import { readErrors } from "./described-errors.ts";
import { otherHeaders } from "./described-headers.ts";
import { findErrorResponses } from "./described-responses.ts";
import { findPlaces, type Places } from "./found-places.ts";
import { leftOutCodes } from "./left-out-codes.ts";
import { leftOutMembers } from "./left-out-members.ts";
import { codeOf, shownAt, valuesAt } from "./place-values.ts";
import { createResolver, type Resolve } from "./reference-resolver.ts";
import { readSharedEnum } from "./shared-enum.ts";

export function readApiDescription(
  data: JsonObject,
  source: SourceFile,
  path: string,
  host: Host,
): FoundTable | readonly Diagnostic[] {
  const { resolve, missing } = createResolver(data, path, host);
  const answers = findErrorResponses(data, resolve);
  const responses = readBodies(answers.responses, resolve);
  const bodies = responses.flatMap(({ bodies: one }) => one ?? []);
  const places = findPlaces(bodies, resolve);
  const read = readErrors(responses, places, resolve);
  const success = successCodes(
    read.map(({ code, message }) => ({
      code,
      isSuccess: message === undefined ? undefined : isSuccess(code, message),
    })),
  );
  const failures = read.filter(({ code }) => !success.has(code));
  if (failures.length === 0) return readSharedEnum(data) ?? [nothingFound(source, responses.length, missing)];
  const { prefix, errors: found } = withoutPrefix(failures);
  const body = bodyOf(responses, places, resolve);
  const { errors, dropped } = fittingConstants(found, body.properties);
  const title = valueAt(data, ["info", "title"]);
  const examples = bodies.flatMap(({ examples: shown }) => shown.map(({ value }) => value));
  return {
    ...(typeof title === "string" ? { title } : {}),
    body: { ...body, success: [...success], ...(prefix === undefined ? {} : { prefix }) },
    errors,
    operations: answers.operations,
    dropped: [
      ...[...missing].map((name) => ({ reason: "references that lead to nothing", name })),
      ...dropped,
      ...leftOutCodes(responses, places, read, resolve),
      ...leftOutMembers(bodies, places, body, resolve),
      ...otherHeaders(responses, resolve),
    ],
    examples:
      places === undefined
        ? []
        : examples.filter((shown) => shownAt(shown, places.code).some(({ value }) => !success.has(String(value)))),
  };
}

function bodyOf(responses: readonly ReadResponse[], places: Places | undefined, resolve: Resolve): FoundBody {
  const first = responses.flatMap(({ bodies }) => bodies ?? [])[0];
  if (places === undefined) return { mediaType: first?.mediaType ?? "application/json", isText: true };
  const { code, message } = places;
  const values = responses.flatMap(({ bodies }) =>
    bodies === undefined ? [] : valuesAt(bodies, places.code, resolve),
  );
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
    isText: !values.every((value) => typeof value === "number"),
    message: message?.steps ?? "none",
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

function tellsCode({ bodies }: ReadResponse, places: Places, resolve: Resolve): boolean {
  return bodies !== undefined && valuesAt(bodies, places.code, resolve).length > 0;
}

/** Addresses that differ in their ends alone are codes with a prefix. */
function withoutPrefix(errors: readonly FoundError[]): {
  readonly prefix?: string;
  readonly errors: readonly FoundError[];
} {
  const parts = errors.map(({ code }) => codeOfAddress(code));
  const prefix = parts[0]?.prefix;
  if (prefix === undefined || !parts.every((part) => part?.prefix === prefix)) return { errors };
  return { prefix, errors: errors.map((error, index) => ({ ...error, code: parts[index]?.code ?? error.code })) };
}

function nothingFound(source: SourceFile, responses: number, missing: ReadonlySet<string>): Diagnostic {
  const at = Math.max(0, source.text.search(/^\s*"?paths"?\s*:/m));
  const [lost] = missing;
  const message =
    responses === 0
      ? "No operation has a response of a client or server error."
      : `None of the ${responses} error responses tells a code: no schema lists any, and no example shows one.`;
  const help =
    lost === undefined
      ? "The API has no error codes here. If it has some, add an example, or an enum, to the schema of the errors' bodies, or start without: errtable init"
      : `The reference "${lost}" leads to nothing: name the file that bundles all parts, or keep the parts beside it.`;
  return refuseSource(source, at, "nothing-to-read", message, help);
}
