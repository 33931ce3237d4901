// Error responses become the errors of a table: each code with its status, texts, headers and operations.
import { entriesOf, isObject, type Json, type JsonObject, listOf, withoutUndefined } from "../../../text/json/value.ts";
import { valueAt } from "../references.ts";
import { type Bodies, bodiesOf, membersAt } from "./described-bodies.ts";
import type { ErrorResponse, Resolve } from "./described-responses.ts";
import { codesAt, isWord, listedAt, type Pointers } from "./found-pointers.ts";

export interface ReadResponse extends ErrorResponse {
  readonly bodies: Bodies | undefined;
}

export interface ReadError {
  readonly code: string;
  readonly status: number;
  /** The other statuses that the description has for the code. */
  readonly others: readonly number[];
  /** The texts that the description has: `message`, a printf template, `description`, `solution` and `retry`. */
  readonly texts: Readonly<Partial<Record<TextName, string>>>;
  readonly headers: Readonly<Record<string, JsonObject>>;
  readonly operations: readonly string[];
}

type TextName = "message" | "description" | "solution" | "retry";
type Texts = Readonly<Record<TextName, string | undefined>>;

interface Sighting {
  readonly response: ReadResponse;
  /** An example of the code counts most; then, the fewer codes a response has, the more it tells of each. */
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
  const first = (name: TextName): string | undefined =>
    texts.map((one) => one[name]?.trim()).find((text) => text !== undefined && text !== "");
  const solution = first("solution");
  const description = withoutEnd(first("description"), solution);
  const message = first("message");
  // An example that only repeats the description is no promise of a message.
  const isRepeated = message?.replaceAll("%%", "%") === description;
  const found = { message: isRepeated ? undefined : message, description, solution, retry: first("retry") };
  const wellFormed = Object.entries(found).filter(([, text]) => text?.isWellFormed());
  return {
    code,
    status,
    others: [...new Set(sightings.map(({ response }) => response.status))].filter((other) => other !== status),
    texts: Object.fromEntries(wellFormed),
    headers: Object.assign({}, ...own.map(({ response }) => headersOf(response.response, resolve))),
    operations: [...new Set(own.flatMap(({ response }) => response.operations))],
  };
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

/** In descriptions that errtable wrote, paragraphs with the solution and with links follow the description itself. */
function withoutEnd(text: string | undefined, end: string | undefined): string | undefined {
  const at = text === undefined || end === undefined ? -1 : text.indexOf(end);
  if (text === undefined || at < 0 || !/(?:^|\n\n)$/.test(text.slice(0, at))) return text;
  const rest = text.slice(0, at).trim();
  return rest === "" ? undefined : rest;
}

/** The headers that the language of tables has, with plain types alone. */
function headersOf(response: JsonObject, resolve: Resolve): Readonly<Record<string, JsonObject>> {
  const found = entriesOf(resolve(response["headers"])).flatMap(([name, value]) => {
    const header = resolve(value);
    if (!isObject(header) || !/^(?:retry-after|www-authenticate)$/i.test(name)) return [];
    const schema = resolve(header["schema"]);
    const type = isObject(schema) && schema["type"] === "integer" ? "integer" : "string";
    const description = textOf(header["description"])?.trim();
    return [[name, withoutUndefined({ description, schema: { type } })] as const];
  });
  return Object.fromEntries(found);
}
