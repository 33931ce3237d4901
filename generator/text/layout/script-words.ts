// A script in TypeScript or JavaScript becomes the words and signs that formatters leave as they are.
import { singleBraces } from "./single-braces.ts";

/**
 * The tokens of a script in one spelling: all that formatters add or take away is gone. Some formatters set braces around a statement
 * behind a condition; `withBraces: false` leaves those out, where semicolons show that it is one statement.
 */
export function statementsOf(text: string, { withBraces = true } = {}): readonly string[] {
  const tokens = tokensOf(text).filter((token) => !/^[^\S\n]+$/.test(token));
  const words = tokens.filter((token) => !token.includes("\n") || !/^\s/.test(token));
  const ends = lineEnds(tokens);
  const dropped = new Set([...wholeBrackets(words, ends), ...(withBraces ? [] : singleBraces(words))]);
  const open: string[] = [];
  return words.flatMap((word, index) => {
    if (/^[([{]$/.test(word)) open.push(word);
    else if (/^[)\]}]$/.test(word)) open.pop();
    const [last, next] = [words[index - 1] ?? "", words[index + 1] ?? "}"];
    if (dropped.has(index)) return [];
    if (word === "," && /^[)\]}>]$/.test(next) && !/^[,[]$/.test(last)) return [];
    if ((word === "|" || word === "&") && /^(?:[=:<([,?]|=>|as|satisfies|is|extends|keyof|[\s\S]*\$\{)$/.test(last))
      return [];
    if (word === ";" && last === "{") return [];
    if (word === ";") return open.at(-1) !== "(" && isOptional(words, index, ends) ? [] : ";";
    // A line break after these words ends the statement.
    if (/^(?:return|throw|break|continue|yield|async)$/.test(word) && (ends.has(index) || next === ";"))
      return [word, "\n"];
    if (/^["']/.test(word)) return isKey(words, index, ends) ? plainKey(word) : inDoubleQuotes(word);
    return word.startsWith("/") ? word.replace(/\s*\n\s*/g, "\n").trimEnd() : plainNumber(word);
  });
}

/** Formatters write numbers with small letters, a digit before the point, and no zeros at the end. Other words stay as they are. */
function plainNumber(word: string): string {
  if (!/^\.?\d/.test(word)) return word;
  return word
    .toLowerCase()
    .replace(/^\./, "0.")
    .replace(/(\.\d*?)0*(?=e|$)/, "$1")
    .replace(/\.(?=e|$)/, "");
}

/** A template is several tokens: its text up to each value, the tokens of the value, and the text behind the last one. */
function tokensOf(text: string): readonly string[] {
  const tokens: string[] = [];
  /** The number of open braces within the value of each template around the place. */
  const values: number[] = [];
  for (let at = 0; at < text.length; ) {
    const isBehindValue = text[at] === "}" && values.at(-1) === 0;
    const form = isBehindValue || text[at] === "`" ? TEMPLATE_TEXT : TOKEN;
    form.lastIndex = at;
    const token = form.exec(text)?.[0] ?? text.slice(at);
    if (isBehindValue) values.pop();
    const depth = values.at(-1);
    if (form === TEMPLATE_TEXT && token.endsWith("${")) values.push(0);
    else if (depth !== undefined && /^[{}]$/.test(token)) values[values.length - 1] = depth + (token === "{" ? 1 : -1);
    tokens.push(token);
    at += token.length;
  }
  return tokens;
}

const TEMPLATE_TEXT = /[`}](?:[^`\\$]+|\\[\s\S]|\$(?!\{))*(?:`|\$\{|$)/y;

/** Comments, regular expressions, strings, numbers, words and signs; and the blanks between them. */
const TOKEN =
  /\s+|\/\*[\s\S]*?\*\/|\/\/.*|(?<=(?:[(,=:[!&|?{};]|=>|(?<![\w$.])(?:return|typeof|case|throw|await|yield))\s*)\/(?:[^\\/\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*|"(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*'|(?<![\w$\u0080-\uffff])(?:\d\w*(?:\.\w*)?|\.\d\w*)|[\w$\u0080-\uffff]+|=>|\+\+|--|\|\||&&|\?\?|\S/y;

/** The words that a line end or the end of a block follows. */
function lineEnds(tokens: readonly string[]): ReadonlySet<number> {
  const ends = new Set<number>();
  let count = -1;
  for (const token of tokens) {
    if (/^\s/.test(token)) ends.add(count);
    else {
      if (token === "}") ends.add(count);
      count++;
    }
  }
  return ends.add(count);
}

/** A semicolon that ends a statement or a member, and that the next word does not need. */
function isOptional(words: readonly string[], index: number, ends: ReadonlySet<number>): boolean {
  const last = words[index - 1] ?? "";
  // Within a line only members of types end so; after a condition it is a statement of its own.
  if (!ends.has(index) && /^(?:\)|else|do)$/.test(last)) return false;
  const at = nextCode(words, index);
  if (!/^[([`+\-*/]/.test(words[at] ?? "")) return true;
  // A member with its name in brackets.
  const close = words[at] === "[" ? closingBracket(words, at) : undefined;
  return close !== undefined && /^[?:]$/.test(words[close + 1] ?? "");
}

/** The place of the next word that is no comment. */
function nextCode(words: readonly string[], index: number): number {
  let next = index + 1;
  while (/^\/[*/]/.test(words[next] ?? "")) next++;
  return next;
}

/** The brackets around the only parameter of an arrow function, and around all that a statement returns or assigns. */
function wholeBrackets(words: readonly string[], ends: ReadonlySet<number>): readonly number[] {
  return words.flatMap((word, index) => {
    if (word !== "(") return [];
    const [name = "", end, arrow] = words.slice(index + 1, index + 4);
    if (/^[\w$]/.test(name) && end === ")" && arrow === "=>") return [index, index + 2];
    const before = words[index - 1] ?? "";
    // A body of an arrow function that begins with a brace is an object in brackets.
    // A condition as a part of another one.
    const branch = before === "?" && end !== ")" ? closingBracket(words, index) : undefined;
    if (branch !== undefined && words[branch + 1] === ":") return [index, branch];
    if (!/^(?:return|=|=>)$/.test(before) || (before === "=>" && name === "{")) return [];
    const close = closingBracket(words, index);
    if (close === undefined) return [];
    const next = words[nextCode(words, close)] ?? "";
    if (before === "=>" && /^[)\]},]$/.test(next)) return [index, close];
    const isWhole = next === ";" || (ends.has(close) && /^(?!(?:instanceof|in|as|satisfies)$)[\w$}]/.test(next));
    return isWhole ? [index, close] : [];
  });
}

