// The model becomes OpenAPI components, in one form that is valid in 3.0, 3.1 and 3.2: to be copied, embedded or referred to.
import type { Emitter } from "../../artifact.ts";
import type { OpenapiOptions } from "../../config/config.gen.ts";
import { componentsOf } from "./components.ts";

export const openapi: Emitter<OpenapiOptions> = {
  kind: "openapi",
  emit(model, { formats = ["yaml", "json"], discriminator = true, prefix = "" }) {
    const value = componentsOf(model, { discriminator, prefix });
    return formats.map((kind) => ({ kind, path: `components.${kind}`, value }));
  },
};
