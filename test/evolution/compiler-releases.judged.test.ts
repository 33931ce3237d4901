// Two real releases of a compiler are compared: every finding is true of its diagnostics, and no difference is missed.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import type { Change } from "../../generator/evolution/change.ts";
import { findChanges } from "../../generator/evolution/compare.ts";
import { compilerPath } from "../judges/compilers/compilers.ts";
import { soundModel } from "./example-table.ts";

test("the diagnostics of TypeScript 5.0 and 5.9", () => {
  const [old, after] = ["typescript-5.0", "typescript-5.9"].map(diagnosticsOf);
  const [before, now] = [old, after].map((each) => soundModel("compiler.errors.yaml", diagnosticTable(each ?? [])));
  if (old === undefined || after === undefined || before === undefined || now === undefined)
    throw new Error("A table of diagnostics has errors.");
  expect(before.errors.length).toBeGreaterThan(1800);
  const changes = findChanges(before, now);
  const [oldByCode, newByCode] = [old, after].map((each) => new Map(each.map((one) => [String(one.code), one])));
  const codesOf = (...rules: readonly string[]) =>
    [...new Set(changes.flatMap(({ rule, code = "" }) => (rules.includes(rule) ? [code] : [])))].toSorted();
  const gone = [...(oldByCode?.keys() ?? [])].filter((code) => !newByCode?.has(code)).toSorted();
  const come = [...(newByCode?.keys() ?? [])].filter((code) => !oldByCode?.has(code)).toSorted();
  expect([gone.length, come.length]).not.toContain(0);
  expect(codesOf("code-removed", "code-renamed")).toEqual(gone);
  expect(codesOf("code-added").length + changes.filter(({ rule }) => rule === "code-renamed").length).toBe(come.length);
  const kept = old.flatMap((one): readonly (readonly [CompilerDiagnostic, CompilerDiagnostic])[] => {
    const same = newByCode?.get(String(one.code));
    return same === undefined ? [] : [[one, same]];
  });
  const codeOf = ([{ code }]: (typeof kept)[number]) => String(code);
  const reworded = kept.filter(([one, same]) => one.message !== same.message).map(codeOf);
  expect(codesOf("message-wording", "param-added", "param-removed", "param-renamed")).toEqual(reworded.toSorted());
  const moved = kept.filter(([one, same]) => one.category !== same.category).map(codeOf);
  expect(codesOf("tag-removed")).toEqual(moved.toSorted());
  // A value that a message does not show any more, or shows for the first time, is told as such.
  const values = (text: string) => new Set(text.match(/\{\d+\}/g)).size;
  const more = kept.filter(([one, same]) => values(same.message) > values(one.message)).map(codeOf);
  expect(codesOf("param-added")).toEqual(more.toSorted());
  expect(changes.filter(isOther)).toEqual([]);
});

function isOther({ rule }: Change): boolean {
  const known = ["code-added", "code-removed", "code-renamed", "message-wording", "param-added", "param-removed"];
  return ![...known, "param-renamed", "tag-added", "tag-removed", "verdict-better", "verdict-worse"].includes(rule);
}

interface CompilerDiagnostic {
  readonly code: number;
  readonly category: number;
  readonly message: string;
}

const CATEGORIES = ["warning", "error", "suggestion", "message"];

function diagnosticsOf(compiler: string): readonly CompilerDiagnostic[] {
  const path = join(dirname(compilerPath(compiler)), "../lib/typescript.js");
  const found = readFileSync(path, "utf8").matchAll(/ diag\((\d+), (\d)\D[^"]*"(?:[^"\\]|\\.)*", ("(?:[^"\\]|\\.)*")/g);
  const byCode = new Map<number, CompilerDiagnostic>();
  for (const [, code, category, message = '""'] of found) {
    byCode.set(Number(code), {
      code: Number(code),
      category: Number(category),
      message: JSON.parse(message) as string,
    });
  }
  return [...byCode.values()].toSorted((a, b) => a.code - b.code);
}

/** Its messages have the placeholders "{0}"; they are the texts that people search for. */
function diagnosticTable(diagnostics: readonly CompilerDiagnostic[]): string {
  const rows = diagnostics.map(({ code, category, message }) => {
    // Braces around nothing are no placeholder.
    const fields = { message: message.replaceAll("{}", "{{}}"), tags: [CATEGORIES[category] ?? "other"] };
    return `  ${code}: ${JSON.stringify(fields)}\n`;
  });
  const tags = CATEGORIES.map((tag) => `${tag}: {}`).join(", ");
  return `errtable: 1\nname: Compiler\nplaceholders: "{name}"\nbody: { code: { at: /code, type: integer }, message: /message }\ntags: { ${tags} }\nerrors:\n${rows.join("")}`;
}
