// The functions of body-form.ts for bodies of one error whose code is a text. Pages of such tables carry this module instead, because it is shorter.
import type { BodyFacts } from "./body-form.ts";
import type { DecoderBody } from "./decoder-table.ts";

export function itemsIn(root: unknown): readonly unknown[] {
  return [root];
}

export function keyOf(value: unknown, { prefix = "" }: DecoderBody): string | undefined {
  return typeof value === "string" && value.startsWith(prefix) ? value.slice(prefix.length) : undefined;
}

export function isNamedCode(): boolean {
  return true;
}

export { textsAt as codesAt, textsAt as messagesAt } from "./json-values.ts";

export function isSuccess(): boolean {
  return false;
}

export function headerKey(): string | undefined {
  return undefined;
}

export function factsIn(): BodyFacts {
  return {};
}
