// The codes of tables with the texts that explain them, for lists that people choose from: nothing in the files is checked.
import { dirname, resolve } from "node:path";
import { isObject, type Json, listOf } from "../../text/json/value.ts";
import { sourceOf } from "../file-text.ts";
import type { Host } from "../host.ts";
import { readYamlParts } from "../yaml/document.ts";

export interface CodeText {
  readonly code: string;
  /** Undefined where the row has none. */
  readonly description: string | undefined;
}

/** The codes of imported tables come first, each table once. A file that cannot be read has none. */
export function codesIn(paths: readonly string[], host: Host): readonly CodeText[] {
  const seen = new Set<string>();
  const read = (path: string): readonly CodeText[] => {
    if (seen.has(path)) return [];
    seen.add(path);
    const { value: source } = sourceOf(path, host);
    const data = source && (readYamlParts(source).value?.data as Json | undefined);
    if (!isObject(data)) return [];
    const named = [data["translates"], ...listOf(data["imports"])];
    const others = named.filter((name) => typeof name === "string").map((name) => resolve(dirname(path), name));
    return [...others.flatMap(read), ...(data["translates"] === undefined ? rowsOf(data["errors"]) : [])];
  };
  return paths.flatMap(read);
}

function rowsOf(errors: Json | undefined): readonly CodeText[] {
  if (!isObject(errors)) return [];
  return Object.entries(errors).map(([code, row]) => {
    const description = isObject(row) ? row["description"] : undefined;
    return { code, description: typeof description === "string" ? description : undefined };
  });
}
