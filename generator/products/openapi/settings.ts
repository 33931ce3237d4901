// The options of an openapi target get their defaults. A new option is declared in spec/errtable.config.schema.json.
import type { OpenapiOptions } from "../options.gen.ts";

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
