// Any text in any place of a document becomes MDX, AsciiDoc, reStructuredText and HTML that shows exactly that text:
// told by what the real compilers of these languages make of it.
import fc from "fast-check";
import type { Nodes } from "hast";
import { describe, expect, test } from "vitest";
import { type Block, type Cell, code, type Inline, paragraph, text } from "../../generator/text/document/blocks.ts";
import { linkTarget } from "../../generator/text/document/shown-text.ts";
import { type DocumentSyntax, renderDocument } from "../../generator/text/documents.ts";
import { readMarkdown } from "../../generator/text/markdown/gfm-parser.ts";
import { hostileString, shownText } from "../helpers/hostile-strings.ts";
import { hasDocutils, rstHtml, WITHOUT_DOCUTILS } from "../judges/renderers/docutils.ts";
import { convertAsciidoc, evaluateMdx, rehypeParse, remarkGfm, unified } from "../judges/renderers/renderers.ts";

const RUNS = Number(process.env["RUNS"] ?? 16);
/** In CI the same every time, as the other properties' seeds are. */
const SEED = process.env["CI"] === undefined ? Date.now() & 0x7fffffff : 42;

type Words = (inline: Inline) => readonly [Block, (shown: string) => string];

/** Every place that words can stand in, and what a reader sees of it. */
const PLACES: readonly Words[] = [
  (inline) => [paragraph([inline]), (shown) => shown],
  (inline) => [{ kind: "heading", level: 2, anchor: "x", content: [text("h "), inline] }, (shown) => `h ${shown}`],
  (inline) => [
    { kind: "list", items: [[paragraph([inline])], [paragraph([inline, "; ", inline])]] },
    (s) => `${s} ${s}; ${s}`,
  ],
  (inline) => [
    {
      kind: "list",
      start: 3,
      items: [[paragraph(["a"]), { kind: "list", items: [[paragraph([inline])]] }], [paragraph(["b"])]],
    },
    (shown) => `a ${shown} b`,
  ],
  (inline) => [{ kind: "quote", blocks: [paragraph([inline]), paragraph(["q"])] }, (shown) => `${shown} q`],
  (inline) => [paragraph(["a ", inline, " b"]), (shown) => `a ${shown} b`],
  (inline) => [paragraph(["a", inline, "b"]), (shown) => `a${shown}b`],
  (inline) => [paragraph([code("a"), inline, code("b")]), (shown) => `a${shown}b`],
  (inline) => [paragraph([{ kind: "strong", content: [text("x"), inline, text("x")] }]), (shown) => `x${shown}x`],
  (inline) => [paragraph(["x", { kind: "emphasis", content: [inline] }, "y"]), (shown) => `x${shown}y`],
  (inline) => [
    paragraph([{ kind: "link", url: "https://a.example/?b=c--d_&e#f", content: [inline, text("z")] }, "!"]),
    (s) => `${s}z!`,
  ],
  (inline) => [paragraph(['say "', inline, '".', inline, ": c"]), (shown) => `say "${shown}".${shown}: c`],
  (inline) => [paragraph(["a", { kind: "break" }, inline, { kind: "break" }, "b"]), (shown) => `a ${shown} b`],
  (inline) => [
    {
      kind: "table",
      header: [[text("h"), inline], [text("k")]],
      rows: [
        [[inline], [text("c "), inline]],
        [[], [text("e")]],
      ],
    },
    (shown) => `h${shown} k ${shown} c ${shown} e`,
  ],
];

function shownIn(syntax: DocumentSyntax, value: string): string {
  const shown = shownText(value);
  return syntax !== "rst"
    ? shown
    : shown.replace(
        /[\u00AD\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF]/g,
        (sign) => `<U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}>`,
      );
}

/** Blanks of all kinds are one; how they are laid out is no matter of the text. */
function squeezed(value: string): string {
  return value.replace(/[\s\u0085]+/g, " ").trim();
}

const someText = hostileString.filter((value) => squeezed(value) !== "");

