// The model becomes OpenAPI components in a form that is valid in 3.0, 3.1 and 3.2, and an overlay that adds them.
import type { Json } from "../../text/json/value.ts";
import type { Artifact, Emitter } from "../artifact.ts";
import type { OpenapiOptions } from "../options.gen.ts";
import { describeTable } from "./components.ts";
import { overlayOf } from "./overlay.ts";

export const openapi: Emitter<OpenapiOptions> = {
  kind: "openapi",
  emit(model, { formats = ["yaml", "json"], ...options }) {
    const files = formats.filter((format) => format !== "overlay");
    const components: Json = files.length === 0 ? {} : { components: describeTable(model, options) };
    return formats.map(
      (format): Artifact =>
        format === "overlay"
          ? { kind: "yaml", path: "overlay.yaml", value: overlayOf(model, options) }
          : { kind: format, path: `components.${format}`, value: components },
    );
  },
};
