// A set of codes becomes a guard in each library that people write guards with: the text of a module that exports `run`.
import { createRequire } from "node:module";
import { join } from "node:path";
import type { WireCode } from "../../generator/model/body-model.ts";
import type { ts } from "../judges/compilers/typescript-library.ts";

/** Where the libraries are. */
export const BENCH = import.meta.dirname;

/** For a body `{ errorCode, errorMessage }` with one of the codes. */
export function peerModules(codes: readonly WireCode[], folder: string): ReadonlyMap<string, string> {
  const list = JSON.stringify(codes);
  return new Map([
    ["ajv, standalone", ajvModule(codes)],
    [
      "zod",
      `import * as z from "zod";
const schema = z.object({ errorCode: z.literal(${list}), errorMessage: z.string() });
export const run = (value) => schema.safeParse(value).success;`,
    ],
    [
      "valibot",
      `import * as v from "valibot";
const schema = v.object({ errorCode: v.picklist(${list}), errorMessage: v.string() });
export const run = (value) => v.is(schema, value);`,
    ],
    [
      "arktype",
      `import { type } from "arktype";
const schema = type({ errorCode: type.enumerated(...${list}), errorMessage: "string" });
export const run = (value) => schema.allows(value);`,
    ],
    [
      "typebox, compiled",
      `import * as Type from "typebox";
import { Compile } from "typebox/compile";
const schema = Type.Object({ errorCode: Type.Union(${list}.map((code) => Type.Literal(code))), errorMessage: Type.String() });
const compiled = Compile(schema);
export const run = (value) => compiled.Check(value);`,
    ],
    ["typia", typiaModule(codes, folder)],
  ]);
}

const requireOfBench = createRequire(join(BENCH, "package.json"));

function ajvModule(codes: readonly WireCode[]): string {
  const { Ajv } = requireOfBench("ajv") as typeof import("ajv");
  const { default: standaloneCode } = requireOfBench("ajv/dist/standalone") as {
    readonly default: (ajv: InstanceType<typeof Ajv>, validate: unknown) => string;
  };
  const ajv = new Ajv({ code: { source: true, esm: true } });
  const validate = ajv.compile({
    type: "object",
    properties: { errorCode: { enum: codes }, errorMessage: { type: "string" } },
    required: ["errorCode", "errorMessage"],
  });
  return `${standaloneCode(ajv, validate)}\nexport { validate as run };`;
}

/** Typia is a transformer of TypeScript's, which takes no patched compiler where the compiler is called as a library. */
function typiaModule(codes: readonly WireCode[], folder: string): string {
  const compiler = requireOfBench("typescript") as typeof ts;
  const { default: transform } = requireOfBench("typia/lib/transform") as {
    readonly default: (program: ts.Program, options: object, extras: object) => ts.TransformerFactory<ts.SourceFile>;
  };
  const path = join(folder, "typia-source.ts");
  const union = codes.map((code) => JSON.stringify(code)).join(" | ");
  compiler.sys.writeFile(
    path,
    `import typia from "typia";\nexport const run = typia.createIs<{ errorCode: ${union}; errorMessage: string }>();\n`,
  );
  const program = compiler.createProgram([path], {
    target: compiler.ScriptTarget.ES2022,
    module: compiler.ModuleKind.ESNext,
    moduleResolution: compiler.ModuleResolutionKind.Bundler,
    strict: true,
    skipLibCheck: true,
    types: [],
  });
  let output = "";
  const before = [transform(program, {}, { addDiagnostic: () => 0 })];
  program.emit(program.getSourceFile(path), (_, text) => (output = text), undefined, false, { before });
  return output;
}
