// Tables of pages become tables of errors: Markdown, HTML and CSV as people write and save them.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { flatErrors } from "../helpers/flat-error.ts";
import { modelOfFile } from "../helpers/model-fixtures.ts";
import { read, refusals, tableOf } from "./read.ts";

describe("the page of Function Compute", () => {
  const rows = flatErrors(modelOfFile("spec/function-compute.errors.yaml")).map(
    ({ code, status, template, description, solution }) => ({
      code,
      status,
      message: template?.text,
      description,
      solution,
    }),
  );
  const header = ["HTTP status code", "Error code", "Error message", "Description", "Solution"];
  const cells = rows.map((row) => [String(row.status), row.code, row.message ?? "N/A", row.description, row.solution]);
  const sample = '{\n  "errorCode" : <ErrorCode>,\n  "errorMessage" : <ErrorMessage>\n}        ';
  const expected = Object.fromEntries(
    rows.map(({ code, ...row }) => [code, JSON.parse(JSON.stringify(row)) as object]),
  );

  const line = (values: readonly (string | undefined)[]): string => `| ${values.join(" | ")} |`;
  const markdown = [
    "# Error codes",
    "## Error information",
    `\`\`\`json\n${sample}\n\`\`\``,
    "## Error codes",
    [line(header), line(header.map(() => "---")), ...cells.map(line)].join("\n"),
  ].join("\n\n");
  const entities = (text = ""): string =>
    text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll("'", "&#39;");
  const row = (values: readonly (string | undefined)[], tag: string): string =>
    `<tr>${values.map((value) => `<${tag}><p class="p">${entities(value)}</p></${tag}>`).join("\n")}</tr>`;
  const html = `<!doctype html><title>Error codes - Function Compute</title><h1>Error codes</h1><pre><code>${entities(sample)}</code></pre>
    <table><thead>${row(header, "th")}</thead><tbody>${cells.map((one) => row(one, "td")).join("")}</tbody></table>`;

  test.each([
    ["page.md", markdown],
    ["page.html", html],
  ])("%s gives the table of the project", (path, text) => {
    const { table, dropped } = read(path, text);
    expect(table.body).toEqual({ mediaType: "application/json", code: "/errorCode", message: "/errorMessage" });
    const facts = Object.entries(table.errors).map(([code, { status, message, description, solution }]) => {
      return [code, JSON.parse(JSON.stringify({ status, message, description, solution })) as object];
    });
    expect(Object.fromEntries(facts)).toEqual(expected);
    expect(dropped).toEqual([]);
    const named = (code: string) => Object.keys((table.errors[code]?.["params"] ?? {}) as object);
    expect(named("AliasNotFound")).toEqual(["alias", "service"]);
    expect(named("DomainNameNotFound")).toEqual(["domainName"]);
    expect(named("EntityTooLarge")).toEqual(["bytes"]);
  });
});

