// Reads the body of an HTTP response as text, up to a limit.

export interface BodyLike {
  /** A stream; without one, `text()` is called. */
  readonly body?: unknown;
  text(): Promise<string>;
}

export interface TextRead {
  /** The part of the body that was read. */
  readonly text: string;
  /** The reason why the rest was not read. */
  readonly cause?: unknown;
}

export async function readText(response: BodyLike, maxBytes: number): Promise<TextRead> {
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
  if (stream.getReader !== undefined) {
    const reader = stream.getReader();
    return {
      next: () => reader.read(),
      stop: () => ignore(reader.cancel()),
    };
  }
  // Engines and libraries of types may be older than this symbol.
  const iterate = (body as Readonly<Record<symbol, unknown>>)[Reflect.get(Symbol, "asyncIterator") as symbol];
  if (typeof iterate !== "function") return undefined;
  const iterator = Reflect.apply(iterate, body, []) as StreamIterator;
  return {
    next: () => iterator.next(),
    stop: () => ignore(iterator.return === undefined ? undefined : iterator.return()),
  };
}

interface Stream {
  getReader(): {
    read: Source["next"];
    cancel(): Promise<unknown>;
  };
}

interface StreamIterator extends Pick<Source, "next"> {
  return?(): Promise<unknown>;
}

/** An error at the end of a stream that is not read any more does not matter. */
function ignore(ending: Promise<unknown> | undefined): void {
  ending?.catch(() => undefined);
}

function bytesOf(chunk: unknown): ArrayBufferView {
  if (ArrayBuffer.isView(chunk)) return chunk;
  throw new TypeError("The body is no stream of bytes.");
}

/** The text of a body that a client has read: text, bytes, or the value that it parsed. */
export function textOfBody(body: unknown): TextRead {
  try {
    if (typeof body === "string") return { text: body.replace(/^\ufeff/, "") };
    if (ArrayBuffer.isView(body)) return { text: new TextDecoder().decode(body) };
    if (body instanceof ArrayBuffer) return { text: new TextDecoder().decode(new Uint8Array(body)) };
    // JSON has no text for undefined.
    const text: string | undefined = JSON.stringify(body);
    return { text: text ?? "" };
  } catch (cause) {
    return { text: "", cause };
  }
}

/** The start of a text, without half a character at its end. */
export function excerptOf(text: string): string {
  const start = text.slice(0, EXCERPT_LENGTH);
  const isCut = text.length > EXCERPT_LENGTH && /[\ud800-\udbff]$/.test(start);
  return isCut ? start.slice(0, -1) : start;
}

/** The number of UTF-16 units of an excerpt. */
const EXCERPT_LENGTH = 512;

/** The title of an HTML page, as its reader sees it; empty if there is none. */
export function titleOf(excerpt: string): string {
  const [, markup = ""] = /<title[^<>]*>([^<]*)/i.exec(excerpt) || [];
  const title = markup.replace(/&(?:#(\d{1,6})|(\w{2,4}));/g, htmlCharacter);
  return title.replace(/\s+/g, " ").trim();
}

/** Entities of other characters stay as they are. */
function htmlCharacter(reference: string, decimal: string | undefined, name = ""): string {
  if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
  const at = ["amp", "lt", "gt", "quot", "nbsp"].indexOf(name);
  return at < 0 ? reference : '&<>" '.charAt(at);
}
