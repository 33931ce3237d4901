// To compilers, errors that differ by constants are a union: the code tells the values of the other members, in TypeScript and in declarations.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { TypescriptOptions } from "../../../generator/products/options.gen.ts";
import { modelOfText } from "../../helpers/model-fixtures.ts";
import { TERSE_TABLES } from "../../helpers/terse-tables.ts";
import { isThorough } from "../../helpers/thorough.ts";
import { scratchFolder, writeProduct } from "../../helpers/typescript-product.ts";
import { diagnose } from "../../judges/compilers/compilers.ts";

const rows = TERSE_TABLES["names with a constant"](70);
const others = `
  quota:
    constants: { state: "99000" }
    details: { type: object, properties: { limit: { type: integer } }, required: [limit] }
  anything: {}
`;
const [, code = "", state = ""] = /^ {2}(\w+):\n.*state: "(\w+)"/m.exec(rows) ?? [];

const USE = `import { createLedgerError, isLedgerError, type LedgerError, type LedgerErrorOf } from "./index.js";

export const known = (value: unknown) => (isLedgerError(value, "${code}") ? (value.state satisfies "${state}") : "");
export const one: LedgerErrorOf<"${code}"> = { name: "${code}", message: "", state: "${state}" };
// @ts-expect-error Another code has this value.
export const wrong: LedgerErrorOf<"${code}"> = { name: "${code}", message: "", state: "00007" };
export function stateOf(error: LedgerError) {
  if (error.name === "${code}") return error.state satisfies "${state}";
  return "";
}
`;

const ALIKE = `
export const made: "${state}" = createLedgerError("${code}", { message: "" }).state;
`;

const MIXED = `
export function limitOf(error: LedgerError): number {
  switch (error.name) {
    case "quota":
      error.state satisfies "99000";
      return error.limit;
    case "anything":
      return createLedgerError("anything", { message: "" }, { state: "any text" }).state.length;
    default:
      return error.state.length;
  }
}
`;

test.each<readonly [string, string, string, TypescriptOptions]>([
  ...(isThorough ? [["typescript-5.0", rows, USE + ALIKE, {}] as const] : []),
  ["typescript", rows, USE + ALIKE, {}],
  ["typescript-5.0", rows + others, USE + MIXED, {}],
  ["typescript", rows + others, USE + MIXED, { language: "js" }],
  ["typescript", rows + others, USE + MIXED, { files: "single" }],
])("%s finds the values", async (compiler, table, program, options) => {
  const folder = scratchFolder();
  await writeProduct(modelOfText(table), folder, options);
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  const from = options.files === "single" ? program.replace("./index.js", "./errors.js") : program;
  writeFileSync(join(folder, "use.ts"), from);
  const compilerOptions = {
    ...{ strict: true, noEmit: true, exactOptionalPropertyTypes: true, noUnusedLocals: true, noUnusedParameters: true },
    ...{ module: "nodenext", target: "es2022", lib: ["es2022", "dom"], types: [] },
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["*.ts"] }));
  expect(await diagnose(compiler, ["tsconfig.json"], folder)).toEqual([""]);
});
