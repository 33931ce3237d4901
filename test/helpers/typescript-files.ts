// The TypeScript product of a model, as texts and on disk.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Model } from "../../generator/model/model.ts";
import type { TypescriptOptions } from "../../generator/products/options.gen.ts";
import { render } from "../../generator/products/render.ts";
import { typescript } from "../../generator/products/typescript/index.ts";

type Files = ReadonlyMap<string, string>;

/** The files by name; those of a model are made once for all tests of a file. */
export function productOf(model: Model, options: TypescriptOptions = {}): Promise<Files> {
  const known = products.get(model) ?? new Map<string, Promise<Files>>();
  products.set(model, known);
  const key = JSON.stringify(options);
  const product = known.get(key) ?? makeProduct(model, options);
  known.set(key, product);
  return product;
}

const products = new WeakMap<Model, Map<string, Promise<Files>>>();

async function makeProduct(model: Model, options: TypescriptOptions): Promise<Files> {
  const artifacts = await typescript.emit(model, options);
  const files = await Promise.all(artifacts.map((artifact) => render(artifact)));
  return new Map(files.map(({ path, text }) => [path, text]));
}

export async function writeProduct(model: Model, folder: string, options: TypescriptOptions = {}): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const [path, text] of await productOf(model, options)) writeFileSync(join(folder, path), text);
}
