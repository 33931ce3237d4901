// The members that a schema requires without declaring them, as its other keywords describe them.
import { entriesOf, type JsonObject, type JsonSchema, listOf } from "../text/json/value.ts";
import { compilePattern } from "./pattern.ts";

/** A member that matches a pattern may hold anything: the pattern describes it already. */
export function undeclaredMembers(schema: JsonObject): readonly (readonly [string, JsonSchema])[] {
  const declared = new Set(entriesOf(schema["properties"]).map(([name]) => name));
  const patterns = entriesOf(schema["patternProperties"]).map(([pattern]) => compilePattern(pattern));
  const rest = (schema["additionalProperties"] ?? true) as JsonSchema;
  return [...new Set(listOf<string>(schema["required"]))]
    .filter((name) => !declared.has(name))
    .map((name) => [name, patterns.some((pattern) => pattern?.test(name) ?? true) ? true : rest]);
}
