// A JSON Schema becomes a few words on what its values are; the whole schema is in other products.
import { code, type Inline, text } from "../../blocks.ts";
import type { Json, JsonSchema } from "../../model/json.ts";

/** "integer", "string or null", "array of string", or the values that are possible. */
export function typeWords(schema: JsonSchema): Inline[] {
  if (typeof schema === "boolean") return [text("any")];
  const values = schema["enum"];
  if (Array.isArray(values))
    return values.flatMap((value: Json, index) => (index === 0 ? [valueWord(value)] : [text(" | "), valueWord(value)]));
  if (schema["const"] !== undefined) return [valueWord(schema["const"])];
  return [text(typeName(schema))];
}

function typeName(schema: JsonSchema): string {
  if (typeof schema === "boolean") return "any";
  const { type, items, format } = schema as { readonly type?: Json; readonly items?: Json; readonly format?: Json };
  if (Array.isArray(type)) return type.join(" | ");
  if (typeof type !== "string") return "any";
  if (type === "array" && typeof items === "object" && !Array.isArray(items) && items !== null)
    return `${typeName(items as JsonSchema)}[]`;
  return typeof format === "string" ? `${type}, ${format}` : type;
}

function valueWord(value: Json): Inline {
  return code(JSON.stringify(value));
}
