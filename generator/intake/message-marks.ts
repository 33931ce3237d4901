// Messages as sources print them become templates of one kind: the kind that most of them use.
import { templateArguments } from "../template/arguments.ts";
import { readTemplate } from "../template/read-template.ts";
import type { JsonObject } from "../text/json/value.ts";
import type { FoundError } from "./found-table.ts";
import { paramNames } from "./param-names.ts";

export interface Marks {
  /** The setting of the table; undefined for printf, which needs none. */
  readonly placeholders: string | undefined;
  /** Messages with marks of another kind, which stay text. */
  readonly foreign: readonly string[];
}

export interface WrittenMessage {
  readonly message: string;
  readonly params: JsonObject;
}

interface Dialect {
  readonly placeholders: string;
  /** Its group is the name. */
  readonly mark: RegExp;
  readonly opener: string;
}

/** Words as people write them between brackets: "parameter name" as well as "parameterName". */
const NAME = "([A-Za-z_][\\w.-]*(?: [\\w.-]+){0,3}|\\d{1,3})";
const WORD = "([A-Za-z_]\\w*)";

/** A mark that holds the mark of another kind comes first. */
const DIALECTS: readonly Dialect[] = [
  { placeholders: "{{name}}", mark: new RegExp(`\\{\\{ ?${NAME} ?\\}\\}`, "g"), opener: "{{" },
  { placeholders: "${name}", mark: new RegExp(`\\$\\{${NAME}\\}`, "g"), opener: "${" },
  { placeholders: "%{name}", mark: new RegExp(`%\\{${NAME}\\}`, "g"), opener: "%{" },
  { placeholders: "{name}", mark: new RegExp(`(?<![{$%])\\{${NAME}\\}(?!\\})`, "g"), opener: "{" },
  { placeholders: "<name>", mark: new RegExp(`<${NAME}>`, "g"), opener: "<" },
  { placeholders: "%name%", mark: new RegExp(`%${WORD}%`, "g"), opener: "%" },
  { placeholders: "$name", mark: new RegExp(`(?<![\\w$])\\$${WORD}`, "g"), opener: "$" },
  { placeholders: ":name", mark: new RegExp(`(?<![\\w:/]):${WORD}`, "g"), opener: ":" },
];

/** Go's verbs stand among C's. A blank before the conversion is prose: "100% sure". */
const PRINTF = /%(?:\d+\$)?[-+0#]*\d*(?:\.\d+)?(?:hh?|ll?|[qjzt](?=[a-z]))?[sdiufFeEgGxXocvq](?![A-Za-z])/g;

export function findMarks(errors: readonly FoundError[]): Marks {
  const unknown = errors.flatMap(({ message, marks }) =>
    message !== undefined && marks === "unknown" ? [message] : [],
  );
  const count = (mark: RegExp): number => unknown.filter((message) => message.search(mark) >= 0).length;
  const printf = errors.some(({ marks }) => marks === "printf") ? Number.POSITIVE_INFINITY : count(PRINTF);
  const counted = DIALECTS.map((dialect) => ({ dialect, uses: count(dialect.mark) }));
  const most = Math.max(printf, ...counted.map(({ uses }) => uses));
  const best = printf === most ? undefined : counted.find(({ uses }) => uses === most)?.dialect;
  const others = [PRINTF, ...DIALECTS.slice(0, CERTAIN).map(({ mark }) => mark)].filter(
    (mark) => mark !== (best?.mark ?? PRINTF),
  );
  const own = best?.mark ?? PRINTF;
  const foreign = unknown.filter((message) => {
    const rest = message.replaceAll(own, "");
    return others.some((mark) => rest.search(mark) >= 0);
  });
  return { placeholders: best?.placeholders, foreign };
}

/** The kinds that hardly any text has by chance. */
const CERTAIN = 5;

/** The message in the notation of the table, with the params that the notation does not name. */
export function writeMessage(message: string, marks: FoundError["marks"], { placeholders }: Marks): WrittenMessage {
  const dialect = DIALECTS.find((one) => one.placeholders === placeholders);
  if (dialect === undefined) return marks === "none" ? literal(message) : printf(message, marks);
  return { message: marks === "none" ? escaped(message, dialect) : named(message, dialect), params: {} };
}

function literal(message: string): WrittenMessage {
  return { message: message.replaceAll("%", "%%"), params: {} };
}

/** Percent signs of prose are doubled; a text that is no template even then stays as it is. */
function printf(message: string, marks: "printf" | "unknown"): WrittenMessage {
  const text =
    marks === "printf"
      ? message
      : message.replaceAll(/%%|%/g, (sign, at: number) => (sign === "%%" || startsMark(message, at) ? sign : "%%"));
  const { template, problems } = readTemplate(text);
  if (problems.length > 0) return literal(message);
  const names = paramNames(template, templateArguments(template));
  return { message: text, params: Object.fromEntries(names.map((name) => [name, {}])) };
}

function startsMark(message: string, at: number): boolean {
  PRINTF.lastIndex = at;
  return PRINTF.exec(message)?.index === at;
}

/** Marks keep their places, and get names that params can have; an opener that opens no mark is doubled. */
function named(message: string, { mark, placeholders, opener }: Dialect): string {
  let written = "";
  let end = 0;
  for (const found of message.matchAll(mark)) {
    written +=
      doubled(message.slice(end, found.index), opener) + placeholders.replace("name", () => paramName(found[1] ?? ""));
    end = found.index + found[0].length;
  }
  return written + doubled(message.slice(end), opener);
}

function escaped(message: string, { opener }: Dialect): string {
  return doubled(message, opener);
}

function doubled(text: string, opener: string): string {
  return text.replaceAll(opener, () => opener.charAt(0) + opener);
}

/** "parameter name" becomes "parameterName"; a number stays one. */
function paramName(name: string): string {
  return name.replaceAll(/[ .-]+(\w?)/g, (_, letter: string) => letter.toUpperCase());
}
