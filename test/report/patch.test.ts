// A patch makes the new text of the old one, and is as small as Git's own, also where much has changed in a large text.
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { makeFiles, type Product } from "../../generator/products/index.ts";
import { type Hunk, hunksOf } from "../../generator/report/hunks.ts";
import { printPatch } from "../../generator/report/patch.ts";
import { plain } from "../corpora/tables/plain.ts";
import { createRandom } from "../corpora/tables/random.ts";
import { modelOfText } from "../helpers/model-fixtures.ts";
import { scratchFolder } from "../helpers/typescript-product.ts";

/** Few different lines, so that many of them occur often; the last one may have no end. */
const text = fc
  .tuple(fc.array(fc.constantFrom("a", "  b", "", "}", "c", "\r", "d"), { maxLength: 40 }), fc.constantFrom("", "\n"))
  .map(([lines, end]) => lines.join("\n") + end);

test("hunks make the new text of the old one, with the fewest changed lines", () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const hunks = hunksOf(before, after);
      expect(applied(before, hunks)).toBe(after);
      expect(changed(hunks)).toBe(fewestChanges(linesOf(before), linesOf(after)));
    }),
    { numRuns: 500 },
  );
});

test.each<[string, (lines: readonly string[]) => readonly string[]]>([
  ["turned around", (lines) => lines.toReversed()],
  ["with halves that changed places", (lines) => [...lines.slice(4_000), ...lines.slice(0, 4_000)]],
  ["without each third line", (lines) => lines.filter((_, index) => index % 3 !== 0)],
  [
    "with a line after each tenth",
    (lines) => lines.flatMap((line, index) => (index % 10 === 0 ? [line, "}"] : [line])),
  ],
  ["with other lines", (lines) => lines.map((line) => `${line}!`)],
  ["with other lines in between", (lines) => lines.map((line, index) => (index % 2 === 0 ? line : `${line}!`))],
  ["shuffled in parts", (lines) => shuffled(lines)],
])("8,000 lines %s", (_, change) => {
  const lines = Array.from({ length: 8_000 }, (_, index) =>
    index % 4 === 0 ? `name ${index}` : (["{", "  x", "}"][index % 3] ?? ""),
  );
  const [before, after] = [`${lines.join("\n")}\n`, `${change(lines).join("\n")}\n`];
  const hunks = hunksOf(before, after);
  expect(applied(before, hunks)).toBe(after);
  expect(changed(hunks)).toBeLessThanOrEqual(1.2 * sizeOfGit(before, after));
});

test.each<[number, Product]>([
  [2000, { kind: "catalog", options: {} }],
  [400, { kind: "docs", options: { formats: ["gfm-sections"] } }],
])("a code more for each fifty of %d makes patches of Git's size", async (size, product) => {
  const table = plain(size)["plain.errors.yaml"] ?? "";
  let count = 0;
  const grown = table.replace(/^ {2}Resource\d+NotUsable:\n(?: {4}.*\n)*/gm, (row) =>
    count++ % 50 === 0 ? row + row.replaceAll(/(?<=Resource|number |kind|of resource )\d+/g, `9${count}`) : row,
  );
  const [before, after] = await Promise.all([table, grown].map((one) => makeFiles(product, modelOfText(one))));
  for (const [index, { path, text: newText }] of (after ?? []).entries()) {
    const oldText = before?.[index]?.text ?? "";
    const hunks = hunksOf(oldText, newText);
    expect(applied(oldText, hunks), path).toBe(newText);
    expect(changed(hunks), path).toBeLessThanOrEqual(1.2 * sizeOfGit(oldText, newText));
    expect(hunks.length, path).toBeGreaterThan(0);
  }
});

test("an added block begins with its own first line", () => {
  const entry = (name: string) => `  ${name}:\n    status: 404\n    message: no\n\n`;
  const [hunk] = hunksOf(`errors:\n${entry("A")}${entry("C")}`, `errors:\n${entry("A")}${entry("B")}${entry("C")}`);
  expect(hunk?.lines.filter((line) => line.startsWith("+"))).toEqual([
    "+  B:",
    "+    status: 404",
    "+    message: no",
    "+",
  ]);
});

function changed(hunks: readonly Hunk[]): number {
  return hunks.flatMap(({ lines }) => lines).filter((line) => /^[+-]/.test(line)).length;
}

/** What a program does with a patch; the text must be the one that the hunks speak of. */
function applied(before: string, hunks: readonly Hunk[]): string {
  const lines = linesOf(before);
  const result: string[] = [];
  let at = 0;
  for (const { oldStart, oldLines, newStart, newLines, lines: told } of hunks) {
    const from = oldLines === 0 ? oldStart : oldStart - 1;
    result.push(...lines.slice(at, from));
    expect(newLines === 0 ? newStart : newStart - 1).toBe(result.length);
    at = from;
    const start = result.length;
    for (const [index, line] of told.entries()) {
      if (line.startsWith("\\")) continue;
      const whole = line.slice(1) + (told[index + 1]?.startsWith("\\") ? "" : "\n");
      if (!line.startsWith("+")) expect(lines[at++]).toBe(whole);
      if (!line.startsWith("-")) result.push(whole);
    }
    expect([at - from, result.length - start]).toEqual([oldLines, newLines]);
  }
  return [...result, ...lines.slice(at)].join("");
}

function linesOf(whole: string): readonly string[] {
  return whole.split(/(?<=\n)/).filter((line) => line !== "");
}

/** From the longest common series of lines, by the table of all prefixes. */
function fewestChanges(a: readonly string[], b: readonly string[]): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const line of a) {
    const next = [0];
    for (const [index, other] of b.entries())
      next.push(line === other ? (row[index] ?? 0) + 1 : Math.max(row[index + 1] ?? 0, next[index] ?? 0));
    row = next;
  }
  return a.length + b.length - 2 * (row.at(-1) ?? 0);
}

function sizeOfGit(before: string, after: string): number {
  const folder = scratchFolder();
  writeFileSync(join(folder, "before"), before);
  writeFileSync(join(folder, "after"), after);
  const { stdout } = spawnSync("git", ["diff", "--no-index", "--numstat", "before", "after"], {
    cwd: folder,
    encoding: "utf8",
  });
  return stdout.split("\t", 2).reduce((sum, number) => sum + Number(number), 0);
}

function shuffled(lines: readonly string[]): readonly string[] {
  const random = createRandom(7);
  return lines
    .map((line, index) => ({ line, key: index + random.below(40) }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ line }) => line);
}

test("Git applies the patch of a file with line ends and a mark of its own", () => {
  const folder = scratchFolder();
  const [before, after] = ["\ufeffa\r\nb\r\nc", "\ufeffa\r\nd\r\nc"];
  const change = { kind: "update", action: "write", path: "a.ts", before: Buffer.from(before), after } as const;
  writeFileSync(join(folder, "a.ts"), before);
  writeFileSync(join(folder, "a.patch"), printPatch([{ target: "a.ts", path: "a.ts", change }]));
  const { stderr } = spawnSync("git", ["apply", "a.patch"], { cwd: folder, encoding: "utf8" });
  expect(stderr).toBe("");
  expect(readFileSync(join(folder, "a.ts"), "utf8")).toBe(after);
});
