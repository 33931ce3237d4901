// Any text becomes Markdown in which the parser of VitePress and others finds no element and no expression.
import fc from "fast-check";
import { expect, test } from "vitest";
import { code, paragraph, text } from "../../generator/text/document/blocks.ts";
import { renderMarkdown } from "../../generator/text/markdown/markdown.ts";
import { hostileString } from "../helpers/hostile-strings.ts";
import { MarkdownIt } from "../judges/renderers/renderers.ts";

const RUNS = Number(process.env["RUNS"] ?? 60);

const someText = hostileString.filter((value) => value !== "");

test("markdown-it makes no element of it but the tool's own, and Vue no expression", async () => {
  await fc.assert(
    fc.asyncProperty(someText, async (value) => {
      const blocks = [
        paragraph([text(value)]),
        paragraph([text("a "), code(value)]),
        { kind: "table", header: [[text("h")]], rows: [[[text(value), code(value)]]] } as const,
      ];
      const html = new MarkdownIt({ html: true }).render(renderMarkdown({ language: "en", blocks }));
      const tags = new Set((html.match(/<\/?[A-Za-z!?][^>]*>/g) ?? []).map((tag) => tag.replace(/ .*/, ">")));
      const own = ["p", "code", "span", "table", "thead", "tbody", "tr", "th", "td"].flatMap((tag) => [
        `<${tag}>`,
        `</${tag}>`,
      ]);
      expect([...tags].filter((tag) => !own.includes(tag))).toEqual([]);
      // Vue would read what stands between double braces, but for elements that ask it not to; markdown-it's own
      // code spans get that mark from VitePress.
      const open = html.replaceAll(/<(span|code)(?: v-pre)?>.*?<\/\1>/gs, "");
      expect(open).not.toContain("{{");
    }),
    { numRuns: RUNS },
  );
});
