// Whatever stands in a file: data that does not fit the grammar has a finding, and data that fits has none.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { validate } from "../../generator/reader/validate.ts";
import { validateLanguage } from "../../generator/reader/validators.gen.js";
import { readYaml } from "../../generator/reader/yaml/document.ts";
import { runs } from "../helpers/thorough.ts";

const ROOT = join(import.meta.dirname, "../..");
const files = ["spec", "test/cases"].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".errors.yaml") && !name.includes("expected"))
    .map((name) => parse(readFileSync(join(ROOT, folder, name), "utf8"), { uniqueKeys: false }) as unknown),
);

const JUNK = [null, true, 1, -5, 0.5, 1e9, "", "x", "X Y", "1.0.0", "never", [], {}, [1, "a", "a"], { type: "object" }];

test("no error is left without a finding", () => {
  const seen = new Set<boolean>();
  const changes = fc.array(fc.tuple(fc.nat(), fc.constantFrom(...JUNK, undefined)), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(fc.constantFrom(...files), changes, (file, all) => {
      const changed = all.reduce<unknown>((value, [place, junk]) => change(value, place, junk), file);
      const document = readYaml({ path: "x.errors.yaml", text: JSON.stringify(changed ?? null) }).value;
      if (document === undefined) return;
      const isValid = validateLanguage(document.data);
      seen.add(isValid);
      const { diagnostics } = validate(document, validateLanguage);
      expect(diagnostics.length === 0).toBe(isValid);
    }),
    { numRuns: runs(1_000) },
  );
  expect(seen.size).toBe(2);
});

test("a list with too few of the right values is one mistake", () => {
  const text = "errtable: 1\nname: A\nbody: { code: /code, message: { at: /text, type: [object] } }\nerrors: {}\n";
  const document = readYaml({ path: "x.errors.yaml", text }).value;
  const messages = document && validate(document, validateLanguage).diagnostics.map(({ message }) => message);
  expect(messages).toEqual(['"type" has too few items.']);
});

test.each([...Object.getOwnPropertyNames(Object.prototype), "then"])('no case is called "%s"', (name) => {
  const isValid = (cases: string) =>
    validateLanguage(
      JSON.parse(`{ "errtable": 1, "name": "One", "errors": { "A": { "cases": { "${cases}": {} } } } }`),
    );
  expect(isValid(name)).toBe(false);
  expect(isValid(`${name}s`.replaceAll("_", ""))).toBe(true);
});

/** One value is another, or is left out; which, a number says. */
function change(value: unknown, place: number, junk: unknown): unknown {
  if (typeof value !== "object" || value === null || place % 7 === 0) return junk;
  const names = Object.keys(value);
  const name = names[Math.floor(place / 7) % (names.length + 1)] ?? "added";
  const inner = (value as Record<string, unknown>)[name];
  const next = change(inner, Math.floor(place / 7 / (names.length + 1)), junk);
  if (Array.isArray(value)) return value.map((item, index) => (String(index) === name ? next : item));
  const rest = Object.entries(value).filter(([other]) => other !== name);
  return Object.fromEntries(next === undefined ? rest : [...rest, [name, next]]);
}
