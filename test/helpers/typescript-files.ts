// The TypeScript product of a model, as texts and on disk.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
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
