// The data that an emitter makes for each file; render.ts turns it into text.
import type { Model } from "../model/model.ts";
import type { Document } from "../text/document/blocks.ts";
import type { Page } from "../text/document/page.ts";
import type { DocumentSyntax } from "../text/documents.ts";
import type { Json } from "../text/json/value.ts";
import type { Statement } from "./typescript/printer/statement.ts";

export type Artifact =
  /** A text that needs no renderer. */
  | { readonly kind: "text"; readonly path: string; readonly text: string }
  | { readonly kind: "typescript"; readonly path: string; readonly statements: readonly Statement[] }
  | { readonly kind: "yaml"; readonly path: string; readonly value: Json }
  | { readonly kind: "json"; readonly path: string; readonly value: Json }
  | { readonly kind: "document"; readonly path: string; readonly syntax: DocumentSyntax; readonly document: Document }
  | { readonly kind: "page"; readonly path: string; readonly page: Page };

/** An emitter sees the model and its target's options; never the spec text, the rules, another emitter or the disk. */
export interface Emitter<Options> {
  readonly kind: string;
  emit(model: Model, options: Options): readonly Artifact[] | Promise<readonly Artifact[]>;
}
