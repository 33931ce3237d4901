// The places in a text at which a message may begin and end: signs that programs write around it, and ends of lines.

/** A part of a text. */
export interface Slice {
  readonly start: number;
  readonly end: number;
  /** Signs or the ends of lines on both sides; else blanks on one of them; else letters. */
  readonly border: "signs" | "blanks" | "letters";
}

/** Names of members, levels of loggers and statuses. */
const LABEL =
  /(?<![\p{L}\p{N}])(?:debug|info|notice|warn(?:ing)?|err(?:or)?|fatal|critical|http(?:\/[\d.]+)?|[1-5]\d\d)\s+/u
    .source;
const BEFORE = new RegExp(`(?:${/^|[\n\t"'`([{<>=:,;|&]|[^\p{L}\p{N}\s]\s+/u.source}|${LABEL})$`, "iu");
const AFTER =
  /^(?:\s*(?:$|\n|\\[nr](?=\s|$))|[.!?]*["'`)\]}<,;&|]|[.!?]+(?:\s|$)|\s+[-\u2013\u2014([{|]|[\s,;]+(?:x-)?(?:request|trace)[-_ ]?id\b|\s+\w+[:=])/i;
const SIDE = 24;

export function borderOf(text: string, start: number, end: number): Slice["border"] {
  const before = text.slice(Math.max(0, start - SIDE), start);
  const after = text.slice(end, end + SIDE);
  if (BEFORE.test(before) && AFTER.test(after)) return "signs";
  return /(?:^|[^\p{L}\p{N}])(?<!\bof )$/u.test(before) && /^(?:$|[^\p{L}\p{N}])/u.test(after) ? "blanks" : "letters";
}

const START = new RegExp(
  `${/[:\])|>=-]\s+|[\t\n]+|[=:({[,>]\s*(?=["'`])|(?<=^|[\s=:({[,>])["'`]|[=:&?>]/u.source}|${LABEL}`,
  "giu",
);
const PLACES = 4;
/** The characters beside a place that are looked at. */
const REACH = 512;

/** The places where a message may begin whose template begins with a param, the nearest one first. */
export function startsBefore(text: string, at: number): readonly number[] {
  const near = text.slice(Math.max(0, at - REACH), at);
  const from = at - near.length + near.lastIndexOf("\n") + 1;
  const signs = [...text.slice(from, at).matchAll(START)].map((sign) => from + sign.index + sign[0].length);
  // A param that prints nothing is improbable.
  return [...new Set([from, ...signs])]
    .filter((place) => place < at)
    .slice(-PLACES)
    .reverse();
}

/** A request id, also a UUID in brackets, members of a list or in brackets, members without signs between them, addresses, tags, columns, and escaped line ends. */
const END =
  /[\s,;("]*(?:[Xx]-)?(?:[Rr]equest|REQUEST|[Tt]race)[-_ ]?[Ii][Dd]\b|(?:[,;]\s*|\s[([{])["']?\w+["']?\s*(?:[:=]|=>)|\s["']?\w+["']?=|\s[A-Z]\w*:(?=\S)|&[\w.-]+=|<\/?\w|\s\[[\da-f-]{36}|\s\||\\[nr](?=\s|$)|[,\uff0c\u3002](?![ -~])/g;

/** The places where a message may end whose template ends with a param, the most probable one first. */
export function endsAfter(text: string, start: number, at: number, code?: string): readonly number[] {
  const [line = ""] = text.slice(at, at + REACH).split("\n", 1);
  const end = line.length < REACH ? at + line.length : text.length;
  const closes = line.search(CLOSINGS[text.charAt(start - 1)] ?? NEVER);
  if (closes > 0) return [at + closes];
  const signs = [...line.matchAll(END)].slice(0, PLACES).map(({ index }) => trimmedEnd(text, start, at + index));
  for (const named of code ? [` (${code})`, ` [${code}]`] : []) {
    const index = line.indexOf(named);
    if (index > 0) signs.push(at + line.slice(0, index).trimEnd().length);
  }
  return [...new Set([...signs.sort((a, b) => a - b), trimmedEnd(text, start, end), end])].filter(
    (place) => place > at,
  );
}

/** The ends of a text that begins behind these signs. A quotation mark with a backslash before it ends nothing. */
const CLOSINGS: Readonly<Record<string, RegExp>> = {
  '"': /(?<!\\)"/,
  "'": /(?<!\\)'(?![\p{L}\p{N}])/u,
  "`": /`/,
  ">": /<\//,
};
const NEVER = /(?!)/;

/** Without blanks, a full stop, and brackets and quotation marks that something before the message opens. */
function trimmedEnd(text: string, start: number, end: number): number {
  let at = end;
  const isWhole = start === 0;
  while (
    at > start &&
    (isWhole ? /[\s.]/ : /[\s.,;"'`)\]}]/).test(text.charAt(at - 1)) &&
    !isOpened(text, start, at - 1)
  )
    at -= 1;
  return at;
}

function isOpened(text: string, start: number, at: number): boolean {
  const sign = text.charAt(at);
  // Quotation marks open and close alike.
  const opening = "([{".charAt(")]}".indexOf(sign)) || sign;
  return /["'`)\]}]/.test(sign) && text.slice(start, at).includes(opening);
}
