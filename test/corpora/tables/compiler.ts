// A compiler's diagnostics: 2,100 numeric codes with positional messages, in thirteen more languages.
import { ENGLISH, LEXICONS, type Lexicon, PROBLEMS } from "./lexicon.ts";
import { at, createRandom } from "./random.ts";
import { type Files, flow, scalar } from "./yaml-text.ts";

const COUNT = 2100;
const NODES =
  "type property parameter argument module import export class interface enum member accessor signature decorator label loop statement expression operator literal template tuple union generic constraint overload namespace modifier declaration variable identifier token pragma option file project reference assertion guard generator iterator".split(
    " ",
  );
const PLACES = "ambient context|strict mode|a declaration file|an async function|a static block|a constructor".split(
  "|",
);

interface Row {
  readonly code: number;
  readonly node: string;
  readonly problem: number;
  readonly place: number;
  readonly arguments: number;
}

export function compiler(): Files {
  const rows = Array.from({ length: COUNT }, (_, index) => row(index));
  const head = `errtable: 1
name: Compiler
title: Compiler diagnostics
version: 6.1.0
locale: en
body: { code: /diagnostic/code, message: /diagnostic/text, properties: { file: { type: string }, line: { type: integer } } }
groups:
  error: { title: Errors }
  warning: { title: Warnings }
  suggestion: { title: Suggestions }
errors:
`;
  const files: Record<string, string> = { "compiler.errors.yaml": head + rows.map(entry).join("") };
  for (const [locale, words] of Object.entries(LEXICONS)) {
    const texts = rows.map((each) => `  "${each.code}": { message: ${JSON.stringify(sentence(each, words, true))} }\n`);
    files[`compiler.${locale}.errors.yaml`] =
      `errtable: 1\ntranslates: ./compiler.errors.yaml\nlocale: ${locale}\nerrors:\n${texts.join("")}`;
  }
  return files;
}

/** Codes grow with gaps, as they do where diagnostics have come and gone for years. */
function row(index: number): Row {
  const random = createRandom(index);
  return {
    code: 1000 + index * 7 + random.below(7),
    node: at(NODES, index),
    problem: Math.floor(index / NODES.length) % PROBLEMS.length,
    place: Math.floor(index / (NODES.length * PROBLEMS.length)),
    arguments: index % 4,
  };
}

function entry(row: Row): string {
  const group = at(["error", "error", "error", "warning", "suggestion"], row.code);
  const lines = [
    `  "${row.code}":`,
    `    status: ${row.problem === 7 ? 403 : 422}`,
    `    message: ${scalar(sentence(row, ENGLISH, false))}`,
  ];
  if (row.arguments > 0) lines.push("    params:");
  if (row.arguments > 0) lines.push(`      name: ${flow({ description: `The ${row.node}.`, example: "value" })}`);
  if (row.arguments > 1) lines.push(`      other: ${flow({ example: "string" })}`);
  if (row.arguments > 2) lines.push(`      count: ${flow({ example: 2 })}`);
  lines.push(`    group: ${group}`);
  if (row.code % 50 === 0) lines.push(`    identifier: Diagnostic${row.code}`);
  return `${lines.join("\n")}\n`;
}

/** A place makes each sentence its own; a translation names the arguments in the opposite order. */
function sentence(row: Row, words: Lexicon, reversed: boolean): string {
  const clauses = ["'%1$s'", `${words.cause} '%2$s'`, `${words.limit} %3$d`].slice(0, row.arguments);
  const list = reversed ? clauses.toReversed() : clauses;
  const problem = at(words.problems, row.problem);
  return `${row.node} ${[...list, problem].join(" ")} ${words.place} ${at(PLACES, row.place)}`;
}