describe("Markdown", () => {
  test("integers, statuses in many forms, named placeholders, success, escapes", () => {
    const { table, dropped } = read(
      "nats.md",
      [
        "---\ntitle: JetStream errors\n---",
        "# Errors {#errors}",
        "| Error code | HTTP Status | Message | Notes | Owner |\n|---|:-:|---|---|---|",
        "| 10059 | 404 Not Found | `stream not found` | | a |",
        "| **10060** | 403/409 | subjects overlap with {subject} of {stream name} | a \\| b<br>c | |",
        "| 10014 | HTTP 429 | consumer {name} is 100% full | see [docs](https://example.com) | |",
        "| -1 | 4xx | general | &lt;x&gt; | |",
        "| 0 | 200 | OK | | |",
        "| | | | not a row | |",
      ].join("\n"),
    );
    expect(table).toEqual({
      ...{ errtable: 1, name: "JetStreamErrors", title: "JetStream errors", version: "1.0.0", placeholders: "{name}" },
      body: { code: { at: "/code", type: "integer", success: [0] }, message: "/message" },
      errors: {
        10059: { status: 404, identifier: "StreamNotFound", message: "stream not found" },
        10060: {
          ...{ status: [403, 409], identifier: "SubjectsOverlapWithOf" },
          ...{ message: "subjects overlap with {subject} of {stream name}", description: "a | b\n\nc" },
        },
        10014: {
          ...{ status: 429, identifier: "ConsumerIsFull", retry: "throttled" },
          ...{ message: "consumer {name} is 100% full", description: "see [docs](https://example.com)" },
        },
        "-1": { identifier: "General", message: "general", description: "&lt;x&gt;" },
      },
    });
    expect(dropped).toEqual([
      { reason: "columns", name: "Owner" },
      { reason: "cells that state no status", name: "-1: 4xx" },
      { reason: "rows without a code", name: "not a row" },
    ]);
  });

  test("a code on several rows has cases; the same words under two statuses are one", () => {
    const { errors } = tableOf(
      "ecs.md",
      [
        "|HTTP status code|Error code|Error message|Description|\n|--|--|--|--|",
        "|400|Throttling|Request was denied.|Too many.|",
        "|403|Throttling|Request was denied.|Too many.|",
        "|403|OperationDenied|The zone is closed.|Zone.|",
        "|409|OperationDenied|The quota of %s is used up.|Quota.|",
        "|409|OperationDenied|The quota of %s is used up.|Wait, too.|",
      ].join("\n"),
    );
    expect(errors).toEqual({
      Throttling: { status: [400, 403], message: "Request was denied.", description: "Too many." },
      OperationDenied: {
        cases: {
          zoneClosed: { status: 403, message: "The zone is closed.", description: "Zone." },
          quotaUsedUp: {
            ...{ status: 409, message: "The quota of %s is used up.", params: { quota: {} } },
            description: "Quota.\n\nWait, too.",
          },
        },
      },
    });
  });

  test("tables of errors are one, others are named; code fences and HTML are what they are", () => {
    const { table, dropped } = read(
      "page.md",
      [
        "## Parameters\n| Name | Type | Description |\n|---|---|---|\n| id | string | x |",
        "```\n| Error code | Message |\n|---|---|\n| Fenced | no |\n```",
        "## Client errors\n| Error code | Message |\n|---|---|\n| `A_1` | one |",
        "## Server errors\n<table>\n<tr><th>Error code<th>HTTP status\n<tr><td>B_2<td>500\n</table>",
        "## Close codes\n| Code | Meaning |\n|---|---|\n| 4000 | Unknown |",
        "## Statuses\n| Code | Meaning |\n|---|---|\n| 404 (NOT FOUND) | Gone |",
      ].join("\n\n"),
    );
    expect(table.errors).toEqual({ A_1: { message: "one" }, B_2: { status: 500 } });
    expect(dropped.map(({ reason, name }) => `${reason}: ${name}`)).toEqual([
      "tables without a column of codes: Parameters (line 2)",
      "tables without a column of codes: Statuses (line 29)",
      "tables of another kind: Close codes (line 24)",
    ]);
  });

  test("a span of three backticks at the start of a line begins no code", () => {
    const { table } = read("page.md", "```A``` is a code.\n\n| Error code | Message |\n|---|---|\n| `A_1` | one |\n");
    expect(table.errors).toEqual({ A_1: { message: "one" } });
  });

  test.each([
    ["Código de error|Código HTTP|Mensaje", "A.B|404|no"],
    ["Message|Code d'erreur|Statut HTTP", "no|A.B|404"],
    ["HTTP-код|Код ошибки|Сообщение", "404|A.B|no"],
    ["Código|Mensagem|HTTP", "A.B|no|404"],
    ["Codice errore|Messaggio|Codice HTTP", "A.B|no|404"],
    ["Kod błędu|HTTP|Komunikat", "A.B|404|no"],
    ["Foutcode|HTTP-status|Melding", "A.B|404|no"],
    ["返回码|HTTP 状态码|返回信息", "A.B|404|no"],
  ])("headers in another language: %s", (header, row) => {
    expect(tableOf("a.md", `|${header}|\n|-|-|-|\n|${row}|\n`).errors).toEqual({
      "A.B": { status: 404, message: "no" },
    });
  });

  test("headers in any order and language", () => {
    const cells = (header: string, row: string) => `|${header}|\n|-|-|-|\n|${row}|\n`;
    expect(tableOf("a.md", cells("解决方案|错误码|HTTP 状态码", "重试|A.B|503")).errors).toEqual({
      "A.B": { status: 503, solution: "重试" },
    });
    expect(tableOf("a.md", cells("Message|Error|Code", "no disk|DISK_FULL|-7")).errors).toEqual({
      "-7": { identifier: "DiskFull", message: "no disk" },
    });
    expect(tableOf("a.md", cells("Retryable|Error Code|Category", "Yes|A_B|Disk I/O")).errors).toEqual({
      A_B: { retry: "backoff", group: "Disk-I-O" },
    });
  });
});

describe("HTML", () => {
  test("spans, tags that are never closed, entities, lists, links and scripts", () => {
    const { table } = read(
      "page.html",
      `<html><head><title>Shop: errors</title><script>"<table><tr><td>no</td></tr></table>"</script></head>
      <!-- <table><tr><td>no</table> -->
      <table border=1><caption>Codes</caption>
      <tr><th colspan=5>All errors</th></tr>
      <tr><th>HTTP</th><th>Error&nbsp;code</th><th>Message</th><th>Description</th><th>Solution</th></tr>
      <tr><td rowspan="3">404</td><td rowspan=2><code>Gone</code></td><td>order &#39;%s&#x27; is gone<td>It is <b>gone</b> &amp; lost.<td><ul><li>Look.<li>Ask.</ul>
      <tr><td>order is &lt;gone&gt;<td colspan=2>See <a href="/x?a=1&amp;b=2">here</a>, <a href="https://example.com/?a=1&amp;b=2">there</a>.
      <tr><td>Lost<td>N/A<td>&mdash;<td>
      <tr><td colspan="5">Servers</td></tr>
      <tr><td>500</td><td>Bug</td><td>bug &unknown; &#0;</td><td>a<br/>b</td><td></td></tr>`,
    );
    expect(table.name).toBe("ShopErrors");
    expect(table.errors).toEqual({
      Gone: {
        status: 404,
        cases: {
          gone: {
            ...{ message: "order '%s' is gone", params: { order: {} } },
            ...{ description: "It is **gone** & lost.", solution: "Look.\n\nAsk." },
          },
          order: { message: "order is <gone>", description: "See here, [there](https://example.com/?a=1&b=2)." },
        },
      },
      Lost: { status: 404 },
      Bug: { status: 500, message: "bug &unknown; \uFFFD", description: "a\n\nb" },
    });
  });
});

