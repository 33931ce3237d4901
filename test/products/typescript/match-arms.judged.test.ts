// Compilers name the codes that a match leaves out, in short messages.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { modelOfFile } from "../../helpers/model-fixtures.ts";
import { scratchFolder, writeProduct } from "../../helpers/typescript-product.ts";
import { diagnose } from "../../judges/compilers/compilers.ts";

test.each(["typescript-5.0", "typescript-5.9", "typescript"])(
  "%s names the codes that are left out",
  async (compiler) => {
    const folder = scratchFolder();
    await writeProduct(modelOfFile("spec/function-compute.errors.yaml"), folder);
    const uses = [
      "status: { 400: arm, 403: arm, 404: arm }, retry: { throttled: arm, backoff: arm }",
      "status: { 400: arm, 403: arm, 409: arm, 429: arm, 500: arm, 503: arm }",
      "retry: { never: arm, throttled: arm, backoff: arm }, status: { 409: arm }, AliasNotfound: arm",
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
    const [one = "", several = "", misspelled = "", ...others] = output.split(/^(?=use\.ts)/m);
    expect(others).toEqual([]);
    expect(one).toContain(`not assignable to parameter of type 'MissingArms<"ConcurrentUpdateError">'`);
    expect(one).toContain("Property 'ConcurrentUpdateError' is missing");
    expect(several).toContain(": AliasNotFound, DomainNameNotFound, ServiceNotFound, VersionNotFound");
    expect(misspelled).toContain("use.ts(5,");
    expect(misspelled).toContain("is not assignable to type 'never'");
    for (const message of [one, several, misspelled]) expect(message.length).toBeLessThan(1200);
  },
);
