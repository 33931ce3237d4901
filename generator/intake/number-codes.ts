// Tells whether the codes of a table are numbers in bodies.
import { isIntegerCode } from "../model/wire-code.ts";
import type { FoundBody, FoundError } from "./found-table.ts";

export function haveNumbers({ isText }: FoundBody, errors: readonly Pick<FoundError, "code">[]): boolean {
  return isText !== true && errors.every(({ code }) => isIntegerCode(code));
}
