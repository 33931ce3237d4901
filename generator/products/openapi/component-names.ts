// The names of components. They become names of types in other people's code, so that a new code never changes an old name.
import { statusName } from "../../model/http-status.ts";
import type { ErrorModel } from "../../model/model.ts";
import { spelled } from "../../model/operation-keys.ts";
import type { OpenapiSettings } from "./settings.ts";

/** The key of a response in an operation: a status, a range of statuses, or any other. */
export type Range = number | "4XX" | "5XX" | "default";

/** The name of an error's schema; it ends in "Error". */
export function schemaName({ errorName }: ErrorModel, { prefix }: Pick<OpenapiSettings, "prefix">): string {
  return prefix + errorName;
}

/**
 * The name of the union and of the response of a range: of one owner's codes or, without an owner, of all codes. It ends
 * in "Errors", so that no error has this name. No name of a status ends in that of another, so that owners never clash.
 */
export function errorsName(owner: string, range: Range, { prefix }: Pick<OpenapiSettings, "prefix">): string {
  const name = typeof range === "number" ? statusName(range) : FALLBACK_NAMES[range];
  return `${prefix}${owner}${name.replace(/Error$/, "")}Errors`;
}

/** The name of the schema of bodies without a code; no error and no union ends in this. */
export function withoutCodeName({ prefix }: Pick<OpenapiSettings, "prefix">): string {
  return `${prefix}ErrorWithoutCode`;
}

/** The name of the response body around a list of errors; no error and no union ends in this. */
export function bodyName(union: string): string {
  return `${union}Body`;
}

const FALLBACK_NAMES = { "4XX": "Client", "5XX": "Server", default: "Default" } as const;

/** Characters that names of components must not have become hexadecimal, so that headers keep different names. */
export function headerName(header: string, { prefix }: Pick<OpenapiSettings, "prefix">): string {
  return prefix + spelled(header, /[^A-Za-z0-9-]/g);
}

export function refTo(kind: "schemas" | "responses" | "headers", name: string): string {
  return `#/components/${kind}/${name}`;
}
