// Reads the error in an HTTP response. It never throws, for any response: the
// error path of a program must not raise another error.

import {
  type BodyPlaces,
  codeIn,
  delayAt,
  firstText,
  integerOf,
  memberAt,
  type Place,
  printedTexts,
  scalarOf,
  setParsed,
  textAt,
} from "./body-members.ts";
import { type BodyLike, excerptOf, readText, type TextRead, textOfBody, titleOf } from "./body-text.ts";
import { type HeaderFacts, type HeadersLike, readHeaders } from "./headers.ts";

/** The members of a response that are read. Responses of browsers, Node and node-fetch have them. */
export interface ResponseLike extends BodyLike {
  readonly status: number;
  readonly headers: HeadersLike;
}

/** A response whose body a client has read, as axios, ky, got and openapi-fetch do. */
export interface ReceivedResponse {
  readonly status: number;
  readonly headers?: HeadersLike | undefined;
  /** The value that the client made of the body, its text, or its bytes. */
  readonly body?: unknown;
  /** The text of the body, which counts where both are given. */
  readonly text?: string | undefined;
}

export interface ReadOptions {
  /** The number of bytes that are read. A longer body is not read as an error of the table. By default 1 MiB. */
  readonly maxBytes?: number | undefined;
}

export interface ResponseFacts<Body, Code> extends HeaderFacts {
  /** 0 if the response has none, as in the interfaces of browsers. */
  readonly status: number;
  /** The errors in the body that fit the table. */
  readonly bodies: readonly Body[];
  /** The first of them, if it is the first error in the body. */
  readonly body: Body | undefined;
  /** The code of the first error, even if its other members do not fit the table; the cause names the misfit. */
  readonly code: Code | undefined;
  /** The name of its case. */
  readonly case: string | undefined;
  readonly message: string | undefined;
  readonly excerpt: string;
  readonly cause: unknown;
}

export interface BodyReader<Body, Code> {
  /** The value that the text of a body spells; it throws for any other text. */
  readonly parse: (text: string) => unknown;
  /** A value as an error of the table. */
  readonly read: (value: unknown) => Body | undefined;
  /** The places to read in any other value. */
  readonly places: BodyPlaces;
  /** The code of an error whose body has none. */
  readonly codeOf?: (message: string, status: number) => Code | undefined;
  readonly caseOf?: (code: Code | undefined, item: unknown, status: number, message?: string) => string | undefined;
}

export async function readResponse<Body, Code extends string | number>(
  response: ResponseLike,
  reader: BodyReader<Body, Code>,
  options?: ReadOptions,
): Promise<ResponseFacts<Body, Code>> {
  const maxBytes = tryMember(options, "maxBytes");
  return factsOfText(response, await readText(response, typeof maxBytes === "number" ? maxBytes : MAX_BYTES), reader);
}

export function readReceived<Body, Code extends string | number>(
  response: ReceivedResponse,
  reader: BodyReader<Body, Code>,
): ResponseFacts<Body, Code> {
  return factsOfText(response, textOfBody(response), reader);
}

function factsOfText<Body, Code extends string | number>(
  response: Pick<ReceivedResponse, "status" | "headers">,
  { text, cause }: TextRead,
  reader: BodyReader<Body, Code>,
): ResponseFacts<Body, Code> {
  const { places } = reader;
  const parsed: Parsed<Body> = cause === undefined ? parseError(text, reader) : { cause };
  const status = statusOf(response);
  const { item, isSuccess } = parsed;
  const headers = readHeaders(tryMember(response, "headers"), places.header);
  // The code is of the type that the places say.
  const known = (parsed.code ?? codeFrom(headers.code, places)) as Code | undefined;
  const texts = printedTexts(item, places.message);
  const telling = texts.find((text) => reader.codeOf?.(text, status) !== undefined);
  const told = telling ?? texts[0];
  const code = isSuccess === true ? undefined : (known ?? reader.codeOf?.(told ?? "", status));
  return {
    status,
    bodies: parsed.bodies ?? [],
    body: parsed.body,
    code,
    case: reader.caseOf?.(code, item, status, told),
    message: parsed.message,
    requestId: parsed.requestId ?? headers.requestId,
    retryAfter: parsed.retryAfter ?? headers.retryAfter,
    excerpt: excerptOf(text),
    cause: status === 0 ? new TypeError("There is no response with a status.") : parsed.cause,
  };
}

function statusOf(response: unknown): number {
  const status = tryMember(response, "status");
  const number = typeof status === "number" ? status : integerOf(status);
  return number !== undefined && Number.isInteger(number) ? number : 0;
}

