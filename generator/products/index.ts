// The list of products: each emitter is loaded only when a target asks for it.

import { type Model, withoutInternal } from "../model/model.ts";
import type { Artifact } from "./artifact.ts";
import type { CatalogOptions, DocsOptions, OpenapiOptions, TypescriptOptions } from "./options.gen.ts";

/** What a target asks for: the kind of product and its options. */
export type Product =
  | { readonly kind: "typescript"; readonly options: TypescriptOptions }
  | { readonly kind: "openapi"; readonly options: OpenapiOptions }
  | { readonly kind: "docs"; readonly options: DocsOptions }
  | { readonly kind: "catalog"; readonly options: CatalogOptions };

/** A product of a table. */
export interface TargetRequest {
  /** Absolute path of the table. */
  readonly tablePath: string;
  readonly product: Product;
}

export const KINDS = ["typescript", "openapi", "docs", "catalog"] as const satisfies readonly Product["kind"][];

export async function emit(product: Product, whole: Model): Promise<readonly Artifact[]> {
  const model = product.options.internal === true ? whole : withoutInternal(whole);
  switch (product.kind) {
    case "typescript":
      return (await import("./typescript/index.ts")).typescript.emit(model, product.options);
    case "openapi":
      return (await import("./openapi/index.ts")).openapi.emit(model, product.options);
    case "docs":
      return (await import("./docs/index.ts")).docs.emit(model, product.options);
    case "catalog":
      return (await import("./catalog/index.ts")).catalog.emit(model, product.options);
    default:
      return product satisfies never;
  }
}
