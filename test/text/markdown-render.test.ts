// Any text in any place becomes GFM that shows exactly that text, stays in its place and has nothing left to format.
import fc from "fast-check";
import * as prettier from "prettier";
import { describe, expect, test } from "vitest";
import {
  type Block,
  type Cell,
  code,
  type Inline,
  paragraph as paragraphOf,
  text,
} from "../../generator/text/document/blocks.ts";
import { linkTarget } from "../../generator/text/document/shown-text.ts";
import type { Json } from "../../generator/text/json/value.ts";
import { parseMarkdown, readMarkdown } from "../../generator/text/markdown/gfm-parser.ts";
import { renderMarkdown as renderDocument } from "../../generator/text/markdown/markdown.ts";
import { simpleMarkdown } from "../../generator/text/markdown/simple-markdown.ts";
import { textWidth } from "../../generator/text/text-width.ts";
import { allNodes, foreignHtml, parseGfm, seenText, unsafeLinks } from "../helpers/gfm.ts";
import { hostileString, shownText } from "../helpers/hostile-strings.ts";

const RUNS = Number(process.env["RUNS"] ?? 60);

function renderMarkdown(blocks: readonly Block[]): string {
  return renderDocument({ language: "en", blocks });
}

function paragraph(...parts: readonly Inline[]): Block {
  return paragraphOf(parts);
}

async function expectFormatted(markdown: string, embedded: "auto" | "off" = "auto"): Promise<void> {
  const formatted = await prettier.format(markdown, { parser: "markdown", embeddedLanguageFormatting: embedded });
  expect(formatted).toBe(markdown);
}

const someText = hostileString.filter((value) => value !== "");

describe("plain text and code", () => {
  /** Every place that words can stand in, and what a reader sees of it. */
  const places: readonly (readonly [(inline: Inline) => Block, (shown: string) => string])[] = [
    [(inline) => paragraph(inline), (shown) => shown],
    [(inline) => ({ kind: "heading", level: 2, anchor: "x", content: [inline] }), (shown) => shown],
    [
      (inline) => ({ kind: "list", items: [[paragraph(inline)], [paragraph(inline, inline)]] }),
      (shown) => shown.repeat(3),
    ],
    [(inline) => paragraph(text("a "), inline, text(" b")), (shown) => `a ${shown} b`],
    [(inline) => paragraph(code("a"), inline, code("b")), (shown) => `a${shown}b`],
    [(inline) => ({ kind: "quote", blocks: [paragraph(inline)] }), (shown) => shown],
    [(inline) => paragraph({ kind: "strong", content: [text("x"), inline, text("x")] }), (shown) => `x${shown}x`],
    [(inline) => paragraph({ kind: "emphasis", content: [inline] }), (shown) => shown],
    [(inline) => paragraph(text("x"), { kind: "strike", content: [inline] }), (shown) => `x${shown}`],
    [(inline) => paragraph(link(text("x"), inline)), (shown) => `x${shown}`],
    [(inline) => paragraph(link(inline)), (shown) => shown],
    [
      (inline) => ({ kind: "table", header: [[inline], [text("b")]], rows: [[[text("c")], [inline, link(inline)]]] }),
      (shown) => `${shown}bc${shown}${shown}`,
    ],
  ];

  function link(...content: readonly Inline[]): Inline {
    return { kind: "link", url: "https://a.example", content };
  }

  test.each(["text", "code"] as const)("%s shows itself and nothing else, wherever it stands", async (kind) => {
    await fc.assert(
      fc.asyncProperty(someText, async (value) => {
        const inline = kind === "text" ? text(value) : code(value);
        const markdown = renderMarkdown(places.map(([block]) => block(inline)));
        const root = parseGfm(markdown);
        const seen = root.children.map(seenText).filter((_, index) => index !== ANCHOR);
        expect(seen).toEqual(places.map(([, shown]) => shown(shownText(value))));
        expect(foreignHtml(root)).toEqual([]);
        await expectFormatted(markdown);
      }),
      { numRuns: RUNS },
    );
  });

  /** The heading's anchor is a paragraph of its own. */
  const ANCHOR = 1;
});

test("code stays in its block, or in code on lines of their own where a site would act on the block", async () => {
  await fc.assert(
    fc.asyncProperty(hostileString, async (value) => {
      const blocks: readonly Block[] = [
        paragraph(text("before")),
        { kind: "code", text: value },
        paragraph(text("after")),
      ];
      const markdown = renderMarkdown(blocks);
      const root = parseGfm(markdown);
      const seen = root.children.slice(1, -1).map(seenText).join("\n");
      const lines = (shown: string) =>
        shown
          .split(/\r\n?|\n/)
          .map((line) => line.trimEnd())
          .filter((line) => line !== "");
      expect(lines(seen)).toEqual(lines(shownText(value)));
      expect(root.children.at(-1)).toMatchObject({ type: "paragraph", children: [{ value: "after" }] });
      expect(foreignHtml(root)).toEqual([]);
      await expectFormatted(markdown);
    }),
    { numRuns: RUNS, examples: [["\u000b"], ["\t\u2028"], ["a\n\u000c\nb"]] },
  );
});

