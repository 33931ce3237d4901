// Reads the error in an HTTP response. It never throws, for any response: the
// error path of a program must not raise another error.
import { type BodyLike, excerptOf, readText } from "./body-text.ts";
import { type HeaderFacts, type HeadersLike, MAX_DELAY, readHeaders } from "./headers.ts";

/** The members of a response that are read. Responses of browsers, Node and node-fetch have them. */
export interface ResponseLike extends BodyLike {
  readonly status: number;
  readonly headers: HeadersLike;
}

export interface ReadOptions {
  /** The number of bytes that are read. A longer body is not read as an error of the table. By default 1 MiB. */
  readonly maxBytes?: number | undefined;
}

export type Place = readonly string[];

/** The places of members. Of code and message, the spelling of the table comes first. */
export interface BodyPlaces {
  readonly code: readonly Place[];
  readonly message: readonly Place[];
  /** The members that every body has, each in all spellings. */
  readonly required: readonly (readonly Place[])[];
  /** The members that only bodies with this code must have. */
  readonly requiredOf: readonly (readonly [code: string | number, ...members: Place[]])[];
  /** Whether codes are integers. */
  readonly isInteger?: boolean;
  /** The members that are numbers, true or false; XML spells them as texts. */
  readonly scalars?: readonly Place[];
  /** The codes that stand for no error. */
  readonly success?: readonly (string | number)[];
  /** The header that holds the code where the body has none, with the text before every code or without it. */
  readonly header?: string;
  readonly prefix?: string;
  /** The list of errors in a response; all other places but the two below are in an item. */
  readonly list?: Place;
  readonly requestId?: Place;
  /** The delay, and the milliseconds of its unit. */
  readonly retryAfter?: readonly [place: Place, unit: number];
}

export interface ResponseFacts<Body, Code> extends HeaderFacts {
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
  const { places } = reader;
  const { text, cause } = await readText(response, options?.maxBytes ?? MAX_BYTES);
  const parsed: Parsed<Body> = cause === undefined ? parseError(text, reader) : { cause };
  const { status } = response;
  const { message = "", item, isSuccess } = parsed;
  const headers = readHeaders(response.headers, places.header);
  // The code is of the type that the places say.
  const known = (parsed.code ?? codeFrom(headers.code, places)) as Code | undefined;
  const code = isSuccess === true ? undefined : (known ?? reader.codeOf?.(message, status));
  return {
    status,
    bodies: parsed.bodies ?? [],
    body: parsed.body,
    code,
    case: reader.caseOf?.(code, item, status, parsed.message),
    message: parsed.message,
    requestId: parsed.requestId ?? headers.requestId,
    retryAfter: parsed.retryAfter ?? headers.retryAfter,
    excerpt: excerptOf(text),
    cause: parsed.cause,
  };
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
    setParsed(item, places.isInteger === true ? places.code : [], integerOf);
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
    const bodies = all.flatMap((body) => (body === undefined ? [] : [body]));
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

/** XML has texts only, and so do headers: a number that is spelled as text becomes the number. */
function setParsed(item: unknown, places: readonly Place[], parse: (text: unknown) => unknown): void {
  for (const place of places) {
    const holder = memberAt(item, place.slice(0, -1));
    const name = place.at(-1) ?? "";
    const value = parse(memberAt(holder, [name]));
    // The value is not shared, because it was just parsed.
    if (value !== undefined) (holder as Record<string, unknown>)[name] = value;
  }
}

function scalarOf(value: unknown): unknown {
  const isText = typeof value === "string" && /^(?:true|false|-?(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?)$/.test(value);
  return isText ? JSON.parse(value) : undefined;
}

function integerOf(value: unknown): number | undefined {
  const isText = typeof value === "string" && /^(?:0|-?[1-9]\d{0,15})$/.test(value);
  return isText && Number.isSafeInteger(Number(value)) ? Number(value) : undefined;
}

function codeFrom(
  header: string | undefined,
  { isInteger, prefix = "", success }: BodyPlaces,
): string | number | undefined {
  const whole = header === undefined || header.startsWith(prefix) ? header : prefix + header;
  const code = isInteger === true ? integerOf(header) : whole;
  return code !== undefined && success?.includes(code) === true ? undefined : code;
}

/** The code of an error, in any spelling of the body. */
export function codeIn<Code extends string | number>(
  value: unknown,
  { code, isInteger }: BodyPlaces,
): Code | undefined {
  for (const place of code) {
    const member = memberAt(value, place);
    // The code is of the type that the places say.
    if (isInteger === true ? Number.isInteger(member) : typeof member === "string") return member as Code;
  }
  return undefined;
}

/** The parts that a body lacks. */
function misfitOf(value: unknown, code: unknown, places: BodyPlaces): string {
  const [, ...own] = places.requiredOf.find(([owner]) => owner === code) ?? [];
  const all = [...places.required, ...(own as readonly Place[]).map((place) => [place])];
  const absent = all.filter((spellings) => spellings.every((place) => memberAt(value, place) === undefined));
  return absent.length === 0
    ? "Members of the body are not as the table of errors describes them."
    : `The body has no ${absent.map(([place]) => place?.join("/")).join(", no ")}.`;
}

export function firstText(value: unknown, places: readonly Place[]): string | undefined {
  for (const place of places) {
    const member = memberAt(value, place);
    if (typeof member === "string") return member;
  }
  return undefined;
}

/** A text that says something, or a number as text. */
export function textAt(value: unknown, place: Place | undefined): string | undefined {
  const member = place && memberAt(value, place);
  const text = typeof member === "number" ? String(member) : member;
  return typeof text === "string" && text !== "" ? text : undefined;
}

/** A delay in milliseconds. */
function delayAt(value: unknown, at: BodyPlaces["retryAfter"]): number | undefined {
  if (at === undefined) return undefined;
  const member = memberAt(value, at[0]);
  const delay = typeof member === "string" && /^\d+(?:\.\d+)?$/.test(member) ? Number(member) : member;
  return typeof delay === "number" && delay >= 0 ? Math.min(Math.ceil(delay * at[1]), MAX_DELAY) : undefined;
}

export function memberAt(value: unknown, place: readonly string[]): unknown {
  let member = value;
  for (const name of place) {
    if (typeof member !== "object" || member === null) return undefined;
    const own = Object.getOwnPropertyDescriptor(member, name);
    member = own?.value;
  }
  return member;
}
