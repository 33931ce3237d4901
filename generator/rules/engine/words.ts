// Words in messages.
import type { Template } from "../../template/template.ts";

/** Runs of letters and digits. Every character beyond ASCII counts as a letter, which is cheap and the same for every text. */
export const WORD = /[0-9A-Za-z\u0080-\uffff]+/g;

/** Whether a message has words of its own, or is nothing but values and punctuation. */
export function hasWords(template: Template | undefined): boolean {
  return template?.tokens.some((token) => token.kind === "literal" && ANY_WORD.test(token.text)) ?? false;
}

const ANY_WORD = /[0-9A-Za-z\u0080-\uffff]/;
