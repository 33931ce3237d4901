// The place of a value in a document, as steps and as a JSON Pointer (RFC 6901), and the value at such a place.
import { isObject, type Json } from "./value.ts";

/** Steps from the root of a document to a value: keys of maps and indexes of sequences. */
export type Path = readonly (string | number)[];

export function pointerText(tokens: Path): string {
  return tokens.map((token) => `/${String(token).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

export function pointerTokens(pointer: string): readonly string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** The same where numbers from 0 to 99 are positions in tuples. */
export function placeTokens(pointer: string): Path {
  return pointerTokens(pointer).map((token) => (/^(?:0|[1-9]\d?)$/.test(token) ? Number(token) : token));
}

/** The names by which engines that read JSON find members and items alike. */
export function tokenNames(path: Path): readonly string[] {
  return path.map(String);
}

export function isPosition(token: string | number | undefined): token is number {
  return typeof token === "number";
}

export function valueAt(data: Json | undefined, path: Path): Json | undefined {
  return path.reduce<Json | undefined>((value, name) => {
    if (Array.isArray(value)) return (value as readonly Json[])[Number(name)];
    return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
  }, data);
}
