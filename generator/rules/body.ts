// The body of a table's responses as rules look at it.

import type { JsonSchema } from "../model/json.ts";
import { pointerTokens } from "../model/pointer.ts";
import type { Table } from "../spec/spec.gen.ts";

export interface BodyShape {
  /** Tokens of the pointers. */
  readonly code: readonly string[];
  readonly message: readonly string[];
  readonly properties: Readonly<Record<string, JsonSchema>>;
  readonly required: readonly string[];
}

/** A table that does not describe its bodies has the members `code` and `message`. */
export function bodyOf({ body }: Table): BodyShape {
  return {
    code: pointerTokens(body?.code ?? "/code"),
    message: pointerTokens(body?.message ?? "/message"),
    properties: (body?.properties ?? {}) as Readonly<Record<string, JsonSchema>>,
    required: body?.required ?? [],
  };
}
