// The value at a place in JSON, and the texts that values are.
import { memberAt } from "../runtime/responses/body-members.ts";

export { memberAt as valueAt };

export function textsAt(object: unknown, tokens: readonly string[]): readonly string[] {
  return textsOf(memberAt(object, tokens));
}

export function textsOf(value: unknown): readonly string[] {
  return typeof value === "number" || (value && typeof value === "string") ? [String(value)] : [];
}

/** Whether a token of a place is a position in a tuple. */
export function isPosition(token = ""): boolean {
  return /^\d+$/.test(token);
}
