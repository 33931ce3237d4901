// The programs and libraries that are installed here.
import { execFile } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { promisify } from "node:util";

export const library = createRequire(import.meta.url);

/** An empty folder in which programs find the packages that are installed here. */
export function freshFolder(name: string): string {
  const folder = join(import.meta.dirname, "node_modules/.cache", name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

export function program(name: string): string {
  return join(import.meta.dirname, "node_modules/.bin", name);
}

/** What a program prints. Its exit code counts only where `mayFail` is false. */
export async function run(name: string, args: readonly string[], cwd: string, mayFail = false): Promise<string> {
  // Redocly writes no file in tests of its own, which it tells by NODE_ENV.
  const env = { ...process.env, NODE_ENV: "production", NO_COLOR: "1", CI: "1" };
  const done = promisify(execFile)(program(name), args, { cwd, env, timeout: 300_000, maxBuffer: 2 ** 28 });
  const { stdout } = await (mayFail ? done.catch((error: { readonly stdout: string }) => error) : done);
  return stdout;
}

/** The findings of TypeScript about all modules of a folder, and those that they import. */
export async function compilerFindings(folder: string, more: Readonly<Record<string, boolean>> = {}): Promise<string> {
  const compilerOptions = {
    ...{ target: "es2022", lib: ["es2022", "dom"], module: "esnext", moduleResolution: "bundler", types: [] },
    ...{ strict: true, exactOptionalPropertyTypes: true, noEmit: true, skipLibCheck: true },
    ...more,
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["*.use.ts"] }));
  return run("tsc", ["-p", "tsconfig.json"], folder, true);
}
