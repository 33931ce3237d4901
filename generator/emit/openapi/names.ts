// The names of components. They become names of types in other people's code, so that a new code never changes an old name.
import { statusName } from "../../model/http-status.ts";
import type { ErrorModel } from "../../model/model.ts";

export interface OpenapiSettings {
  readonly discriminator: boolean;
  /** What all names begin with. */
  readonly prefix: string;
}

/** It ends in "Error". */
export function schemaName({ errorName }: ErrorModel, { prefix }: OpenapiSettings): string {
  return prefix + errorName;
}

/** The union and the response of a status. It ends in "Errors", so that no error has this name. */
export function statusErrorsName(status: number, { prefix }: OpenapiSettings): string {
  return `${prefix}${statusName(status).replace(/Error$/, "")}Errors`;
}

/** What a component's name may not hold is spelled in hexadecimal, so that different headers have different names. */
export function headerName(header: string, { prefix }: OpenapiSettings): string {
  return prefix + header.replaceAll(/[^A-Za-z0-9-]/g, (sign) => `_${sign.charCodeAt(0).toString(16)}`);
}

export function schemaRef(name: string): string {
  return `#/components/schemas/${name}`;
}
