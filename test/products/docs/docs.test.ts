// The docs fragments of real and made-up tables: every code with all that is known of it, in every language, once.
import { readdirSync, readFileSync } from "node:fs";
import type { Root, Table } from "mdast";
import * as prettier from "prettier";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { compileModels } from "../../../generator/compile.ts";
import type { Model } from "../../../generator/model/model.ts";
import { docs } from "../../../generator/products/docs/index.ts";
import { labelsFor } from "../../../generator/products/docs/languages/index.ts";
import type { DocsOptions } from "../../../generator/products/options.gen.ts";
import { memoryHost } from "../../../generator/reader/host.ts";
import { renderDocument } from "../../../generator/text/documents.ts";
import { renderMarkdown } from "../../../generator/text/markdown/markdown.ts";
import { allNodes, foreignHtml, parseGfm as parseAnew, seenText, unsafeLinks } from "../../helpers/gfm.ts";

type Files = Readonly<Record<string, string>>;

async function modelOf(files: Files): Promise<Model> {
  const host = memoryHost(Object.fromEntries(Object.entries(files).map(([name, text]) => [`/${name}`, text])));
  const path = `/${Object.keys(files)[0]}`;
  const model = (await compileModels({ tables: [path], targets: [] }, host)).models.get(path);
  if (model === undefined) throw new Error("The table has errors.");
  return model;
}

async function render(model: Model, options: DocsOptions = {}): Promise<Files> {
  const made: Record<string, string> = {};
  for (const artifact of await docs.emit(model, options))
    if (artifact.kind === "document") made[artifact.path] = await renderDocument(artifact.syntax, artifact.document);
  return made;
}

function folder(path: string, first: string): Files {
  const names = readdirSync(path).filter((name) => name.endsWith(".errors.yaml"));
  const sorted = [first, ...names.filter((name) => name !== first)];
  return Object.fromEntries(sorted.map((name) => [name, readFileSync(`${path}/${name}`, "utf8")]));
}

/** Parsed once, because parsing takes most of the time. */
function parseGfm(markdown: string): Root {
  const root = trees.get(markdown) ?? parseAnew(markdown);
  trees.set(markdown, root);
  return root;
}

const trees = new Map<string, Root>();

/** The cells of all tables of a file, without their headers. */
function rows(markdown: string): readonly (readonly string[])[] {
  const tables = parseGfm(markdown).children.filter((node): node is Table => node.type === "table");
  return tables.flatMap((table) => table.children.slice(1).map((row) => row.children.map(seenText)));
}

function headings(markdown: string): readonly string[] {
  return parseGfm(markdown).children.flatMap((node) =>
    node.type === "heading" ? [`${"#".repeat(node.depth)} ${seenText(node)}`] : [],
  );
}

describe("Function Compute", () => {
  const files = folder("spec", "function-compute.errors.yaml");
  const source = parse(files["function-compute.errors.yaml"] ?? "") as {
    readonly errors: Readonly<
      Record<
        string,
        Readonly<Record<"message" | "description" | "solution", string>> & { status: number; params?: object }
      >
    >;
  };

  test("all rows of the table stand in the fragments, word for word", async () => {
    const made = await render(await modelOf(files));
    expect(Object.keys(made)).toEqual(["table.en.md", "sections.en.md", "table.zh-CN.md", "sections.zh-CN.md"]);
    const cells = new Map(rows(made["table.en.md"] ?? "").map((row) => [row[1], row]));
    expect(cells.size).toBe(15);
    const sections = parseGfm(made["sections.en.md"] ?? "")
      .children.map(seenText)
      .join("\n");
    for (const [code, { status, message: written, params = {}, description, solution }] of Object.entries(
      source.errors,
    )) {
      const names = Object.keys(params);
      const message = written?.replace(/%[sd]/g, () => `{${names.shift()}}`);
      const row = cells.get(code);
      expect(row?.slice(0, 4)).toEqual([String(status), code, message ?? "—", description]);
      expect(row?.[4]).toContain(solution);
      for (const words of [code, message ?? "", description, solution]) expect(sections).toContain(words);
    }
    for (const chinese of ["table.zh-CN.md", "sections.zh-CN.md"])
      for (const code of Object.keys(source.errors)) expect(made[chinese]).toContain(`\`${code}\``);
    expect(made["table.zh-CN.md"]).not.toContain("_(en)_");
  });

  test("nothing is left to format", async () => {
    for (const text of Object.values(await render(await modelOf(files))))
      expect(await prettier.format(text, { parser: "markdown" })).toBe(text);
  });
});