describe("tables", () => {
  test("have exactly the cells that they were given", async () => {
    const cell = fc.array(fc.oneof(someText.map(text), someText.map(code)), { maxLength: 2 });
    const rows = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(rows, async (cells) => {
        const [header = [], ...body] = cells;
        const markdown = renderMarkdown([{ kind: "table", header, rows: body }]);
        const root = parseGfm(markdown);
        expect(root.children).toHaveLength(1);
        const table = root.children[0];
        if (table?.type !== "table") throw new Error("There is no table.");
        expect(table.children.map((row) => row.children.map(seenText))).toEqual(
          cells.map((row) =>
            row.map((inlines) => shownText(inlines.map((inline) => ("text" in inline ? inline.text : "")).join(""))),
          ),
        );
        await expectFormatted(markdown);
      }),
      { numRuns: RUNS },
    );
  });

  test("are no wider than their words where one cell would fill the rest with spaces", async () => {
    const rows = Array.from({ length: 3000 }, (_, index): readonly Cell[] => [
      [text(String(index))],
      [text(index === 7 ? "x".repeat(5000) : "x")],
    ]);
    const markdown = renderMarkdown([{ kind: "table", header: [[text("a")], [text("b")]], rows }]);
    expect(markdown.length).toBeLessThan(100_000);
    expect(parseGfm(markdown).children.map((node) => node.type)).toEqual(["table"]);
  });
});

describe("authors' Markdown", () => {
  test("stays in its section: no headings, no HTML, no definitions, no addresses that run", async () => {
    await fc.assert(
      fc.asyncProperty(hostileString, async (markdown) => {
        const prose = { kind: "prose", blocks: readMarkdown(markdown) } as const;
        const blocks: readonly Block[] = [
          { kind: "heading", level: 2, content: [text("one")] },
          prose,
          { kind: "list", items: [[prose], [paragraph(text("item"))]] },
          { kind: "heading", level: 2, content: [text("two")] },
          {
            kind: "table",
            header: [[text("a")]],
            rows: [[[prose]], [[text("last")]]],
          },
        ];
        const printed = renderMarkdown(blocks);
        const root = parseGfm(printed);
        const nodes = allNodes(root);
        expect(nodes.flatMap((node) => (node.type === "heading" ? [seenText(node)] : []))).toEqual(["one", "two"]);
        expect(root.children.at(-2)?.type).toBe("heading");
        const table = root.children.at(-1);
        expect(table?.type === "table" ? table.children.map((row) => row.children.length) : []).toEqual([1, 1, 1]);
        expect(foreignHtml(root)).toEqual([]);
        expect(nodes.filter((node) => /definition|reference/i.test(node.type))).toEqual([]);
        expect(unsafeLinks(root)).toEqual([]);
        await expectFormatted(printed, "off");
      }),
      { numRuns: RUNS },
    );
  });

  test("means the same printed as written", async () => {
    await fc.assert(
      fc.asyncProperty(hostileString, async (markdown) => {
        // Spaces of other kinds are no words to put marks around; addresses in raw HTML become links with its words.
        fc.pre(!/[\u00a0\u3000]/.test(markdown) && !/<.*(?::\/\/|www|@)/s.test(markdown));
        const blocks = parseMarkdown(shownText(markdown));
        const printed = renderMarkdown(blocks);
        // What only an element of the tool's own can hold is text to those who read it as an author's.
        fc.pre(!printed.includes(" v-pre>"));
        expect(joined(parseMarkdown(printed))).toEqual(joined(blocks));
      }),
      { numRuns: RUNS, examples: [["\\\n\\"], ["\\\n\\\nb"], ["a\\\n\\\nb"]] },
    );
  });

  test("is read without the parser only where that makes no difference", () => {
    const words = fc.constantFrom(
      ..."ab1 .,:;!?()'\"/-+=#>%&|{}$@`*_[]\n",
      "  ",
      "**",
      "a_b",
      "`x`",
      "[a](https://b.example)",
      "[a](/x)",
      "[a](javascript:x)",
      "**a b**",
      "*a*",
      "_a_",
      "www.",
      "http://",
      "中",
      "。",
      "\n\n",
      "1.",
      "- ",
      "]: ",
      "\u2028",
      "é",
    );
    let simple = 0;
    fc.assert(
      fc.property(fc.array(words, { maxLength: 10 }), (parts) => {
        const found = simpleMarkdown(parts.join(""));
        if (found === undefined) return;
        simple += 1;
        expect(joined(found)).toEqual(joined(parseMarkdown(parts.join(""))));
      }),
      { numRuns: 10 * RUNS },
    );
    expect(simple).toBeGreaterThan(RUNS / 10);
  });

  /** Neighbouring texts are one text. */
  function joined(value: unknown): unknown {
    return JSON.parse(JSON.stringify(value).replaceAll('"},{"kind":"text","text":"', ""));
  }
});

