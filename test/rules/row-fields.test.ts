// A rule that names the fields of rows that it reads reads no others, so that its findings hold until one of them changes; a rule for one
// error reads no field at the top that tells nothing of it.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import "../helpers/seeds.ts";
import type { LoadedTable, ResolvedCase, ResolvedError, ResolvedTable } from "../../generator/reader/table/resolve.ts";
import type { Rule } from "../../generator/rules/engine/rule.ts";
import { rules } from "../../generator/rules/index.ts";
import { anyTableFiles } from "../helpers/any-table.ts";
import { resolveFiles } from "../helpers/resolve.ts";
import { runs } from "../helpers/thorough.ts";

const ROOT = join(import.meta.dirname, "../..");

type Files = Readonly<Record<string, string>>;

const named: readonly Rule[] = rules.filter(({ rowFields }: Rule) => rowFields !== undefined);

/** The object, with the names of its members that are read in a set. */
function recorded<Fields extends object>(fields: Fields, read: Set<string>): Fields {
  return new Proxy(fields, {
    get(target, name) {
      read.add(String(name));
      return Reflect.get(target, name);
    },
    has(target, name) {
      read.add(String(name));
      return Reflect.has(target, name);
    },
    getOwnPropertyDescriptor(target, name) {
      read.add(String(name));
      return Reflect.getOwnPropertyDescriptor(target, name);
    },
    ownKeys(target) {
      read.add("all fields");
      return Reflect.ownKeys(target);
    },
  });
}

/** The fields of rows that a rule reads. */
function fieldsRead(rule: Rule, table: ResolvedTable): ReadonlySet<string> {
  const read = new Set<string>();
  const watch = <One extends ResolvedCase>(one: One): One => {
    const layers = one.layers.map(({ path, fields }) => ({ path, fields: recorded(fields, read) }));
    const watched = { ...one, spec: recorded(one.spec, read), layers };
    const get = () => {
      for (const field of ["message", "params"]) read.add(field);
      return one.template;
    };
    return Object.defineProperty(watched, "template", { get });
  };
  const entries = table.entries.map((entry): ResolvedError => {
    const watched = watch(entry);
    const cases = entry.cases.filter((one) => one !== entry).map(watch);
    return Object.assign(watched, { cases: cases.length === 0 ? [watched] : cases });
  });
  const errors = new Map<string, ResolvedError>();
  for (const entry of entries) if (!errors.has(entry.code)) errors.set(entry.code, entry);
  const { root, tables } = table;
  for (const _ of rule.check({ root, tables, entries, errors, cases: entries.flatMap(({ cases }) => cases) }));
  return read;
}

/** The fields at the top of tables and translations that a rule reads. */
function topFieldsRead(rule: Rule, { root, tables, entries }: ResolvedTable): ReadonlySet<string> {
  const read = new Set<string>();
  const watched = new Map(
    tables.map((loaded): [LoadedTable, LoadedTable] => {
      const translations = loaded.translations.map((one) => ({ ...one, translation: recorded(one.translation, read) }));
      return [loaded, { ...loaded, table: recorded(loaded.table, read), translations }];
    }),
  );
  const watch = <One extends ResolvedCase>(one: One): One => ({ ...one, owner: watched.get(one.owner) ?? one.owner });
  const own = entries.map((entry): ResolvedError => ({ ...watch(entry), cases: entry.cases.map(watch) }));
  const errors = new Map(own.map((entry) => [entry.code, entry]));
  const cases = own.flatMap((entry) => entry.cases);
  const all = { root: watched.get(root) ?? root, tables: [...watched.values()], entries: own, errors, cases };
  for (const _ of rule.check(all));
  return read;
}

/** By these a table may differ from another one without other findings in its rows. */
const OF_TABLE = ["operations", "retired", "version", "title", "description", "all fields"];

function expectNamed(table: ResolvedTable): void {
  for (const rule of named) {
    const others = [...fieldsRead(rule, table)].filter((field) => !rule.rowFields?.some((one) => one === field));
    expect(others, rule.id).toEqual([]);
  }
  for (const rule of rules as readonly Rule[]) {
    if (rule.scope !== "error") continue;
    const read = topFieldsRead(rule, table);
    expect([rule.id, OF_TABLE.filter((field) => read.has(field))]).toEqual([rule.id, []]);
  }
}

test("in the examples of all rules, and in the tables of the golden directories", () => {
  const head = (text: string): string =>
    `errtable: 1\n${/^(?:name|translates):/m.test(text) ? "" : "name: Example\n"}${text}`;
  const examples = rules.flatMap(({ example }: Rule) =>
    [example.wrong, example.right].map((text): Files => {
      const [, locale] = /^locale: (.+)$/m.exec(text) ?? [];
      const own = text.includes("translates:") ? `example.${locale}.errors.yaml` : "example.errors.yaml";
      return { [own]: head(text), ...objectMap(example.beside ?? {}, head) };
    }),
  );
  const folders = readdirSync(join(ROOT, "test/cases")).map((name) => filesIn(join(ROOT, "test/cases", name)));
  let count = 0;
  for (const files of [...examples, ...folders]) {
    const table = tableOf(files);
    if (table === undefined) continue;
    count += 1;
    expectNamed(table);
  }
  expect(count).toBeGreaterThan(100);
  expect(named.length).toBeGreaterThan(10);
});

test("in any table", () => {
  fc.assert(
    fc.property(anyTableFiles, (files) => expectNamed(resolveFiles(files))),
    { numRuns: runs(30) },
  );
});

function filesIn(folder: string): Files {
  const names = readdirSync(folder).filter((name) => name.endsWith(".errors.yaml"));
  const tablesFirst = names.toSorted((a, b) => a.length - b.length);
  return Object.fromEntries(tablesFirst.map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}

function objectMap(files: Files, change: (text: string) => string): Files {
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [name, change(text)]));
}

/** Undefined where the form of a file is wrong. */
function tableOf(files: Files): ResolvedTable | undefined {
  try {
    return resolveFiles(files);
  } catch {
    return undefined;
  }
}
