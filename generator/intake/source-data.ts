// The text of a JSON or YAML file becomes data, or findings with the places of its faults.
import type { Diagnostic } from "../diagnostic/diagnostic.ts";
import type { SourceFile } from "../diagnostic/source.ts";
import { readDescription } from "../owned/description/description.ts";
import { parseJson } from "../text/json/parse-json.ts";
import { isObject, type JsonObject } from "../text/json/value.ts";
import { repeatsKey } from "./repeated-key.ts";

/** JSON is read by the faster parser; only faults in it have to be found by the other one. */
export function readData(source: SourceFile): { readonly data: JsonObject } | readonly Diagnostic[] {
  const json = /^\s*\{/.test(source.text) ? parseJson(source.text) : undefined;
  return isObject(json) && !repeatsKey(source.text) ? { data: json } : readDescription(source);
}
