// A line of a log becomes the codes that it names and the messages that may stand in it.

/** How many places a message may begin at. */
const BEGINNINGS = 48;

/** Longer words are no codes; they are not taken apart. */
const LONGEST = 512;

/** What may be codes: words, with the signs that codes have within them. */
const WORD = /[\p{L}\p{N}][\p{L}\p{N}_.:/#-]*/gu;

export interface NamedCode {
  readonly code: string;
  /** What stands after it. */
  readonly rest: string;
}

/** Plain words and numbers are codes only where the line says so: "timeout" is one after "code=", and no one elsewhere. */
export function codesIn(line: string, isCode: (word: string) => boolean): readonly NamedCode[] {
  const found: NamedCode[] = [];
  for (const { 0: word, index } of line.matchAll(WORD)) {
    for (const part of partsOf(word)) {
      if (!isCode(part)) continue;
      const start = index + word.lastIndexOf(part);
      const end = start + part.length;
      if (!isDistinct(part) && !isLabelled(line.slice(Math.max(0, start - 24), start), line.slice(end, end + 2)))
        continue;
      found.push({ code: part, rest: line.slice(end) });
      break;
    }
    if (found.length >= 16) break;
  }
  return found;
}

/** The word, and what may be the code in it: "AliasNotFound:", "com.example#AliasNotFound", "https://example.com/AliasNotFound" */
export function* partsOf(word: string): Generator<string> {
  yield word;
  if (word.length > LONGEST) return;
  const trimmed = trimEnd(word, ".:/#-");
  yield trimmed;
  for (const sign of "#/:.") {
    yield trimmed.slice(trimmed.lastIndexOf(sign) + 1);
    yield trimmed.split(sign, 1)[0] ?? "";
  }
}

function isDistinct(word: string): boolean {
  return /\p{Ll}\p{Lu}|\p{L}[_.-]|\p{Lu}{3}|\p{L}\d/u.test(word);
}

function isLabelled(before: string, after: string): boolean {
  return (
    /(?:code|error|type|reason|exception)["']?\s*[:=]\s*["']?$/i.test(before) ||
    (/(?:^|[\])]\s*)$/.test(before) && /^[:\]]/.test(after))
  );
}

/** The whole line, and what stands after the signs that loggers put before a message; also without what they put after it. */
export function messagesIn(line: string): readonly string[] {
  const starts = [0];
  for (const found of line.matchAll(/[:\])|>=-]\s+|\t+|[=:(]\s*(?=["'])/g)) {
    if (starts.length >= BEGINNINGS) break;
    starts.push(found.index + found[0].length);
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

export function requestIdIn(line: string): string | undefined {
  return /\b(?:x-)?request[-_ ]?id["']?\s{0,3}[:=]?\s{0,3}["']?([\w.:/-]{4,128})/i.exec(line)?.[1];
}

/** An expression would look at every sign of a long row again and again. */
function trimEnd(text: string, signs: string): string {
  let end = text.length;
  while (end > 0 && signs.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}
