// The place of a value in a document, as steps and as a JSON Pointer (RFC 6901), and the value at such a place.
import { isObject, type Json } from "./value.ts";

/** Steps from the root of a document to a value: keys of maps and indexes of sequences. */
export type Path = readonly (string | number)[];

export function pointerText(tokens: readonly string[]): string {
  return tokens.map((token) => `/${token.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

export function pointerTokens(pointer: string): readonly string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
}

export function valueAt(data: Json | undefined, path: readonly string[]): Json | undefined {
  return path.reduce<Json | undefined>((value, name) => {
    if (Array.isArray(value)) return (value as readonly Json[])[Number(name)];
    return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
  }, data);
}
