// Reads what the headers of an HTTP response tell of an error: whom to tell of it, and how long to wait.

export interface HeadersLike {
  get(name: string): string | null;
  forEach(callback: (value: string, name: string) => void): void;
}

export interface HeaderFacts {
  readonly requestId: string | undefined;
  readonly retryAfter: number | undefined;
}

export function readHeaders(headers: HeadersLike): HeaderFacts {
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
function requestIdOf(headers: HeadersLike): string | undefined {
  const names: string[] = ["x-request-id"];
  headers.forEach((_, name) => {
    if (/request-?id$/i.test(name)) names.push(name);
  });
  const ids = names.map((name) => headers.get(name) ?? "");
  return ids.find((id) => id !== "");
}

/** In milliseconds; a date counts from the date of the response. */
function retryAfterOf(headers: HeadersLike): number | undefined {
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