/** Undefined where a comma stands between the brackets: there they say that all parts belong together. */
function closingBracket(words: readonly string[], open: number): number | undefined {
  let depth = 0;
  for (let index = open; index < words.length; index++) {
    const word = words[index] ?? "";
    if (/^[([{]$/.test(word)) depth++;
    if (/^[)\]}]$/.test(word) && --depth === 0) return index;
    if (word === "," && depth === 1) return undefined;
  }
  return undefined;
}

/** True for the name of a member. Within a condition a question mark stands before the string, or no line begins with it. */
function isKey(words: readonly string[], index: number, ends: ReadonlySet<number>): boolean {
  const [last = "", , next = "", behind = ""] = words.slice(index - 1, index + 3);
  if (!/^[:(]$/.test(next) && !(next === "?" && behind === ":")) return false;
  return /^(?:[{,;*]|readonly|get|set|static|async|override)$/.test(last) || (ends.has(index - 1) && last !== "?");
}

/** Without quotes where the name needs none. */
function plainKey(literal: string): string {
  const name = literal.slice(1, -1);
  return /^(?:[\p{ID_Start}_$][\p{ID_Continue}$]*|0|[1-9]\d{0,8})$/u.test(name) ? name : inDoubleQuotes(literal);
}

function inDoubleQuotes(literal: string): string {
  const inner = literal.slice(1, -1).replace(/\\([\s\S])|"/g, (found, escaped: string | undefined) => {
    if (escaped === undefined) return '\\"';
    return escaped === "'" ? "'" : found;
  });
  return `"${inner}"`;
}

/** Of minified code: formatters also set brackets around parts of it that belong together anyway. */
export function looseWordsOf(text: string): readonly string[] {
  return tokensOf(text)
    .filter((token) => !/^(?:\s+|[();,])$/.test(token))
    .map((token) => (/^["']/.test(token) ? inDoubleQuotes(token) : plainNumber(token)));
}
