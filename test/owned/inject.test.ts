// Blocks of pages that people own: filled, kept, refused; and every way in which a marker can be wrong.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { compileModels } from "../../generator/compile.ts";
import { positionAt } from "../../generator/diagnostic/source.ts";
import type { InjectedTable } from "../../generator/owned/pages/block-request.ts";
import { type Injected, inject } from "../../generator/owned/pages/inject-page.ts";
import { inStyle } from "../../generator/owned/pages/page-style.ts";
import type { DocsOptions } from "../../generator/products/options.gen.ts";
import { memoryHost } from "../../generator/reader/host.ts";
import { hostileString } from "../helpers/hostile-strings.ts";

const SHOP = `errtable: 1
name: Shop
groups: { stock: { title: Stock }, orders: { title: Orders } }
errors:
  OutOfStock: { status: 409, group: stock, description: "None left | {x}.", solution: Wait. }
  OrderNotFound: { status: 404, group: orders, message: "order '%s' is not there", params: { id: {} }, description: Not there., solution: Look. }
  Broken: { status: 500, audience: internal, description: Ours., solution: None. }
retired: { Lost: { reason: Found. } }
`;
const GERMAN =
  "errtable: 1\ntranslates: ./shop.errors.yaml\nlocale: de\nerrors: { OutOfStock: { description: Nichts da., solution: Warten. } }\n";
const OTHER = "errtable: 1\nname: Other\nerrors: { A: { status: 400, description: A., solution: B. } }\n";

const host = memoryHost({ "/shop.errors.yaml": SHOP, "/shop.de.errors.yaml": GERMAN, "/other.errors.yaml": OTHER });

function tables(names: readonly string[] = ["shop"], options: DocsOptions = {}): readonly InjectedTable[] {
  const paths = names.map((name) => `/${name}.errors.yaml`);
  const { models } = compileModels({ tables: paths, targets: [] }, host);
  return [...models.values()].map((model) => ({ model, options }));
}

function page(
  path: string,
  text: string,
  more: { tables?: readonly InjectedTable[]; force?: boolean } = {},
): Promise<Injected> {
  return inject({ path, text }, { tables: more.tables ?? tables(), force: more.force ?? false });
}

const BEGIN = "<!-- errtable:begin codes=OutOfStock columns=code,solution groupBy=none -->";
const TABLE = "| Code         | Solution |\n| ------------ | -------- |\n| `OutOfStock` | Wait.    |";

async function filled(path: string, text: string): Promise<string> {
  const { text: made, diagnostics } = await page(path, text);
  expect(diagnostics).toEqual([]);
  return made ?? "";
}

