// The TypeScript product of a model as a loaded module, and folders for its files.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { format } from "prettier";
import { expect, onTestFinished } from "vitest";
import type { Model } from "../../generator/model/model.ts";
import type { TypescriptOptions } from "../../generator/products/options.gen.ts";
import { productOf, writeProduct } from "./typescript-files.ts";

export { productOf, writeProduct } from "./typescript-files.ts";

const CONFIG = JSON.parse(
  readFileSync(join(import.meta.dirname, "../../spec/errtable.config.schema.json"), "utf8"),
) as { readonly definitions: { readonly typescriptOptions: { readonly properties: PartsSchema } } };

interface PartsSchema {
  readonly parts: { readonly items: { readonly enum: NonNullable<TypescriptOptions["parts"]> } };
}

/** All that can be asked for. */
export const EVERY_PART: TypescriptOptions = {
  parts: CONFIG.definitions.typescriptOptions.properties.parts.items.enum,
};

/** An empty folder that goes away with the test. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "errtable-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The generated functions by name, as JavaScript sees them; their types are tested by compiling them. */
export type Product = Readonly<Record<string, (...values: unknown[]) => unknown>>;

/** A model's functions remember nothing that could be seen, so that its tests share them. */
export function loadProduct(model: Model, options: TypescriptOptions = {}): Promise<Product> {
  const known = loaded.get(model) ?? new Map<string, Promise<Product>>();
  loaded.set(model, known);
  const key = JSON.stringify(options);
  const product = known.get(key) ?? importProduct(model, options);
  known.set(key, product);
  return product;
}

const loaded = new WeakMap<Model, Map<string, Promise<Product>>>();

async function importProduct(model: Model, options: TypescriptOptions): Promise<Product> {
  const folder = mkdtempSync(join(tmpdir(), "errtable-"));
  const { language = "ts", files = "split" } = options;
  try {
    await writeProduct(model, folder, { ...options, importExtension: `.${language}` });
    writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module" }));
    return (await import(join(folder, `${files === "single" ? "errors" : "index"}.${language}`))) as Product;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Every file is as Prettier would print it. */
export async function expectClean(model: Model, options: TypescriptOptions): Promise<void> {
  for (const [path, text] of await productOf(model, options)) {
    // Much of the product is the same for every table.
    const key = `${extname(path)}\n${text}`;
    if (clean.has(key)) continue;
    const formatted = await format(text, { filepath: path });
    if (formatted !== text) {
      // Files are long, and the first difference tells all.
      const lines = text.split("\n");
      const at = formatted.split("\n").findIndex((line, index) => line !== lines[index]);
      const around = (whole: string) => whole.split("\n").slice(Math.max(0, at - 2), at + 8);
      expect(around(text), path).toEqual(around(formatted));
      // What differs may stand after all lines that there are.
      expect(text, path).toBe(formatted);
    }
    clean.add(key);
  }
}

const clean = new Set<string>();
