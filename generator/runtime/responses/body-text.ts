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
    const source = sourceOf(response);
    if (source === undefined) {
      const whole: unknown = await response.text();
      if (typeof whole === "string") text = withoutMark(whole);
      return text.length <= maxBytes ? { text } : tooLarge(text, maxBytes);
    }
    const decoder = new TextDecoder();
    let left = maxBytes;
    try {
      for (;;) {
        const { done, value } = await source.next();
        if (done === true) return { text: text + decoder.decode() };
        const chunk = typeof value === "string" ? value : bytesOf(value);
        if (chunk === undefined) throw new TypeError("The body is a stream of neither bytes nor texts.");
        if (typeof chunk === "string") text += decoder.decode() + (text === "" ? withoutMark(chunk) : chunk);
        else text += decoder.decode(chunk, { stream: true });
        // An empty chunk counts as a byte: a source of empty chunks would never end.
        left -= Math.max(1, typeof chunk === "string" ? chunk.length : chunk.byteLength);
        // With NaN as the limit this condition is true, too.
        if (!(left >= 0)) return tooLarge(text, maxBytes);
      }
    } finally {
      stopSource(source);
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
  stop(): unknown;
}

/** Streams of the web have a reader, and streams of Node are async iterables. Without a stream, the text may be there. */
function sourceOf(response: BodyLike): Source | undefined {
  try {
    const { body } = response;
    if (typeof body !== "object" || body === null) return undefined;
    // Each member may be missing.
    const stream = body as Partial<Stream>;
    if (typeof stream.getReader === "function") {
      const reader = stream.getReader();
      return { next: () => reader.read(), stop: () => reader.cancel() };
    }
    // Engines and libraries of types may be older than this symbol.
    const iterate = (body as Readonly<Record<symbol, unknown>>)[Reflect.get(Symbol, "asyncIterator") as symbol];
    if (typeof iterate !== "function") return undefined;
    const iterator = Reflect.apply(iterate, body, []) as StreamIterator;
    return { next: () => iterator.next(), stop: () => iterator.return?.() };
  } catch {
    return undefined;
  }
}

interface Stream {
  getReader(): {
    read: Source["next"];
    cancel(): unknown;
  };
}

interface StreamIterator extends Pick<Source, "next"> {
  return?(): unknown;
}

/** An error at the end of a stream that is not read any more does not matter. */
function stopSource(source: Source): void {
  try {
    Promise.resolve(source.stop()).catch(() => undefined);
  } catch {
    // Some readers cannot be told to stop.
  }
}

function bytesOf(value: unknown): ArrayBufferView | undefined {
  if (ArrayBuffer.isView(value)) return value;
  // The buffers of other realms, as test runners make them, are of another class.
  const isBuffer = Object.prototype.toString.call(value) === "[object ArrayBuffer]";
  return isBuffer ? new Uint8Array(value as ArrayBuffer) : undefined;
}

function withoutMark(text: string): string {
  return text.replace(/^\ufeff/, "");
}

/** The text of a body that a client has read: text, bytes, or the value that it parsed. */
export function textOfBody(response: { readonly body?: unknown; readonly text?: string | undefined }): TextRead {
  try {
    const body = response.text ?? response.body;
    if (typeof body === "string") return { text: withoutMark(body) };
    const bytes = bytesOf(body);
    if (bytes !== undefined) return { text: new TextDecoder().decode(bytes) };
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
