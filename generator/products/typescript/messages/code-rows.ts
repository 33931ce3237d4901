// Rows of an object that holds something for each code.
import type { WireCode } from "../../../model/body-model.ts";
import { textWidth } from "../../../text/text-width.ts";
import { WIDTH } from "../printer/typescript-layout.ts";
import { codeKey, type dataKey } from "../printer/typescript-literal.ts";

/** Spells the name of a member in one language. */
export type KeyOf = typeof dataKey;

export function rowKey(code: WireCode, keyOf: KeyOf): string {
  return typeof code === "number" ? codeKey(code) : keyOf(code);
}

/** A row that holds a constant. Prettier does not break after a key as short as this. */
export function constantLine(key: string, constant: string): string {
  const line = `  ${key}: ${constant},`;
  return key.length > 4 && textWidth(line) > WIDTH ? `\n  ${key}:\n    ${constant},` : `\n${line}`;
}