/** The value may be no object, and the getters of its members may throw. */
function tryMember(value: unknown, name: string): unknown {
  try {
    return (value as Readonly<Record<string, unknown>>)[name];
  } catch {
    return undefined;
  }
}

/** The message of an error whose body has none. The title of an HTML page says more than its markup. */
export function statusMessage(facts: {
  readonly status: number;
  readonly code?: string | number | undefined;
  readonly excerpt?: string | undefined;
}): string {
  const { status, code, excerpt = "" } = facts;
  const start = status === 0 ? "Unknown HTTP status" : `HTTP status ${status}`;
  if (code !== undefined) return `${start} ${code}`;
  const title = titleOf(excerptOf(excerpt));
  const named = title === "" ? "" : `; title: ${JSON.stringify(title)}`;
  return `${start} without an error body${named}`;
}

/** Enough for long lists of details, and too small for downloads. */
const MAX_BYTES = 1_048_576;

interface Parsed<Body> {
  /** The first error. */
  readonly item?: unknown;
  readonly isSuccess?: boolean;
  readonly bodies?: readonly Body[];
  readonly body?: Body | undefined;
  readonly code?: string | number | undefined;
  readonly message?: string | undefined;
  readonly requestId?: string | undefined;
  readonly retryAfter?: number | undefined;
  /** The reason why there is no body; undefined if the text holds no error at all. */
  readonly cause?: unknown;
}

function parseError<Body>(
  text: string,
  reader: Pick<BodyReader<Body, unknown>, "parse" | "read" | "places">,
): Parsed<Body> {
  const { parse, read, places } = reader;
  if (text === "") return {};
  let value: unknown;
  try {
    value = parse(text);
  } catch (cause) {
    return { cause };
  }
  const facts = { requestId: textAt(value, places.requestId), retryAfter: delayAt(value, places.retryAfter) };
  const items = itemsOf(value, places.list);
  const [first] = items;
  for (const item of items) {
    setParsed(item, places.integers ?? [], integerOf);
    setParsed(item, places.scalars ?? [], scalarOf);
  }
  const code = codeIn<string | number>(first, places);
  if (code !== undefined && places.success?.includes(code) === true) return { ...facts, isSuccess: true };
  const error = {
    item: first,
    code,
    requestId: facts.requestId ?? textAt(first, places.requestId),
    retryAfter: facts.retryAfter ?? delayAt(first, places.retryAfter),
  };
  const message = firstText(first, places.message);
  try {
    const all = items.map((item) => read(item));
    const bodies = all.filter((body): body is Body => body !== undefined);
    const [body] = all;
    const fitting = { ...error, message, bodies, body };
    if (body !== undefined || (code === undefined && message === undefined)) return fitting;
    return { ...fitting, cause: new TypeError(misfitOf(first, code, places)) };
  } catch (cause) {
    // The value is nested too deeply for the checks.
    return { ...error, message, cause };
  }
}

/** An XML document cannot tell a list of one item from the item. */
function itemsOf(value: unknown, list: Place | undefined): readonly unknown[] {
  if (list === undefined) return [value];
  const items = memberAt(value, list);
  if (Array.isArray(items)) return items as readonly unknown[];
  return typeof items === "object" && items !== null ? [items] : [];
}

function codeFrom(
  header: string | undefined,
  { isInteger, prefix = "", success }: BodyPlaces,
): string | number | undefined {
  const whole = header === undefined || header.startsWith(prefix) ? header : prefix + header;
  const code = isInteger === true ? integerOf(header) : whole;
  return code !== undefined && success?.includes(code) === true ? undefined : code;
}

/** The parts that a body lacks. */
function misfitOf(value: unknown, code: unknown, places: BodyPlaces): string {
  const [, ...own] = places.requiredOf.find(([owner]) => owner === code) || [];
  const all = [...places.required, ...(own as readonly Place[]).map((place) => [place])];
  const absent = all.filter((spellings) => spellings.every((place) => memberAt(value, place) === undefined));
  return absent.length === 0
    ? "Members of the body are not as the table of errors describes them."
    : `The body has no ${absent.map(([place]) => place?.join("/")).join(", no ")}.`;
}

/** Older syntax for the operator "??". */
export function orElse<Value, Other>(value: Value | undefined, other: Other): Value | Other {
  return value === undefined ? other : value;
}

/** A member that reports of the error leave out. */
export function hideMember(error: Error, name: string | symbol, value: unknown): void {
  Object.defineProperty(error, name, { value, configurable: true, enumerable: false, writable: true });
}
