// The codes of real tables, with the names that they get by themselves, compile in strict programs.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { expect, test } from "vitest";
import { buildModel } from "../../../generator/model/build.ts";
import { resolveText } from "../../helpers/resolve.ts";
import { EVERY_PART, scratchFolder, writeProduct } from "../../helpers/typescript-product.ts";
import { diagnose } from "../../judges/compilers/compilers.ts";

const CODES = resolve(import.meta.dirname, "../../corpora/codes");

test("every table compiles", async () => {
  const folder = scratchFolder();
  const files = readdirSync(CODES).filter((name) => name.endsWith(".txt"));
  expect(files.length).toBeGreaterThan(3);
  for (const file of files) {
    const codes = readFileSync(join(CODES, file), "utf8").trimEnd().split("\n");
    const all = [...new Set([...codes, ...CLASHING])];
    const rows = all.map(
      (code) => `  ${JSON.stringify(code)}: { status: 400, message: "it is %s", params: { it: {} } }\n`,
    );
    await writeProduct(buildModel(resolveText(`errors:\n${rows.join("")}`)), join(folder, basename(file, ".txt")), {
      ...EVERY_PART,
      perCode: "always",
      importExtension: ".js",
    });
  }
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  const compilerOptions = { strict: true, noEmit: true, module: "nodenext", target: "es2022", lib: ["es2022", "dom"] };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions: { ...compilerOptions, types: [] } }));
  expect(await diagnose("typescript", ["tsconfig.json"], folder)).toEqual([""]);
});

/** Codes whose names are those of members and types that every table has, or of each other. */
const CLASHING = [
  ...["Internal", "InternalError", "InternalError.Internal", "InternalError.InternalError", "suppressed"],
  ...["-32601", "32601", "Example", "ExampleError", "ExampleErrorError"],
];
