// The texts of sources become templates with named params, and cases with names; whatever stands in a source, the table compiles.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readTemplate } from "../../generator/template/read-template.ts";
import { hostileString } from "../helpers/hostile-strings.ts";
import { read, tableOf } from "./read.ts";

const table = (rows: readonly (readonly string[])[]) => {
  const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  return rows.map((row) => row.map(cell).join(",")).join("\n");
};
const messages = (...texts: readonly string[]) =>
  tableOf("a.csv", table([["Error code", "Message"], ...texts.map((text, index) => [`CODE_${index}`, text])]));

describe("placeholders", () => {
  test.each([
    ["{name}", "no order {order}", "stock of {item} is 100% {n} %s"],
    ["{{name}}", "no order {{order}}", "a {{ b }} c"],
    ["${name}", "no order ${order}", "a ${b} c"],
    ["%{name}", "no order %{order}", "a %{b} c"],
    ["<name>", "no order <order>", "a < b, and <item name> is gone"],
    ["%name%", "no order %order%", "100 %item% left"],
    [":name", "no order :order", "at 10:30 :item is gone"],
    ["$name", "no order $order", "costs $5 and $price"],
  ])("%s is found and left as it is written", (placeholders, ...texts) => {
    const read = messages(...texts, "nothing");
    expect(read.placeholders).toBe(placeholders);
    expect(Object.values(read.errors).map(({ message }) => message)).toEqual([...texts, "nothing"]);
  });

  test("the dialect of most messages counts; others stay text, and are named", () => {
    const csv = table([
      ["Error code", "Message"],
      ["A_B", "no {x}"],
      ["C_D", "no {y}"],
      ["E_F", "no %s"],
    ]);
    const { table: found, dropped } = read("a.csv", csv);
    expect(found.placeholders).toBe("{name}");
    expect(dropped).toEqual([{ reason: "placeholders of another kind, which stay text", name: "no %s" }]);
  });

  test("a dialect that cannot hold a message is not that of the table", () => {
    const csv = table([
      ["Error code", "Message"],
      ["A_B", "no {{ x }}"],
      ["C_D", "open {{1{{ y }}"],
    ]);
    const { table: found, dropped } = read("a.csv", csv);
    expect(found.placeholders).toBeUndefined();
    expect(Object.values(found.errors).map(({ message }) => message)).toEqual(["no {{ x }}", "open {{1{{ y }}"]);
    expect(dropped.map(({ name }) => name)).toEqual(["no {{ x }}", "open {{1{{ y }}"]);
  });

  test("directives of printf stay, and percent signs of prose are doubled", () => {
    const { errors, placeholders } = messages(
      "'%s' is 100% full, 5% x",
      "%d of %lu bytes",
      "50%",
      "got %v, %q",
      "%1$s and %2$d, %1$s",
    );
    expect(placeholders).toBeUndefined();
    expect(Object.values(errors).map(({ message }) => message)).toEqual([
      "'%s' is 100%% full, 5%% x",
      "%d of %lu bytes",
      "50%%",
      "got %v, %q",
      "%1$s and %2$d, %1$s",
    ]);
  });
});

describe("params are named by the words around them", () => {
  test.each([
    ["alias '%s' of service '%s' does not exist", ["alias", "service"]],
    ["domain name %s is taken", ["domainName"]],
    ["Invalid access key ID: %s", ["accessKeyId"]],
    ["at most %d requests are allowed", ["requests"]],
    ["The value must be less than %d", ["limit"]],
    ["The InstanceId %s is gone. Host %s is not.", ["instanceId", "host"]],
    ["%s", ["reason"]],
    ["%s and %s", ["value", "value2"]],
    ["file %s, file %s", ["file", "file2"]],
    ["__proto__ %s", ["proto__"]],
  ])("%s", (message, names) => {
    expect(Object.keys((messages(message).errors["CODE_0"]?.["params"] ?? {}) as object)).toEqual(names);
  });
});

