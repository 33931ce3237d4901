// The model becomes the machine-readable catalogue, errors.json, and a JSON Schema of the error body for any validator.
import type { Emitter } from "../artifact.ts";
import type { CatalogOptions } from "../options.gen.ts";
import { catalogOf } from "./errors-json.ts";
import { errorsSchema } from "./errors-schema.ts";

export const catalog: Emitter<CatalogOptions> = {
  kind: "catalog",
  emit(model) {
    return [
      { kind: "json", path: "errors.json", value: catalogOf(model) },
      { kind: "json", path: "errors.schema.json", value: errorsSchema(model) },
    ];
  },
};
