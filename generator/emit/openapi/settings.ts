// The options of a target, with their defaults.
import type { OpenapiOptions } from "../../config/config.gen.ts";
import type { Fallbacks } from "./groups.ts";
import type { OpenapiSettings } from "./names.ts";

export interface Settings extends OpenapiSettings {
  readonly fallbacks: Fallbacks;
  /** Whether internal errors are included. */
  readonly internal: boolean;
}

export function settingsOf(options: OpenapiOptions): Settings {
  const { discriminator = true, prefix = "", internal = false, ranges = false, version = "any" } = options;
  return { discriminator, prefix, version, internal, fallbacks: { default: options.default ?? false, ranges } };
}
