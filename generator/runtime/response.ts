// Reads what an HTTP response tells of an error. Whatever the response is like,
// this answers: the error path of a program is no place for another error.

/** What is read of a response; those of browsers, Node and node-fetch fit. */
export interface ResponseLike {
  readonly status: number;
  readonly headers: {
    get(name: string): string | null;
    forEach(callback: (value: string, name: string) => void): void;
  };
  /** A stream, or nothing: then the text is asked for. */
  readonly body?: unknown;
  text(): Promise<string>;
}

export interface ReadOptions {
  /** How much of a body is read; a longer one is no error of the table. By default 1 MiB. */
  readonly maxBytes?: number | undefined;
}

export interface ResponseFacts<Body> {
  readonly status: number;
  readonly body: Body | undefined;
  readonly requestId: string | undefined;
  readonly retryAfter: number | undefined;
  readonly excerpt: string;
  readonly cause: unknown;
}

/** What a response tells; `readBody` says what a JSON value is. */
export async function readResponse<Body>(
  response: ResponseLike,
  readBody: (value: unknown) => Body | undefined,
  options?: ReadOptions,
): Promise<ResponseFacts<Body>> {
  const maxBytes = options?.maxBytes ?? MAX_BYTES;
  const { text, cause } = await readText(response, maxBytes);
  const parsed = cause === undefined ? parse(text, readBody) : { cause };
  return {
    status: response.status,
    body: parsed.body,
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
  /** Why there is no body; nothing where it merely has another shape. */
  readonly cause?: unknown;
}

function parse<Body>(
  text: string,
  readBody: (value: unknown) => Body | undefined,
): Parsed<Body> {
  if (text === "") return {};
  try {
    return { body: readBody(JSON.parse(text)) };
  } catch (cause) {
    // No JSON, or nested more deeply than its checks can follow.
    return { cause };
  }
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

async function readText(
  response: ResponseLike,
  maxBytes: number,
): Promise<TextRead> {
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

type Headers = ResponseLike["headers"];
type HeaderFacts = Pick<ResponseFacts<unknown>, "requestId" | "retryAfter">;

function readHeaders(headers: Headers): HeaderFacts {
  try {
    return {
      requestId: requestIdOf(headers),
      retryAfter: retryAfterOf(headers),
    };
  } catch {
    // Only what stands in for a response in tests lacks headers.
    return { requestId: undefined, retryAfter: undefined };
  }
}

/** "x-request-id", else the first header whose name ends in "request-id". */
function requestIdOf(headers: Headers): string | undefined {
  const names: string[] = ["x-request-id"];
  headers.forEach((_, name) => {
    if (/request-?id$/i.test(name)) names.push(name);
  });
  const ids = names.map((name) => headers.get(name) ?? "");
  return ids.find((id) => id !== "");
}

/** In milliseconds; a date counts from the date of the response. */
function retryAfterOf(headers: Headers): number | undefined {
  const text = (headers.get("retry-after") ?? "").trim();
  const date = (headers.get("date") ?? "").trim();
  const now = parseDate(date, Date.now()) ?? Date.now();
  const until = parseDate(text, now);
  if (/^\d+$/.test(text)) return Math.min(Number(text) * 1000, MAX_DELAY);
  if (until === undefined) return undefined;
  return Math.min(Math.max(until - now, 0), MAX_DELAY);
}

/** Timers that are set to more than this fire at once. */
const MAX_DELAY = 2_147_483_647;

/** The three forms of RFC 9110: the one in use, that of RFC 850, asctime's. */
function parseDate(text: string, now: number): number | undefined {
  for (const form of DATE_FORMS) {
    const { day, month, year, time } = form.exec(text)?.groups ?? {};
    if (!day || !month || !year || !time) continue;
    const index = MONTHS.indexOf(month) / 4;
    const date = new Date(0);
    date.setUTCFullYear(wholeYear(year, now), index, Number(day));
    // There is no month of that name, or it has no such day.
    if (date.getUTCMonth() !== index) return undefined;
    const [hour = 0, minute = 0, second = 0] = time.split(":").map(Number);
    return date.setUTCHours(hour, minute, second);
  }
  return undefined;
}

const DATE_FORMS: readonly RegExp[] = [
  /^\w{3}, (?<day>\d\d) (?<month>\w{3}) (?<year>\d{4}) (?<time>(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)) GMT$/,
  /^\w{6,9}, (?<day>\d\d)-(?<month>\w{3})-(?<year>\d\d) (?<time>(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)) GMT$/,
  /^\w{3} (?<month>\w{3}) (?<day>[ \d]\d) (?<time>(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)) (?<year>\d{4})$/,
];

const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec";

/** Of two digits: the latest year that is at most 50 years ahead. */
function wholeYear(year: string, now: number): number {
  if (year.length > 2) return Number(year);
  const latest = new Date(now).getUTCFullYear() + 50;
  return latest - ((latest - Number(year)) % 100);
}
