// Reads the error in an HTTP response. It never throws, for any response: the
// error path of a program must not raise another error.
import { type HeaderFacts, type HeadersLike, readHeaders } from "./headers.ts";

/** The members of a response that are read. Responses of browsers, Node and node-fetch have them. */
export interface ResponseLike {
  readonly status: number;
  readonly headers: HeadersLike;
  /** A stream; without one, `text()` is called. */
  readonly body?: unknown;
  text(): Promise<string>;
}

export interface ReadOptions {
  /** The number of bytes that are read. A longer body is not read as an error of the table. By default 1 MiB. */
  readonly maxBytes?: number | undefined;
}

/** The paths to the code and the message in a body. The spelling of the table comes first. */
export interface BodyPlaces {
  readonly code: readonly (readonly string[])[];
  readonly message: readonly (readonly string[])[];
  /** The other members that every body has. */
  readonly required: readonly string[];
  /** The members that only bodies with this code must have. */
  readonly requiredOf: readonly (readonly [code: string, ...names: string[]])[];
}

export interface ResponseFacts<Body> extends HeaderFacts {
  readonly status: number;
  readonly body: Body | undefined;
  /** The code in a body that does not fit the table; the cause says why it does not fit. */
  readonly code: string | undefined;
  readonly message: string | undefined;
  readonly excerpt: string;
  readonly cause: unknown;
}

/** `readBody` reads a JSON value as an error of the table, and `places` are the paths to read in any other JSON value. */
export async function readResponse<Body>(
  response: ResponseLike,
  readBody: (value: unknown) => Body | undefined,
  places: BodyPlaces,
  options?: ReadOptions,
): Promise<ResponseFacts<Body>> {
  const maxBytes = options?.maxBytes ?? MAX_BYTES;
  const { text, cause } = await readText(response, maxBytes);
  const parsed = cause === undefined ? parse(text, readBody, places) : { cause };
  return {
    status: response.status,
    body: parsed.body,
    code: parsed.code,
    message: parsed.message,
    ...readHeaders(response.headers),
    excerpt: excerptOf(text),
    cause: parsed.cause,
  };
}

/** Enough for long lists of details, and too small for downloads. */
const MAX_BYTES = 1_048_576;

/** The number of UTF-16 units of an excerpt. */
const EXCERPT_LENGTH = 512;

interface Parsed<Body> {
  readonly body?: Body | undefined;
  readonly code?: string | undefined;
  readonly message?: string | undefined;
  /** The reason why there is no body; undefined if the text holds no error at all. */
  readonly cause?: unknown;
}

function parse<Body>(text: string, readBody: (value: unknown) => Body | undefined, places: BodyPlaces): Parsed<Body> {
  if (text === "") return {};
  let value: unknown;
  try {
    value = JSON.parse(text);
    const body = readBody(value);
    return body === undefined ? partsOf(value, places) : { body };
  } catch (cause) {
    // The text is no JSON, or nested too deeply for the checks.
    return { ...partsOf(value, places), cause };
  }
}

/** The code and the message of a body that does not fit the table. */
function partsOf(value: unknown, places: BodyPlaces): Parsed<never> {
  const code = firstText(value, places.code);
  const message = firstText(value, places.message);
  if (code === undefined && message === undefined) return {};
  const own = places.requiredOf.find(([owner]) => owner === code) ?? [];
  const others = [...places.required, ...own.slice(1)].map((name) => [[name]]);
  const absent = [places.code, places.message, ...others].filter((spellings) =>
    spellings.every((place) => memberAt(value, place) === undefined),
  );
  const misfit =
    absent.length === 0
      ? "Members of the body are not as the table of errors describes them."
      : `The body has no ${absent.map(([place]) => place?.join("/")).join(", no ")}.`;
  return { code, message, cause: new TypeError(misfit) };
}

function firstText(value: unknown, places: BodyPlaces["code"]): string | undefined {
  for (const place of places) {
    const member = memberAt(value, place);
    if (typeof member === "string") return member;
  }
  return undefined;
}

function memberAt(value: unknown, place: readonly string[]): unknown {
  let member = value;
  for (const name of place) {
    if (typeof member !== "object" || member === null) return undefined;
    const own = Object.getOwnPropertyDescriptor(member, name);
    member = own?.value;
  }
  return member;
}

/** The start of a text, without half a character at its end. */
function excerptOf(text: string): string {
  const start = text.slice(0, EXCERPT_LENGTH);
  const isCut = text.length > EXCERPT_LENGTH && /[\ud800-\udbff]$/.test(start);
  return isCut ? start.slice(0, -1) : start;
}

interface TextRead {
  /** The part of the body that was read. */
  readonly text: string;
  /** The reason why the rest was not read. */
  readonly cause?: unknown;
}

async function readText(response: ResponseLike, maxBytes: number): Promise<TextRead> {
  let text = "";
  try {
    const source = sourceOf(response.body);
    if (source === undefined) {
      const whole: unknown = await response.text();
      if (typeof whole === "string") text = whole;
      return text.length <= maxBytes ? { text } : tooLarge(text, maxBytes);
    }
    const decoder = new TextDecoder();
    let left = maxBytes;
    try {
      for (;;) {
        const { done, value } = await source.next();
        if (done === true) return { text: text + decoder.decode() };
        const bytes = bytesOf(value);
        text += decoder.decode(bytes, { stream: true });
        // An empty chunk counts as a byte: a source of empty chunks would never end.
        left -= Math.max(1, bytes.byteLength);
        // With NaN as the limit this condition is true, too.
        if (!(left >= 0)) return tooLarge(text, maxBytes);
      }
    } finally {
      source.stop();
    }
  } catch (cause) {
    return { text, cause };
  }
}

function tooLarge(text: string, maxBytes: number): TextRead {
  return { text, cause: new RangeError(`The body exceeds ${maxBytes} bytes.`) };
}

/** Declared here for projects that have neither the types of browsers nor the types of Node. */
declare const TextDecoder: new () => {
  decode(bytes?: ArrayBufferView, options?: { stream: boolean }): string;
};

interface Source {
  next(): Promise<{ readonly done?: boolean; readonly value?: unknown }>;
  /** Tells the sender to stop. */
  stop(): void;
}

/** Streams of the web have a reader, and streams of Node are async iterables. */
function sourceOf(body: unknown): Source | undefined {
  if (typeof body !== "object" || body === null) return undefined;
  // Each member may be missing.
  const stream = body as Partial<Stream>;
  const reader = stream.getReader?.();
  if (reader !== undefined)
    return {
      next: () => reader.read(),
      stop: () => ignore(reader.cancel()),
    };
  const iterator = stream[Symbol.asyncIterator]?.();
  if (iterator === undefined) return undefined;
  return {
    next: () => iterator.next(),
    stop: () => ignore(iterator.return?.()),
  };
}

interface Stream extends AsyncIterable<unknown> {
  getReader(): {
    read: Source["next"];
    cancel(): Promise<unknown>;
  };
}

/** An error at the end of a stream that is not read any more does not matter. */
function ignore(ending: Promise<unknown> | undefined): void {
  ending?.catch(() => undefined);
}

function bytesOf(chunk: unknown): ArrayBufferView {
  if (ArrayBuffer.isView(chunk)) return chunk;
  throw new TypeError("The body is no stream of bytes.");
}