/** What a browser shows of HTML, with blanks between the blocks. */
function seenHtml(html: string): string {
  const seen = (node: Nodes): string => {
    if (node.type === "text") return node.value;
    if (!("children" in node)) return "";
    if (node.type === "element" && node.tagName === "img") return String(node.properties["alt"] ?? "");
    const inner = node.children.map(seen).join("");
    return node.type === "element" && !INLINE.has(node.tagName) ? ` ${inner} ` : inner;
  };
  return squeezed(seen(unified().use(rehypeParse, { fragment: true }).parse(html)));
}

const INLINE = new Set(["code", "em", "strong", "del", "a", "span", "tt", "cite"]);

/** Elements and attributes that could act. */
function active(html: string): readonly string[] {
  const found: string[] = [];
  const look = (node: Nodes): void => {
    if (node.type === "element") {
      if (/^(?:script|iframe|object|embed|form|style|link|base|svg)$/.test(node.tagName)) found.push(node.tagName);
      for (const [name, value] of Object.entries(node.properties)) {
        if (/^on/i.test(name)) found.push(name);
        if (["href", "src"].includes(name) && linkTarget(String(value)) === undefined) found.push(String(value));
      }
    }
    if ("children" in node) for (const child of node.children) look(child);
  };
  look(unified().use(rehypeParse, { fragment: true }).parse(html));
  return found;
}

/** What MDX shows when it is compiled and run; an element of its own that is called counts as its text. */
async function mdxHtml(source: string): Promise<string> {
  const element = (type: unknown, { children, href, id, alt }: Readonly<Record<string, unknown>>): unknown =>
    typeof type === "string"
      ? { type, href, id, children: [alt ?? children].flat() }
      : { type: "div", children: [children].flat() };
  const runtime = { Fragment: "div", jsx: element, jsxs: element };
  const { default: content } = await evaluateMdx(source, { ...runtime, remarkPlugins: [remarkGfm] } as never);
  const print = (node: unknown): string => {
    if (node === undefined || node === null || typeof node === "boolean") return "";
    if (typeof node !== "object") return String(node).replaceAll("&", "&amp;").replaceAll("<", "&lt;");
    const { type, href, children } = node as { type: string; href?: string; children: readonly unknown[] };
    const address =
      href === undefined ? "" : ` href="${String(href).replaceAll("&", "&amp;").replaceAll('"', "&quot;")}"`;
    return `<${type}${address}>${children.map(print).join("")}</${type}>`;
  };
  return print((content as (props: object) => unknown)({}));
}

const COMPILERS: Readonly<Record<"mdx" | "asciidoc" | "html", (source: string) => Promise<string>>> = {
  mdx: mdxHtml,
  asciidoc: async (source) =>
    String(await convertAsciidoc(source, { safe: "secure", attributes: { showtitle: true } })),
  html: async (source) => source,
};

