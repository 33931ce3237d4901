// Descriptions are safe Markdown: shown by the parser that readers' tools use, on texts that try to break out.
import fc from "fast-check";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTable } from "micromark-extension-gfm-table";
import { describe, expect, test } from "vitest";
import {
  codeText,
  descriptionText,
  isSafeTitle,
  linkText,
  plainText,
} from "../../generator/text/markdown/openapi-text.ts";

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly url?: string;
  readonly children?: readonly Node[];
}

const PIECES = [
  ..."`<>[]()!:\\|~-*# \n\r\t&;/=\"'".split(""),
  ...["``", "```", "~~~", "```js\n", "\n```\n", "\n\n", "- ", "> ", "    ", "1. ", "| a | b |\n| - | - |\n| "],
  ...["<script>", "</script>", "<img src=x onerror=alert(1)>", "<b", "<!--", "<?", "<https://x.example/?once=1>"],
  ...[
    "](javascript:alert(1))",
    "](",
    "]: ",
    "[x]",
    "javascript:",
    "&#106;avascript:",
    "JaVaScRiPt:",
    "data:text/html,x",
  ],
  ...["onclick=", "once = 1", "eval(", "<name>", "https://x.example", "a", "word", "é", "😀", "\u00a0", "\u2028"],
];
const hostile = fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }).map((pieces) => pieces.join(""));

const LINTERS = [
  /<script\b/i,
  /<[a-z][^>]*\bon[a-z]+\s*=/i,
  /(?:\]\(\s*|\b(?:href|src)\s*=\s*["']?\s*)javascript:/i,
  /\beval\(/i,
];

describe("a description", () => {
  test("holds no HTML and no link but to the web, whatever it is made of", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expectSafe(descriptionText(text));
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    "[`]: &#106;avascript:alert(1)",
    "[`]: &#106;avascript:alert(`1`)\n\n[`]",
    "[x]:\n &#106;avascript:alert(1)\n\n[x]",
    "[x]( \t&#106;avascript:alert(1))",
    "[x](<java&#10;script:alert(1)>)",
    "[x](javascript\\:alert(1))",
    "| a | b |\n| - | - |\n| `x | <img> ` |",
    "a ` b\nc ` <img> ` d",
    "\\` <img> `",
    "`` a ` <img> `",
    "- ```\n  a\n  ```\n  <img>\n  ```\n",
    "~~~\n```\n~~~\n<img>\n```\n",
    "````\n```\n````\n<img>",
    "```\na\n  ``` \n<img>",
    "``` `\n<img>",
    "<a title='`'> `<img>`",
    "<https://x.example/`> `<img>`",
    "`<name` and onclick=x",
    "\\<img> \\\\<img>",
    "![x](data:text/html,y) [y](//x.example) [z](vbscript:x)",
  ])("has no way out in %j", (text) => {
    expectSafe(descriptionText(text));
  });

  test("that is harmless stays as it was written", () => {
    for (const text of [
      "The alias **does not** exist.\n\n- `PUT /services/<name>`\n- [Manage](https://x.example/a_(b)?c=d#e)\n",
      "1 < 2, 3 > 2 & a[i] = 1; see <https://x.example/>, [here][1] or [there](../guide.md).\n\n[1]: https://x.example",
      "```xml\n<script-free>\n  <a>[x](y:z)</a>\n</script-free>\n```\nDone.",
    ].map((text) => text.replaceAll("script-free", "root"))) {
      expect(descriptionText(text)).toBe(text);
    }
  });

  test("shows what was written where it cannot stay", () => {
    expect(shown(descriptionText("<script>alert(1)</script>"))).toBe("<script>alert(1)</script>");
    expect(shown(descriptionText("Call eval(x), set onclick = y, open javascript:z."))).toBe(
      "Call eval(x), set onclick = y, open javascript:z.",
    );
    expect(shown(descriptionText("[x](javascript:y)"))).toBe("[x](javascript:y)");
    expect(shown(descriptionText("\\<b> a[i](j:k) <b>"))).toBe("<b> a[i](j:k) <b>");
  });
});

describe("text that is no Markdown", () => {
  const any = fc.oneof(hostile, fc.string({ unit: "grapheme" }));

  test("shows as it is, on one line", () => {
    fc.assert(
      fc.property(any, (text) => {
        const line = text.replaceAll(/\s+/g, " ");
        expect(shown(`a ${plainText(text)} b`)).toBe(shown(`a ${line.replaceAll(/[!-/:-@[-`{-~]/g, "\\$&")} b`));
      }),
    );
  });

  test("a code shows as it is", () => {
    expect(codeText("InvalidParameter.Alias")).toBe("`InvalidParameter.Alias`");
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(..."aZ09._-:/`*<>&\\|[]()\"'=é😀".split("")), minLength: 1 }),
        (code) => {
          expect(shown(`x ${codeText(code)} y`)).toBe(`x ${code} y`);
        },
      ),
    );
    expect(codeText("javascript:x")).not.toMatch(/javascript:/);
  });

  test("a link shows its title and leads to its address", () => {
    fc.assert(
      fc.property(any, fc.webUrl({ withQueryParameters: true, withFragments: true }), (title, url) => {
        const nodes = nodesOf(descriptionText(`- ${linkText(title, url)}\n`));
        const link = nodes.find(({ type }) => type === "link");
        expect(link?.url).toBe(url.replaceAll(/[()']/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`));
        expect(nodes.filter(({ type }) => type === "listItem")).toHaveLength(1);
      }),
    );
    const words = nodesOf(descriptionText(linkText("a", "https://x.example/?a=1&copy=2&ge;&#65;&#x41;#&lt;"))).find(
      ({ type }) => type === "link",
    );
    expect(words?.url).toBe("https://x.example/?a=1&copy=2&ge;&#65;&%23x41;%23&lt;");
    expect(linkText("a", 'https://x.example/")<b>`\ud800(c)')).toBe("[a](https://x.example/%22%29%3Cb%3E%60%28c%29)");
  });

  test("a title that linters would take for script is none", () => {
    expect(isSafeTitle("ServiceNotFound")).toBe(true);
    for (const title of ["<script>", "a<b", "javascript:x", "onload=x", "a\nb", "eval(x)"]) {
      expect(isSafeTitle(title)).toBe(false);
    }
  });
});

function expectSafe(safe: string): void {
  for (const node of [...nodesOf(safe), ...nodesOf(safe, true)]) {
    expect(node.type, safe).not.toBe("html");
    // As browsers read it: without the blanks before it and the line ends inside of it.
    const scheme = /^([a-z][a-z\d+.-]*):/i.exec(node.url?.trimStart().replaceAll(/[\t\r\n]/g, "") ?? "")?.[1];
    if (scheme !== undefined) expect(["http", "https", "mailto"], safe).toContain(scheme.toLowerCase());
  }
  for (const linter of LINTERS) expect(safe).not.toMatch(linter);
}

function nodesOf(markdown: string, withTables = false): readonly Node[] {
  const tables = { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] };
  return flat(fromMarkdown(markdown, withTables ? tables : {}) as Node);
}

function flat(node: Node): readonly Node[] {
  return [node, ...(node.children ?? []).flatMap(flat)];
}

function shown(markdown: string): string {
  return nodesOf(markdown)
    .map(({ value }) => value ?? "")
    .join("");
}
