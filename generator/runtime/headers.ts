// Reads the id of the request, the time to wait and the code from the headers of an HTTP response.

export interface HeadersLike {
  get(name: string): string | null;
  forEach(callback: (value: string, name: string) => void): void;
}

export interface HeaderFacts {
  readonly requestId: string | undefined;
  readonly retryAfter: number | undefined;
}

interface ReadHeaders extends HeaderFacts {
  /** The text of the header that holds the code. */
  readonly code: string | undefined;
}

export function readHeaders(headers: HeadersLike, codeHeader: string | undefined): ReadHeaders {
  try {
    const code = codeHeader === undefined ? "" : codeInHeader(headers.get(codeHeader) ?? "");
    return {
      requestId: requestIdOf(headers),
      retryAfter: retryAfterOf(headers),
      code: code === "" ? undefined : code,
    };
  } catch {
    // A fake response in a test may lack headers.
    return { requestId: undefined, retryAfter: undefined, code: undefined };
  }
}

/** The code in the value of a header, without the address that servers of AWS write behind it. */
export function codeInHeader(value: string): string {
  return value.replace(/:\w+:\/\/.*$/, "").trim();
}

/** The header "x-request-id", or else the first header whose name ends in "request-id". */
function requestIdOf(headers: HeadersLike): string | undefined {
  const names: string[] = ["x-request-id"];
  headers.forEach((_, name) => {
    if (/request-?id$/i.test(name)) names.push(name);
  });
  const ids = names.map((name) => headers.get(name) ?? "");
  return ids.find((id) => id !== "");
}

/** In milliseconds. A date in "retry-after" is compared with the date of the response. */
function retryAfterOf(headers: HeadersLike): number | undefined {
  for (const name of ["retry-after-ms", "x-ms-retry-after-ms"]) {
    const delay = (headers.get(name) ?? "").trim();
    if (DELAY.test(delay)) return Math.min(Math.ceil(Number(delay)), MAX_DELAY);
  }
  const text = (headers.get("retry-after") ?? "").trim();
  const date = (headers.get("date") ?? "").trim();
  const now = parseDate(date, Date.now()) ?? Date.now();
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
  for (const form of DATE_FORMS) {
    const { day, month, year, time } = form.exec(text)?.groups ?? {};
    if (!day || !month || !year || !time) continue;
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

const DATE_FORMS: readonly RegExp[] = [
  /^\w{3}, (?<day>\d\d) (?<month>\w{3}) (?<year>\d{4}) (?<time>(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)) GMT$/,
  /^\w{6,9}, (?<day>\d\d)-(?<month>\w{3})-(?<year>\d\d) (?<time>(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)) GMT$/,
  /^\w{3} (?<month>\w{3}) (?<day>[ \d]\d) (?<time>(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)) (?<year>\d{4})$/,
];

const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec";

/** A year of two digits is the latest such year that is at most 50 years ahead. */
function wholeYear(year: string, now: number): number {
  if (year.length > 2) return Number(year);
  const latest = new Date(now).getUTCFullYear() + 50;
  return latest - ((latest - Number(year)) % 100);
}