describe.each(["mdx", "asciidoc", "html"] as const)("%s", (syntax) => {
  test.each(["text", "code"] as const)("%s shows itself and nothing else, wherever it stands", async (kind) => {
    await fc.assert(
      fc.asyncProperty(someText, async (value) => {
        const inline = kind === "text" ? text(value) : code(value);
        const blocks = PLACES.map((place) => place(inline));
        const source = await renderDocument(syntax, {
          language: "en",
          blocks: blocks.map(([block]) => block),
        });
        const html = await COMPILERS[syntax](source);
        expect(seenHtml(html)).toBe(squeezed(blocks.map(([, seen]) => seen(shownIn(syntax, value))).join(" ")));
        expect(active(html)).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });
});

describe.skipIf(!hasDocutils)(`rst${WITHOUT_DOCUTILS}`, () => {
  test("text and code show themselves and nothing else, wherever they stand", async () => {
    const values = fc.sample(fc.tuple(fc.constantFrom(text, code), someText), { numRuns: RUNS, seed: SEED });
    const cases = values.map(([kind, value]) => ({ value, blocks: PLACES.map((place) => place(kind(value))) }));
    const sources = await Promise.all(
      cases.map(({ blocks }) => renderDocument("rst", { language: "en", blocks: blocks.map(([block]) => block) })),
    );
    const html = rstHtml(sources);
    cases.forEach(({ value, blocks }, index) => {
      const expected = squeezed(blocks.map(([, seen]) => seen(shownIn("rst", value))).join(" "));
      expect(spaceless(seenHtml(html[index] ?? "")), sources[index]).toBe(spaceless(expected));
      expect(active(html[index] ?? "")).toEqual([]);
    });
  });

  test("texts of any length are within the lines that docutils takes", async () => {
    const words = "some words and `code` of many **kinds** ".repeat(600).trim();
    const blocks: readonly Block[] = [
      paragraph([words]),
      { kind: "list", items: [[paragraph([words])]] },
      { kind: "prose", blocks: readMarkdown(words.slice(0, 16_000)) },
    ];
    const [html = ""] = rstHtml([await renderDocument("rst", { language: "en", blocks })]);
    expect(html).not.toContain("ERROR");
    expect(seenHtml(html)).toContain(`${words} ${words} `);
  });

  /** Blanks at the ends of code cannot be kept, and docutils takes some of Unicode's for blanks. */
  function spaceless(value: string): string {
    return value.replace(/\s/g, "");
  }
});

describe("authors' Markdown", () => {
  /** What a reader sees of it, as the tree tells it, wherever a language has marks for it or not. */
  const RICH = [
    "Use **all** of _it_, `a|b` and ~~not~~ this: [the *guide*](https://a.example/x?a=1&b=(2)).",
    "Two\n\nparagraphs, and\\\na break",
    "- one\n- two\n  - three\n\n    four\n- five",
    '3. c\n4. d\n\n   ```json\n   {"a": 1}\n   ```\n\n   after',
    "> quoted\n>\n> - in it\n\nand\n\n| a | b |\n| - | - |\n| c | d |",
    "![alt](https://a.example/i.png) and [bad](javascript:alert(1)) <b onclick=x>raw</b> {alert(1)}",
    "```\ninclude::x[]\n    indented <1>\n----\n```",
  ];
  const blocksOf = (markdown: string): readonly Block[] => {
    const prose = { kind: "prose", blocks: readMarkdown(markdown) } as const;
    const cell: Cell = [text("x "), prose, text(" y")];
    return [
      { ...prose, lead: [text("Lead: ")] },
      paragraph(["end"]),
      { kind: "table", header: [[text("h")]], rows: [[cell], [[text("last")]]] },
    ];
  };
  const letters = (value: string): string => value.replace(/[^\p{L}]/gu, "");

  async function rendered(syntax: DocumentSyntax, markdown: string): Promise<string> {
    return renderDocument(syntax, { language: "en", blocks: blocksOf(markdown) });
  }

  /** The letters of a text are those that HTML shows, which says nothing of how they are marked. */
  async function expectSame(html: string, markdown: string): Promise<void> {
    expect(active(html)).toEqual([]);
    const source = await rendered("html", markdown);
    // What stands for a picture without words, each language decides.
    fc.pre(!source.includes('alt=""'));
    const plain = seenHtml(source);
    expect(letters(seenHtml(html)), JSON.stringify(markdown)).toBe(letters(plain));
  }

  test.each(["mdx", "asciidoc", "html"] as const)(
    "is whole in %s, whatever it holds, and stays in its place",
    async (syntax) => {
      for (const markdown of RICH) {
        const html = await COMPILERS[syntax](await rendered(syntax, markdown));
        await expectSame(html, markdown);
        expect(seenHtml(html)).toMatch(/end h x .*last$/s);
      }
      await fc.assert(
        fc.asyncProperty(hostileString, async (markdown) => {
          const html = await COMPILERS[syntax](await rendered(syntax, markdown));
          await expectSame(html, markdown);
        }),
        { numRuns: RUNS },
      );
    },
  );

  test.skipIf(!hasDocutils)(`is whole in rst, without a warning${WITHOUT_DOCUTILS}`, async () => {
    const all = [
      ...RICH,
      ...fc.sample(
        hostileString.filter((value) => !UNSEEN.test(value)),
        { numRuns: RUNS, seed: SEED },
      ),
    ];
    const html = rstHtml(await Promise.all(all.map((markdown) => rendered("rst", markdown))));
    for (const [index, markdown] of all.entries()) {
      if ((await rendered("html", markdown)).includes('alt=""')) continue;
      expect(html[index], markdown).not.toMatch(/^ERROR /);
      await expectSame(html[index] ?? "", markdown);
    }
  });

  const UNSEEN = /[\u00AD\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF]/;
});
