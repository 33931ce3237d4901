// The text of a JSON or YAML file becomes data, or findings with the places of its faults.
import type { Diagnostic } from "../diagnostic/diagnostic.ts";
import type { SourceFile } from "../diagnostic/source.ts";
import { readDescription } from "../owned/description/description.ts";
import { readYamlTree } from "../reader/yaml/yaml-tree.ts";
import { parseJson } from "../text/json/parse-json.ts";
import { isObject, type Json, type JsonObject } from "../text/json/value.ts";
import { repeatsKey } from "./repeated-key.ts";

/** JSON is read by the faster parser; only faults in it have to be found by the other one. */
export function readData(source: SourceFile): { readonly data: JsonObject | readonly Json[] } | readonly Diagnostic[] {
  const { text } = source;
  const json = /^\s*[{[]/.test(text) ? parseJson(text) : undefined;
  if ((isObject(json) || Array.isArray(json)) && !repeatsKey(text)) return { data: json };
  const list = /^(?:(?:#.*|---)?\r?\n)*(?:- |\[)/.test(text) ? readYamlTree(source) : undefined;
  return list?.root?.kind === "sequence" && list.problems.length === 0
    ? { data: list.data() as Json[] }
    : readDescription(source);
}
