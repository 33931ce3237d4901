// The list of products: an entry names a product, loads its emitter when a target asks for it, and says whether it is a default.
import { modelFor } from "../model/audience.ts";
import type { Model } from "../model/model.ts";
import type { OutputFile } from "../output/state/target.ts";
import type { Artifact, Emitter } from "./artifact.ts";
import type { Choices, Settled } from "./choices.ts";
import { render } from "./render.ts";

/** The options of a kind are `<kind>Options` in spec/errtable.config.schema.json; their type is that of the emitter. */
export const PRODUCTS = [
  { kind: "typescript", load: async () => (await import("./typescript/index.ts")).typescript, byDefault: true },
  { kind: "openapi", load: async () => (await import("./openapi/index.ts")).openapi, byDefault: true },
  { kind: "docs", load: async () => (await import("./docs/index.ts")).docs, byDefault: true },
  { kind: "catalog", load: async () => (await import("./catalog/index.ts")).catalog, byDefault: true },
  { kind: "schemas", load: async () => (await import("./schemas/index.ts")).schemas, byDefault: false },
] as const satisfies readonly ProductEntry[];

interface ProductEntry {
  readonly kind: string;
  readonly load: () => Promise<Emitter<never>>;
  /** Whether `init` and `generate --out` make it without being asked for it by name. */
  readonly byDefault: boolean;
}

type Entry = (typeof PRODUCTS)[number];
type OptionsOf<One extends Entry> = Awaited<ReturnType<One["load"]>> extends Emitter<infer Options> ? Options : never;

/** A kind of product with the options of one target. */
export type Product = {
  [One in Entry as One["kind"]]: { readonly kind: One["kind"]; readonly options: OptionsOf<One> };
}[Entry["kind"]];

/** A product of a table. */
export interface TargetRequest {
  /** Absolute path of the table. */
  readonly tablePath: string;
  readonly product: Product;
  /** Of the manifest in the product's folder; they hold until the options say otherwise. */
  readonly kept?: Choices;
}

/** Makes the choices that options leave to errtable, and depend on the table. */
export async function settle(product: Product, whole: Model, kept: Choices = {}): Promise<SettledProduct> {
  if (product.kind !== "typescript") return { product, choices: {}, remarks: [] };
  const { settleForms } = await import("./typescript/form-choices.ts");
  const { options, ...settled } = settleForms(modelFor(product.options, whole), product.options, kept);
  return { product: { ...product, options }, ...settled };
}

export interface SettledProduct extends Omit<Settled<never>, "options"> {
  readonly product: Product;
}

/** Loads the code that makes these kinds, all at once. */
export async function loadProducts(kinds: readonly Product["kind"][]): Promise<void> {
  await Promise.all(PRODUCTS.filter(({ kind }) => kinds.includes(kind)).map(({ load }) => load()));
}

/** Model → artifacts → files. */
export async function makeFiles(product: Product, model: Model): Promise<readonly OutputFile[]> {
  return Promise.all((await emit(product, model)).map(render));
}

export async function emit({ kind, options }: Product, whole: Model): Promise<readonly Artifact[]> {
  const entry = PRODUCTS.find((one) => one.kind === kind);
  if (entry === undefined) throw new Error(`There is no product "${kind}".`);
  // The options of a product are those of its own entry, which the compiler cannot tell of a union.
  const emitter = (await entry.load()) as Emitter<Product["options"]>;
  return emitter.emit(modelFor(options, whole), options);
}
