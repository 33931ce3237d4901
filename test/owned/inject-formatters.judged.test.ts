// Formatters lay pages out anew: that is no hand edit, and no tool writes what the other one has written.
import { format, type Options } from "prettier";
import { describe, expect, test } from "vitest";
import { compileModels } from "../../generator/compile.ts";
import type { InjectedTable } from "../../generator/owned/pages/block-request.ts";
import { type Injected, inject } from "../../generator/owned/pages/inject-page.ts";
import { memoryHost } from "../../generator/reader/host.ts";
import { fixedByMarkdownlint } from "../judges/renderers/renderers.ts";

const WORDS =
  "The order is not there, because the shop has closed it, or because nobody ever made it - see *below* for 1. and 2.";

function table(description: string): string {
  const error = {
    status: 404,
    message: "order '%s' does not exist",
    params: { orderId: { description: "The order that was asked for.", example: "A-1001" } },
    description,
    solution: `Look again, with [the list](https://shop.example/list?a=b_c) of orders, or use \`GET /v1/orders  x\` and _hope_.\n\n- one ${WORDS}\n- two\n\n> quoted ${WORDS}\n\n1. first\n2. second\n\n\`\`\`json\n{"a": [1, 2], "b": {"c": "d"}}\n\`\`\``,
    "x-owner": "orders",
  };
  const chinese = {
    status: 400,
    description:
      "订单不存在，因为商店已经关闭了它，或者从来没有人创建过它，所以请再看一次订单列表，或者问一问。".repeat(2),
    solution: "再看一次。",
  };
  return JSON.stringify({ errtable: 1, name: "Shop", errors: { OrderNotFound: error, Chinese: chinese } });
}

function tables(description = WORDS): readonly InjectedTable[] {
  const host = memoryHost({ "/shop.errors.yaml": table(description) });
  const { models } = compileModels({ tables: ["/shop.errors.yaml"], targets: [] }, host);
  return [...models.values()].map((model) => ({ model, options: {} }));
}

function injected(path: string, text: string, description?: string): Promise<Injected> {
  return inject({ path, text }, { tables: tables(description), force: false });
}

const PAGES: Readonly<Record<string, string>> = {
  "table.md": "# Errors\n\n<!-- errtable:begin -->\n<!-- errtable:end -->\n",
  "sections.md": "# Errors\n\n<!-- errtable:begin format=sections -->\n<!-- errtable:end -->\n",
  "item.md": "- An item\n\n  <!-- errtable:begin format=sections -->\n  <!-- errtable:end -->\n",
  "definition.md": "# Errors\n\n[//]: # (errtable:begin format=sections)\n[//]: # (errtable:end)\n",
  "sections.mdx": "# Errors\n\n{/* errtable:begin format=sections */}\n{/* errtable:end */}\n",
  "table.html": "<h1>Errors</h1>\n<!-- errtable:begin -->\n<!-- errtable:end -->\n",
  "sections.html": "<h1>Errors</h1>\n<!-- errtable:begin format=sections -->\n<!-- errtable:end -->\n",
};

const prettier =
  (options: Options) =>
  (text: string, path: string): Promise<string> =>
    format(text, { filepath: path, ...options });

const markdownlint =
  (config: Record<string, unknown>) =>
  async (text: string, path: string): Promise<string> =>
    path.endsWith(".md") ? fixedByMarkdownlint(text, config) : text;

const FORMATTERS: Readonly<Record<string, (text: string, path: string) => Promise<string>>> = {
  "Prettier that wraps": prettier({ proseWrap: "always" }),
  "Prettier that wraps early, with wide tabs": prettier({ proseWrap: "always", printWidth: 40, tabWidth: 4 }),
  "Prettier that joins lines": prettier({ proseWrap: "never", useTabs: true }),
  "markdownlint with stars": markdownlint({
    MD004: { style: "asterisk" },
    MD049: { style: "asterisk" },
    MD050: { style: "underscore" },
  }),
  "markdownlint with plus signs": markdownlint({
    MD004: { style: "plus" },
    MD007: { indent: 4 },
    MD030: { ul_multi: 3, ul_single: 3 },
  }),
};

const CASES = Object.keys(FORMATTERS)
  .flatMap((name) => Object.keys(PAGES).map((path) => [name, path] as const))
  // Prettier breaks a link definition that does not fit on a line, and then no reader takes it for a comment.
  .filter(([name, path]) => !(name.includes("early") && path === "definition.md"));

describe("a block after", () => {
  test.each(CASES)("%s in %s is as it should be, and takes a change of the table", async (name, path) => {
    const change = FORMATTERS[name] ?? (() => Promise.reject());
    const first = await injected(path, PAGES[path] ?? "");
    expect(first.diagnostics).toEqual([]);
    const formatted = await change(first.text ?? "", path);
    expect(await injected(path, formatted)).toMatchObject({ text: formatted, diagnostics: [], isBlocked: false });
    const later = await injected(path, formatted, "The order is gone.");
    expect(later.diagnostics).toEqual([]);
    expect(later.text).toContain("The order is gone.");
    const again = await change(later.text ?? "", path);
    expect(await injected(path, again, "The order is gone.")).toMatchObject({ text: again, isBlocked: false });
  });

  test.each(CASES.filter(([name]) => /wraps$|stars/.test(name)))(
    "%s in %s is refused after a hand edit",
    async (name, path) => {
      const { text } = await injected(path, PAGES[path] ?? "");
      const formatted = await FORMATTERS[name]?.(text ?? "", path);
      for (const [words, others] of [
        ["Look again", "Look away"],
        ["closed", "opened"],
        ["https://shop.example/list", "https://shop.example/lost"],
      ] as const) {
        const edited = (formatted ?? "").replace(new RegExp(words.replace(" ", "\\s+")), others);
        expect(edited).not.toBe(formatted);
        expect(await injected(path, edited)).toMatchObject({ text: undefined, isBlocked: true });
      }
    },
  );
});

test("a block has the list signs and the line width of its page", async () => {
  const prose = `${"Words that fill lines of this page up to the eightieth column. ".repeat(6).trim()}\n\n* one\n* two\n`;
  const page = await format(`# Errors\n\n${prose}\n<!-- errtable:begin format=sections -->\n<!-- errtable:end -->\n`, {
    parser: "markdown",
    proseWrap: "always",
  });
  const starred = page.replaceAll("\n- ", "\n* ");
  const { text = "" } = await injected("a.md", starred);
  expect(text).toContain("\n* **Status**");
  expect(text).not.toContain("\n- ");
  const block = text.slice(text.indexOf("errtable:begin"), text.indexOf("errtable:end")).split("\n").slice(1, -1);
  const fits = (line: string): boolean => line.length <= 80 || /^(?:\||.*https:|[^ ]*$|.*[^ -~])/.test(line);
  expect(block.filter((line) => !fits(line))).toEqual([]);
  const formatted = await format(text, {
    parser: "markdown",
    proseWrap: "always",
    embeddedLanguageFormatting: "off",
  });
  // Prettier writes lists with its own sign, and finds the lines wrapped as it would wrap them.
  expect(formatted.replaceAll("\n- ", "\n* ")).toBe(text);
});
