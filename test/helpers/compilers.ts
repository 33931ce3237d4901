// What compilers say of projects: nothing where all is well.
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";

const ROOT = join(import.meta.dirname, "../..");

/** One text per project, from a compiler that is installed as a package; the projects are those that emit nothing. */
export async function diagnose(compiler: string, projects: readonly string[], folder: string): Promise<string[]> {
  const done: string[] = [];
  // The newest one is no library for Node, and starts at once.
  if (compiler === "typescript") {
    const tsc = join(ROOT, "node_modules/typescript/bin/tsc");
    for (const project of projects) done.push(await run([tsc, "--pretty", "false", "-p", project], folder));
    return done;
  }
  const texts = await run([join(ROOT, "test/helpers/programs.mjs"), compiler, ...projects], folder);
  return JSON.parse(texts) as string[];
}

/** What it prints, also where it ends with findings. */
async function run(args: readonly string[], folder: string): Promise<string> {
  try {
    return (await promisify(execFile)(process.execPath, args, { cwd: folder, maxBuffer: 1e8 })).stdout;
  } catch (error) {
    const { stdout } = error as { readonly stdout?: string };
    if (stdout === undefined || stdout === "") throw error;
    return stdout;
  }
}
