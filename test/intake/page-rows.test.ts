// Which rows and tables of a page are errors, and which cells say something; the report names all others.
import { describe, expect, test } from "vitest";
import { namesOf, read, refusals } from "./read.ts";

describe("rows that are no errors", () => {
  const html = (...rows: readonly string[]) =>
    `<table><tr><th>Error code<th>HTTP status<th>Description</tr>${rows.map((row) => `<tr>${row}</tr>`).join("\n")}</table>`;
  const markdown = (...rows: readonly string[]) =>
    ["Error code|HTTP status|Message", "-|-|-", ...rows].map((row) => `|${row}|`).join("\n");
  const error = "<td>bad_token<td>401<td>x";

  test.each([
    ["a cell that spans the row", "a.html", html("<td colspan=3>Authentication", error)],
    ["a header that spans the row", "a.html", html("<th colspan=3>Authentication", error)],
    ["a marked cell that spans some columns", "a.html", html("<td colspan=2><b>Authentication</b>", error)],
    ["a first cell alone", "a.md", markdown("**Authentication**||", "bad_token|401|x")],
    ["a row that is shorter", "a.md", markdown("Authentication", "bad_token|401|x")],
    ["a first value alone", "a.csv", "Error code,HTTP status,Message\nAuthentication,,\nbad_token,401,x\n"],
  ])("%s heads a section", (_, path, text) => {
    const found = read(path, text);
    expect(Object.keys(found.table.errors)).toEqual(["bad_token"]);
    expect(namesOf(found, "rows without a code")).toEqual(["Authentication"]);
  });

  test("codes stay codes where nobody wrote a text for them", () => {
    const { errors } = read("a.md", markdown("`Gone`||", "-7||", "BAD_ID||", "NoSuchKey||", ...FILLED)).table;
    expect(Object.keys(errors)).toEqual(["Gone", "-7", "BAD_ID", "NoSuchKey", "A1", "A2", "A3", "A4"]);
    expect(Object.keys(read("a.csv", "Error code,Message\nGone,\nLost,\nBusy,x\n").table.errors)).toHaveLength(3);
  });
  const FILLED = ["A1|401|a", "A2|401|b", "A3|401|c", "A4|401|d"];

  test.each([
    "Total",
    "TBD",
    "etc.",
    "Deprecated",
    "5xx",
    "4xx/5xx",
    "1000-1999",
    "2000–2999",
    "10..19",
    "E100-E199",
    ">=500",
    "500+",
    "§",
  ])("%s in the column of codes is none", (word) => {
    const found = read("a.md", markdown("bad_token|401|x", `${word}|500|y`));
    expect(Object.keys(found.table.errors)).toEqual(["bad_token"]);
    expect(namesOf(found, "rows without a code")).toEqual([`${word} 500 y`]);
  });

  test("codes with a hyphen are no ranges", () => {
    const codes = ["404-1", "2000-1", "AUTH-1000", "1999-1000", "A1-B2"];
    expect(Object.keys(read("a.md", markdown(...codes.map((code) => `${code}|400|x`))).table.errors)).toEqual(codes);
  });

  test.each([
    ["a block", "<!-- old:\n|Error code|Description|\n|-|-|\n|OLD|x|\n-->\n"],
    ["the rest of a paragraph", "Words <!-- and\n|Error code|Description|\n|-|-|\n|OLD|x|\n--> words\n"],
    ["a block that never ends before the table does", "<!--\n\n|Error code|Description|\n|-|-|\n|OLD|x|\n\n-->"],
  ])("tables in comments of Markdown are none: %s", (_, comment) => {
    const own = "|Error code|Description|\n|-|-|\n|NEW|y|\n<!-- |GONE|z| -->\n|NEXT|`<!-- z -->`|";
    const { errors } = read("a.md", `${comment}\n${own}`).table;
    expect(errors).toEqual({ NEW: { description: "y" }, NEXT: { description: "`<!-- z -->`" } });
  });

  test("a comment in a code block begins none", () => {
    const { errors } = read("a.md", `\`\`\`html\n<!-- open\n\`\`\`\n${markdown("bad_token|401|x")}`).table;
    expect(Object.keys(errors)).toEqual(["bad_token"]);
  });

  test.each([
    ["the message", "a.md", "|Code|Message|Notes|\n|-|-|-|\n|0|Success||\n|7|Busy||", [0]],
    ["a column named text", "a.md", "|Code|Text|Description|\n|-|-|-|\n|0|Success||\n|7|Busy|x|", [0]],
    ["another column", "a.csv", "Error code,Reply,Status\n0,success,200\n7,busy,500\n", [0]],
    ["codes that are texts", "a.csv", "Error code,Message\n00000,OK\nA0001,busy\n", ["00000"]],
  ])("zero is the code of a success by %s", (_, path, text, success) => {
    const { body, errors } = read(path, text).table;
    expect(body).toMatchObject({ code: { success } });
    expect(Object.keys(errors)).toHaveLength(1);
  });
});

