// An API description, OpenAPI or Swagger, becomes the errors that it describes for its operations.
import type { Diagnostic } from "../../diagnostic/diagnostic.ts";
import type { SourceFile } from "../../diagnostic/source.ts";
import type { Host } from "../../reader/host.ts";
import { valueAt } from "../../text/json/pointer.ts";
import type { Json, JsonObject } from "../../text/json/value.ts";
import { codeOfAddress } from "../code-values.ts";
import type { Dropped, FoundBody, FoundError, FoundTable } from "../found-table.ts";
import { refuseSource } from "../intake-kinds.ts";
import { commonMembers, fittingConstants } from "./common-members.ts";
import { type Bodies, errorsIn, type ReadResponse, readBodies } from "./described-bodies.ts";
import { readErrors } from "./described-errors.ts";
import { otherHeaders } from "./described-headers.ts";
import { findErrorResponses } from "./described-responses.ts";
import { codeOf, findPlaces, listedAt, type Places, shownAt } from "./found-places.ts";
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
  if (read.length === 0) return readSharedEnum(data) ?? [nothingFound(source, responses.length, missing)];
  const { prefix, errors: found } = withoutPrefix(read);
  const body = bodyOf(responses, places, resolve);
  const { errors, dropped } = fittingConstants(found, body.properties);
  const title = valueAt(data, ["info", "title"]);
  const examples = bodies.flatMap(({ examples: shown }) => shown.map(({ value }) => value));
  return {
    ...(typeof title === "string" ? { title } : {}),
    body: { ...body, ...(prefix === undefined ? {} : { prefix }) },
    errors,
    operations: answers.operations,
    dropped: [
      ...[...missing].map((name) => ({ reason: "references that lead to nothing", name })),
      ...dropped,
      ...silentResponses(responses, places, resolve),
      ...otherValues(bodies, places, resolve),
      ...otherHeaders(responses, resolve),
    ],
    examples: places === undefined ? [] : examples.filter((body) => shownAt(body, places.code).length > 0),
  };
}

function bodyOf(responses: readonly ReadResponse[], places: Places | undefined, resolve: Resolve): FoundBody {
  const first = responses.flatMap(({ bodies }) => bodies ?? [])[0];
  if (places === undefined) return { mediaType: first?.mediaType ?? "application/json", isText: true };
  const { code, message } = places;
  const values = responses.flatMap(({ bodies }) => (bodies === undefined ? [] : valuesAt(bodies, places, resolve)));
  const shown = responses.flatMap(
    ({ bodies }) => bodies?.examples.flatMap(({ value }) => errorsIn(value, code.list)) ?? [],
  );
  const lacking = (steps: readonly string[], other: readonly string[] | undefined): boolean =>
    shown.some(
      (error) => valueAt(error, steps) === undefined && other !== undefined && valueAt(error, other) !== undefined,
    );
  const mediaType =
    (responses.find((one) => tellsCode(one, places, resolve))?.bodies ?? first)?.mediaType ?? "application/json";
  return {
    mediaType,
    ...(code.list === undefined ? {} : { errors: code.list }),
    code: code.steps,
    isText: !values.every((value) => typeof value === "number"),
    message: message?.steps ?? "none",
    isOptional: lacking(code.steps, message?.steps),
    isSilent: message !== undefined && lacking(message.steps, code.steps),
    ...commonMembers(responses, places, resolve),
  };
}

/** All that schemas list and examples show in the place of the code. */
function valuesAt({ alternatives, examples }: Bodies, { code }: Places, resolve: Resolve): readonly Json[] {
  return [
    ...alternatives.flatMap((schema) => listedAt(schema, code, resolve)),
    ...examples.flatMap(({ value }) => shownAt(value, code).map((one) => one.value)),
  ];
}

function tellsCode({ bodies }: ReadResponse, places: Places, resolve: Resolve): boolean {
  return bodies !== undefined && valuesAt(bodies, places, resolve).length > 0;
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

/** Responses in which the place of the code holds none. */
function silentResponses(
  responses: readonly ReadResponse[],
  places: Places | undefined,
  resolve: Resolve,
): readonly Dropped[] {
  return responses.flatMap((one) => {
    if (places === undefined || Array.isArray(one.response["x-error-codes"])) return [];
    if (tellsCode(one, places, resolve)) return [];
    const name = `${one.status ?? "default"} of ${one.operations[0] ?? "a component"}`;
    return [{ reason: "responses without a code", name }];
  });
}

/** A value that stands in the place of the code, and is no code. */
function otherValues(bodies: readonly Bodies[], places: Places | undefined, resolve: Resolve): readonly Dropped[] {
  if (places === undefined) return [];
  const values = bodies.flatMap((one) => valuesAt(one, places, resolve));
  const others = values.filter((value) => codeOf(value) === undefined && value !== null && typeof value !== "object");
  return [...new Set(others.map(String))].map((name) => ({ reason: "values that are no codes", name }));
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
