// Messages as sources print them become templates of one dialect: the one that most of them use.
import { DIALECTS, type NamedPlaceholders, type Placeholders } from "../template/dialects.ts";
import { foreignPlaceholders } from "../template/foreign.ts";
import { readTemplate } from "../template/read-template.ts";
import type { Token } from "../template/template.ts";
import type { JsonObject } from "../text/json/value.ts";
import type { FoundError } from "./found-table.ts";
import { paramNames } from "./param-names.ts";

export interface Marks {
  /** The setting of the table. */
  readonly placeholders: Placeholders;
  /** Messages with placeholders of another dialect, which stay text. */
  readonly foreign: readonly string[];
}

export interface WrittenMessage {
  readonly message: string;
  /** The params that the dialect does not name itself. */
  readonly params: JsonObject;
}

export function findMarks(errors: readonly FoundError[]): Marks {
  const messages = errors.flatMap(({ message, marks }) =>
    message !== undefined && marks === "unknown" ? [message] : [],
  );
  const uses = new Map<Placeholders, number>();
  for (const message of messages) {
    const { template } = readTemplate(message);
    const found = new Set(foreignPlaceholders(template).map(({ placeholders }) => placeholders));
    if (template.tokens.some((token) => isMeant(token, message))) found.add("printf");
    for (const placeholders of found) uses.set(placeholders, (uses.get(placeholders) ?? 0) + 1);
  }
  const most = Math.max(0, ...uses.values());
  const isPrintf = most === 0 || errors.some(({ marks }) => marks === "printf") || uses.get("printf") === most;
  const likeliest = isPrintf ? [] : [...uses].filter(([, count]) => count === most).map(([name]) => name);
  const best = likeliest.find((name) => isWritable(errors, name)) ?? "printf";
  const foreign = messages.filter((message) => {
    const { template } = readTemplate(message, { placeholders: best });
    return foreignPlaceholders(template).length > 0;
  });
  return { placeholders: best, foreign };
}

/** Not every dialect can say that a mark, such as one that never ends, is text. */
function isWritable(errors: readonly FoundError[], placeholders: Placeholders): boolean {
  return errors.every(({ message, marks }) => {
    if (message === undefined) return true;
    const written = writeMessage(message, marks, { placeholders, foreign: [] });
    return readTemplate(written.message, { placeholders }).problems.length === 0;
  });
}

/** "%order%" and "5% off" hold directives only by chance. */
function isMeant(token: Token, message: string): boolean {
  if (token.kind === "literal" || token.flags.includes(" ")) return false;
  return !/\w/.test(message.charAt(token.offset + token.text.length));
}

/** The message in the dialect of the table. */
export function writeMessage(message: string, marks: FoundError["marks"], { placeholders }: Marks): WrittenMessage {
  if (placeholders !== "printf") {
    const isTemplate = marks !== "none" && readTemplate(message, { placeholders }).problems.length === 0;
    return { message: isTemplate ? message : escaped(message, placeholders), params: {} };
  }
  return marks === "none" ? literal(message) : printf(message);
}

function literal(message: string): WrittenMessage {
  return { message: message.replaceAll("%", "%%"), params: {} };
}

/** Percent signs of prose are doubled; a text that is no template even then has no directive. */
function printf(message: string): WrittenMessage {
  const first = readTemplate(message);
  // "5% sure" has a directive with the flag for a blank only by chance.
  const blanks = first.template.tokens.filter((token) => token.kind === "directive" && token.flags.includes(" "));
  const wrong = new Set([...first.problems, ...blanks].map(({ offset }) => offset));
  const text = message.replaceAll("%", (sign, offset: number) => (wrong.has(offset) ? "%%" : sign));
  const { template, problems } = readTemplate(text);
  if (problems.length > 0) return literal(message);
  return { message: text, params: Object.fromEntries(paramNames(template).map((name) => [name, {}])) };
}

/** The text as one that holds no placeholder, as far as the dialect can say so. */
function escaped(message: string, placeholders: NamedPlaceholders): string {
  const { escaped: mark } = DIALECTS[placeholders];
  if (mark === undefined) return message;
  if (mark.written !== "{{") return message.replaceAll(mark.read, () => mark.written);
  // A closing brace is doubled only where it closes a doubled one.
  let open = 0;
  return message.replaceAll(/[{}]/g, (sign) => {
    if (sign === "}" && open === 0) return sign;
    open += sign === "{" ? 1 : -1;
    return sign + sign;
  });
}
