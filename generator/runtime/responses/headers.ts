// Reads the id of the request, the time to wait and the code from the headers of an HTTP response.

/** Headers as clients hold them: an object with `get`, as that of fetch or axios, or a record, as that of Node or got. */
export type HeadersLike = { get(name: string): unknown } | { readonly [name: string]: unknown };

export interface HeaderFacts {
  readonly requestId: string | undefined;
  readonly retryAfter: number | undefined;
}

interface ReadHeaders extends HeaderFacts {
  /** The text of the header that holds the code. */
  readonly code: string | undefined;
}

/** Each header is read on its own: a fake response in a test may lack headers, and some clients lack methods. */
export function readHeaders(headers: unknown, codeHeader: string | undefined): ReadHeaders {
  const read: ReadHeader = (name) => headerOf(headers, name);
  const code = codeHeader === undefined ? "" : codeInHeader(read(codeHeader));
  return {
    requestId: requestIdOf(read, namesOf(headers)),
    retryAfter: retryAfterOf(read),
    code: code === "" ? undefined : code,
  };
}

/** The value of a header; empty if there is none. */
type ReadHeader = (name: string) => string;

/** Any part may be missing, and may throw. */
interface AnyHeaders {
  get?(name: string): unknown;
  forEach?(callback: (value: unknown, name: unknown) => void): void;
  readonly [name: string]: unknown;
}

function headerOf(headers: unknown, name: string): string {
  try {
    const all = headers as AnyHeaders;
    const value = typeof all.get === "function" ? all.get(name) : all[ownName(all, name)];
    const first: unknown = Array.isArray(value) ? value[0] : value;
    return typeof first === "string" || typeof first === "number" ? String(first).trim() : "";
  } catch {
    return "";
  }
}

/** The name of a header in the spelling of the record. */
function ownName(headers: object, name: string): string {
  return Object.keys(headers).find((own) => own.toLowerCase() === name.toLowerCase()) || "";
}

function namesOf(headers: unknown): readonly string[] {
  try {
    const all = headers as AnyHeaders;
    if (typeof all.forEach !== "function") return Object.keys(all);
    const names: string[] = [];
    all.forEach((_, name) => {
      names.push(String(name));
    });
    return names;
  } catch {
    return [];
  }
}

/** The code in the value of a header, without the address that servers of AWS write behind it. */
export function codeInHeader(value: string): string {
  return value.replace(/:\w+:\/\/.*$/, "").trim();
}

/** The header "x-request-id", or else the first header whose name ends in "request-id". */
function requestIdOf(read: ReadHeader, names: readonly string[]): string | undefined {
  const ids = ["x-request-id", ...names.filter((name) => /request-?id$/i.test(name))].map(read);
  return ids.find((id) => id !== "");
}

/** In milliseconds. A date in "retry-after" is compared with the date of the response. */
function retryAfterOf(read: ReadHeader): number | undefined {
  for (const name of ["retry-after-ms", "x-ms-retry-after-ms"]) {
    const delay = read(name);
    if (DELAY.test(delay)) return Math.min(Math.ceil(Number(delay)), MAX_DELAY);
  }
  const text = read("retry-after");
  const today = Date.now();
  const sent = parseDate(read("date"), today);
  const now = sent === undefined ? today : sent;
  const until = parseDate(text, now);
  if (DELAY.test(text)) {
    return Math.min(Math.ceil(Number(text) * 1000), MAX_DELAY);
  }
  if (until === undefined) return undefined;
  return Math.min(Math.max(until - now, 0), MAX_DELAY);
}

const DELAY = /^\d+(?:\.\d+)?$/;

/** A timer with a longer delay fires at once. */
export const MAX_DELAY = 2_147_483_647;

/** Reads the three date formats of RFC 9110: IMF-fixdate, RFC 850 and asctime. */
function parseDate(text: string, now: number): number | undefined {
  for (const [form, ...places] of DATE_FORMS) {
    const found = form.exec(text);
    if (found === null) continue;
    const [day = "", month = "", year = "", time = ""] = places.map((place) => found[place]);
    const index = MONTHS.indexOf(month) / 4;
    const date = new Date(0);
    date.setUTCFullYear(wholeYear(year, now), index, Number(day));
    // The name of the month or the day of the month is wrong.
    if (date.getUTCMonth() !== index) return undefined;
    const [hour = 0, minute = 0, second = 0] = time.split(":").map(Number);
    return date.setUTCHours(hour, minute, second);
  }
  return undefined;
}

/** Each with the places of day, month, year and time in its answer. */
const DATE_FORMS: readonly (readonly [form: RegExp, ...places: number[]])[] = [
  [/^\w{3}, (\d\d) (\w{3}) (\d{4}) ((?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)) GMT$/, 1, 2, 3, 4],
  [/^\w{6,9}, (\d\d)-(\w{3})-(\d\d) ((?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)) GMT$/, 1, 2, 3, 4],
  [/^\w{3} (\w{3}) ([ \d]\d) ((?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)) (\d{4})$/, 2, 1, 4, 3],
];

const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec";

/** A year of two digits is the latest such year that is at most 50 years ahead. */
function wholeYear(year: string, now: number): number {
  if (year.length > 2) return Number(year);
  const latest = new Date(now).getUTCFullYear() + 50;
  return latest - ((latest - Number(year)) % 100);
}
