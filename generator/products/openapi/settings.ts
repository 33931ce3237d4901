// The options of an openapi target get their defaults. A new option is declared in spec/errtable.config.schema.json.
import type { Model } from "../../model/model.ts";
import { withoutInternal } from "../../model/without-internal.ts";
import type { OpenapiOptions } from "../options.gen.ts";
import { type RootlessModel, withoutRoot } from "./xml-root.ts";

export type OpenapiSettings = Required<Omit<OpenapiOptions, "formats">>;

const DEFAULTS: OpenapiSettings = {
  default: false,
  discriminator: true,
  internal: false,
  prefix: "",
  ranges: false,
  version: "any",
};

export function settingsOf({ formats: _, ...options }: OpenapiOptions): OpenapiSettings {
  return { ...DEFAULTS, ...options };
}

/** The model without internal errors, unless the settings include them, and without the root element of XML. */
export function includedModel(model: Model, { internal }: OpenapiSettings): RootlessModel {
  return withoutRoot(internal ? model : withoutInternal(model));
}
