// Error responses become the errors of a table: each code with its status, texts, headers and operations.
import { groupBy } from "../../../diagnostic/group-by.ts";
import { valueAt } from "../../../text/json/pointer.ts";
import { entriesOf, isObject, type Json, type JsonObject, listOf, withoutUndefined } from "../../../text/json/value.ts";
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
  readonly texts: Texts;
  readonly headers: Readonly<Record<string, JsonObject>>;
  readonly operations: readonly string[];
}

type TextName = "message" | "description" | "solution" | "retry";
type Texts = Readonly<Partial<Record<TextName, string | undefined>>>;

interface Sighting {
  readonly code: string;
  readonly response: ReadResponse;
  /** All codes of the response. */
  readonly codes: readonly string[];
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
  const sightings = responses.flatMap((response) => {
    const codes = codesOf(response, pointers, resolve);
    const shown = response.bodies?.examples.map(({ value }) => pointers && valueAt(value, pointers.code)) ?? [];
    const weightOf = (code: string): number => (shown.includes(code) ? 1000 : 0) + 1 / codes.length;
    return codes.map((code): Sighting => ({ code, response, codes, weight: weightOf(code) }));
  });
  return [...groupBy(sightings, ({ code }) => code).values()].map((seen) => toError(seen, pointers, resolve));
}

function codesOf({ response, bodies }: ReadResponse, pointers: Pointers | undefined, resolve: Resolve) {
  const listed = listOf(response["x-error-codes"]).filter(isWord);
  if (listed.length > 0 || bodies === undefined || pointers === undefined) return listed;
  return codesAt(bodies, pointers.code, resolve);
}

function toError(sightings: readonly Sighting[], pointers: Pointers | undefined, resolve: Resolve): ReadError {
  const { code, response: best } = sightings.reduce((a, b) => (b.weight > a.weight ? b : a));
  const { status } = best;
  const own = sightings.filter(({ response }) => response.status === status);
  const texts = own.map((sighting) => textsOf(sighting, pointers, resolve));
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

function textsOf({ code, codes, response: read }: Sighting, pointers: Pointers | undefined, resolve: Resolve): Texts {
  const { response, bodies } = read;
  if (bodies === undefined || pointers === undefined) return {};
  const alternative = bodies.alternatives.find((schema) => {
    const [listed, ...more] = listedAt(schema, pointers.code, resolve);
    return listed === code && more.length === 0;
  });
  const examples = bodies.examples.filter(({ value }) => valueAt(value, pointers.code) === code);
  const messages = [
    ...examples.map(({ value }) => valueAt(value, pointers.message)),
    ...(alternative ? membersAt(alternative, pointers.message, resolve) : []).map(({ example }) => example),
  ];
  const example = messages.map(textOf).find((text) => text !== undefined);
  const summary = examples.map((one) => one.summary).find((text) => text !== undefined && text !== code);
  const isOwn = bodies.alternatives.length > 1 || alternative?.["title"] === code;
  return {
    message: textOf(alternative?.["x-message-template"]) ?? example?.replaceAll("%", "%%"),
    description:
      (isOwn ? textOf(alternative?.["description"]) : undefined) ??
      summary ??
      (codes.length === 1 ? textOf(response["description"]) : undefined),
    solution: textOf(alternative?.["x-solution"]),
    retry: /^(?:never|backoff|throttled)$/.exec(textOf(alternative?.["x-retry"]) ?? "")?.[0],
  };
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