const GROUPED = {
  "t.errors.yaml": `
errtable: 1
name: Shop
groups:
  stock: { title: Stock, description: "What is there. See [r].\\n\\n[r]: https://example.com" }
  empty: { title: Empty }
  orders: { title: "Orders & <b>more</b>" }
errors:
  Zeta: { status: 404, group: orders, message: "order %d of %s", params: { order: { example: 7 }, shop: { description: Which shop. } }, description: "Gone.\\n\\n- one\\n- two", solution: Look again. }
  Alpha: { status: 500, group: stock, description: "# Broken\\n\\nAll of it.", solution: "Wait | see \`a|b\`." }
  Beta:
    status: 409
    group: stock
    since: 1.1.0
    retry: backoff
    deprecated: { since: 2.0.0, replacedBy: Zeta, reason: "It is *old*." }
    description: Two at once.
    links: [{ title: "A [guide]", url: "https://example.com/a(b)" }]
    headers: { Retry-After: { description: Seconds., schema: { type: integer } } }
    details: { type: object, properties: { limit: { type: integer, description: The limit. }, kind: { enum: [a, 1] } }, required: [limit] }
    examples:
      small: { summary: A small one., details: { limit: 1 } }
      large: { details: { limit: 2, kind: a } }
  Lost: { status: 400, description: In no group. }
`,
  "t.zh-CN.errors.yaml": `
errtable: 1
translates: ./t.errors.yaml
locale: zh-CN
groups: { stock: { title: 库存 } }
errors:
  Zeta: { description: 没有了。, solution: 再找一遍。 }
`,
};

describe("a table with groups", () => {
  test("has a chapter per group that is used, in the order of the table, and the rest at the end", async () => {
    const { "sections.en.md": sections = "", "table.en.md": table = "" } = await render(await modelOf(GROUPED));
    expect(headings(sections)).toEqual([
      "### Stock",
      "#### Beta",
      "#### Alpha",
      "### Orders & <b>more</b>",
      "#### Zeta",
      "### Other errors",
      "#### Lost",
    ]);
    expect(headings(table)).toEqual(["### Stock", "### Orders & <b>more</b>", "### Other errors"]);
    expect(rows(table).map((row) => row[1])).toEqual(["Beta", "Alpha", "Zeta", "Lost"]);
  });

  test.each([
    ["status", ["Beta", "Alpha"]],
    ["code", ["Alpha", "Beta"]],
    ["table", ["Alpha", "Beta"]],
  ] as const)("is sorted by %s", async (order, codes) => {
    const made = await render(await modelOf(GROUPED), { order, locales: ["en"], formats: ["gfm-table"] });
    expect(Object.keys(made)).toEqual(["table.en.md"]);
    expect(
      rows(made["table.en.md"] ?? "")
        .map((row) => row[1])
        .slice(0, 2),
    ).toEqual(codes);
  });

  test("is never deeper than headings go", async () => {
    const made = await render(await modelOf(GROUPED), { headingLevel: 6 });
    expect(new Set(headings(made["sections.en.md"] ?? "").map((line) => line.split(" ")[0]))).toEqual(
      new Set(["######"]),
    );
  });

  test("says in every section all that is known", async () => {
    const { "sections.en.md": sections = "" } = await render(await modelOf(GROUPED));
    const beta = sections.slice(sections.indexOf('<a id="Beta">'), sections.indexOf('<a id="Alpha">'));
    expect(beta).toContain("> **Deprecated since 2.0.0.** Use [`Zeta`](#Zeta) instead.\n>\n> It is _old_.");
    expect(beta).toContain("- **Status**: 409 Conflict\n- **Retry**: yes, after a growing delay\n- **Since**: 1.1.0\n");
    expect(beta).toContain("**Cause**: Two at once.");
    expect(beta).toContain("**Headers**:\n\n- `Retry-After` (integer): Seconds.\n");
    expect(beta).toContain("- `limit` (integer, required): The limit.\n");
    expect(beta).toContain('- `kind` (`"a"` | `1`)\n');
    expect(beta).toContain("**Example** `small`: A small one.");
    expect(beta).toContain("**See also**: [A \\[guide\\]](<https://example.com/a(b)>)");
    const bodies = allNodes(parseGfm(beta)).flatMap((node) => (node.type === "code" ? [JSON.parse(node.value)] : []));
    expect(bodies).toEqual([
      expect.objectContaining({ code: "Beta", limit: 1 }),
      expect.objectContaining({ code: "Beta", limit: 2, kind: "a" }),
    ]);
    const zeta = sections.slice(sections.indexOf('<a id="Zeta">'));
    expect(zeta).toContain("- **Message**: `order {order} of {shop}`");
    expect(zeta).toContain("- `order` (integer, for example `7`)\n- `shop` (string): Which shop.");
    // A text of several blocks follows its label; what was a heading is none any more.
    expect(zeta).toContain("**Cause**: Gone.\n\n- one\n- two\n\n**Solution**: Look again.");
    expect(sections).toContain("**Cause**: **Broken**\n\nAll of it.");
  });

  test("keeps each text of several blocks in its cell", async () => {
    const { "table.en.md": table = "" } = await render(await modelOf(GROUPED));
    const cells = new Map(rows(table).map((row) => [row[1], row.slice(3)]));
    expect(cells.get("Zeta")).toEqual(["Gone.\n• one\n• two", "Look again."]);
    expect(cells.get("Alpha")).toEqual(["Broken\nAll of it.", "Wait | see a|b."]);
    expect(cells.get("Beta")).toEqual([
      "Deprecated since 2.0.0. Use Zeta instead. It is old. Two at once.",
      "A [guide]",
    ]);
    expect(cells.get("Lost")).toEqual(["In no group.", "—"]);
    expect(table).not.toContain("[r]:");
  });

  test("marks what is not translated, and says what the mark means", async () => {
    const made = await render(await modelOf(GROUPED));
    const { "table.zh-CN.md": table = "", "sections.zh-CN.md": sections = "" } = made;
    expect(headings(table)).toEqual(["### 库存", "### Orders & <b>more</b> (en)", "### 其他错误"]);
    const cells = new Map(rows(table).map((row) => [row[1], row]));
    expect(cells.get("Zeta")).toEqual(["404", "Zeta", "order {order} of {shop}", "没有了。", "再找一遍。"]);
    expect(cells.get("Lost")?.[3]).toBe("In no group. (en)");
    expect(sections).toContain("**原因**：Two at once. _(en)_");
    expect(sections).toContain("- `shop`（string）：Which shop. _(en)_");
    for (const text of [table, sections])
      expect(text.trimEnd().split("\n").at(-1)).toBe("标有 _(en)_ 的内容尚未翻译。");
    for (const text of [made["table.en.md"], made["sections.en.md"]]) expect(text).not.toContain("(en)");
  });

  test("comes out the same twice, and leaves the model as it was", async () => {
    const model = deepFreeze(await modelOf(GROUPED));
    const artifacts = await docs.emit(model, {});
    for (const artifact of artifacts) {
      if (artifact.kind !== "document") throw new Error("Docs are documents.");
      const text = renderMarkdown(artifact.document);
      expect(renderMarkdown(artifact.document)).toBe(text);
      expect(await prettier.format(text, { parser: "markdown" })).toBe(text);
    }
  });
});

