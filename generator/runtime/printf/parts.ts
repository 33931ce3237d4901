// Templates of messages as lists of literal texts and slots.

/** A literal text, or a slot for a param. */
export type Part = string | Slot;

/** The index of the printed param, and its directive: `[1, "%-10s"]`. */
export type Slot = readonly [param: number, directive: string];

/** The type of a param: int64 is a bigint, integer and number are numbers. */
export type ValueType = "string" | "integer" | "int64" | "number";

/** The literal texts before, between and after the slots, including empty texts. */
export function wordsOf(parts: readonly Part[]): string[] {
  const words: string[] = [];
  let word = "";
  for (const part of parts) {
    if (typeof part === "string") word += part;
    else {
      words.push(word);
      word = "";
    }
  }
  return [...words, word];
}

/** The literal text at an index; empty if there is a slot. Literal texts are not empty, and no two of them are neighbours. */
export function literalAt(parts: readonly Part[], index: number): string {
  const part = parts[index];
  return typeof part === "string" ? part : "";
}
