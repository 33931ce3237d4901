// Bash hands over a line and its own breaks of words: the line becomes words, and candidates become text that bash puts into it.
import type { Candidate } from "./complete-values.ts";

export interface SplitLine {
  readonly words: readonly string[];
  /** The quote that is open at the end of the line. */
  readonly quote: "" | "'" | '"';
}

/** The words of a line, as a shell reads them; the last one is empty behind a space. */
export function splitLine(line: string): SplitLine {
  const words: string[] = [];
  let word = "";
  let quote: SplitLine["quote"] = "";
  for (let at = 0; at < line.length; at += 1) {
    const character = line.charAt(at);
    if (quote === "" && /[ \t]/.test(character)) {
      if (word !== "" || /['"]/.test(line.charAt(at - 1))) words.push(word);
      word = "";
    } else if (character === "\\" && quote !== "'") {
      at += 1;
      word += line.charAt(at);
    } else if (quote === "" && (character === "'" || character === '"')) quote = character;
    else if (character === quote) quote = "";
    else word += character;
  }
  return { words: [...words, word], quote };
}

/** Bash replaces the text behind the last of its breaks, so that a candidate begins there. */
export function forBash(
  candidates: readonly Candidate[],
  { words, quote }: SplitLine,
  breaks: string,
): readonly string[] {
  const last = words.at(-1) ?? "";
  const cut =
    quote === "" ? Math.max(...[":", "="].map((sign) => (breaks.includes(sign) ? last.lastIndexOf(sign) + 1 : 0))) : 0;
  return candidates.flatMap(({ value }) => {
    if (quote !== "") return /["'$`\\!]/.test(value) ? [] : [value];
    return [value.slice(cut).replace(/[^\w@%+=:,./\u{80}-\u{10ffff}-]/gu, "\\$&")];
  });
}
