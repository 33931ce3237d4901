// The codes of real tables, with the names that they get by themselves, compile in strict programs.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { buildModel } from "../../../generator/model/build.ts";
import { resolveText } from "../../helpers/resolve.ts";
import { EVERY_PART, scratchFolder, writeProduct } from "../../helpers/typescript-product.ts";
import { diagnose } from "../../judges/compilers/compilers.ts";

const CODES = resolve(import.meta.dirname, "../../corpora/codes");

test.each(readdirSync(CODES).filter((name) => name.endsWith(".txt")))("%s compiles", async (file) => {
  const codes = readFileSync(join(CODES, file), "utf8").trimEnd().split("\n");
  const clashing = ["Internal", "InternalError", "InternalError.Internal", "InternalError.InternalError", "suppressed"];
  const all = [...new Set([...codes, ...clashing, "-32601", "32601", "Example", "ExampleError", "ExampleErrorError"])];
  const rows = all.map(
    (code) => `  ${JSON.stringify(code)}: { status: 400, message: "it is %s", params: { it: {} } }\n`,
  );
  const folder = scratchFolder();
  await writeProduct(buildModel(resolveText(`errors:\n${rows.join("")}`)), folder, {
    ...EVERY_PART,
    perCode: "always",
    importExtension: ".js",
  });
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  const compilerOptions = { strict: true, noEmit: true, module: "nodenext", target: "es2022", lib: ["es2022", "dom"] };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions: { ...compilerOptions, types: [] } }));
  expect(await diagnose("typescript", ["tsconfig.json"], folder)).toEqual([""]);
});
