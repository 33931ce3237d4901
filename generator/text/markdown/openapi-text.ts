// Texts become Markdown that is safe in an OpenAPI description: without HTML, script, and links to anything but the web.

/**
 * Markdown stays Markdown. The beginnings of HTML tags, links to anything but the web, and texts that linters take for
 * script show as the characters that were written.
 */
export function descriptionText(markdown: string): string {
  if (!SUSPICIOUS.test(markdown)) return markdown;
  return joined(zonesOf(markdown))
    .map(({ text, isCode }) => (isCode && !SCRIPT.test(text) ? text : escapeProse(text)))
    .join("");
}

/** Text that is no Markdown, to stand inside of a line. */
export function plainText(text: string): string {
  return text.replaceAll(/[!-+:-@[-`{-~]/g, (sign) => `&#${sign.charCodeAt(0)};`).replaceAll(/\s+/g, " ");
}

/** A code, set as code where that is safe. */
export function codeText(code: string): string {
  return /^[\w.:/#@+-]+(?: [\w.:/#@+-]+)*$/.test(code) && !SCRIPT.test(code) ? `\`${code}\`` : plainText(code);
}

/** A link to an address of the web, in which Markdown would read `&copy;` as another sign. */
export function linkText(title: string, url: string): string {
  return `[${plainText(title)}](${uriText(url).replaceAll(/&(?=#?\w+;)/g, "&amp;")})`;
}

/** An address as a URI, without the signs that end a link in Markdown. */
export function uriText(url: string): string {
  return url
    .replaceAll(/[\ud800-\udfff]/gu, "")
    .replace(/(?<=#).*/s, (fragment) => fragment.replaceAll("#", "%23"))
    .replaceAll(/[()']|%(?![\da-f]{2})/gi, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
    .replaceAll(/[^\w.:/?#@!$&*+,;=~%-]/gu, encodeURIComponent);
}

/** Linters check titles too, and titles have no escapes. */
export function isSafeTitle(title: string): boolean {
  return !SCRIPT.test(title) && !/[<\n\r]/.test(title);
}

/** Linters take these for script wherever they stand. */
const SCRIPT = /<script|javascript:|\bon[a-z]+\s*=|\beval\(/i;
const SUSPICIOUS = /<|\][(:]|javascript:|\bon[a-z]+\s*=|\beval\(/i;

const TRICKS =
  /\\[!-/:-@[-`{-~]|<(?:https?:\/\/|mailto:)[^\s<>`\\]*>|<(?=[a-z/!?])|\][(:]|javascript:|\bon[a-z]+\s*=|\beval\(/gi;

function escapeProse(text: string): string {
  return text.replaceAll(TRICKS, (found, offset: number) => {
    if (found === "\\<") return "&lt;";
    if (found.startsWith("\\")) return found;
    if (found.startsWith("<"))
      return found.length > 1 && !SCRIPT.test(found) ? found : `&lt;${escapeProse(found.slice(1))}`;
    if (found.startsWith("]")) return leadsToTheWeb(text, offset + 2) ? found : `]\\${found.slice(1)}`;
    return `${found.slice(0, -1)}&#${found.charCodeAt(found.length - 1)};`;
  });
}

/** Whether an address begins as one of the web does, or is a relative one without any scheme. */
function leadsToTheWeb(text: string, from: number): boolean {
  WEB.lastIndex = from;
  return WEB.test(text);
}

const WEB = /\s*(?!\s)<?(?:https?:\/\/|mailto:|[\w./#?=%+~,-]*[\s)>])/iy;

interface Zone {
  readonly text: string;
  readonly isCode: boolean;
}

/**
 * Prose and code, told apart only where every reader of Markdown agrees: fences that begin their line, and code spans
 * that end on their line, outside of tables and definitions of links, in texts that leave no backtick over.
 */
function zonesOf(markdown: string): readonly Zone[] {
  const blocks: (readonly Zone[])[] = [];
  let fence: string | undefined;
  let isCertain = true;
  for (const line of markdown.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? []) {
    if (fence !== undefined) {
      blocks.push([{ text: line, isCode: true }]);
      if (closes(line, fence)) fence = undefined;
      continue;
    }
    fence = openedBy(line);
    const spans = fence === undefined ? spansOf(line) : [{ text: line, isCode: false }];
    isCertain &&= spans !== undefined;
    blocks.push(spans ?? [{ text: line, isCode: false }]);
  }
  // A backtick that is left over may pair with any other, so that none of the spans is certain.
  if (!isCertain) return blocks.flat().map(({ text, isCode }) => ({ text, isCode: isCode && !text.startsWith("`") }));
  return blocks.flat();
}

/** Neighbouring prose is joined, because a link may go on in the next line. */
function joined(zones: readonly Zone[]): readonly Zone[] {
  const result: { text: string; isCode: boolean }[] = [];
  for (const { text, isCode } of zones) {
    const last = result.at(-1);
    if (last !== undefined && !last.isCode && !isCode) last.text += text;
    else result.push({ text, isCode });
  }
  return result;
}

function openedBy(line: string): string | undefined {
  return /^`{3,}(?=[^`]*$)|^~{3,}/.exec(line)?.[0];
}

function closes(line: string, fence: string): boolean {
  const run = /^ {0,3}(`{3,}|~{3,})\s*$/.exec(line)?.[1];
  return run?.[0] === fence[0] && (run?.length ?? 0) >= fence.length;
}

/** The code spans of a line and the prose between them, or undefined where readers of Markdown may not agree. */
function spansOf(line: string): readonly Zone[] | undefined {
  const runs = [...line.matchAll(/`+/g)];
  const zones: Zone[] = [];
  let end = 0;
  for (let index = 0; index < runs.length; index += 1) {
    const { 0: run, index: from } = runs[index] ?? { 0: "", index: 0 };
    const closing = runs.findIndex((other, at) => at > index && other[0] === run);
    const to = (runs[closing]?.index ?? 0) + run.length;
    if (closing < 0 || line[from - 1] === "\\" || /\||\]:/.test(line.slice(from, to))) return undefined;
    zones.push({ text: line.slice(end, from), isCode: false }, { text: line.slice(from, to), isCode: true });
    end = to;
    index = closing;
  }
  return [...zones, { text: line.slice(end), isCode: false }];
}