describe("cases", () => {
  const cases = (...texts: readonly string[]) =>
    tableOf("a.csv", table([["Error code", "Message"], ...texts.map((text) => ["A_B", text])])).errors["A_B"]?.[
      "cases"
    ];

  test("are named by the words that only they have, each once", () => {
    expect(
      Object.keys(cases("The zone is closed.", "The zone is full.", "余额不足", "余额", "The %s") as object),
    ).toEqual(["closed", "full", "other", "other2", "other3"]);
  });

  test("are not called as a member of every object is", () => {
    expect(Object.keys(cases("Constructor error", "Something else") as object)).toEqual([
      "constructor2",
      "somethingElse",
    ]);
  });

  test("thousands of messages of one code are as many cases", () => {
    const many = Array.from({ length: 3000 }, (_, index) => `message ${index}`);
    expect(Object.keys(cases(...many) as object)).toHaveLength(3000);
  });
});

describe("any text", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary", maxLength: 40 }),
    hostileString,
    fc.constantFrom("%", "{", "<b>", "$x", "%%", "{{", "\\", "|", "`"),
  );
  const sentence = fc.array(text, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(" "));

  test("in CSV makes a table that compiles, with the words as they are, and in JSON the same one", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(sentence, sentence), { minLength: 1, maxLength: 5 }), (rows) => {
        const own = rows.map(([message, solution], index) => [`CODE_${index}`, message, solution]);
        const clean = own.map((row) => row.map((cell) => cell.replaceAll("\0", "").toWellFormed()));
        const { table: found } = read("a.csv", table([["Error code", "Message", "Solution"], ...clean]));
        const ofJson = clean.map(([code, message, solution]) => ({ code, message, solution }));
        expect(read("a.json", ofJson).table.errors).toEqual(found.errors);
        for (const [code = "", message = ""] of clean) {
          const written = found.errors[code]?.["message"];
          // A doubled sign may be one sign of a template.
          if (typeof written !== "string" || /([%{$])\1/.test(message)) continue;
          const { template } = readTemplate(written, { placeholders: (found.placeholders ?? "printf") as "printf" });
          // What is no placeholder reads as the source has it.
          if (template.tokens.every(({ kind }) => kind === "literal"))
            expect(template.tokens.map((token) => token.text).join("")).toBe(
              message.replaceAll(/\r\n?|\n/g, " ").trim(),
            );
        }
      }),
      { numRuns: 40 },
    );
  });

  test.each(["a.md", "a.html"])("in %s leaves the rows before it as they are", (path) => {
    const head =
      path === "a.md" ? "|Error code|Message|\n|-|-|\n|A_B|" : "<table><tr><th>Error code<th>Message<tr><td>A_B<td>";
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            text,
            fc.constantFrom(
              "|",
              "\n|C_D|",
              "<td>",
              "<tr><td>",
              "</table>",
              "<code>",
              "&lt;",
              "<a href='x",
              "rowspan=9>",
              "```",
            ),
          ),
          { maxLength: 8 },
        ),
        (parts) => {
          const rest = parts.join("").replaceAll("\0", "").toWellFormed();
          const end = path === "a.md" ? "|\n" : "";
          expect(Object.keys(tableOf(path, head + rest + end).errors)).toContain("A_B");
        },
      ),
      { numRuns: 40 },
    );
  });

  test.each([
    ["open tags", "a.html", `<table><tr><th>Error code<tr><td>A_B${"<b>".repeat(60_000)}`],
    ["open tables", "a.html", `${"<table>".repeat(20_000)}<table><tr><th>Error code<tr><td>A_B`],
    ["open attributes", "a.html", `<table><tr><th>Error code<tr><td>A_B</table>${'<a b="'.repeat(50_000)}`],
    [
      "spans",
      "a.html",
      `<table><tr><th>Error code<tr><td rowspan=65000 colspan=65000>A_B${"<tr><td>C_D".repeat(5000)}`,
    ],
    ["fences", "a.md", `|Error code|M|\n|-|-|\n|A_B|x|\n${"```\n".repeat(50_000)}`],
    ["bars", "a.md", `|Error code|M|\n|-|-|\n|A_B|${"|".repeat(100_000)}`],
  ])("many %s take no long time and no deep stack", (_, path, source) => {
    expect(Object.keys(tableOf(path, source).errors)[0]).toBe("A_B");
  });
});