describe("CSV", () => {
  test("a byte order mark, semicolons, quotes and line ends within them", () => {
    const text =
      '\uFEFF"Error Code";"Meaning";"Status"\r\n"A_B";"says ""hi""; twice\r\nnext";"400, 404"\r\nC_D;plain;\r\n';
    expect(tableOf("shop.csv", text).errors).toEqual({
      A_B: { status: [400, 404], description: 'says "hi"; twice\nnext' },
      C_D: { description: "plain" },
    });
  });

  test("Telethon: names beside statuses are codes; a number below zero is no status", () => {
    const text = readFileSync(join(import.meta.dirname, "../corpora/sources/telethon.csv"), "utf8");
    const { table, dropped } = read("telethon.csv", text);
    expect(table.errors["CHANNEL_PRIVATE"]).toMatchObject({ status: [400, 406] });
    expect(table.errors["PHONE_MIGRATE_X"]).toMatchObject({ status: 303 });
    expect(table.errors["Timeout"]).toEqual({ description: "Timeout while fetching data" });
    expect(dropped).toEqual([{ reason: "cells that state no status", name: "Timeout: -503" }]);
  });

  test.each([
    ["numbers", "code=2,identifier=1,description=3"],
    ["a number for what has no name", "code=2, description=3"],
  ])("--columns by %s, where the first row is an error", (_, columns) => {
    const { errors } = tableOf("opcua.csv", 'Good,0x00000000,"Fine, it is."\nBad,0x80000000,It failed.\n', { columns });
    expect(Object.keys(errors)).toEqual(["0x00000000", "0x80000000"]);
    expect(errors["0x80000000"]).toMatchObject({ description: "It failed." });
  });

  test("--columns by header", () => {
    const { errors } = tableOf("x.tsv", "Fault\tText\tHTTP\nE1\tone\t404\n", {
      columns: "code=Fault,message=text,status=http",
    });
    expect(errors).toEqual({ E1: { status: 404, message: "one" } });
  });
});

describe("pages without codes", () => {
  test("names that JavaScript has are codes as others are; a group without a name is told", () => {
    const text = "Error code,Message,Category\n__proto__,a %s,A B\nconstructor,b,余\n";
    const { table, dropped } = read("odd.csv", text);
    expect(Object.keys(table.errors)).toEqual(["__proto__", "constructor"]);
    expect(dropped).toEqual([{ reason: "groups, whose names need Latin letters", name: "余" }]);
  });

  test("--columns is for tables alone", () => {
    expect(refusals("api.json", "{}", { columns: "code=1" })).toEqual([
      "api.json:1:1 source-kind This file has no table with columns.",
    ]);
  });

  test.each([
    ["a.md", "# Errors\n\nThere are none.", "a.md:1:1 nothing-to-read The page has no table."],
    [
      "a.csv",
      "x,y\n1,2\n",
      'a.csv:1:1 nothing-to-read No table of the page has a column of error codes: "a table (line 1)".',
    ],
    ["a.csv", 'A_B,x\nC_D,"y\n', "a.csv:2:5 source-syntax A quoted value never ends."],
    ["a.html", "<p>No.", "a.html:1:1 nothing-to-read The page has no table."],
    [
      "a.csv",
      "code,status\n<<<<<<< HEAD\nA,404\n=======\nB,404\n>>>>>>> other\nC,409\n",
      'a.csv:2:1 merge-conflict Lines 2 to 6 are an unfinished merge of "HEAD" and "other".',
    ],
    [
      "a.md",
      "| Code |\n| --- |\n<<<<<<< HEAD\n| A |\n=======\n| B |\n>>>>>>> other\n| C |\n",
      'a.md:3:1 merge-conflict Lines 3 to 7 are an unfinished merge of "HEAD" and "other".',
    ],
    ["a.html", "", "a.html:1:1 nothing-to-read The page has no table."],
    ["errors.java", "enum A { B }", 'errors.java:1:1 source-kind Programs such as ".java" files are not read.'],
    ["errors.txt", "one two", "errors.txt:1:1 source-kind This is no kind of source that is read."],
    ["a.md", "# A\nb\0c", "a.md:2:2 source-syntax The file is no text: here is a byte of zero."],
  ])("%s: %j", (path, text, refusal) => {
    expect(refusals(path, text)).toEqual([refusal]);
  });

  test("other encodings are told with the place of their first byte", () => {
    expect(refusals("a.csv", Uint8Array.of(0x61, 0x0a, 0xff, 0xfe))).toEqual([
      "a.csv:2:1 not-utf8 The file is not UTF-8: these bytes are no character.",
    ]);
  });
});
