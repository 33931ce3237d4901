// A JSON Schema becomes a few words; other products have the whole schema.
import type { Retry } from "../../../model/model.ts";
import { code, type Inline } from "../../../text/document/blocks.ts";
import type { Json, JsonSchema } from "../../../text/json/value.ts";
import type { Label } from "../languages/language.ts";

/** "integer", "string | null", "string[]", or the values that are possible. */
export function typeWords(schema: JsonSchema): (string | Inline)[] {
  if (typeof schema === "boolean") return ["any"];
  const { enum: values, const: only } = schema as { readonly enum?: Json; readonly const?: Json };
  if (Array.isArray(values))
    return values.flatMap((value: Json, index) => (index === 0 ? [valueWord(value)] : [" | ", valueWord(value)]));
  return only === undefined ? [typeName(schema)] : [valueWord(only)];
}

function typeName(schema: JsonSchema): string {
  if (typeof schema === "boolean") return "any";
  const { type, items, format } = schema as {
    readonly type?: Json;
    readonly items?: JsonSchema;
    readonly format?: Json;
  };
  if (Array.isArray(type)) return type.join(" | ");
  if (typeof type !== "string") return "any";
  if (type === "array" && items !== undefined && !Array.isArray(items)) return `${typeName(items)}[]`;
  return typeof format === "string" ? `${type}, ${format}` : type;
}

function valueWord(value: Json): Inline {
  return code(JSON.stringify(value));
}

export const RETRY_LABELS = {
  never: "retryNever",
  backoff: "retryBackoff",
  throttled: "retryThrottled",
} as const satisfies Readonly<Record<Retry, Label>>;
