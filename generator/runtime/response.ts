// Reads what an HTTP response tells of an error. Whatever the response is like,
// this answers: the error path of a program is no place for another error.

import { type HeaderFacts, type HeadersLike, readHeaders } from "./headers.ts";

/** What is read of a response; those of browsers, Node and node-fetch fit. */
export interface ResponseLike {
  readonly status: number;
  readonly headers: HeadersLike;
  /** A stream, or nothing: then the text is asked for. */
  readonly body?: unknown;
  text(): Promise<string>;
}

export interface ReadOptions {
  /** How much of a body is read; a longer one is no error of the table. By default 1 MiB. */
  readonly maxBytes?: number | undefined;
}

/** Where bodies have what tells most, as paths; the table's own spelling comes first. */
export interface BodyPlaces {
  readonly code: readonly (readonly string[])[];
  readonly message: readonly (readonly string[])[];
  /** The other members that every body has. */
  readonly required: readonly string[];
  /** Those that bodies with this code have besides. */
  readonly requiredOf: readonly (readonly [code: string, ...names: string[]])[];
}

export interface ResponseFacts<Body> extends HeaderFacts {
  readonly status: number;
  readonly body: Body | undefined;
  /** Of a body that does not fit; then the cause says why. */
  readonly code: string | undefined;
  readonly message: string | undefined;
  readonly excerpt: string;
  readonly cause: unknown;
}

/** What a response tells; `readBody` says what a JSON value is, and `places` what to look for in one that is no body. */
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

/** Room for long lists of details, but not for downloads. */
const MAX_BYTES = 1_048_576;

/** A text that is longer than most lines, and shorter than most pages. */
const EXCERPT_LENGTH = 512;

interface Parsed<Body> {
  readonly body?: Body | undefined;
  readonly code?: string | undefined;
  readonly message?: string | undefined;
  /** Why there is no body; nothing where the text tells of no error at all. */
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
    // No JSON, or nested more deeply than its checks can follow.
    return { ...partsOf(value, places), cause };
  }
}

/** What can be read of a body that is not as the table describes it. */
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

/** The start of a text, with no character cut in two. */
function excerptOf(text: string): string {
  const start = text.slice(0, EXCERPT_LENGTH);
  const isCut = text.length > EXCERPT_LENGTH && /[\ud800-\udbff]$/.test(start);
  return isCut ? start.slice(0, -1) : start;
}

interface TextRead {
  /** As much of the body as could be read. */
  readonly text: string;
  /** Why that is not all of it. */
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
        // Nothing counts too: a source that sends nothing else would never end.
        left -= Math.max(1, bytes.byteLength);
        // Spelled so that a limit which is no number lets nothing pass.
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

/** Declared here because projects without types of browsers or Node lack it. */
declare const TextDecoder: new () => {
  decode(bytes?: ArrayBufferView, options?: { stream: boolean }): string;
};

interface Source {
  next(): Promise<{ readonly done?: boolean; readonly value?: unknown }>;
  /** Tells the sender that no more is wanted. */
  stop(): void;
}

/** Streams of the web have a reader, and those of Node are iterated over. */
function sourceOf(body: unknown): Source | undefined {
  if (typeof body !== "object" || body === null) return undefined;
  // Nothing is taken for granted here: each member may be missing.
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

/** A stream that nobody reads may end as it likes. */
function ignore(ending: Promise<unknown> | undefined): void {
  ending?.catch(() => undefined);
}

function bytesOf(chunk: unknown): ArrayBufferView {
  if (ArrayBuffer.isView(chunk)) return chunk;
  throw new TypeError("The body is no stream of bytes.");
}
