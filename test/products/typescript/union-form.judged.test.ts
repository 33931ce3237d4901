// The union of a large table is a union to compilers where it is asked for: a switch narrows it to never, and Extract finds its parts.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { TypescriptOptions } from "../../../generator/products/options.gen.ts";
import { plain } from "../../corpora/tables/plain.ts";
import { modelOfText } from "../../helpers/model-fixtures.ts";
import { scratchFolder, writeProduct } from "../../helpers/typescript-product.ts";
import { diagnose } from "../../judges/compilers/compilers.ts";

const model = modelOfText(plain(2000)["plain.errors.yaml"] ?? "");
const codes = model.errors.map(({ wireCode }) => JSON.stringify(wireCode));

const numberOf = (name: string, arms: readonly string[]) => `
export function ${name}(error: PlainError): number {
  switch (error.errorCode) {
${arms.map((code) => `    case ${code}:\n`).join("")}      return 1;
    default:
      return error satisfies never;
  }
}
`;
const USE = `import { isPlainError, type PlainError } from "./index.js";

export const part: Extract<PlainError, { errorCode: ${codes[7]} }>["errorCode"] = ${codes[7]};
export const known = (value: unknown) => (isPlainError(value, ${codes[7]}) ? value.errorCode satisfies ${codes[7]} : 0);
`;

test.each(["typescript-5.0", "typescript"])("%s narrows 2,000 codes", async (compiler) => {
  const folder = scratchFolder();
  const options: TypescriptOptions = { parts: ["guards"], discriminatedUnion: "always" };
  await writeProduct(model, folder, options);
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  writeFileSync(join(folder, "use.ts"), USE + numberOf("all", codes) + numberOf("fewer", codes.slice(1)));
  const compilerOptions = {
    strict: true,
    noEmit: true,
    module: "nodenext",
    target: "es2022",
    lib: ["es2022"],
    types: [],
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["use.ts"] }));
  const [found = ""] = await diagnose(compiler, ["tsconfig.json"], folder);
  // The findings are those of the switch that leaves a code out, and name it.
  const lines = new Set(found.match(/(?<=^use\.ts\()\d+/gm));
  expect(lines.size).toBe(1);
  expect(found).toContain(`'PlainErrorBody<${codes[0]}>' does not satisfy the expected type 'never'`);
});
