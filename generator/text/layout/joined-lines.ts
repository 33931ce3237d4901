// Lines become one text in which blanks count as formatters let them count.

export function joinedLines(lines: readonly string[]): string {
  return (
    lines
      .join(" ")
      // Formatters of data in code change blanks beside brackets.
      .replace(/[^\S\n]*([{}[\],:\n])[^\S\n]*/g, "$1")
      .replace(/[^\S\n]+/g, " ")
      .replace(BESIDE_IDEOGRAPHS, "")
      .trim()
  );
}

/** Lines of Chinese and Japanese are wrapped without blanks. */
const BESIDE_IDEOGRAPHS =
  /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]) | (?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef])/gu;
