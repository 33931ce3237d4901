// The findings of TypeScript compilers in projects, as text; it is empty where there are none.
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";

/** The newest compiler is the one that builds errtable; the older ones are installed here. */
export function compilerPath(compiler: string): string {
  const folder = compiler === "typescript" ? join(import.meta.dirname, "../../..") : import.meta.dirname;
  return join(folder, "node_modules", compiler, "bin/tsc");
}

/** One text per project, from a compiler by the name of its package. */
export async function diagnose(compiler: string, projects: readonly string[], folder: string): Promise<string[]> {
  if (compiler !== "typescript") {
    const texts = await run([join(import.meta.dirname, "programs.mjs"), compiler, ...projects], folder);
    return JSON.parse(texts) as string[];
  }
  // The newest one is no library for Node, and starts at once.
  const texts: string[] = [];
  for (const project of projects)
    texts.push(await run([compilerPath(compiler), "--pretty", "false", "-p", project], folder));
  return texts;
}

/** The output of a program, also where it ends with findings. */
async function run(args: readonly string[], folder: string): Promise<string> {
  try {
    return (await promisify(execFile)(process.execPath, args, { cwd: folder, maxBuffer: 1e8 })).stdout;
  } catch (error) {
    const { stdout } = error as { readonly stdout?: string };
    if (stdout === undefined || stdout === "") throw error;
    return stdout;
  }
}