describe("cells", () => {
  test("a retry class is a whole cell; others are named", () => {
    const cells = [
      "Yes",
      "true",
      "retryable",
      "No.",
      "false",
      "not retryable",
      "You must not retry",
      "Yet unknown",
      "no idea",
    ];
    const found = read("a.csv", `Error code,Retryable\n${cells.map((cell, index) => `E_${index},${cell}`).join("\n")}`);
    const retries = Object.values(found.table.errors).map(({ retry }) => retry);
    expect(retries.map(String)).toEqual([
      ...["backoff", "backoff", "backoff", "never", "never", "never"],
      ...["undefined", "undefined", "undefined"],
    ]);
    expect(namesOf(found, "cells that say no retry class")).toEqual([
      "E_6: You must not retry",
      "E_7: Yet unknown",
      "E_8: no idea",
    ]);
  });

  test("columns without a header, and cells beyond the header, are named by number", () => {
    for (const [path, text] of [
      ["a.csv", "Error code,,Message\nA,x,y\nB,,y,z\nC,,\n"],
      ["a.md", "|Error code||Message|\n|-|-|-|\n|A|x|y|\n|B||y|z|"],
    ] as const)
      expect(namesOf(read(path, text), "columns")).toEqual(["column 2", "column 4"]);
  });

  test.each([
    ["a.md", "# Languages\n|Code|Language|\n|-|-|\n|en|English|\n|de|German|"],
    ["a.csv", "Country,Code,Currency\nGermany,DE,EUR\nTerritory,TT,XXX\n"],
    ["a.html", "<h1>Airports</h1><table><tr><th>Code<th>Name<tr><td>FRA<td>Frankfurt"],
  ])("tables of other things are none: %s", (path, text) => {
    expect(refusals(path, text)[0]).toContain("No table of the page has a column of error codes");
    expect(Object.keys(read(path, text, { columns: "code=Code" }).table.errors)).toHaveLength(
      2 - Number(path === "a.html"),
    );
  });

  test("they stay out of a page that has errors besides, however long they are", () => {
    const found = read(
      "a.md",
      "## Errors\n|Code|Meaning|\n|-|-|\n|7|x|\n\n## Languages\n|Code|Name|\n|-|-|\n|en|a|\n|de|b|\n",
    );
    expect(Object.keys(found.table.errors)).toEqual(["7"]);
    expect(namesOf(found, "tables of another kind")).toEqual(["Languages (line 7)"]);
  });

  test.each([
    ["the name of the file", "error-codes.csv", "Code,Meaning\nA,x\n"],
    ["a heading", "a.md", "## Error list\n|Code|Meaning|\n|-|-|\n|A|x|"],
    ["a column of messages", "a.csv", "Code,Message\nA,x\n"],
    ["a column of statuses", "a.csv", "Code,HTTP status\nA,404\n"],
  ])("a bare header is one of errors by %s", (_, path, text) => {
    expect(Object.keys(read(path, text).table.errors)).toEqual(["A"]);
  });

  test.each([
    [["INVALID_TOKEN", "QUOTA_EXCEEDED"]],
    [["NotFound", "Busy.Disk", "Gone"]],
    [["E001", "E002"]],
    [["40013", "40014"]],
    [["-1121", "-1"]],
  ])("a bare header is one of errors by its codes: %j", (codes) => {
    const rows = codes.map((code) => `|${code}|It says so.|`).join("\n");
    expect(Object.keys(read("a.md", `|Code|Meaning|\n|-|-|\n${rows}`).table.errors).toSorted()).toEqual(
      codes.toSorted(),
    );
  });

  test.each([[["en-US", "zh-Hant", "de"]], [["USD", "EUR"]], [["004", "276"]], [["FRA", "MUC"]]])(
    "codes of other things are none: %j",
    (codes) => {
      const rows = codes.map((code) => `|${code}|It says so.|`).join("\n");
      expect(refusals("a.md", `|Code|Meaning|\n|-|-|\n${rows}`)[0]).toContain("No table of the page");
    },
  );

  test.each([
    ["a.csv", ""],
    ["a.csv", "\n\n"],
    ["a.html", "<table></table>"],
  ])("an empty page has no table: %s %j", (path, text) => {
    expect(refusals(path, text)).toEqual([`${path}:1:1 nothing-to-read The page has no table.`]);
  });

  test.each([";", ",", "\t", "|"])("a CSV that names its separator %j", (sign) => {
    const text = `sep=${sign}\r\ncode${sign}message\r\nA_B${sign}"x, y; z"\r\n`;
    expect(read("a.csv", text).table.errors).toEqual({ A_B: { message: "x, y; z" } });
  });
});
