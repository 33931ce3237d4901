// Every rule finds what its own example shows, at a place of that example, and is content with the corrected one.
import { readdirSync, readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { createColors } from "picocolors";
import { describe, expect, test } from "vitest";
import { allKinds } from "../../generator/explain/all-kinds.ts";
import { explanationOf } from "../../generator/explain/explain-text.ts";
import type { Rule } from "../../generator/rules/engine/rule.ts";
import { rules } from "../../generator/rules/index.ts";
import { checkKinds, checkSeverities, runRules } from "../../generator/rules/run.ts";
import { resolveFiles, resolveText } from "../helpers/resolve.ts";

describe.each(rules.map((rule) => [rule.id, rule] as const))("%s", (id, rule) => {
  test("finds what is wrong in its example", () => {
    const diagnostics = runRules(exampleOf(rule, "wrong"));
    const own = diagnostics.filter(({ code }) => code === id);
    expect(own).not.toEqual([]);
    for (const { severity, place, related, message, help } of own) {
      expect(severity).toBe(rule.severity);
      expect(message).toMatch(/^\S.*[^.]\.$/);
      expect(help).toMatch(/^\S.*\S$/);
      for (const { source, span } of [place, ...(related ?? []).map((other) => other.place)]) {
        expect(source.text.slice(span.start, span.end)).toMatch(/\S/);
      }
    }
    const others = diagnostics.filter(({ code, severity }) => code !== id && severity === "error");
    expect(others).toEqual([]);
  });

  test("is content with the corrected example", () => {
    const diagnostics = runRules(exampleOf(rule, "right"));
    expect(diagnostics.filter(({ code, severity }) => code === id || severity === "error")).toEqual([]);
  });

  test("is as severe as it is set, or cannot be lowered", () => {
    if (rule.required === true) {
      expect(checkSeverities({ [id]: "off" })).toHaveLength(1);
      expect(checkSeverities({ [id]: "warning" })).toHaveLength(1);
      return;
    }
    const table = exampleOf(rule, "wrong");
    const severities = (severity: "error" | "warning" | "off"): readonly string[] =>
      runRules(table, { [id]: severity })
        .filter(({ code }) => code === id)
        .map((diagnostic) => diagnostic.severity);
    expect(severities("off")).toEqual([]);
    expect(new Set(severities("error"))).toEqual(new Set(["error"]));
    expect(new Set(severities("warning"))).toEqual(new Set(["warning"]));
  });
});

test("every rule has a name, a summary and an explanation", () => {
  for (const { id, summary, explanation, required, severity } of rules) {
    expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(summary, id).toMatch(/^.*\.$/);
    expect(explanation.length, id).toBeGreaterThan(summary.length);
    expect(required === true && severity === "warning", id).toBe(false);
  }
});

test("there is one file per rule, named after it", () => {
  const folder = resolve(import.meta.dirname, "../../generator/rules");
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".ts"));
  const texts = paths.map((path) => [basename(path), readFileSync(join(folder, path), "utf8")] as const);
  const files = texts.filter(([, text]) => /^export const \w+ = defineRule\(\{/m.test(text)).map(([name]) => name);
  expect(files.toSorted()).toEqual(rules.map(({ id }) => `${id}.ts`).toSorted());
});

test("no two kinds of findings have one id", () => {
  expect(new Set(allKinds.map(({ id }) => id)).size).toBe(allKinds.length);
});

/** The files that may raise a finding, and the files that declare its kind. */
test("every kind of finding is raised somewhere", () => {
  const folder = resolve(import.meta.dirname, "../../generator");
  const code = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts") && !path.endsWith(".gen.ts") && !path.endsWith("-kinds.ts"))
    .map((path) => readFileSync(join(folder, path), "utf8"))
    // A key is where a kind is declared, not where it is raised.
    .join("\n")
    .replaceAll(/^ {2}"[a-z0-9-]+": \{$/gm, "");
  const fixed = allKinds.slice(checkKinds.length).map(({ id }) => id);
  expect(fixed.length).toBeGreaterThan(30);
  expect(fixed.filter((id) => !code.includes(`"${id}"`))).toEqual([]);
});

test.each(["5", "-5", "9007199254740993"])(
  "the code %s without quotes is an integer, which a table of strings tells",
  (code) => {
    const found = (key: string) => runRules(resolveText(`errors: { ${key}: { status: 400 } }`)).map((one) => one.code);
    expect(found(code)).toContain("code-type");
    expect(found(`"${code}"`)).not.toContain("code-type");
  },
);

describe("severities of a configuration", () => {
  test("an unknown rule gets a hint", () => {
    expect(checkSeverities({ "opaque-mesage": "off" })).toEqual([
      {
        rule: "opaque-mesage",
        message: 'There is no rule "opaque-mesage".',
        help: 'Did you mean "opaque-message"?',
        meant: "opaque-message",
      },
    ]);
  });

  test("a finding about a file has no severity, and the hint says where those are that have one", () => {
    const [problem] = checkSeverities({ "schema-line": "off" });
    expect(problem?.help).toContain('below "Errors", "Warnings" and "Differences"');
    const { text } = explanationOf({ name: undefined, models: [], colors: createColors(false) });
    const headings = text.match(/^[A-Z].*/gm) ?? [];
    for (const word of ["Errors", "Warnings", "Differences"])
      expect(
        headings.some((heading) => heading.startsWith(word)),
        word,
      ).toBe(true);
  });

  test("a required rule cannot be lowered, but may be named", () => {
    expect(checkSeverities({ "duplicate-code": "off", "unknown-code": "error" }).map(({ rule }) => rule)).toEqual([
      "duplicate-code",
    ]);
    expect(runRules(resolveText("errors: { 余额: { status: 400 } }"), { "no-identifier": "off" })).toContainEqual(
      expect.objectContaining({ code: "no-identifier", severity: "error" }),
    );
  });

  test("every other rule can be set, and so can the ignore comments' own", () => {
    const free = checkKinds.filter(({ required }) => required !== true);
    expect(checkSeverities(Object.fromEntries(free.map(({ id }) => [id, "off"])))).toEqual([]);
  });
});

/** The file that the example is about is read first. */
function exampleOf(rule: Rule, which: "wrong" | "right") {
  const { beside = {} } = rule.example;
  const text = rule.example[which];
  const [, locale] = /^locale: (.+)$/m.exec(text) ?? [];
  const own = text.includes("translates:") ? `example.${locale}.errors.yaml` : "example.errors.yaml";
  const files = { [own]: withHead(text) };
  for (const [name, other] of Object.entries(beside)) files[name] = withHead(other);
  return resolveFiles(files);
}

function withHead(text: string): string {
  const needsName = !/^(?:name|translates):/m.test(text);
  return `errtable: 1\n${needsName ? "name: Example\n" : ""}${text}`;
}
