// Error responses → the errors of a table: a status for each code, and what the description says of it.
import { isObject, type Json, type JsonObject, listOf } from "../../../text/json/value.ts";
import { type Bodies, bodiesOf, membersAt, valueAt } from "./described-bodies.ts";
import type { ErrorResponse, Resolve } from "./described-responses.ts";
import { codesAt, isWord, listedAt, type Pointers } from "./found-pointers.ts";

export interface ReadResponse extends ErrorResponse {
  readonly bodies: Bodies | undefined;
}

export interface ReadError {
  readonly code: string;
  readonly status: number;
  /** Other statuses that the description has it under. */
  readonly others: readonly number[];
  /** A printf template, or a text without directives. */
  readonly message?: string;
  readonly description?: string;
  readonly solution?: string;
  readonly retry?: string;
  readonly headers: Readonly<Record<string, JsonObject>>;
  readonly operations: readonly string[];
}

interface Sighting {
  readonly response: ReadResponse;
  /** The fewer codes a response has, the more it says of each; an example says most. */
  readonly weight: number;
}

export function readBodies(responses: readonly ErrorResponse[], resolve: Resolve): readonly ReadResponse[] {
  return responses.map((response) => ({ ...response, bodies: bodiesOf(response.response, resolve) }));
}

export function readErrors(
  responses: readonly ReadResponse[],
  pointers: Pointers | undefined,
  resolve: Resolve,
): readonly ReadError[] {
  const sightings = new Map<string, Sighting[]>();
  for (const response of responses) {
    const codes = codesOf(response, pointers, resolve);
    for (const code of codes) {
      const isShown = response.bodies?.examples.some(
        (example) => pointers && valueAt(example.value, pointers.code) === code,
      );
      const weight = (isShown === true ? 1000 : 0) + 1 / codes.length;
      const seen = sightings.get(code) ?? [];
      sightings.set(code, seen);
      seen.push({ response, weight });
    }
  }
  return [...sightings].map(([code, seen]) => toError(code, seen, pointers, resolve));
}

function codesOf(
  { response, bodies }: ReadResponse,
  pointers: Pointers | undefined,
  resolve: Resolve,
): readonly string[] {
  const listed = listOf(response["x-error-codes"]).filter(isWord);
  if (listed.length > 0 || bodies === undefined || pointers === undefined) return listed;
  return codesAt(bodies, pointers.code, resolve);
}

function toError(
  code: string,
  sightings: readonly Sighting[],
  pointers: Pointers | undefined,
  resolve: Resolve,
): ReadError {
  const best = sightings.reduce((a, b) => (b.weight > a.weight ? b : a));
  const { status } = best.response;
  const own = sightings.filter(({ response }) => response.status === status);
  const texts = own.map(({ response }) => textsOf(code, response, pointers, resolve));
  const first = (name: keyof Texts): string | undefined =>
    texts.map((one) => one[name]?.trim()).find((text) => text !== undefined && text !== "");
  const solution = first("solution");
  const description = withoutEnd(first("description"), solution);
  const message = first("message");
  return {
    code,
    status,
    others: [...new Set(sightings.map(({ response }) => response.status))].filter((other) => other !== status),
    // An example that only repeats what the error means promises no text.
    ...optional("message", message?.replaceAll("%%", "%") === description ? undefined : message),
    ...optional("description", description),
    ...optional("solution", solution),
    ...optional("retry", first("retry")),
    headers: Object.assign({}, ...own.map(({ response }) => headersOf(response.response, resolve))),
    operations: [...new Set(own.flatMap(({ response }) => response.operations))],
  };
}

function optional(name: string, text: string | undefined): Readonly<Record<string, string>> {
  return text === undefined || !text.isWellFormed() ? {} : { [name]: text };
}

interface Texts {
  readonly message: string | undefined;
  readonly description: string | undefined;
  readonly solution: string | undefined;
  readonly retry: string | undefined;
}

function textsOf(code: string, read: ReadResponse, pointers: Pointers | undefined, resolve: Resolve): Texts {
  const { response, bodies } = read;
  const none = { message: undefined, description: undefined, solution: undefined, retry: undefined };
  if (bodies === undefined || pointers === undefined) return none;
  const codes = codesOf(read, pointers, resolve);
  const alternative = bodies.alternatives.find((schema) => {
    const listed = listedAt(schema, pointers.code, resolve);
    return listed.length === 1 && listed[0] === code;
  });
  const examples = bodies.examples.filter(({ value }) => valueAt(value, pointers.code) === code);
  const shown = examples.map(({ value }) => textOf(valueAt(value, pointers.message)));
  const isOnly = codes.length === 1;
  const ofSchema = alternative === undefined ? undefined : listedMessage(alternative, pointers, resolve);
  const example = [...shown, ofSchema].find((text) => text !== undefined);
  const template = textOf(alternative?.["x-message-template"]);
  const summary = examples.map((one) => one.summary).find((text) => text !== undefined && text !== code);
  const isAlone = alternative !== undefined && bodies.alternatives.length > 1;
  return {
    message: template ?? example?.replaceAll("%", "%%"),
    description:
      textOf(isAlone || alternative?.["title"] === code ? alternative?.["description"] : undefined) ??
      summary ??
      (isOnly ? textOf(response["description"]) : undefined),
    solution: textOf(alternative?.["x-solution"]),
    retry: /^(?:never|backoff|throttled)$/.exec(textOf(alternative?.["x-retry"]) ?? "")?.[0],
  };
}

function listedMessage(schema: JsonObject, { message }: Pointers, resolve: Resolve): string | undefined {
  const values = membersAt(schema, message, resolve).map(({ example }) => example);
  return values.map(textOf).find((text) => text !== undefined);
}

function textOf(value: Json | undefined): string | undefined {
  return typeof value === "string" && value.trim() !== "" && value.isWellFormed() ? value : undefined;
}

/** Descriptions that errtable made have the solution, and what follows from it, as paragraphs of their own. */
function withoutEnd(text: string | undefined, end: string | undefined): string | undefined {
  const at = text === undefined || end === undefined ? -1 : text.indexOf(end);
  if (text === undefined || at < 0 || !/(?:^|\n\n)$/.test(text.slice(0, at))) return text;
  const rest = text.slice(0, at).trim();
  return rest === "" ? undefined : rest;
}

/** Of the plain types alone, so that what the table's language does not have is left out. */
function headersOf(response: JsonObject, resolve: Resolve): Readonly<Record<string, JsonObject>> {
  const headers = resolve(response["headers"]);
  const found = Object.entries(isObject(headers) ? headers : {}).flatMap(([name, value]) => {
    const header = resolve(value);
    if (!isObject(header) || !/^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,128}$/.test(name)) return [];
    if (name.toLowerCase() !== "retry-after" && name.toLowerCase() !== "www-authenticate") return [];
    const schema = resolve(header["schema"]);
    const type = isObject(schema) && schema["type"] === "integer" ? "integer" : "string";
    const description = textOf(header["description"])?.trim();
    return [[name, { ...(description === undefined ? {} : { description }), schema: { type } }] as const];
  });
  return Object.fromEntries(found);
}
