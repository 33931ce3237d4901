// Strings that try to leave the place they are written to: fragments of languages around Markdown, mixed with any text.
import fc from "fast-check";

const FRAGMENTS = [
  ..."\\`*_[]()<>&~$|{}@#:!.-+= '\"\t\n\r/^%?;,1aZ中é。“😀",
  "  ",
  "**",
  "__",
  "~~",
  "``",
  "```",
  "~~~",
  "$$",
  "---",
  "===",
  "\n\n",
  "\r\n",
  "    ",
  "\\|",
  "\\\\|",
  "||",
  "![",
  "](",
  "]:",
  "[^1]",
  "[^1]: x",
  "<b>",
  "</td>",
  "<script>alert(1)</script>",
  "<!--",
  "-->",
  "<!-- @include: ./x.md -->",
  "<https://a.example>",
  "<a\nb>",
  "&lt;",
  "&#60;",
  "&copy",
  "&amp;",
  "{{",
  "}}",
  "{{ x }}",
  "{%",
  "{% raw %}",
  "{#id}",
  "{: .x }",
  "{.x onclick=y}",
  "--8<--",
  '--8<-- "a.md"',
  "[[toc]]",
  "[TOC]",
  "::: tip",
  ":smile:",
  "http://a.example/x",
  "www.a.example",
  "a@b.example",
  "https://",
  "[x](javascript:alert(1))",
  "![x](data:text/html,x)",
  "[r]",
  "[r]: javascript:x",
  "# h",
  "\n# h",
  "\n- x",
  "\n1. x",
  "\n> q",
  "\n| --- |",
  "\n====",
  "<br>",
  "#!",
  ":::",
  "\u0000",
  "\u001b",
  "\u007f",
  "\u0085",
  "\u00a0",
  "\u00ad",
  "\u200b",
  "\u200d",
  "\u2028",
  "\u202e",
  "\u2066",
  "\ufeff",
  "\ufffe",
  "\u3000",
  "\ud800",
  "e\u0301",
  "❤️",
  "👩‍🚀",
  "🇨🇳",
  "한",
  "€",
];

export const hostileString: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...FRAGMENTS) },
      { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 4 }) },
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(""));

/** What the tool shows of a text: controls as pictures, what is no character as the sign for that. */
export function shownText(text: string): string {
  return [...text.toWellFormed()]
    .map((character) => {
      const point = character.codePointAt(0) ?? 0;
      if (character === "\t" || character === "\n" || character === "\r") return character;
      if (point < 0x20) return String.fromCharCode(0x2400 + point);
      if (point === 0x7f) return "␡";
      const isNone =
        (point >= 0x80 && point < 0xa0) || (point >= 0xfdd0 && point < 0xfdf0) || (point & 0xfffe) === 0xfffe;
      return isNone ? "\ufffd" : character;
    })
    .join("");
}
