// A text becomes the codes, the status and the request id that it may contain.

/** Limits the time for a long line. */
const CODE_LIMIT = 16;
const LONGEST_CODE = 512;

/** A word, with the characters that codes have within them, or a negative number. */
const WORD = /(?:(?<![\p{L}\p{N}])-(?=\d))?[\p{L}\p{N}][\p{L}\p{N}_.:/#-]*/gu;

export interface NamedCode {
  readonly code: string;
  /** The line before the code, and the rest of it. */
  readonly before: string;
  readonly after: string;
}

/** A code that is a plain word or a number counts only where a label marks it as a code: "timeout" does after "code=". */
export function codesIn(line: string, isCode: (word: string) => boolean): readonly NamedCode[] {
  const found: NamedCode[] = [];
  for (const { 0: word, index } of line.matchAll(WORD)) {
    for (const code of codesWithin(word)) {
      if (!isCode(code)) continue;
      const start = index + word.lastIndexOf(code);
      const [before, after] = [line.slice(0, start), line.slice(start + code.length)];
      if (!isDistinct(code) && !isLabelled(code, before.slice(-32), after)) continue;
      found.push({ code, before, after });
      break;
    }
    if (found.length >= CODE_LIMIT) break;
  }
  return found;
}

/** The word and the parts of it that may be a code: "AliasNotFound:", "com.example#AliasNotFound", "FCAliasNotFoundError". */
export function* codesWithin(word: string, separators = "#/:."): Generator<string> {
  yield word;
  if (word.length > LONGEST_CODE) return;
  // Greedy and from the start, which takes linear time, also in a long row of these characters.
  const [trimmed = ""] = /^.*[^.:/#-]/s.exec(word) ?? [];
  yield trimmed;
  const parts = [trimmed];
  for (const separator of separators)
    parts.push(trimmed.slice(trimmed.lastIndexOf(separator) + 1), trimmed.split(separator, 1)[0] ?? "");
  yield* parts;
  // Classes of clients are called by the code, often with the name of the API before it.
  for (const part of parts) {
    const [, named = ""] = /^(.*[\p{L}\p{N}])(?:Error|Exception|Fault)$/u.exec(part) ?? [];
    for (const name of [named, named.replace(/^\p{Lu}{2,4}(?=\p{Lu}\p{Ll})/u, "")]) if (isDistinct(name)) yield name;
  }
}

/** Whether a word looks like a code and not like a word of a language. */
export function isDistinct(word: string): boolean {
  return /\p{Ll}\p{Lu}|\p{L}[_.\d-]|\p{Lu}{3}/u.test(word);
}

function isLabelled(code: string, before: string, after: string): boolean {
  const isCode = /code["']?\s*[:=]>?\s*["']?$/i.test(before);
  const isInBrackets = /[[(]$/.test(before) && /^[\])]/.test(after);
  // Numbers are everywhere: only a label marks them, which is not that of another code, or brackets around long ones.
  if (/^-?\d+$/.test(code))
    return isCode ? !/exit|return|status|country|area|post|zip/i.test(before) : code.length > 3 && isInBrackets;
  if (isCode) return true;
  // A word behind these labels may begin a sentence.
  const isLabel = /(?:error|type|reason|exception)["']?\s*[:=]>?\s*["']?$/i.test(before);
  if (isLabel) return /^(?:\s*$|["'\])}>,;:.&]|\s+[-([])/.test(after);
  return (/(?:^|[\])]\s*)$/.test(before) && /^[:\]]/.test(after)) || isInBrackets;
}

/** "status=404", "HTTP 404", "failed with 404", "code: 404", "{404 ", "404 Not Found" */
const STATUS =
  /(?:status(?:[\W_]{0,9}(?:code|of)){0,2}\W{0,9}|\bHTTP(?:\/[\d.]+)?\W{1,3}|ed with |\bcode: |\{(?=\d{3}[ ,])|: (?=\d{3} :)|\b(?=\d{3}\W{1,3}(?:not found|bad |forbid|too many|internal|service |client |server )))([45]\d\d)\b/i;

export function statusIn(text: string): number | undefined {
  const found = STATUS.exec(text);
  return found ? Number(found[1]) : undefined;
}

/** "request-id: r-1", "requestId=r-1", "(Request ID: r-1;"; only a word with a digit, as in "request id 4711" and tables. */
const REQUEST_ID =
  /(?:request|\u8bf7\u6c42)[-_ ]?id(?:[^\w<]{0,4}[:=>\uff1a][^\w<]{0,4}|(?:[^\w<]|<[^>]{0,127}>){1,9}(?=[^\s\d]{0,127}\d))(\w(?:[\w.:/-]{0,126}\w)?)/i;
/** A word that begins with "req_", or a UUID in brackets, in a column of its own, or at an end of a dump. */
const OTHER_ID = /(\breq[-_](?=\w{0,99}\d)\w+|(?<=[[\t{]|\{\d{3} |(?=\s\S+\})\s)[\da-f-]{36}(?=[\]\t }]))/;

export function requestIdIn(text: string): string | undefined {
  return (REQUEST_ID.exec(text) ?? OTHER_ID.exec(text))?.[1];
}