describe("a block", () => {
  test("shows the errors of tags and of operations, with the cases that an operation answers with", async () => {
    const path = "/disks.errors.yaml";
    const table = `errtable: 1
name: Disks
tags: { Quota: {} }
errors:
  Denied:
    tags: [Quota]
    solution: Wait.
    x-owner: storage
    cases:
      zone: { status: 403, message: "The zone is closed." }
      quota: { status: [409, 429], message: "The quota is used up." }
  Busy: { status: 503, description: Busy., solution: Wait. }
  Lost: { status: 404, description: Lost., solution: Look. }
operations:
  "*": [Busy]
  Create: [{ code: Denied, case: quota }]
  Delete: [Denied, Lost]
`;
    const { models } = compileModels({ tables: [path], targets: [] }, memoryHost({ [path]: table }));
    const show = async (attributes: string): Promise<Injected> =>
      page("a.md", `<!-- errtable:begin ${attributes} columns=status,code,x-owner -->\n<!-- errtable:end -->\n`, {
        tables: [...models.values()].map((model) => ({ model, options: {} })),
      });
    const codesIn = async (attributes: string) => ((await show(attributes)).text ?? "").match(/(?<=\| `)[\w.]+(?=`)/g);
    expect(await codesIn("tags=Quota")).toEqual(["Denied", "Denied.zone", "Denied.quota"]);
    expect((await show("tags=Quota")).text).toContain("storage");
    expect(await codesIn("operation=Create")).toEqual(["Denied", "Denied.quota", "Busy"]);
    expect((await show("operation=Create")).text).toContain("| 409, 429 |");
    expect(await codesIn("operation=Delete tags=Quota")).toEqual(["Denied", "Denied.zone", "Denied.quota"]);
    // The page is about this operation: its sections do not repeat the name, but two operations are told apart.
    expect((await show("operation=Create format=sections")).text).not.toContain("`Create`");
    expect((await show("operation=Create,Delete format=sections")).text).toContain("`Create`");
    const sections = (await show("operation=Create format=operations")).text ?? "";
    expect(sections.match(/^#+ .*$/gm)).toEqual(["### Errors of every operation", "### `Create`"]);
    expect(sections).toContain("| 409, 429 | [`Denied.quota`](#Denied.quota)");
    for (const [attributes, message] of [
      ["tags=Quotas", '"Disks" has no tag "Quotas" to show.'],
      ["operation=Make", '"Disks" has no operation "Make" to show.'],
      ["status=600", '"600" is no status of an error.'],
    ] as const)
      expect((await show(attributes)).diagnostics.map((finding) => finding.message)).toEqual([message]);
  });

  test("is filled, and is as it should be the second time", async () => {
    const text = await filled("a.md", `# A\n\n${BEGIN}\n<!-- errtable:end -->\nafter\n`);
    expect(text).toMatch(/ sha=[\da-f]{16}-[\da-f]{8} -->\nafter\n$/);
    expect(text.replace(/ sha=[\w-]+/, "")).toBe(`# A\n\n${BEGIN}\n\n${TABLE}\n\n<!-- errtable:end -->\nafter\n`);
    expect(await filled("a.md", text)).toBe(text);
  });

  test("follows its marker and its table, where nobody touched it", async () => {
    const text = await filled("a.md", `${BEGIN}\n<!-- errtable:end -->\n`);
    const changed = await filled("a.md", text.replace("codes=OutOfStock", "codes=OutOfStock,OrderNotFound"));
    expect(changed).toContain("`OrderNotFound`");
    expect(await filled("a.md", changed.replace("codes=OutOfStock,OrderNotFound", "codes=OutOfStock"))).toBe(text);
  });

  test("that was edited is refused, and given up when that is asked for", async () => {
    const text = await filled("a.md", `${BEGIN}\n<!-- errtable:end -->\n`);
    const edited = text.replace("Wait.", "Hope.");
    const refused = await page("a.md", edited);
    expect(refused.text).toBeUndefined();
    expect(refused.isBlocked).toBe(true);
    expect(refused.diagnostics.map(({ code }) => code)).toEqual(["inject-edited"]);
    expect((await page("a.md", edited, { force: true })).text).toBe(text);
  });

  test("that somebody filled is not overwritten", async () => {
    const text = `${BEGIN}\nMy own words.\n<!-- errtable:end -->\n`;
    expect(await page("a.md", text)).toMatchObject({ text: undefined, isBlocked: true });
    expect((await page("a.md", text, { force: true })).text).not.toContain("My own words.");
  });

  test("keeps the line ends of its page, which are no edit", async () => {
    const text = `# A\n\n${BEGIN}\n<!-- errtable:end -->\n`;
    const windows = await filled("a.md", text.replaceAll("\n", "\r\n"));
    expect(windows).toBe((await filled("a.md", text)).replaceAll("\n", "\r\n"));
    expect(await filled("a.md", windows)).toBe(windows);
    expect(await filled("a.md", windows.replaceAll("\r\n", "\n"))).toBe(await filled("a.md", text));
  });

  test.each([
    ["a.md", "<!-- errtable:begin -->", "<!-- errtable:end -->", "| Status | Code "],
    ["a.md", "{/* errtable:begin */}", "{/* errtable:end */}", "None left \\| &#123;x}."],
    ["a.mdx", "{/* errtable:begin */}", "{/* errtable:end */}", "None left \\| &#123;x}."],
    ["a.adoc", "// errtable:begin", "// errtable:end", "|==="],
    ["a.rst", ".. errtable:begin", ".. errtable:end", ".. list-table::"],
    ["a.html", "<!-- errtable:begin -->", "<!-- errtable:end -->", '<div class="errtable" lang="en">'],
  ])("of %s speaks its language after %s", async (path, begin, end, expected) => {
    expect(await filled(path, `${begin}\n${end}\n`)).toContain(expected);
  });

  test("names errors by their codes, or by their identifiers where no code is called so", async () => {
    const path = "/numbers.errors.yaml";
    const table = `errtable: 1
name: Numbers
errors:
  A: { identifier: B, description: One., solution: Wait. }
  B: { identifier: Other, description: Two., solution: Wait. }
  "404": { identifier: Gone, description: Three., solution: Wait. }
`;
    const { models } = compileModels({ tables: [path], targets: [] }, memoryHost({ [path]: table }));
    const shown = [...models.values()].map((model) => ({ model, options: {} }));
    const codesIn = async (codes: string) => {
      const block = `<!-- errtable:begin codes=${codes} -->\n<!-- errtable:end -->\n`;
      const { text, diagnostics } = await page("a.md", block, { tables: shown });
      return text?.match(/(?<=\| `)\w+(?=`)/g) ?? diagnostics.map(({ message }) => message);
    };
    expect(await codesIn("Gone,B")).toEqual(["404", "B"]);
    expect(await codesIn("404,Other")).toEqual(["404", "B"]);
    expect(await codesIn("Gon")).toContain('"Numbers" has no code "Gon" to show.');
  });

  test("shows what its marker asks for", async () => {
    const show = async (attributes: string): Promise<string> =>
      filled("a.md", `<!-- errtable:begin ${attributes} -->\n<!-- errtable:end -->\n`);
    expect(await show("")).toContain("Lost");
    expect(await show("group=orders")).not.toMatch(/OutOfStock|Lost|Broken/);
    expect(await show("status=4xx retired=true")).toMatch(/OutOfStock[\s\S]*Lost/);
    expect(await show("status=404,409")).toMatch(/OrderNotFound[\s\S]*OutOfStock|OutOfStock[\s\S]*OrderNotFound/);
    expect(await show("internal=true codes=Broken")).toContain("`Broken`");
    expect(await show("locale=de")).toContain("Nichts da.");
    expect(await show('format=sections headingLevel=1 codes="OutOfStock, OrderNotFound" anchors=lower-case')).toMatch(
      /^# Stock\n\n<a id="outofstock"><\/a>\n\n## `OutOfStock`$/m,
    );
    expect(await show("table=shop.errors.yaml groupBy=status")).toContain("### 404 Not Found");
  });

  test("has the options of the configuration, but for those of its marker", async () => {
    const set = tables(["shop"], { columns: ["code"], headingLevel: 5 });
    const { text } = await page("a.md", "<!-- errtable:begin headingLevel=2 -->\n<!-- errtable:end -->\n", {
      tables: set,
    });
    expect(text).toContain("## Stock\n\n| Code         |\n");
  });
});

test("is as it should be the second time, whatever the texts of its table hold", async () => {
  const tricks = fc.constantFrom(
    ...[
      "\n```\n",
      "\n    ```\n",
      "~~~~\n",
      "\n<!-- errtable:end -->\n",
      "\n// errtable:end\n",
      "\n----\n",
      "\n{/* errtable:end */}\n",
    ],
    ...["\n.. errtable:end\n", "<pre>\n", "<!--\n", "{/*", "\n- ", "\n> "],
  );
  const anything = fc
    .array(fc.oneof(tricks, hostileString), { minLength: 1, maxLength: 4 })
    .map((parts) => parts.join(""));
  await fc.assert(
    fc.asyncProperty(anything, async (description) => {
      const table = JSON.stringify({
        errtable: 1,
        name: "T",
        errors: {
          A: {
            status: 400,
            description: `a${description.toWellFormed()}`,
            solution: description.toWellFormed() || "x",
          },
        },
        operations: { "*": ["A"], "GET /a/{b}": [{ code: "A", description: description.toWellFormed() || "x" }] },
      });
      const { models } = compileModels(
        { tables: ["/t.errors.yaml"], targets: [] },
        memoryHost({ "/t.errors.yaml": table }),
      );
      const hostile = [...models.values()].map((model) => ({ model, options: {} }));
      fc.pre(hostile.length > 0);
      for (const [ending, open, close] of [
        ["md", "<!--", " -->"],
        ["mdx", "{/*", " */}"],
        ["adoc", "//", ""],
        ["rst", "..", ""],
        ["html", "<!--", " -->"],
      ])
        for (const format of ["table", "sections", "operations"]) {
          const text = `${open} errtable:begin format=${format}${close}\n${open} errtable:end${close}\nafter\n`;
          const first = await page(`a.${ending}`, text, { tables: hostile });
          expect(first.diagnostics).toEqual([]);
          expect(first.text).toMatch(/\nafter\n$/);
          const second = await page(`a.${ending}`, first.text ?? "", { tables: hostile });
          expect(second).toEqual(first);
        }
    }),
    { numRuns: 6, examples: [["\n```\n\\\n<!-- errtable:end -->\n"], ["    ~~~~\n    .. errtable:end"]] },
  );
});

test.each([
  ["a.md", "```md\n<!-- errtable:begin -->\n```\n"],
  ["a.md", `${"<!-- a -->".repeat(60)}<!--\n<!-- errtable:begin -->\n-->\n`],
  ["a.md", "- x\n\n  ~~~~\n  <!-- errtable:begin -->\n  ~~~\n  ~~~~\n"],
  ["a.md", "<!--\n<!-- errtable:begin -->\n"],
  ["a.md", "1. ```md\n   <!-- errtable:begin -->\n   <!-- errtable:end -->\n   ```\n"],
  ["a.md", "> ```md\n> <!-- errtable:begin -->\n> ```\n"],
  ["a.md", "Write `<!-- errtable:begin -->` into it, or ``<!-- errtable:end -->``.\n"],
  ["a.md", "<pre>\n<!-- errtable:begin -->\n</pre>\n"],
  ["a.md", "errtable:begin is the word.\n"],
  ["a.mdx", "{/*\n{/* errtable:begin */}\n"],
  ["a.mdx", "export const page = `\n{/* errtable:begin */}\n{/* errtable:end */}\n`;\n"],
  ["a.mdx", "export const pages = {\n  a: `x`,\n  b: `\n\\`\n{/* errtable:begin */}\n`,\n};\n"],
  ["a.mdx", "<CodeBlock code={`\n{/* errtable:begin */}\n`} />\n"],
  ["a.adoc", "----\n// errtable:begin\n----\n"],
  ["a.adoc", "....\n// errtable:begin\n----\n....\n"],
  ["a.adoc", "see https://x.example // errtable:begin\n"],
  ["a.rst", ".. code-block:: rst\n\n   .. errtable:begin\n"],
  ["a.rst", ".. code-block:: rst\n\n   .. note::\n\n      .. errtable:begin\n"],
  ["a.rst", "As here::\n\n   .. errtable:begin\n"],
  ["a.rst", "- .. code-block:: rst\n\n     .. errtable:begin\n"],
  ["a.rst", "#. * - As here::\n\n          .. errtable:begin\n"],
  ["a.rst", "..\n   .. errtable:begin\n"],
  ["a.html", "<script>\n<!-- errtable:begin -->\n</script>\n"],
])("in %s nothing is found in %j", async (path, text) => {
  expect(await page(path, text)).toEqual({ text, diagnostics: [], isBlocked: false, hasMarkers: false });
});

test.each(["export const a = `x`;\n\n", "Write: `x` or\n`y` here.\n\n", "Write: `x\ny` here.\n\n"])(
  "in MDX a marker is found below %j",
  async (before) => {
    const { text } = await page("a.mdx", `${before}{/* errtable:begin */}\n{/* errtable:end */}\n`);
    expect(text).toContain("OutOfStock");
  },
);

const END = "\n<!-- errtable:end -->\n";

test.each([
  ["1:6", "<!-- errtable:end -->\n", "No block begins before"],
  ["1:6", "<!-- errtable:begin -->\ntext\n", "has no end"],
  ["2:6", `<!-- errtable:begin -->\n<!-- errtable:begin -->${END}`, "within a block"],
  ["3:21", `<!-- errtable:begin a -->${END}<!-- errtable:begin a -->${END}`, 'Two blocks are named "a"'],
  ["2:19", "<!-- errtable:begin a -->\n<!-- errtable:end b -->\n", '"b" ends a block which is named "a"'],
  ["2:19", "<!-- errtable:begin -->\n<!-- errtable:end b -->\n", '"b" ends a block which has no name'],
  ["1:21", `<!-- errtable:begin tabel=Shop -->${END}`, 'no attribute "tabel"'],
  ["1:21", `<!-- errtable:begin constructor=Shop -->${END}`, 'no attribute "constructor"'],
  ["1:29", `<!-- errtable:begin columns="," -->${END}`, '"," is no list of columns'],
  ["1:29", `<!-- errtable:begin columns=code,code -->${END}`, '"code,code" is no list of columns'],
  ["1:21", `<!-- errtable:begin table= -->${END}`, '"table" has no value'],
  ["1:32", `<!-- errtable:begin table=Shop table=Shop -->${END}`, '"table" twice'],
  ["1:21", `<!-- errtable:begin codes="OutOfStock -->${END}`, "no attribute"],
  ["1:6", `<!-- errtable:start -->${END}`, '"errtable:start" is no marker'],
  ["1:25", `<!-- errtable:begin --> and more${END}`, "stands behind"],
  ["1:6", `Text <!-- errtable:begin -->${END}`, "at the beginning of its line"],
  ["1:1", `<!-- errtable:begin${END}`, "does not end on its line"],
  ["1:27", `<!-- errtable:begin table=Shup -->${END}`, 'No table is named "Shup"'],
  ["1:28", `<!-- errtable:begin format=rst -->${END}`, 'no format "rst"'],
  ["1:28", `<!-- errtable:begin format=operations -->${END}`, '"Shop" has no operations'],
  ["1:28", `<!-- errtable:begin locale=fr -->${END}`, 'no locale "fr"'],
  ["1:27", `<!-- errtable:begin codes=OutOfStok -->${END}`, 'no code "OutOfStok"'],
  ["1:27", `<!-- errtable:begin codes=Broken -->${END}`, 'no code "Broken" to show'],
  ["1:27", `<!-- errtable:begin group=stok -->${END}`, 'no group "stok"'],
  ["1:28", `<!-- errtable:begin status=200 -->${END}`, '"200" is no status'],
  ["1:28", `<!-- errtable:begin status=410 -->${END}`, "No error of the table is asked for"],
  ["1:34", `<!-- errtable:begin headingLevel=7 -->${END}`, '"7" is no value of "headingLevel"'],
  ["1:29", `<!-- errtable:begin columns=code,cause -->${END}`, '"cause" is no value of "columns"'],
  ["1:29", `<!-- errtable:begin retired=yes -->${END}`, '"yes" is no value of "retired"'],
  ["1:27", `<!-- errtable:begin order=random -->${END}`, '"random" is no value of "order"'],
  ["1:21", `<!-- errtable:begin 1a -->${END}`, '"1a" is no name'],
  ["1:23", `<!-- errtable:begin a b -->${END}`, '"b" is neither'],
  ["2:23", "<!-- errtable:begin -->\n<!-- errtable:end sha=zz -->\n", "no hash"],
  ["2:19", "<!-- errtable:begin -->\n<!-- errtable:end table=Shop -->\n", 'has no "table"'],
  ["2:5", "<!-- errtable:begin -->\n{/* errtable:end */}\n", "another kind"],
  ["2:6", `  <!-- errtable:begin -->${END}`, "indent of the end differs"],
  ["1:5", `    <!-- errtable:begin -->${END}`, "makes it code"],
  ["1:2", `\t<!-- errtable:begin -->${END}`, "makes it code"],
  ["3:7", `- item\n\n      <!-- errtable:begin -->\n`, "makes it code"],
  ["3:5", `Words\n\n    <!-- errtable:begin -->\n`, "makes it code"],
  ["2:1", "Words\n[//]: # (errtable:begin)\n[//]: # (errtable:end)\n", "a link definition is text, too"],
])("at %s: %j", async (at, text, message) => {
  const { text: made, diagnostics } = await page("docs/a.md", text);
  expect(made).toBeUndefined();
  const told = diagnostics.map(({ place, message: says, help }) => {
    const { line, column } = positionAt(place.source, place.span.start);
    expect(help).toMatch(/^[A-Z]\w* \S+ \S+/);
    return `${place.source.path}:${line}:${column} ${says}`;
  });
  expect(told[0]).toContain(message);
  expect(told[0]).toMatch(new RegExp(`^docs/a\\.md:${at} `));
});

test("comments that a page's language does not have, and pages of no known language, are told", async () => {
  const mdx = await page("a.mdx", "<!-- errtable:begin -->\n<!-- errtable:end -->\n");
  expect(mdx.diagnostics[0]?.message).toContain("no comments like this one");
  const text = await page("a.txt", "<!-- errtable:begin -->\n");
  expect(text.diagnostics[0]?.message).toContain("does not tell its markup");
});

test("an indented marker that its page would show as text is told", async () => {
  const asciidoc = await page("a.adoc", "* item\n\n  // errtable:begin\n  // errtable:end\n");
  expect(asciidoc.diagnostics.map(({ message }) => message)).toEqual([
    "In AsciiDoc an indented marker is shown as it is.",
    "In AsciiDoc an indented marker is shown as it is.",
  ]);
  const rst = await page("a.rst", ".. note::\n\n   .. errtable:begin format=sections\n   .. errtable:end\n");
  expect(rst.diagnostics[0]?.message).toBe("In reStructuredText no heading stands within another block.");
});

describe("a merge that nobody finished", () => {
  const conflict = (lines: string) => `<<<<<<< HEAD\n${lines}=======\n>>>>>>> other\n`;

  test("is told where it holds a marker, and stays where it is a text of the page", async () => {
    const end = (sha: string) => `<!-- errtable:end sha=${sha} -->\n`;
    const merged = await page("a.md", `# A\n\n${BEGIN}\n${conflict(end("0123"))}`, { force: true });
    expect(merged.text).toBeUndefined();
    expect(merged.diagnostics.map(({ code, message }) => [code, message])).toEqual([
      ["merge-conflict", 'Lines 4 to 7 are an unfinished merge of "HEAD" and "other".'],
    ]);
    expect(merged.diagnostics[0]?.help).toMatch(/^.*errtable merge-driver --install, then git checkout --merge a\.md$/);
    const rows = await page("a.md", `# A\n\n${BEGIN}\n${conflict("| A |\n")}\n${end("0123")}`);
    expect(rows.diagnostics.map(({ code }) => code)).toEqual(["merge-conflict"]);
    const shown = `# Conflicts\n\n\`\`\`\n${conflict("a\n")}\`\`\`\n\n${BEGIN}\n<!-- errtable:end -->\n`;
    expect((await page("a.md", shown)).text).toContain(conflict("a\n"));
  });
});

test("a change of the table in blanks alone is written, also to a page that a formatter laid out", async () => {
  const of = (description: string): readonly InjectedTable[] => {
    const text = JSON.stringify({ errtable: 1, name: "T", errors: { A: { status: 400, description, solution: "x" } } });
    const { models } = compileModels(
      { tables: ["/t.errors.yaml"], targets: [] },
      memoryHost({ "/t.errors.yaml": text }),
    );
    return [...models.values()].map((model) => ({ model, options: {} }));
  };
  const empty = "<!-- errtable:begin format=sections -->\n<!-- errtable:end -->\n";
  for (const [before, after] of [
    ["limit:5", "limit: 5"],
    ["use max_size", "use max*size"],
    ["one\n\ntwo", "one two"],
    ["> quote", "> > quote"],
  ] as const) {
    const { text = "" } = await page("a.md", empty, { tables: of(before) });
    const changed = await page("a.md", text, { tables: of(after) });
    const { text: fresh } = await page("a.md", empty, { tables: of(after) });
    expect(changed.text).toBe(fresh);
  }
});

test("blocks after code on the line of a list item are found, and an open comment in code hides nothing", async () => {
  const text = await filled(
    "a.md",
    `- \`\`\`js\n  let a;\n  \`\`\`\n- \`\` <!-- \` \`\`\n\n${BEGIN}\n<!-- errtable:end -->\n`,
  );
  expect(text).toContain(TABLE);
});

test("HTML that is shown as it is has no indent of its marker", async () => {
  const text = await filled(
    "a.html",
    "<div>\n    <!-- errtable:begin format=sections -->\n    <!-- errtable:end -->\n</div>\n",
  );
  expect(text).toMatch(/<pre><code[^>]*>\{\n {2}"code"/);
  expect(await filled("a.html", text)).toBe(text);
});

describe("a block stands one heading below its page", () => {
  test.each([
    ["a.md", "# Title\n\n## Errors\n\n```\n###### code\n```\n", "<!--|-->", "\n### Stock\n"],
    ["a.md", "---\ntitle: x\n---\n\nWords\n", "<!--|-->", "\n## Stock\n"],
    ["a.md", "Title\n=====\n\nErrors\n------\n", "<!--|-->", "\n### Stock\n"],
    ["a.mdx", "# Title\n", "{/*|*/}", "\n## Stock\n"],
    ["a.adoc", "= Title\n\n== Errors\n\n=== All\n", "//|", "\n==== Stock\n"],
    ["a.html", "<h1>Title</h1><h2 id=a>Errors</h2>\n", "<!--|-->", "<h3>Stock</h3>"],
    ["a.rst", "*****\nTitle\n*****\n\nErrors\n++++++\n", "..|", "\nStock\n====="],
    ["a.rst", "Title\n=====\n\nErrors\n++++++\n\nAll\n~~~\n\nMore\n++++\n", "..|", "\nStock\n~~~~~"],
  ])("%s %j", async (path, head, comment, expected) => {
    const [opens, closes = ""] = comment.split("|");
    const marker = (words: string): string => `${opens} errtable:${words} ${closes}`.trimEnd();
    const text = `${head}\n${marker("begin groupBy=group")}\n${marker("end")}\n`;
    const first = await filled(path, text);
    expect(first).toContain(expected);
    expect(await filled(path, first)).toBe(first);
    // A block below another one does not count the headings within it.
    const twice = await filled(path, first + text.slice(head.length));
    expect(twice.split(expected)).toHaveLength(3);
    const asked = await filled(path, text.replace("groupBy=group", "groupBy=group headingLevel=5"));
    expect(asked).not.toContain(expected);
  });

  test("and not where another level is asked for, or there is no heading", async () => {
    expect(await filled("a.md", `${BEGIN.replace("none", "group")}\n<!-- errtable:end -->\n`)).toContain(
      "\n### Stock\n",
    );
  });
});

test("which table is meant has to be said where there are several", async () => {
  const set = tables(["shop", "other"]);
  const unsaid = await page("a.md", `<!-- errtable:begin -->${END}`, { tables: set });
  expect(unsaid.diagnostics[0]?.help).toBe("Add table= and one of: Shop, Other.");
  expect((await page("a.md", `<!-- errtable:begin table=Other -->${END}`, { tables: set })).text).toContain("`A`");
});

describe("the command", () => {
  const folder = mkdtempSync(join(tmpdir(), "inject-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, "docs"));
  writeFileSync(join(folder, "shop.errors.yaml"), SHOP);
  writeFileSync(join(folder, "docs/a.md"), `\ufeff# A\n\n${BEGIN}\n<!-- errtable:end -->\n`);
  writeFileSync(join(folder, "docs/b.md"), "# B\n");

  function run(...words: readonly string[]) {
    const cli = join(import.meta.dirname, "../../dist/js/cli.js");
    const { status, stdout, stderr } = spawnSync("node", [cli, "inject", ...words], { cwd: folder, encoding: "utf8" });
    return { status, stdout, stderr };
  }

  test("writes, checks, refuses, and tells of pages without markers", () => {
    const table = ["--table", "shop.errors.yaml"];
    expect(run("docs/a.md", "docs/b.md", "--check", ...table)).toMatchObject({
      status: 3,
      stdout: "stale      docs/a.md\n",
    });
    expect(run("docs/a.md", "--dry-run", ...table).stdout).toContain("+| `OutOfStock` | Wait.    |");
    const written = run("docs/a.md", "docs/b.md", ...table);
    expect(written).toMatchObject({ status: 0, stdout: "update     docs/a.md\n" });
    expect(written.stderr).toContain("No markers in docs/b.md.");
    expect(readFileSync(join(folder, "docs/a.md"), "utf8").startsWith("\ufeff# A\n")).toBe(true);
    expect(run("docs/a.md", "--check", ...table).status).toBe(0);
    const edited = readFileSync(join(folder, "docs/a.md"), "utf8").replace("Wait.", "Hope.");
    writeFileSync(join(folder, "docs/a.md"), edited);
    expect(run("docs/a.md", "docs/b.md", ...table)).toMatchObject({ status: 4, stdout: "" });
    expect(readFileSync(join(folder, "docs/a.md"), "utf8")).toBe(edited);
    expect(run("docs/b.md", ...table).status).toBe(2);
    expect(run("docs/a.md").status).toBe(2);
  });
});

test("a span of three backticks ends no list in the style of a page", () => {
  const style = { bullet: "*", width: undefined };
  expect(inStyle("```A``` is a code.\n\n- one\n\n```\n- two\n```\n", style)).toBe(
    "```A``` is a code.\n\n* one\n\n```\n- two\n```\n",
  );
});
