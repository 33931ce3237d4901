// Judges whether the params of a template can be read back from any message that it makes.
import { printedCharacters } from "../runtime/printf/directive.ts";
import type { Slot } from "../runtime/printf/parts.ts";
import type { Directive, Token, Verdict } from "./template.ts";

/**
 * A slot that begins at a known place ends at a known place if the literal after it has a character that the slot
 * cannot print; the same is true from the end of the message. If the ends of all slots but one are known, the last one takes
 * the rest. The enum, pattern or format of a param does not count here.
 *
 * A text that is padded or cut cannot always be told from another one that prints in the same way, so that such a message is
 * read only if it shows its texts in full. A character is one by its type, and numbers are as exact as they are printed.
 */
export function judge(tokens: readonly Token[]): Verdict {
  const slots = tokens.filter((token) => token.kind === "directive");
  if (slots.length === 0) return "exact";
  if (slots.length === tokens.length || tokens.some((token, at) => isSlot(token) && isSlot(tokens[at + 1]))) {
    return "opaque";
  }
  if (slots.some(showsNothing)) return "opaque";
  if (slots.some(losesText)) return "separable";
  const most = slots.length - 1;
  const fromStart = countSettled(tokens, false);
  const isSettled = fromStart >= most || fromStart + countSettled(tokens.toReversed(), true) >= most;
  // The texts of a slot that stands several times are the same, so that each takes its share of the message.
  const isOneSlot = new Set(slots.map((slot) => slotOf(slot).join())).size === 1;
  return isSettled || isOneSlot ? "exact" : "separable";
}

/** "%10s" prints "a" and " a" alike, and "%.1s" "ab" and "ac". */
function losesText({ conversion, width = 0, precision }: Directive): boolean {
  return conversion === "s" && (width > 0 || precision !== undefined);
}

function showsNothing({ conversion, precision }: Directive): boolean {
  return conversion === "s" && precision === 0;
}

/** A directive as the engine takes it: without its position. */
export function slotOf({ argument, conversion, flags, width, precision }: Directive): Slot {
  return [argument, `%${flags}${width ?? ""}${precision === undefined ? "" : `.${precision}`}${conversion}`];
}

function countSettled(tokens: readonly Token[], isReversed: boolean): number {
  let settled = 0;
  for (const [at, token] of tokens.entries()) {
    if (token.kind === "literal") continue;
    const next = tokens[at + 1];
    if (next?.kind === "literal" && !stopsAt(token, next.text, isReversed)) break;
    settled += 1;
  }
  return settled;
}

function stopsAt(slot: Directive, literal: string, isReversed: boolean): boolean {
  if (slot.conversion === "s") return false;
  // "%c" prints exactly one code point, so its end is known; so is the end of a quoted text, but not its beginning.
  if (slot.conversion === "c" && (slot.width ?? 0) < 2) return true;
  if (slot.conversion === "q") return !isReversed && slot.width === undefined;
  const printed = printedCharacters(slotOf(slot)[1]);
  return printed !== undefined && Array.from(literal).some((character) => !printed.includes(character));
}

function isSlot(token: Token | undefined): boolean {
  return token?.kind === "directive";
}
