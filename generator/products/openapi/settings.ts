// The options of a target, with their defaults.
import type { OpenapiOptions } from "../options.gen.ts";
import type { Fallbacks } from "./code-sets.ts";
import type { OpenapiSettings } from "./component-names.ts";

export interface Settings extends OpenapiSettings {
  readonly fallbacks: Fallbacks;
  /** Whether internal errors are included. */
  readonly internal: boolean;
}

export function settingsOf(options: OpenapiOptions): Settings {
  const { discriminator = true, prefix = "", internal = false, ranges = false, version = "any" } = options;
  return { discriminator, prefix, version, internal, fallbacks: { default: options.default ?? false, ranges } };
}
