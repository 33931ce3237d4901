// Editors with the language server for YAML explain each field of a table, offer it, and find nothing in tables that use all fields.
import { readdirSync, readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { isScalar, parse, parseDocument, stringify, visit } from "yaml";
import { checkKinds } from "../../generator/rules/run.ts";
import { openConfig, openTable } from "../judges/linters/editor.ts";

type Schema = { readonly [keyword: string]: unknown };

interface Field {
  readonly name: string;
  readonly title: string;
  readonly description: string;
}

const SCHEMA = JSON.parse(readFileSync(new URL("../../spec/errtable.schema.json", import.meta.url), "utf8")) as Schema;

/** In block style, where each key has a line. */
const TABLES = ["cases/kitchen-sink", "cases/placeholders", "corpora/servers"].flatMap((folder) => {
  const url = new URL(`../${folder}/`, import.meta.url);
  return readdirSync(url)
    .filter((name) => name.endsWith(".errors.yaml"))
    .map((name) => ({ name, text: stringify(parse(readFileSync(new URL(name, url), "utf8"))) }));
});

const fields = fieldsIn(SCHEMA);
/** Fields that no place of a table has shown yet: explained, and offered there. */
const silent = new Set(fields);

beforeAll(async () => {
  for (const { name: table, text } of TABLES) {
    const editor = openTable(table, text);
    expect(await editor.validate()).toEqual([]);
    const keys: { readonly name: string; readonly offset: number }[] = [];
    visit(parseDocument(text), {
      Pair: (_, { key }) => {
        if (isScalar(key) && key.range) keys.push({ name: String(key.value), offset: key.range[0] });
      },
    });
    for (const { name, offset } of keys) {
      const wanted = [...silent].filter((field) => field.name === name);
      if (wanted.length === 0) continue;
      const words = plain(await editor.hover(offset + 1));
      const explained = wanted.filter(
        ({ title, description }) => words.includes(plain(title)) && words.includes(plain(description)),
      );
      if (explained.length === 0 || !(await editor.complete(offset)).includes(name)) continue;
      for (const field of explained) silent.delete(field);
    }
  }
});

test("the schema has its fields", () => {
  expect(fields.length).toBeGreaterThan(100);
  expect(fields.map(({ name }) => name)).toEqual(
    expect.arrayContaining(["errors", "cases", "constants", "retryAfter"]),
  );
});

test("every field is explained and offered", () => {
  expect([...silent].map(({ name, title }) => `${name}: ${title}`)).toEqual([]);
});

test("a configuration has its rules offered, explained and checked", async () => {
  const text = "rules:\n  opaque-message: off\n  \n";
  const editor = openConfig("right.yaml", text);
  expect(await editor.validate()).toEqual([]);
  const offered = await editor.complete(text.length - 1);
  for (const { id } of checkKinds.filter(({ id }) => id !== "opaque-message")) expect(offered).toContain(id);
  expect(await editor.hover(text.indexOf("opaque"))).toContain("Messages have words between their params");
  const wrong = openConfig("wrong.yaml", "rules: { opaqe-message: off, missing-solution: of }\nerrtable: 2\n");
  const found = (await wrong.validate()).join("\n");
  expect(found).toContain("opaqe-message is not allowed");
  expect(found).toMatch(/"error", "warning", "off"|"error" \| "warning" \| "off"/);
});

/** The properties of a schema, and of all schemas in it, that have words of their own. */
function fieldsIn(schema: unknown): readonly Field[] {
  if (typeof schema !== "object" || schema === null) return [];
  return Object.entries(schema).flatMap(([keyword, value]): readonly Field[] => {
    const isMap = keyword === "properties" || keyword === "definitions" || keyword === "patternProperties";
    const inner = Object.entries((value ?? {}) as Readonly<Record<string, Schema | boolean>>);
    const named = keyword === "properties" ? inner.flatMap(([name, field]) => fieldOf(name, field)) : [];
    return [...named, ...(isMap ? inner.flatMap(([, one]) => fieldsIn(one)) : fieldsIn(value))];
  });
}

function fieldOf(name: string, field: Schema | boolean): readonly Field[] {
  const { title, description } = typeof field === "object" ? field : {};
  return typeof title === "string" && typeof description === "string" ? [{ name, title, description }] : [];
}

/** Without the signs of Markdown, which the server escapes. */
function plain(text: string): string {
  return text.replace(/\\[nt]|[^\p{L}\p{N}]/gu, "");
}
