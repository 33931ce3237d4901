// Clients that people have, and those that they write, recognise every error that the generated server code sends.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { flatErrors } from "../../helpers/flat-error.ts";
import { modelOfFile } from "../../helpers/model-fixtures.ts";
import { isThorough } from "../../helpers/thorough.ts";
import { EVERY_PART, writeProduct } from "../../helpers/typescript-product.ts";
import { CLIENT_FOLDERS } from "../../judges/clients/openapi-generators.ts";
import { compilerPath } from "../../judges/compilers/compilers.ts";

const FOLDER = join(CLIENT_FOLDERS, "errtable-clients");
const model = modelOfFile("spec/function-compute.errors.yaml");

const STRICT = {
  target: "es2022",
  module: "nodenext",
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  verbatimModuleSyntax: true,
  erasableSyntaxOnly: true,
  skipLibCheck: true,
  rootDir: ".",
  outDir: "out",
};

const PROJECTS = {
  node: { options: { lib: ["es2022"], types: ["node"] }, files: ["clients/*.ts", "generated/**/*.ts"] },
  browser: {
    options: { lib: ["es2022", "dom"], types: [], noEmit: true },
    files: ["clients/fetch.ts", "generated/**/*.ts"],
  },
};

beforeAll(async () => {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  cpSync(join(import.meta.dirname, "../../consumers/clients"), join(FOLDER, "clients"), { recursive: true });
  await writeProduct(model, join(FOLDER, "generated/function-compute"), EVERY_PART);
  writeFileSync(join(FOLDER, "package.json"), JSON.stringify({ type: "module" }));
  for (const [name, { options, files }] of Object.entries(PROJECTS)) {
    const project = { compilerOptions: { ...STRICT, ...options }, include: files };
    writeFileSync(join(FOLDER, `tsconfig.${name}.json`), JSON.stringify(project));
  }
});

test.each(["node", "browser"])("they compile with the types of %s", (name) => {
  for (const compiler of isThorough ? ["typescript-5.9", "typescript"] : ["typescript"]) {
    const { stdout } = run([compilerPath(compiler), "-p", `tsconfig.${name}.json`]);
    expect(stdout, compiler).toBe("");
  }
});

test("they recognise every error, with all that it tells", () => {
  const { stdout, stderr, status } = run(["out/clients/main.js"]);
  expect(status, stderr).toBe(0);
  const results = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
  expect(results.map(({ code }) => code)).toEqual(model.errors.map(({ code }) => code));
  for (const [index, { code, status: httpStatus, retry, params, template }] of flatErrors(model).entries()) {
    const sent = results[index]?.["sent"];
    const names = template === undefined ? ["message"] : params.map(({ name }) => name);
    expect(Object.keys(sent as object).toSorted()).toEqual(names.toSorted());
    const isThrottled = retry === "throttled";
    const failure = {
      code,
      status: httpStatus,
      params: sent,
      requestId: `request-${code}`,
      ...(retry === undefined ? {} : { retry }),
      ...(isThrottled ? { retryAfter: 2000 } : {}),
      advice: advice(code, isThrottled),
    };
    const { received, ...asked } = results[index] ?? {};
    expect(asked).toEqual({
      code,
      sent,
      client: { codes: [code], params: sent },
      canonical: failure,
      respelled: failure,
    });
    const { advice: _, ...facts } = failure;
    expect(Object.keys(received as object)).toHaveLength(6);
    for (const [client, error] of Object.entries(received as object)) {
      expect(error, client).toMatchObject({ ...facts, name: "ComputeError", isOwn: true, body: { errorCode: code } });
      expect((error as { message: unknown }).message, client).toBe(
        (error as { body: { errorMessage: unknown } }).body.errorMessage,
      );
    }
  }
});

function advice(code: string, isThrottled: boolean): string {
  if (code === "AliasNotFound") return "create the alias prod";
  if (code === "ServiceNotFound") return "service 'demo' does not exist";
  return isThrottled ? "wait for 2 s" : "report it";
}

function run(arguments_: readonly string[]): { stdout: string; stderr: string; status: number | null } {
  return spawnSync(process.execPath, arguments_, { cwd: FOLDER, encoding: "utf8" });
}
