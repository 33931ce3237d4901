// The TypeScript product of a model as a loaded module, and folders for its files.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { transform } from "esbuild";
import { format } from "prettier";
import { expect, onTestFinished } from "vitest";
import type { Model } from "../../generator/model/model.ts";
import type { TypescriptOptions } from "../../generator/products/options.gen.ts";
import { productOf } from "./typescript-files.ts";

export { productOf, writeProduct } from "./typescript-files.ts";

const CONFIG = JSON.parse(
  readFileSync(join(import.meta.dirname, "../../spec/errtable.config.schema.json"), "utf8"),
) as { readonly definitions: { readonly typescriptOptions: { readonly properties: ListedOptions } } };

type ListedOptions = {
  readonly [Name in "parts" | "adapters"]: { readonly items: { readonly enum: NonNullable<TypescriptOptions[Name]> } };
};

const LISTED = CONFIG.definitions.typescriptOptions.properties;

/** All that can be asked for. */
export const EVERY_PART: TypescriptOptions = { parts: LISTED.parts.items.enum };

export const EVERY_ADAPTER: TypescriptOptions = { adapters: LISTED.adapters.items.enum };

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

/** Node imports the files, so that they wait for nobody; the types are taken off, because compilers test them elsewhere. */
async function importProduct(model: Model, options: TypescriptOptions): Promise<Product> {
  const folder = mkdtempSync(join(tmpdir(), "errtable-"));
  try {
    for (const [path, text] of await productOf(model, { ...options, importExtension: ".js" })) {
      if (path.endsWith(".d.ts")) continue;
      const code = path.endsWith(".ts") ? await withoutTypes(text) : text;
      writeFileSync(join(folder, path.replace(/\.ts$/, ".js")), code);
    }
    writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module" }));
    const path = join(folder, options.files === "single" ? "errors.js" : "index.js");
    return (await nativeImport(pathToFileURL(path).href)) as Product;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const nativeImport = createRequire(import.meta.url)("./native-import.cjs") as (url: string) => Promise<unknown>;

/** Much of the product is the same for every table. */
function withoutTypes(text: string): Promise<string> {
  const known = plain.get(text) ?? transform(text, { loader: "ts" }).then(({ code }) => code);
  plain.set(text, known);
  return known;
}

const plain = new Map<string, Promise<string>>();

/** Every file is as Prettier would print it. */
export async function expectClean(model: Model, options: TypescriptOptions): Promise<void> {
  for (const [path, text] of await productOf(model, options)) await expectCleanText(path, text);
}

/** Prettier prints each statement of a file by itself, so that a statement of another file is not printed again. */
export async function expectCleanText(path: string, text: string): Promise<void> {
  const keyOf = (statement: string) => `${extname(path)}\n${statement}`;
  const fresh = text
    .trimEnd()
    .split(/\n\n(?=\S)/)
    .filter((statement) => !clean.has(keyOf(statement)));
  if (fresh.length === 0) return;
  const end = /\s*$/.exec(text)?.[0] ?? "";
  const own = `${fresh.join("\n\n")}${end}`;
  const formatted = await format(own, { filepath: path });
  if (formatted !== own) {
    // Files are long, and the first difference tells all.
    const lines = own.split("\n");
    const at = formatted.split("\n").findIndex((line, index) => line !== lines[index]);
    const around = (whole: string) => whole.split("\n").slice(Math.max(0, at - 2), at + 8);
    expect(around(own), path).toEqual(around(formatted));
    // The difference may stand after all lines that there are.
    expect(own, path).toBe(formatted);
  }
  for (const statement of fresh) clean.add(keyOf(statement));
}

const clean = new Set<string>();
