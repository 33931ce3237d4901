// The names of components. They become names of types in other people's code, so that a new code never changes an old name.
import { statusName } from "../../model/http-status.ts";
import type { ErrorModel } from "../../model/model.ts";
import { identifierOf } from "../../model/naming.ts";
import type { OpenapiVersion } from "../../model/openapi-null.ts";

export interface OpenapiSettings {
  readonly discriminator: boolean;
  /** What all names begin with. */
  readonly prefix: string;
  readonly version: OpenapiVersion;
}

/** What a response answers with: a status, a range of them, or whatever else there is. */
export type Range = number | "4XX" | "5XX" | "default";

/** It ends in "Error". */
export function schemaName({ errorName }: ErrorModel, { prefix }: OpenapiSettings): string {
  return prefix + errorName;
}

/**
 * The union and the response of a range, of an owner's codes or, without an owner, of all. It ends in "Errors", so
 * that no error has this name; and no status's name ends in another's, so that no two owners have the same.
 */
export function errorsName(owner: string, range: Range, { prefix }: OpenapiSettings): string {
  const name = typeof range === "number" ? statusName(range) : FALLBACK_NAMES[range];
  return `${prefix}${owner}${name.replace(/Error$/, "")}Errors`;
}

const FALLBACK_NAMES = { "4XX": "Client", "5XX": "Server", default: "Default" } as const;

/** Whose codes they are, by the key that names them: an operation, a tag, or "*" for what is common to all operations. */
export function ownerName(key: string): string {
  if (key === "*") return "Common";
  const { method, path } = methodAndPath(key) ?? {};
  return identifierOf(method === undefined ? key : `${method} ${path}`) || `Operation${spelled(key, /./gsu)}`;
}

/** A key such as "PUT /parcels/{id}"; undefined for an operation's id. */
export function methodAndPath(key: string): { readonly method: string; readonly path: string } | undefined {
  const [, method, path] = /^(get|put|post|delete|options|head|patch|trace|query) (\/.*)$/is.exec(key) ?? [];
  return method === undefined || path === undefined ? undefined : { method: method.toLowerCase(), path };
}

/** What a component's name may not hold is spelled in hexadecimal, so that different headers have different names. */
export function headerName(header: string, { prefix }: OpenapiSettings): string {
  return prefix + spelled(header, /[^A-Za-z0-9-]/g);
}

export function refTo(kind: "schemas" | "responses" | "headers", name: string): string {
  return `#/components/${kind}/${name}`;
}

function spelled(text: string, signs: RegExp): string {
  return text.replaceAll(signs, (sign) => `_${(sign.codePointAt(0) ?? 0).toString(16)}`);
}
