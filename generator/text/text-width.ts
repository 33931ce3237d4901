// How many columns a text takes where letters have one width: in a terminal, and in tables that are aligned by spaces.
import { eastAsianWidth } from "get-east-asian-width";

export function textWidth(text: string): number {
  if (PLAIN.test(text) || NARROW.test(text)) return text.length;
  let width = 0;
  const rest = text.replace(EMOJI, (emoji) => {
    width += [...emoji].length > 1 ? 2 : pointWidth(emoji);
    return "";
  });
  for (const point of rest) width += ZERO.test(point) ? 0 : pointWidth(point);
  return width;
}

function pointWidth(point: string): number {
  return GESTURE.test(point) ? 2 : eastAsianWidth(point.codePointAt(0) ?? 0);
}

/** Prettier counts a delete character here, and not beside letters of other scripts. */
const PLAIN = /^[ -\x7f]*$/;
const NARROW = /^[ -~\u00A1-\u02FF]*$/;
const ZERO = /[\p{Nonspacing_Mark}\p{Enclosing_Mark}\p{Cc}]/u;
/** Narrow by the standard's table, yet drawn wide since they come in colours. */
const GESTURE = /\p{Emoji_Modifier_Base}/u;
const EMOJI =
  /[#*0-9]\uFE0F?\u20E3|\p{RI}{2}|\p{Extended_Pictographic}[\uFE0F\u{1F3FB}-\u{1F3FF}\u{E0020}-\u{E007F}]*(?:\u200D\p{Extended_Pictographic}[\uFE0F\u{1F3FB}-\u{1F3FF}]*)*/gu;