describe("what sites make of it", () => {
  test("nothing in the source means anything to template languages or to includes", async () => {
    const json = fc.jsonValue({ stringUnit: "binary", maxDepth: 2 });
    await fc.assert(
      fc.asyncProperty(hostileString, json, async (markdown, value) => {
        const body = { [markdown]: [markdown, value as Json] };
        const blocks: readonly Block[] = [
          paragraph(text(markdown), text(markdown), code(markdown)),
          { kind: "prose", blocks: readMarkdown(markdown) },
          { kind: "json", value: body },
        ];
        const printed = renderMarkdown(blocks);
        expect(printed).not.toMatch(/\{\{|\{%|\{#|8<-|<!--|[\u2028\u202A-\u202E\u2066-\u2069]/);
        const block = parseGfm(printed).children.at(-1);
        expect(block?.type === "code" ? JSON.parse(block.value) : undefined).toEqual(JSON.parse(JSON.stringify(body)));
      }),
      { numRuns: RUNS },
    );
  });
});

describe("addresses", () => {
  test.each([
    "javascript:alert(1)",
    " javascript:alert(1)",
    "JAVASCRIPT:alert(1)",
    "java\nscript:alert(1)",
    "java\u200bscript:alert(1)",
    "\u0001javascript:x",
    "data:text/html,x",
    "vbscript:x",
    "file:///etc/passwd",
    "blob:x",
    "",
    "a:b",
  ])("%j is no target", (url) => {
    expect(linkTarget(url)).toBeUndefined();
  });

  test.each([
    ["https://a.example/x?y=1&z=2#f", "https://a.example/x?y=1&z=2#f"],
    ["HTTP://a.example", "HTTP://a.example"],
    ["mailto:a@b.example", "mailto:a@b.example"],
    ["/docs/a:b", "/docs/a:b"],
    ["#AliasNotFound", "#AliasNotFound"],
    ['https://a.example/"<>`{{x}}|\\ \u202e', "https://a.example/%22%3C%3E%60%7B%7Bx%7D%7D%7C%5C%20%E2%80%AE"],
  ])("%j is the target %j", (url, target) => {
    expect(linkTarget(url)).toBe(target);
  });

  test.each(["https://a.example/?b&ge;c", "https://a.example/&#x41;", "https://a.example/?b&c"])(
    "%j as its own text: parsers differ on references to characters between angle brackets",
    async (url) => {
      const markdown = renderMarkdown([paragraph({ kind: "link", url, content: [text(url)] })]);
      expect(markdown.includes("<")).toBe(!url.includes(";"));
      const [link] = allNodes(parseGfm(markdown)).filter((node) => node.type === "link");
      expect(link).toMatchObject({ url, children: [{ type: "text", value: url }] });
      await expectFormatted(markdown);
    },
  );

  test("arrive as they are", async () => {
    await fc.assert(
      fc.asyncProperty(hostileString, async (tail) => {
        const url = `https://a.example/${tail}`;
        const markdown = renderMarkdown([
          paragraph({ kind: "link", url, content: [text("x")] }),
          table([[{ kind: "link", url, content: [code("x")] }]]),
        ]);
        const links = allNodes(parseGfm(markdown)).flatMap((node) => (node.type === "link" ? [node.url] : []));
        expect(links).toEqual([linkTarget(url), linkTarget(url)]);
        await expectFormatted(markdown);
      }),
      { numRuns: RUNS },
    );
  });
});

test("the width of text is the one that Prettier aligns tables by", () => {
  const differing: string[] = [];
  for (let point = 0; point < 0x20000; point += 1) {
    if (point >= 0xd800 && point < 0xe000) continue;
    const character = String.fromCodePoint(point);
    if (textWidth(character) !== prettier.util.getStringWidth(character)) differing.push(point.toString(16));
  }
  for (const sequence of [
    "\u2602\ufe0f",
    "1\ufe0f\u20e3",
    "\u{1f1e8}\u{1f1f3}",
    "\u{1f469}\u{1f3fd}\u200d\u{1f680}",
    "e\u0301",
    "中 é",
    "한글",
    "a\u007f",
    "é\u007f",
    "中\u007f",
  ])
    if (textWidth(sequence) !== prettier.util.getStringWidth(sequence)) differing.push(sequence);
  expect(differing).toEqual([]);
});

test("texts that parsers take long for are read in time", async () => {
  for (const piece of [
    "*a ",
    "[",
    "> ",
    "- ",
    "`",
    "![",
    "<",
    "_a**",
    "&",
    "a\n  ".repeat(2),
    "(((",
    "[a](",
    "|\n",
    "~~a ",
  ]) {
    const blocks = readMarkdown(`x ${piece.repeat(16_000 / piece.length)}`);
    const printed = renderMarkdown([{ kind: "prose", blocks }]);
    expect(printed.length).toBeGreaterThan(1_000);
  }
  const nested = Array.from({ length: 150 }, (_, depth) => `${"  ".repeat(depth)}- x`).join("\n");
  expect(renderMarkdown([{ kind: "prose", blocks: readMarkdown(nested) }])).toContain("- x");
});

function table(rows: readonly (readonly Inline[])[]): Block {
  return {
    kind: "table",
    header: [[text("a")], [text("b")]],
    rows: rows.map((row) => row.map((inline): Cell => [inline])),
  };
}
