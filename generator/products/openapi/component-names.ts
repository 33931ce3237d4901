// The names of components. They become names of types in other people's code, so that a new code never changes an old name.
import { statusName } from "../../model/http-status.ts";
import type { ErrorModel } from "../../model/model.ts";
import { spelled } from "../../model/operation-keys.ts";
import type { OpenapiVersion } from "../../schema/openapi-null.ts";

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

/** What a component's name may not hold is spelled in hexadecimal, so that different headers have different names. */
export function headerName(header: string, { prefix }: OpenapiSettings): string {
  return prefix + spelled(header, /[^A-Za-z0-9-]/g);
}

export function refTo(kind: "schemas" | "responses" | "headers", name: string): string {
  return `#/components/${kind}/${name}`;
}
