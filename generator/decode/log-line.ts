// A line of a log becomes the codes, the messages, the status and the request id that it may contain.

/** Limits the time for a long line. */
const MESSAGE_STARTS = 48;
const CODE_LIMIT = 16;
const LONGEST_CODE = 512;

/** A word, with the characters that codes have within them, or a negative number. */
const WORD = /(?:(?<![\p{L}\p{N}])-(?=\d))?[\p{L}\p{N}][\p{L}\p{N}_.:/#-]*/gu;

export interface NamedCode {
  readonly code: string;
  /** The rest of the line after the code. */
  readonly rest: string;
}

/** A code that is a plain word or a number counts only where a label marks it as a code: "timeout" does after "code=". */
export function codesIn(line: string, isCode: (word: string) => boolean): readonly NamedCode[] {
  const found: NamedCode[] = [];
  for (const { 0: word, index } of line.matchAll(WORD)) {
    for (const code of codesWithin(word)) {
      if (!isCode(code)) continue;
      const start = index + word.lastIndexOf(code);
      const rest = line.slice(start + code.length);
      if (!isDistinct(code) && !isLabelled(line.slice(Math.max(0, start - 24), start), rest)) continue;
      found.push({ code, rest });
      break;
    }
    if (found.length >= CODE_LIMIT) break;
  }
  return found;
}

/** The word and the parts of it that may be a code: "AliasNotFound:", "com.example#AliasNotFound", "https://example.com/AliasNotFound". */
export function* codesWithin(word: string, separators = "#/:."): Generator<string> {
  yield word;
  if (word.length > LONGEST_CODE) return;
  const trimmed = trimEnd(word, ".:/#-");
  yield trimmed;
  for (const separator of separators) {
    yield trimmed.slice(trimmed.lastIndexOf(separator) + 1);
    yield trimmed.split(separator, 1)[0] ?? "";
  }
}

/** Whether a word looks like a code and not like a word of a language. */
export function isDistinct(word: string): boolean {
  return /\p{Ll}\p{Lu}|\p{L}[_.-]|\p{Lu}{3}|\p{L}\d/u.test(word);
}

function isLabelled(before: string, after: string): boolean {
  return (
    /(?:code|error|type|reason|exception)["']?\s*[:=]\s*["']?$/i.test(before) ||
    (/(?:^|[\])]\s*)$/.test(before) && /^[:\]]/.test(after))
  );
}

/** Signs, names of members, levels of loggers and statuses. */
const MESSAGE_SIGN =
  /[:\])|>=-]\s+|\t+|[=:(]\s*(?=["'])|(?<![\p{L}\p{N}])(?:(?:message|msg|reason)\s*[:=]\s*|(?:debug|info|notice|warn(?:ing)?|err(?:or)?|fatal|critical|http(?:\/\d(?:\.\d)?)?|[1-5]\d\d)\s+)/giu;

/** The whole line and its rest after each sign that loggers write before a message, with and without a request id after it. */
export function messagesIn(line: string): readonly string[] {
  const starts = [0];
  for (const { 0: sign, index } of line.matchAll(MESSAGE_SIGN)) {
    if (starts.length >= MESSAGE_STARTS) break;
    starts.push(index + sign.length);
  }
  const messages = new Set<string>();
  for (const start of starts) {
    const rest = line.slice(start).trim();
    if (rest === "") continue;
    messages.add(rest);
    const [, quoted] = /^"((?:[^"\\]|\\.)*)"/.exec(rest) ?? [];
    if (quoted !== undefined) messages.add(quoted.replace(/\\(["\\])/g, "$1"));
    const end = rest.search(/[\s,;("](?:x-)?(?:request|trace)[-_ ]?id\b/i);
    if (end > 0) messages.add(trimEnd(rest.slice(0, end), ' ,;("'));
  }
  return [...messages];
}

/** "status=404", "HTTP 404", "status code: 404" */
export function statusIn(line: string): number | undefined {
  const [, status] =
    /\b(?:status(?:[ _-]?code)?["']?\s{0,3}[:=]?\s{0,3}"?|HTTP(?:\/\d(?:\.\d)?)?"?\s{1,3})([45]\d\d)\b/i.exec(line) ??
    [];
  return status === undefined ? undefined : Number(status);
}

/** "request-id: r-1", "requestId=r-1", "(Request ID: r-1;"; without a sign only a word with a digit, as in "request id 4711". */
export function requestIdIn(line: string): string | undefined {
  const [, signed, plain] =
    /\b(?:x-)?request[-_ ]?id(?:["']?\s{0,3}[:=]\s{0,3}["']?(\w[\w.:/-]{0,127})|["']?\s{1,3}["']?((?=[^\s\d]{0,127}\d)\w[\w.:/-]{2,127}))/i.exec(
      line,
    ) ?? [];
  return signed ?? plain;
}

/** A regular expression would need time quadratic in a long row of these characters. */
function trimEnd(text: string, characters: string): string {
  let end = text.length;
  while (end > 0 && characters.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}
