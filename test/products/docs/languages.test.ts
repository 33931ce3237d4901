// Every language has words of its own for everything that docs say.
import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { en } from "../../../generator/products/docs/languages/en.ts";
import { LANGUAGES, languageName } from "../../../generator/products/docs/languages/index.ts";
import type { Language } from "../../../generator/products/docs/languages/language.ts";

const FOLDER = resolve(import.meta.dirname, "../../../generator/products/docs/languages");

/** The words that are spelled as in English, by language, each of them a word of that language as well. */
const INTERNATIONAL: Readonly<Record<string, readonly string[]>> = {
  // "Status", "Code", "Details" and "Version" are German words too.
  Deutsch: ["labels.status", "labels.code", "labels.details", "centre.version"],
  // French, from which English has these words.
  Français: [
    "labels.code",
    "labels.message",
    "labels.description",
    "labels.solution",
    "labels.cause",
    "labels.documentation",
    "centre.version",
    "centre.source",
    "script.matches.code",
    "script.matches.message",
  ],
  // "No" is Spanish for "no".
  Español: ["centre.never"],
  // Brazilian documentation of HTTP says "status".
  Português: ["labels.status", "script.matches.status"],
};

/** The words that a language lacks, by its name: pages show the English ones. */
const MISSING: Readonly<Record<string, readonly string[]>> = {};

/** A language without marks of its own has the English ones. */
const MARKS = /^labels\.(?:colon|comma|openBracket|closeBracket)$/;

test("every file of a language is in the list", () => {
  const files = readdirSync(FOLDER).filter((name) => !/^(?:index|language)\.ts$/.test(name));
  const list = /LANGUAGES: .* = \[(.*)\]/.exec(readFileSync(resolve(FOLDER, "index.ts"), "utf8"))?.[1] ?? "";
  const listed = list.split(", ").map((name) => `${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.ts`);
  expect(listed.toSorted()).toEqual(files.toSorted());
});

describe.each(LANGUAGES.filter((language) => language !== en).map((language) => [language.name, language] as const))(
  "%s",
  (name, language) => {
    const words = wordsOf(language);
    const english = wordsOf(en);

    test("has every word, and no English one unnoticed", () => {
      expect([...words.keys()].filter((key) => !english.has(key))).toEqual([]);
      const missing = [...english.keys()].filter((key) => !words.has(key) && !MARKS.test(key));
      expect(missing.toSorted()).toEqual([...(MISSING[name] ?? [])].toSorted());
      const same = [...words].filter(([key, word]) => !MARKS.test(key) && word === english.get(key));
      expect(same.map(([key]) => key).toSorted()).toEqual([...(INTERNATIONAL[name] ?? [])].toSorted());
    });

    test("has the placeholders of each word", () => {
      const placeholders = (word = "") => (word.match(/\{\w+\}/g) ?? []).toSorted();
      for (const [key, word] of words) expect(placeholders(word), key).toEqual(placeholders(english.get(key)));
    });
  },
);

test("the schema of the configuration names every label, and says it in English", () => {
  const schema = readFileSync(resolve(FOLDER, "../../../../spec/errtable.config.schema.json"), "utf8");
  const { properties } = JSON.parse(schema).definitions.docsOptions.properties.labels.additionalProperties as {
    readonly properties: Readonly<Record<string, { readonly description: string }>>;
  };
  expect(Object.keys(properties).toSorted()).toEqual(Object.keys(en.labels).toSorted());
  for (const [label, word] of Object.entries(en.labels))
    expect(properties[label]?.description, label).toBe(`In English: "${word}"`);
});

test.each([
  ["de-AT", "Deutsch"],
  ["zh-TW", "中文"],
  ["nl-BE", "Nederlands"],
  ["tlh", "tlh"],
])("a reader of %s finds %s", (locale, name) => {
  expect(languageName(locale)).toBe(name);
});

/** Every word by its path. */
function wordsOf({ labels, centre, script }: Language): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const add = (path: string, value: string | object): void => {
    if (typeof value === "string") found.set(path, value);
    else for (const [key, inner] of Object.entries(value)) add(`${path}.${key}`, inner);
  };
  add("labels", labels);
  add("centre", centre);
  add("script", script);
  return found;
}
