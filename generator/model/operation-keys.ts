// The keys of a table's operations become parts of the names of OpenAPI components.
import { pascalCaseOf } from "./naming.ts";

/** The name for a key: an operation, a tag, or "*" for the codes that all operations have. */
export function ownerName(key: string): string {
  if (key === "*") return "Common";
  const { method, path } = methodAndPath(key) ?? {};
  return pascalCaseOf(method === undefined ? key : `${method} ${path}`) || `Operation${spelled(key, /./gsu)}`;
}

/** A key such as "PUT /parcels/{id}"; undefined for an operation's id. */
export function methodAndPath(key: string): { readonly method: string; readonly path: string } | undefined {
  const [, method, path] = /^(get|put|post|delete|options|head|patch|trace|query) (\/.*)$/is.exec(key) ?? [];
  return method === undefined || path === undefined ? undefined : { method: method.toLowerCase(), path };
}

/** The text with the matched characters in hexadecimal. */
export function spelled(text: string, signs: RegExp): string {
  return text.replaceAll(signs, (sign) => `_${(sign.codePointAt(0) ?? 0).toString(16)}`);
}
