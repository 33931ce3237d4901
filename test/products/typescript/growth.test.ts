// A table that grows takes no export away from the code that uses it: the choices of the first run stay in the manifest.
import { expect, test } from "vitest";
import { compile } from "../../../generator/compile.ts";
import { manifestOf } from "../../../generator/output/plan/plan.ts";
import { parseChoices, sha256 } from "../../../generator/output/state/manifest.ts";
import type { Choices } from "../../../generator/products/choices.ts";
import type { Product } from "../../../generator/products/index.ts";
import type { TypescriptOptions } from "../../../generator/products/options.gen.ts";
import { settleForms } from "../../../generator/products/typescript/form-choices.ts";
import { memoryHost } from "../../../generator/reader/host.ts";
import { modelOfText } from "../../helpers/model-fixtures.ts";
import { sizeTable } from "../../helpers/size-table.ts";
import { productOf } from "../../helpers/typescript-product.ts";

const sizes = new Map([1, 64, 65, 256, 257].map((count) => [count, modelOfText(sizeTable(count))]));

test.each<[string, number, TypescriptOptions, Choices, string, readonly string[]]>([
  ["a small table", 64, {}, {}, "always always", []],
  ["a large table", 65, {}, {}, "never never", []],
  ["a table that has grown", 65, {}, { perCode: "always", discriminatedUnion: "always" }, "always always", ["perCode"]],
  ["a table that has shrunk", 64, {}, { perCode: "never", discriminatedUnion: "never" }, "never never", ["perCode"]],
  ["a decision", 65, { perCode: "always" }, {}, "always always", []],
  ["another decision", 65, { perCode: "never" }, { discriminatedUnion: "always" }, "never always", []],
  ["a union", 257, { perCode: "never" }, { discriminatedUnion: "always" }, "never always", ["discriminatedUnion"]],
  [
    "both decisions",
    257,
    { perCode: "never", discriminatedUnion: "never" },
    { discriminatedUnion: "always" },
    "never never",
    [],
  ],
  ["a union on demand", 257, { discriminatedUnion: "always" }, {}, "never always", []],
  ["declarations per code, which need a union", 1, { discriminatedUnion: "never" }, {}, "always always", []],
  ["a manifest that somebody edited", 65, {}, { perCode: "sometimes", other: "always" }, "never never", []],
])("%s of %i codes", (_, count, options, kept, made, remarked) => {
  const model = sizes.get(count);
  if (model === undefined) throw new Error("There is no such table.");
  const settled = settleForms(model, options, kept);
  expect(`${settled.options.perCode} ${settled.options.discriminatedUnion}`).toBe(made);
  expect(settled.remarks.map(({ option }) => option)).toEqual(remarked);
  // A person's decision is not kept for later, and a kept choice makes the same choice.
  expect(Object.keys(settled.choices)).toEqual(
    ["perCode", "discriminatedUnion"].filter((option) => !(option in options)),
  );
  expect(settleForms(model, options, settled.choices).options).toEqual(settled.options);
});

test.each<[string, TypescriptOptions, Choices, string, readonly string[]]>([
  ["a new table", {}, {}, "never always", []],
  ["a table that has a type for all codes", {}, { discriminatedUnion: "never" }, "never never", ["discriminatedUnion"]],
  ["a table that has a union", {}, { discriminatedUnion: "always" }, "never always", []],
  ["a decision", { discriminatedUnion: "never" }, { discriminatedUnion: "always" }, "never never", []],
])("%s keeps its form when a code gets members of its own", async (_, options, kept, made, remarked) => {
  const own = "    details: { type: object, properties: { area: { type: string } }, required: [area] }\n";
  const model = modelOfText(sizeTable(65) + own);
  const settled = settleForms(model, options, kept);
  expect(`${settled.options.perCode} ${settled.options.discriminatedUnion}`).toBe(made);
  expect(settled.remarks.map(({ option }) => option)).toEqual(remarked);
  const types = (await productOf(model, settled.options)).get("types.ts") ?? "";
  // The members are known wherever the code is known.
  expect(types).toContain("readonly area: string;");
  expect(/^export type QueueError = (.*);$/m.exec(types)?.[1]).toBe(
    made === "never never" ? "QueueErrorBody<QueueErrorCode>" : "QueueErrorByCode[QueueErrorCode]",
  );
});

test("one more code takes no export away, and a decision does", async () => {
  const small = await made(64, {});
  const kept = parseChoices(Buffer.from(small.manifest));
  const grown = await made(65, {}, kept);
  expect(small.names.filter((name) => !grown.names.includes(name))).toEqual([]);
  expect(grown.names.length).toBeGreaterThan(small.names.length);
  expect(parseChoices(Buffer.from(grown.manifest))).toEqual(kept);
  expect(grown.remarks).toHaveLength(1);
  const without = await made(65, {});
  const lost = small.names.filter((name) => !without.names.includes(name));
  expect(lost.length).toBeGreaterThan(100);
  // The remark names exports that the other choice does take away.
  const [, type = "", guard = ""] = /such as (\w+) and (\w+)/.exec(grown.remarks[0]?.help ?? "") ?? [];
  expect(lost).toEqual(expect.arrayContaining([type, guard]));
});

async function made(count: number, options: TypescriptOptions, kept: Choices = {}) {
  const product: Product = { kind: "typescript", options: { parts: ["guards"], ...options } };
  const request = { tables: [], targets: [{ tablePath: "/queue.errors.yaml", product, kept }] };
  const { outputs, settled } = await compile(request, memoryHost({ "queue.errors.yaml": sizeTable(count) }));
  const files = outputs[0] ?? [];
  const names = files
    .filter(({ path }) => path !== "index.ts")
    .flatMap(({ text }) =>
      Array.from(
        text.matchAll(/^export (?:(?:declare|abstract|async) )*\w+ (\w+)(?=[ <(=:])/gm),
        ([, name = ""]) => name,
      ),
    );
  const hashes = new Map(files.map(({ path, text }) => [path, sha256(text)]));
  return {
    names,
    manifest: manifestOf(hashes, { folder: "/", choices: settled[0]?.choices ?? {} }),
    remarks: settled[0]?.remarks ?? [],
  };
}
