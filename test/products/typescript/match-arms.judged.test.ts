// Compilers name the codes that a match leaves out, in short messages, and work as much for each code of a small table as of a large one.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { integers } from "../../helpers/form-tables.ts";
import { modelOfFile } from "../../helpers/model-fixtures.ts";
import { scratchFolder, writeProduct } from "../../helpers/typescript-product.ts";
import { diagnose } from "../../judges/compilers/compilers.ts";
import { ts } from "../../judges/compilers/typescript-library.ts";

test.each(["typescript-5.0", "typescript-5.9", "typescript"])(
  "%s names the codes that are left out, and the arms for no code",
  async (compiler) => {
    const folder = scratchFolder();
    await writeProduct(modelOfFile("spec/function-compute.errors.yaml"), folder);
    const uses = [
      "status: { 400: arm, 403: arm, 404: arm }, retry: { throttled: arm, backoff: arm }",
      "status: { 400: arm, 403: arm, 409: arm, 429: arm, 500: arm, 503: arm }",
      "retry: { never: arm, throttled: arm, backoff: arm }, status: { 409: arm }, AliasNotfound: arm",
      "AliasNotfound: arm",
      "AliasNotfound: (error) => error.errorCode",
    ].map((arms) => `matchFunctionComputeError({} as FunctionComputeError, { ${arms}, otherwise: arm });`);
    const imports = 'import { type FunctionComputeError, matchFunctionComputeError } from "./index.js";';
    writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
    writeFileSync(join(folder, "use.ts"), `${imports}\nconst arm = () => 1;\n${uses.join("\n")}\n`);
    const compilerOptions = {
      strict: true,
      noEmit: true,
      module: "nodenext",
      target: "es2022",
      lib: ["es2022"],
      types: [],
    };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["use.ts"] }));
    const [output = ""] = await diagnose(compiler, ["tsconfig.json"], folder);
    const [one = "", several = "", ...misspelled] = output.split(/^(?=use\.ts)/m);
    expect(one).toContain(`not assignable to parameter of type 'MissingArms<"ConcurrentUpdateError">'`);
    expect(one).toContain("Property 'ConcurrentUpdateError' is missing");
    expect(several).toContain(": AliasNotFound, DomainNameNotFound, ServiceNotFound, VersionNotFound");
    // A parameter of an arm for no code has no type, which older compilers say as well.
    const named = misspelled.filter((text) => !text.includes("implicitly has an 'any' type"));
    expect(named.map((text) => text.slice(0, "use.ts(5,".length))).toEqual(["use.ts(5,", "use.ts(6,", "use.ts(7,"]);
    for (const message of named)
      expect(message).toMatch(
        /^\S+ error TS2322: .* is not assignable to type '"AliasNotfound is not in the table of errors"'\.\s*$/,
      );
    for (const message of [one, several, ...misspelled]) expect(message.length).toBeLessThan(1200);
  },
);

test("twice as many codes make twice as many types, also where integer codes have several statuses", async () => {
  const [small = 0, large = 0] = await Promise.all([200, 400].map(typesOf));
  expect(small).toBeGreaterThan(500);
  expect(large / small).toBeLessThan(2.5);
});

/** The number of types that the compiler makes of the match of a table. */
async function typesOf(count: number): Promise<number> {
  const folder = scratchFolder();
  await writeProduct(integers(count), folder);
  const options = { strict: true, noEmit: true, module: ts.ModuleKind.NodeNext, lib: ["lib.es2022.d.ts"], types: [] };
  const program = ts.createProgram([join(folder, "match.ts")], options);
  expect(ts.getPreEmitDiagnostics(program).map(({ messageText }) => messageText)).toEqual([]);
  return program.getTypeCount();
}
