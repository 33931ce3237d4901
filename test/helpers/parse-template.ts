// The values of a message, read back by the engine that generated code carries.

import type { Value } from "../../generator/runtime/printf/param-values.ts";
import { readMessage } from "../../generator/runtime/printf/printf.ts";
import { partsOf } from "../../generator/template/read-template.ts";
import type { ParamType, Template } from "../../generator/template/template.ts";

/** In the order of the arguments; undefined where the message does not tell them without doubt. */
export function parseTemplate(
  template: Template,
  types: readonly ParamType[],
  message: string,
): readonly Value[] | undefined {
  return readMessage(partsOf(template), types, message);
}
