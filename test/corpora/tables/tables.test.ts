// The made-up tables are what they say: valid, whole, of the promised size, and the same in every run.
import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { compileModels } from "../../../generator/compile.ts";
import { memoryHost } from "../../../generator/reader/host.ts";
import schema from "../../../spec/errtable.schema.json" with { type: "json" };
import { isThorough } from "../../helpers/thorough.ts";
import { cloud } from "./cloud.ts";
import { compiler } from "./compiler.ts";
import { database } from "./database.ts";
import { LEXICONS } from "./lexicon.ts";
import { plain } from "./plain.ts";
import type { Files } from "./yaml-text.ts";

interface Parsed {
  readonly errors: Readonly<Record<string, { readonly message?: string; readonly params?: object }>>;
  readonly operations?: Readonly<Record<string, readonly string[]>>;
}

const valid = new Ajv({ strict: false }).compile(schema);

/** Whole tables with all of their translations take long, and change only with their own code. */
const makers: readonly (readonly [string, () => Files, number, number])[] = [
  ["cloud", () => cloud(300), 300, 0],
  ["plain", () => plain(100), 100, 0],
  ...(isThorough
    ? ([
        ["database", database, 1200, 8],
        ["compiler", compiler, 2100, 13],
        ["cloud", () => cloud(2500), 2500, 0],
      ] as const)
    : []),
];

test.each(makers)("%s is valid, complete and deterministic", (name, make, codes, locales) => {
  const files = make();
  expect(make()).toEqual(files);
  const documents = Object.entries(files).map(([path, text]) => [path, read(text)] as const);
  const [table, ...translations] = documents;
  expect(table?.[0]).toBe(`${name}.errors.yaml`);
  expect(translations).toHaveLength(locales);
  const errors = table?.[1].errors ?? {};
  expect(Object.keys(errors)).toHaveLength(codes);
  for (const [path, document] of documents) {
    expect(valid(document), `${path}: ${JSON.stringify(valid.errors)}`).toBe(true);
  }
  for (const [code, { message, params }] of Object.entries(errors)) {
    expect(argumentsOf(message).size, code).toBe(Object.keys(params ?? {}).length);
    for (const [path, { errors: translated }] of translations) {
      expect(argumentsOf(translated[code]?.message), `${path} ${code}`).toEqual(argumentsOf(message));
    }
  }
});

test.each(makers)("%s has no error that the rules know of", async (name, make, codes, locales) => {
  const path = `/${name}.errors.yaml`;
  const { diagnostics, models } = await compileModels({ tables: [path], targets: [] }, memoryHost(make()));
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(models.get(path)?.errors).toHaveLength(codes);
  expect(models.get(path)?.locales).toHaveLength(locales + 1);
});

test("translations name the arguments in another order", () => {
  const message = (path: string) => read(database()[path] ?? "").errors["ER_TABLE_LOCKED_FOR_SESSION"]?.message;
  expect(message("database.errors.yaml")).toMatch(/s' is locked.*%lu.*%\.2f/);
  expect(message("database.de.errors.yaml")).toMatch(/%3\$\.2f.*%2\$lu.*%1\$-\.192s/);
});

const COUNT = isThorough ? 50_000 : 10_000;

test("a big cloud has no code twice, and an operation for each", () => {
  const text = cloud(COUNT)["cloud.errors.yaml"] ?? "";
  const codes = text.match(/^ {2}[A-Za-z]+\.[A-Za-z.\d-]+:$/gm) ?? [];
  expect(new Set(codes).size).toBe(COUNT);
  const small = read(cloud(1000)["cloud.errors.yaml"] ?? "");
  expect(new Set(Object.values(small.operations ?? {}).flat())).toEqual(new Set(Object.keys(small.errors)));
});

test("every locale has its own words", () => {
  const phrases = Object.values(LEXICONS).map(({ problems }) => problems.join());
  expect(new Set(phrases).size).toBe(13);
});

function read(text: string): Parsed {
  return parse(text, { uniqueKeys: false }) as Parsed;
}

/** The conversions by argument, told without the project's own tokenizer. */
function argumentsOf(message: string | undefined): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  let next = 1;
  for (const [whole, position, conversion] of (message ?? "").matchAll(
    /%(?:%|(?:(\d+)\$)?[-+ 0#]*[\d.]*l{0,2}([a-z]))/g,
  )) {
    if (whole !== "%%") found.set(position === undefined ? next++ : Number(position), conversion ?? "");
  }
  return new Map([...found].toSorted(([a], [b]) => a - b));
}
