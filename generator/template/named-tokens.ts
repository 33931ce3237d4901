// The text of a template with named placeholders becomes literals and placeholders; a broken placeholder is a problem and stays text.
import type { Dialect } from "./dialects.ts";
import type { Literal, TemplateProblem } from "./template.ts";

export interface Placeholder {
  readonly kind: "placeholder";
  readonly text: string;
  readonly offset: number;
  /** Without the spaces around it. */
  readonly name: string;
}

export interface NamedTokens {
  readonly tokens: readonly (Literal | Placeholder)[];
  readonly problems: readonly TemplateProblem[];
}

export function tokenizeNamed(text: string, dialect: Dialect): NamedTokens {
  const { opener, escaped } = dialect;
  const sign = opener.charAt(0);
  const tokens: (Literal | Placeholder)[] = [];
  const problems: TemplateProblem[] = [];
  let literal = "";
  let literalOffset = 0;
  let at = 0;
  // The braces of "{{" that are open: the "}}" after it is one brace, and any other is two.
  let pairs = 0;
  while (at < text.length) {
    const end = nextSign(text, at, sign, pairs > 0);
    literal += text.slice(at, end);
    at = end;
    if (at === text.length) break;
    if (escaped !== undefined && text.startsWith(escaped.written, at)) {
      literal += escaped.read;
      at += escaped.written.length;
      if (escaped.written === "{{") pairs += 1;
      continue;
    }
    if (pairs > 0 && text.startsWith("}}", at)) {
      literal += "}";
      at += 2;
      pairs -= 1;
      continue;
    }
    const found = text.startsWith(opener, at) ? readPlaceholder(text, at, dialect) : undefined;
    if (found?.kind === "placeholder") {
      if (literal !== "") tokens.push({ kind: "literal", text: literal, offset: literalOffset });
      tokens.push(found);
      at += found.text.length;
      literal = "";
      literalOffset = at;
      continue;
    }
    const length = found?.length ?? 1;
    if (found !== undefined) problems.push(found);
    literal += text.slice(at, at + length);
    at += length;
  }
  if (literal !== "") tokens.push({ kind: "literal", text: literal, offset: literalOffset });
  return { tokens, problems };
}

/** The next place where a placeholder or an escape may begin. */
function nextSign(text: string, from: number, sign: string, inPair: boolean): number {
  let at = from;
  while (at < text.length && text[at] !== sign && !(inPair && text.startsWith("}}", at))) at += 1;
  return at;
}

/** Words that are joined by a space, a dot or a dash, or a number. */
const NAME = /[A-Za-z_][A-Za-z0-9_]*(?:[ .-][A-Za-z0-9_]+)*|\d+/y;

/** Where no closer ends a placeholder, a number is a time, a port or a price. */
const BARE_NAME = /[A-Za-z_][A-Za-z0-9_]*/y;

type NamedProblem = TemplateProblem & { readonly kind: "problem" };

function readPlaceholder(text: string, offset: number, dialect: Dialect): Placeholder | NamedProblem | undefined {
  const { opener, closer, isSpaced = false, isApart = false } = dialect;
  if (isApart && offset > 0 && /[A-Za-z0-9_:]/.test(text.charAt(offset - 1))) return undefined;
  const start = skipSpaces(text, offset + opener.length, isSpaced);
  const name = nameAt(closer === "" ? BARE_NAME : NAME, text, start);
  const end = skipSpaces(text, start + name.length, isSpaced);
  if (name !== "" && text.startsWith(closer, end)) {
    return { kind: "placeholder", text: text.slice(offset, end + closer.length), offset, name };
  }
  // Between other signs than braces, a text without a name is prose: "a < b", "100%".
  return closer.endsWith("}") ? findFault(text, offset, dialect, end) : undefined;
}

function nameAt(pattern: RegExp, text: string, offset: number): string {
  pattern.lastIndex = offset;
  return pattern.exec(text)?.[0] ?? "";
}

function skipSpaces(text: string, offset: number, isSpaced: boolean): number {
  let at = offset;
  while (isSpaced && text[at] === " ") at += 1;
  return at;
}

/** Braces around JSON, or before a space, are text; a word right after the opening brace is meant as a name. */
function findFault(text: string, offset: number, dialect: Dialect, nameEnd: number): NamedProblem | undefined {
  const { opener, closer, escaped } = dialect;
  const first = text.charAt(offset + opener.length);
  const isEmpty = text.startsWith(closer, offset + opener.length);
  if (!isEmpty && !/[\p{L}\p{N}_]/u.test(first)) return undefined;
  const close = isEmpty ? offset + opener.length : closingOf(text, offset + opener.length, closer);
  const length = (close === undefined ? text.length : close + closer.length) - offset;
  const written = text.slice(offset, offset + length);
  const asText = escaped === undefined ? "." : `, or "${escaped.written}" for "${escaped.read}" itself.`;
  const example = `${opener}name${closer}`;
  const problem = (message: string, help: string): NamedProblem => {
    return { kind: "problem", message, help, offset, length };
  };
  if (isEmpty) return problem(`"${written}" has no name.`, `Write a name between the braces${asText}`);
  if (close === undefined) {
    return problem(`"${shortened(written)}" starts a placeholder that never ends.`, `Write "${example}"${asText}`);
  }
  if (/^\s*[,:|!]/.test(text.slice(nameEnd, nameEnd + 20))) {
    const message = `"${shortened(written)}" formats its value, but a placeholder has a name and nothing else.`;
    return problem(message, `Write "${example}", and give the param a "type" where it is a number${asText}`);
  }
  const message = `"${shortened(written)}" is no placeholder: a name has letters, digits and "_", in words that are joined by a space, a dot or a dash.`;
  return problem(message, `Write "${example}"${asText}`);
}

/** Where the closer of this opener stands; braces in between are its own. */
function closingOf(text: string, from: number, closer: string): number | undefined {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    if (depth === 0 && text.startsWith(closer, at)) return at;
    if (text[at] === "{") depth += 1;
    else if (text[at] === "}") depth = Math.max(0, depth - 1);
  }
  return undefined;
}

function shortened(written: string): string {
  const points = Array.from(written.slice(0, 80));
  return points.length <= 40 ? written : `${points.slice(0, 39).join("")}…`;
}
