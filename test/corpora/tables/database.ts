// A database's errors: 1,200 printf messages of mixed directives, with eight translations that reorder the arguments.
import { ENGLISH, LEXICONS, type Lexicon, PROBLEMS } from "./lexicon.ts";
import { at, createRandom } from "./random.ts";
import { type Files, flow, scalar } from "./yaml-text.ts";

const OBJECTS =
  "table column index view trigger partition tablespace user role plugin channel schema sequence cursor function procedure constraint key row event server snapshot replica binlog charset collation variable statement transaction window".split(
    " ",
  );
const LOCALES = ["de", "es", "fr", "ja", "ko", "pt-BR", "ru", "zh-CN"];
const STATUS = [404, 409, 423, 500, 400, 403, 400, 403, 504, 409];

interface Argument {
  readonly name: string;
  readonly directive: string;
  readonly example: string | number;
}

/** What follows the name of the object: each shape has its own directives. */
const SHAPES: readonly (readonly Argument[])[] = [
  [],
  [{ name: "schema", directive: "%-.64s", example: "sales" }],
  [
    { name: "sessionId", directive: "%lu", example: 4711 },
    { name: "seconds", directive: "%.2f", example: 1.5 },
  ],
  [
    { name: "page", directive: "%#llx", example: 4096 },
    { name: "count", directive: "%5d", example: 12 },
    { name: "file", directive: "%.512s", example: "ibdata1" },
  ],
];
const SUFFIX = ["", "_IN_SCHEMA", "_FOR_SESSION", "_ON_PAGE"];

interface Row {
  readonly code: string;
  readonly object: string;
  readonly problem: number;
  readonly shape: number;
}

export function database(): Files {
  const rows = makeRows();
  const head = `errtable: 1
name: Database
title: Database server
description: What the server says when a statement fails.
version: 9.4.0
documentation: https://db.example.com/errors#{code}
body: { code: /sqlError/symbol, message: /sqlError/text }
groups:
${OBJECTS.map((object) => `  ${object}: { title: ${object[0]?.toUpperCase()}${object.slice(1)}s }`).join("\n")}
errors:
`;
  const files: Record<string, string> = { "database.errors.yaml": head + rows.map(entry).join("") };
  for (const locale of LOCALES) files[`database.${locale}.errors.yaml`] = translation(locale, rows);
  return files;
}

function makeRows(): readonly Row[] {
  return OBJECTS.flatMap((object) =>
    PROBLEMS.flatMap((name, problem) =>
      SHAPES.map((_, shape) => ({
        code: `ER_${object.toUpperCase()}_${name}${SUFFIX[shape]}`,
        object,
        problem,
        shape,
      })),
    ),
  );
}

function entry(row: Row, index: number): string {
  const random = createRandom(index);
  const list = argumentsOf(row);
  const problem = at(ENGLISH.problems, row.problem);
  const tail = [
    "",
    " in schema '%-.64s'",
    " (session %lu, waited %.2f s, 100%%)",
    " on page %#llx after %5d tries: %.512s",
  ];
  const message = `${capital(row.object)} '%-.192s' ${problem}${tail[row.shape]}`;
  const lines = [
    `  ${row.code}:`,
    `    status: ${STATUS[row.problem]}`,
    `    message: ${scalar(message)}`,
    "    params:",
    ...list.map(
      ({ name, example }) => `      ${name}: ${flow({ description: `The ${name} that is meant.`, example })}`,
    ),
    `    group: ${row.object}`,
  ];
  if (random.below(3) > 0) lines.push(`    description: The ${row.object} that the statement names ${problem}.`);
  if (random.below(4) > 0) lines.push(`    solution: Check the ${row.object} and run the statement again.`);
  if (row.problem === 8) lines.push("    retry: backoff");
  if (random.below(9) === 0) lines.push("    since: 8.0.0");
  return `${lines.join("\n")}\n`;
}

function translation(locale: string, rows: readonly Row[]): string {
  const words = LEXICONS[locale];
  if (words === undefined) throw new Error(`There is no lexicon for ${locale}.`);
  const head = `errtable: 1\ntranslates: ./database.errors.yaml\nlocale: ${locale}\nerrors:\n`;
  return head + rows.map((row, index) => translated(row, index, words)).join("");
}

/** The arguments come in the opposite order, with their positions; every third message says the object's name twice. */
function translated(row: Row, index: number, words: Lexicon): string {
  const [object, ...rest] = argumentsOf(row).map(({ directive }, at) => directive.replace("%", `%${at + 1}$`));
  const details = rest.toReversed().map((directive, at) => `${at === 0 ? words.place : words.limit} ${directive}`);
  const name = index % 3 === 0 ? `'${object}' (${object})` : `'${object}'`;
  const message = `${[...details, row.object].join(", ")} ${name} ${at(words.problems, row.problem)}${row.shape === 2 ? " 100%%" : ""}`;
  return `  ${row.code}:\n    message: ${scalar(message)}\n    description: ${scalar(`${row.object}: ${at(words.problems, row.problem)}`)}\n`;
}

function argumentsOf(row: Row): readonly Argument[] {
  return [{ name: `${row.object}Name`, directive: "%-.192s", example: "orders" }, ...at(SHAPES, row.shape)];
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
