// The TypeScript product of a model, as texts, on disk, and as a loaded module.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { TypescriptOptions } from "../../generator/config/config.gen.ts";
import { typescript } from "../../generator/emit/typescript/index.ts";
import type { Model } from "../../generator/model/model.ts";
import { render } from "../../generator/render/index.ts";

/** The files by name. */
export async function productOf(model: Model, options: TypescriptOptions = {}): Promise<Map<string, string>> {
  const artifacts = await typescript.emit(model, options);
  const files = await Promise.all(artifacts.map((artifact) => render(artifact)));
  return new Map(files.map(({ path, text }) => [path, text]));
}

export async function writeProduct(model: Model, folder: string, options: TypescriptOptions = {}): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const [path, text] of await productOf(model, options)) writeFileSync(join(folder, path), text);
}

/** An empty folder that goes away with the test. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "errtable-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The generated functions by name, as JavaScript sees them; their types are tested by compiling them. */
export type Product = Readonly<Record<string, (...values: unknown[]) => unknown>>;

export async function loadProduct(model: Model, options: TypescriptOptions = {}): Promise<Product> {
  const folder = mkdtempSync(join(tmpdir(), "errtable-"));
  try {
    await writeProduct(model, folder, { ...options, importExtension: ".ts" });
    return (await import(join(folder, "index.ts"))) as Product;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
