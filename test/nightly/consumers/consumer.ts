// Projects of people: files with generated code in a folder, and programs that run in it.
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { settleModules } from "../../../generator/config/module-kind.ts";
import type { TypescriptOptions } from "../../../generator/products/options.gen.ts";
import { memoryHost } from "../../../generator/reader/host.ts";
import { modelOfFile } from "../../helpers/model-fixtures.ts";
import { EVERY_PART, writeProduct } from "../../helpers/typescript-product.ts";

export const MODULES = join(import.meta.dirname, "node_modules");

/** Programs use three parts of the product, and print the results. */
export const NAMES = "{ decodeKitchenSinkMessage, isKitchenSinkError, KitchenSinkServiceError }";
export const CALL = `const [found] = decodeKitchenSinkMessage("the manifest was refused");
const message = new KitchenSinkServiceError({ status: 500 }).message;
const told = [found?.code, isKitchenSinkError({ code: "40013", message: "" }), message].join();`;
export const ANSWER = "ManifestRefused,false,HTTP status 500 without an error body";

/** Writes the files by path, package.json and the product, whose kind of module follows package.json. */
export async function writeProject(
  folder: string,
  packageJson: object,
  files: Readonly<Record<string, string>>,
  products: Readonly<Record<string, TypescriptOptions>>,
): Promise<void> {
  const text = JSON.stringify(packageJson);
  for (const [path, content] of Object.entries({ ...files, "package.json": text })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  const host = memoryHost({ "p/package.json": text });
  const model = modelOfFile("test/cases/kitchen-sink/kitchen-sink.errors.yaml");
  for (const [out, options] of Object.entries(products)) {
    const settled = settleModules({ ...EVERY_PART, ...options }, `/p/${out}`, host);
    await writeProduct(model, join(folder, out), settled);
  }
}

/** A program of the installed packages. */
export const tool = (path: string): string => join(MODULES, path);

/** The output of a program; one that fails throws with its output. */
export function run(folder: string, [program = "", ...args]: readonly string[]): string {
  const path = resolve(folder, program);
  const command = /\.[cm]?js$|\/next$/.test(path) ? [process.execPath, path, ...args] : [path, ...args];
  const env = { ...process.env, NODE_ENV: undefined, NEXT_TELEMETRY_DISABLED: "1" };
  try {
    return execFileSync(command[0] ?? "", command.slice(1), { cwd: folder, env, encoding: "utf8", stdio: "pipe" });
  } catch (error) {
    const { stdout, stderr } = error as { readonly stdout?: string; readonly stderr?: string };
    throw new Error(`${program} ${args.join(" ")}\n${stdout ?? ""}${stderr ?? ""}`, { cause: error });
  }
}
