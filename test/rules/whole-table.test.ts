// One finding says of a whole table that each of its errors lacks something; some errors have a finding each.
import { expect, test } from "vitest";
import { runRules } from "../../generator/rules/run.ts";
import { resolveFiles, resolveText } from "../helpers/resolve.ts";

const DETAILS = "details: { type: object, required: [id], properties: { id: { type: string, pattern: ^c-\\d+$ } } }";

test.each([
  ["missing-solution", "status: 404, description: Not there.", "solution: Make it."],
  ["missing-description", "status: 404, solution: Make it.", "description: Not there."],
  ["missing-example", `status: 404, ${DETAILS}`, "examples: { one: { details: { id: c-1 } } }"],
])("%s", (rule, lacking, field) => {
  const found = (table: string) => runRules(resolveText(table)).filter(({ code }) => code === rule);
  const rows = (...names: readonly string[]) => names.map((name) => `  ${name}: { ${lacking} }\n`).join("");
  const text = `errors:\n${rows("One", "Two", "Three")}`;
  const [all, ...others] = found(text);
  expect(others).toEqual([]);
  expect(all?.severity).toBe("warning");
  expect(all?.message).toMatch(/\b3 errors of "Example"/);
  const { source, span } = all?.place ?? { source: { text: "" }, span: { start: 0, end: 0 } };
  expect(source.text.slice(span.start, span.end)).toBe("errors");

  const some = found(`${text}  Four: { ${lacking}, ${field} }\n`);
  expect(some.map(({ message }) => /"(\w+)"/.exec(message)?.[1])).toEqual(["One", "Two", "Three"]);
  expect(found(`errors:\n${rows("One")}`)).toHaveLength(1);
  expect(found(`errors:\n${rows("One")}`)[0]?.message).toContain('"One"');
});

test("only the errors count that a rule concerns", () => {
  const rule = "throttled-without-retry-after";
  const found = (rows: string) => runRules(resolveText(`errors:\n${rows}`)).filter(({ code }) => code === rule);
  const row = (name: string, more = "") => `  ${name}: { status: 429, retry: throttled, description: Wait.${more} }\n`;
  const other = "  Gone: { status: 410, description: Gone. }\n";
  expect(found(row("One") + row("Two") + other).map(({ message }) => message)).toEqual([
    'None of the 2 throttled errors of "Example" has a Retry-After header.',
  ]);
  const reset = row("Three", ", headers: { X-RateLimit-Reset: {} }");
  expect(found(row("One") + reset + other).map(({ message }) => message)).toEqual([
    '"One" is throttled, but has no Retry-After header.',
  ]);
});

test("a comment above one error accepts that one, a comment above all of them accepts all", () => {
  const rows = ["  One: { status: 404, description: Gone. }\n", "  Two: { status: 404, description: Gone. }\n"];
  const comment = "# errtable-ignore missing-solution: nobody reads it\n";
  const found = (text: string) => runRules(resolveText(text)).map(({ code, message }) => `${code} ${message}`);
  expect(found(`errors:\n  ${comment}${rows.join("")}`)).toEqual([
    'missing-solution "Two" has no solution for its readers.',
  ]);
  expect(found(`errors:\n  ${comment}${rows[0]}  ${comment}${rows[1]}`)).toEqual([]);
  expect(found(`${comment}errors:\n${rows.join("")}`)).toEqual([]);
});

test("each table of several speaks for itself", () => {
  const row = (name: string) => `  ${name}: { status: 404, description: Gone. }\n`;
  const table = resolveFiles({
    "own.errors.yaml": `errtable: 1\nname: Own\nimports: [./common.errors.yaml]\nerrors:\n${row("One")}${row("Two")}`,
    "common.errors.yaml": `errtable: 1\nname: Common\nerrors:\n${row("Three")}  Four: { status: 404, solution: Wait. }\n`,
  });
  const found = runRules(table).filter(({ code }) => code === "missing-solution");
  expect(found.map(({ place, message }) => `${place.source.path} ${message}`)).toEqual([
    'common.errors.yaml "Three" has no solution for its readers.',
    'own.errors.yaml None of the 2 errors of "Own" has a solution for its readers.',
  ]);
});