test("columns that no error fills are left out", async () => {
  const table = "errtable: 1\nname: Bare\nerrors: { A: { status: 400 }, B: { status: 404, message: x } }\n";
  const { "table.en.md": made = "" } = await render(await modelOf({ "t.errors.yaml": table }));
  expect(made.split("\n").slice(2)).toEqual([
    "| Status | Code | Message |",
    "| ------ | ---- | ------- |",
    "| 400    | `A`  | —       |",
    "| 404    | `B`  | `x`     |",
    "",
  ]);
});

test.each([
  ["kitchen-sink", "auto"],
  ["hostile-text", "off"],
] as const)("the fragments of %s are whole, and nothing breaks out", async (name, embeddedLanguageFormatting) => {
  const model = await modelOf(folder(`test/cases/${name}`, `${name}.errors.yaml`));
  const groups = new Set(model.errors.map((error) => error.group ?? "")).size;
  for (const [path, markdown] of Object.entries(await render(model))) {
    const root = parseGfm(markdown);
    expect(foreignHtml(root)).toEqual([]);
    // Addresses in code and in escaped words are no links.
    expect(unsafeLinks(root)).toEqual([]);
    expect(/\{\{|\{%|8<-/.exec(markdown)).toBeNull();
    expect(await prettier.format(markdown, { parser: "markdown", embeddedLanguageFormatting })).toBe(markdown);
    const isTable = path.startsWith("table");
    const retired = model.retired.length;
    const sections = isTable ? 0 : model.errors.length + retired;
    expect(headings(markdown)).toHaveLength((groups > 1 ? groups : 0) + (retired > 0 ? 1 : 0) + sections);
    if (isTable)
      expect(
        rows(markdown)
          .map((row) => (row.length === 2 ? row[0] : row[1]))
          .toSorted(),
      ).toEqual([...model.errors, ...model.retired].map(({ code }) => code).toSorted());
    else expect(new Set(markdown.match(/^<a id="[^"]*"><\/a>$/gm)).size).toBe(sections);
  }
});

test.each([
  ["en", "Status"],
  ["en-GB", "Status"],
  ["fi", "Status"],
  ["zh", "状态码"],
  ["zh-CN", "状态码"],
  ["zh-Hans-SG", "状态码"],
  ["zh-TW", "狀態碼"],
  ["zh-Hant", "狀態碼"],
  ["ZH-hk", "狀態碼"],
  ["zha", "Status"],
])("the labels of %s are those with %j", (locale, status) => {
  expect(labelsFor(locale).labels.status).toBe(status);
});

function deepFreeze<Value>(value: Value): Value {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) deepFreeze(inner);
  }
  return value;
}
