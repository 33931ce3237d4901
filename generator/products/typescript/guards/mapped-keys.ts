// The keys of a mapped type. Formatters do not agree how to break them, so that those that do not fit get a short name first.

import { declareAlias } from "../printer/declarations.ts";
import type { Item } from "../printer/module.ts";
import { named } from "../printer/typescript-type.ts";

export interface MappedKeys {
  /** The name of one key. */
  readonly key: string;
  readonly operator?: "" | "keyof ";
  readonly type: string;
  /** What the type is called where its own name is too long. */
  readonly short: string;
}

/** `before` and `after` stand on the same line. */
export function mappedKeys(
  { key, operator = "", type, short }: MappedKeys,
  before: string,
  after: string,
): { readonly head: string; readonly declarations: readonly Item[] } {
  const head = (name: string) => `${before}[${key} in ${operator}${name}]`;
  return `${head(type)}${after}`.length <= WIDTH
    ? { head: head(type), declarations: [] }
    : {
        head: head(short),
        declarations: [declareAlias({ name: short, isLocal: true, type: named(type) })],
      };
}

/** What is left of a line in a type's braces. */
const WIDTH = 78;
