// What an editor gets at a place of a file: the answers of each feature, also in files that are half written.
import { describe, expect, test } from "vitest";
import { applyEdits } from "../../generator/diagnostic/text-edits.ts";
import { completionAt } from "../../generator/language-server/completion/completion.ts";
import { codeActionsIn } from "../../generator/language-server/features/code-actions.ts";
import { codeLenses } from "../../generator/language-server/features/code-lens.ts";
import { definitionsAt, referencesAt } from "../../generator/language-server/features/definition.ts";
import { documentSymbols } from "../../generator/language-server/features/document-symbols.ts";
import { foldingRanges } from "../../generator/language-server/features/folding.ts";
import { hoverAt } from "../../generator/language-server/features/hover.ts";
import { renamableAt, renameAt } from "../../generator/language-server/features/rename-at.ts";
import { semanticTokens } from "../../generator/language-server/features/semantic-tokens.ts";
import { translationActions } from "../../generator/language-server/features/translation-actions.ts";
import { type FileView, viewOf } from "../../generator/language-server/files/file-view.ts";
import type { LspTextEdit, LspWorkspaceEdit } from "../../generator/language-server/protocol/lsp-types.ts";
import { toOffset, toPosition } from "../../generator/language-server/protocol/text-positions.ts";
import { put, workspaceOf } from "../helpers/fresh-findings.ts";

const SHOP = `errtable: 1
name: Shop
imports: [./common.errors.yaml]
groups:
  orders: { title: Orders }
  payments: { title: Payments }
tags:
  Soft: { title: Passing }
errors:
  OrderNotFound:
    status: 404
    message: "order '%s' of '%s' does not exist"
    params: { order: { example: A-1 }, owner: { example: Ada } }
    solution: Check the number.
    group: orders
    tags: [Soft]
    cases:
      gone: { status: 410, message: "order '%s' is gone", params: { order: {} } }
      never: {}
  Declined:
    status: 402
    message: declined
    description: The bank said no.
    solution: Pay in another way.
    deprecated: { replacedBy: OrderNotFound }
operations:
  GetOrder: [OrderNotFound, { code: OrderNotFound, case: gone }]
  Pay: [Declined, Denied]
retired:
  Lost: { replacedBy: OrderNotFound }
`;
const FILES = {
  "shop.errors.yaml": SHOP,
  "common.errors.yaml":
    "errtable: 1\nname: Common\nerrors:\n  Denied: { status: 403, message: denied, solution: Ask somebody. }\n",
  "shop.de.errors.yaml":
    "errtable: 1\ntranslates: ./shop.errors.yaml\nlocale: de\ngroups: { orders: { title: Bestellungen } }\nerrors:\n  OrderNotFound: { message: \"'%s' von '%s' fehlt\" }\n",
  "base.yaml": "rules: { opaque-message: warning }\n",
  "errtable.config.yaml":
    "tables: [./shop.errors.yaml]\nrules: { missing-solution: warning }\ntargets:\n  - kind: docs\n    table: ./shop.errors.yaml\n    out: docs\n    options: { locales: [de] }\n",
};
type Name = keyof typeof FILES;

/** The view of a file in which a mark shows the place; the text is that of the project where no other is given. */
function at(marked: string, name: Name = "shop.errors.yaml"): readonly [FileView, number] {
  const workspace = workspaceOf(
    FILES,
    Object.keys(FILES).map((each) => `/${each}`),
  );
  workspace.analyze();
  put(workspace, `/${name}`, marked.replace("¦", ""));
  const view = viewOf(workspace, `/${name}`);
  if (view === undefined) throw new Error(`There is no view of ${name}.`);
  return [view, marked.indexOf("¦")];
}

function marked(name: Name, before: string, after = ""): string {
  const text: string = FILES[name];
  if (!text.includes(before + after)) throw new Error(`${name} has no ${before + after}.`);
  return text.replace(before + after, `${before}¦${after}`);
}

function shown(place: readonly [FileView, number]): string {
  return hoverAt(...place, false)?.contents.value ?? "";
}

function offered(text: string, name: Name = "shop.errors.yaml"): readonly string[] {
  const [view, offset] = at(text, name);
  return completionAt(view, offset, { hasSnippets: true, leavesSchema: false }).items.map(({ label }) => label);
}

/** Places as the words that stand there, with the file and the line. */
function placesOf(
  locations: readonly { readonly uri: string; readonly range: { readonly start: { readonly line: number } } }[],
) {
  return locations.map(({ uri, range }) => `${uri.slice("file:///".length)}:${range.start.line + 1}`);
}

function edited(name: Name, { changes = {} }: LspWorkspaceEdit): string {
  const text: string = FILES[name];
  const edits = (changes[`file:///${name}`] ?? []).map(({ range, newText }: LspTextEdit) => ({
    start: toOffset({ text }, range.start),
    end: toOffset({ text }, range.end),
    text: newText,
  }));
  return applyEdits(text, edits);
}

describe("hover", () => {
  test.each([
    [
      "a code in operations",
      marked("shop.errors.yaml", "Pay: [Decl", "ined"),
      "Declined · 402 Payment Required · Shop",
    ],
    ["a code of an imported table", marked("shop.errors.yaml", "Declined, Den", "ied"), "Denied · 403 Forbidden"],
    ["a case", marked("shop.errors.yaml", "case: go", "ne"), "OrderNotFound.gone · 410 Gone"],
    [
      "a message",
      marked("shop.errors.yaml", "order '%", "s' of"),
      "order '{order}' of '{owner}' does not exist\nseparable:",
    ],
    [
      "a param",
      marked("shop.errors.yaml", "params: { ord", "er: {"),
      'order (string): "%s" prints a string. For example "A-1".',
    ],
    ["a group", marked("shop.errors.yaml", "group: ord", "ers"), 'orders · Orders\nErrors: "OrderNotFound".'],
    ["a tag", marked("shop.errors.yaml", "tags: [So", "ft"), "Soft · Passing"],
    ["a field", marked("shop.errors.yaml", "    sta", "tus: 404"), "The HTTP status of the response"],
    ["a retired code", marked("shop.errors.yaml", "  Lo", "st:"), "Lost · retired · Shop"],
    ["a rule in a comment", `${SHOP}# errtable-ignore opaque-¦message: x\n`, "opaque-message (warning)"],
    ["an imported file", marked("shop.errors.yaml", "imports: [./com", "mon"), "Common: 1 error"],
  ])("%s", (_, text, words) => expect(shown(at(text))).toContain(words));

  test.each([
    ["a rule", marked("errtable.config.yaml", "missing-", "solution"), "missing-solution (warning)"],
    ["a field", marked("errtable.config.yaml", "  - ki", "nd:"), "The kind of the product."],
    ["an option of the target's kind", marked("errtable.config.yaml", "options: { loca", "les"), "**Locales**"],
  ])("%s of the configuration", (_, text, words) => expect(shown(at(text, "errtable.config.yaml"))).toContain(words));

  test("a place with a finding tells of its rule", () => {
    expect(shown(at(SHOP.replace("group: orders", "group: ord¦")))).toContain("unknown-group (error, always)");
  });

  test("hostile texts are no markup", () => {
    const text = SHOP.replace("The bank said no.", '"```\\n[x](command:run) <img src=x>"').replace(
      "Pay: [Decl",
      "Pay: [¦Decl",
    );
    const value = shown(at(text));
    expect(value).toMatch(/^````text\n/);
    expect(value.trimEnd()).toMatch(/\n````$/);
  });
});

describe("completion", () => {
  test.each([
    [
      "codes that the list lacks",
      SHOP.replace("[Declined, Denied]", "[Declined, ¦]"),
      ["Denied", "OrderNotFound", "OrderNotFound.gone", "OrderNotFound.never"],
    ],
    [
      "codes of a list that is open",
      SHOP.replace("[Declined, Denied]", "[Declined, Or¦"),
      ["OrderNotFound", "OrderNotFound.gone", "OrderNotFound.never"],
    ],
    ["cases of the code", SHOP.replace("case: gone", "case: ¦"), ["gone", "never"]],
    [
      "codes that replace",
      SHOP.replace("Lost: { replacedBy: OrderNotFound", "Lost: { replacedBy: De¦"),
      ["Denied", "OrderNotFound", "Declined"],
    ],
    ["groups", SHOP.replace("group: orders", "group: ¦"), ["orders", "payments"]],
    ["tags", SHOP.replace("tags: [Soft]", "tags: [¦]"), ["Soft"]],
    ["values of an enum", SHOP.replace("group: orders", "retry: ¦"), ["never", "backoff", "throttled"]],
    ["params of the message", SHOP.replace(", owner: { example: Ada } }", ", ¦ }"), ["param2"]],
    ["a whole row", SHOP.replace("operations:\n", "  ¦\noperations:\n"), ["NewCode"]],
    ["rules", `${SHOP}# errtable-ignore opaq¦\n`, ["opaque-message"]],
    [
      "rules above the first row",
      SHOP.replace("errors:\n", "errors:\n  # errtable-ignore opaq¦\n"),
      ["opaque-message"],
    ],
    ["the word for it", SHOP.replace("errors:\n", "errors:\n  # err¦\n"), ["errtable-ignore"]],
    [
      "cases behind a code",
      SHOP.replace("[Declined, Denied]", "[OrderNotFound.¦]"),
      ["OrderNotFound.gone", "OrderNotFound.never"],
    ],
    [
      "cases that replace",
      SHOP.replace("Lost: { replacedBy: OrderNotFound", "Lost: { replacedBy: .g¦"),
      ["OrderNotFound.gone"],
    ],
    ["tables to import", SHOP.replace("[./common.errors.yaml]", "[¦]"), ["./common.errors.yaml"]],
  ])("%s", (_, text, names) => {
    const [first, ...others] = [...new Set(offered(text))].toSorted();
    expect([first, ...others]).toEqual(expect.arrayContaining(names.filter((name) => name !== "Declined")));
    if (names.length < 3) expect(new Set([first, ...others])).toEqual(new Set(names));
  });

  test("rules behind a space", () => {
    expect(offered(SHOP.replace("errors:\n", "errors:\n  # errtable-ignore ¦\n"))).toContain("opaque-message");
    expect(offered(SHOP.replace("group: orders", "group: orders # errtable-ignore ¦"))).toContain("opaque-message");
  });

  test("fields of a row that it lacks, as a word becomes one", () => {
    expect(offered(SHOP.replace("    group: orders\n", "    desc¦\n"))).toEqual(["description"]);
    const names = offered(SHOP.replace("    group: orders\n", "    ¦\n"));
    expect(names).toEqual(expect.arrayContaining(["description", "retry", "group"]));
    expect(names).not.toContain("status");
  });

  test.each([
    [
      "ids of rules",
      FILES["errtable.config.yaml"].replace("missing-solution: warning", "missing-s¦"),
      ["missing-solution"],
    ],
    [
      "severities",
      FILES["errtable.config.yaml"].replace("solution: warning", "solution: ¦"),
      ["error", "warning", "off"],
    ],
    ["kinds of targets", FILES["errtable.config.yaml"].replace("kind: docs", "kind: ¦"), ["typescript", "docs"]],
    [
      "tables",
      FILES["errtable.config.yaml"].replace("    table: ./shop.errors.yaml", "    table: ¦"),
      ["./shop.errors.yaml"],
    ],
    [
      "locales of the target's table",
      FILES["errtable.config.yaml"].replace("locales: [de]", "locales: [¦]"),
      ["de", "en"],
    ],
    [
      "words that a pattern lists",
      FILES["errtable.config.yaml"].replace("{ locales: [de] }", "{ columns: [code, ¦] }"),
      ["status", "message"],
    ],
    ["configurations to extend", `extends: ¦\n${FILES["errtable.config.yaml"]}`, ["./base.yaml"]],
    [
      "tables of a description",
      `${FILES["errtable.config.yaml"]}descriptions: [{ file: api.yaml, tables: [¦] }]\n`,
      ["./shop.errors.yaml", "./common.errors.yaml"],
    ],
    [
      "options of the target's kind",
      FILES["errtable.config.yaml"].replace("{ locales: [de] }", "{ form¦ }"),
      ["formats"],
    ],
  ])("%s in the configuration", (_, text, names) => {
    expect(offered(text, "errtable.config.yaml")).toEqual(expect.arrayContaining(names));
  });

  test("the language in the name of a translation", () => {
    const text = FILES["shop.de.errors.yaml"].replace("locale: de", "locale: ¦");
    expect(offered(text, "shop.de.errors.yaml")).toEqual(["de"]);
  });

  test("codes that a translation lacks", () => {
    expect(offered(`${FILES["shop.de.errors.yaml"]}  ¦\n`, "shop.de.errors.yaml")).toEqual(
      expect.arrayContaining(["Declined", "Denied"]),
    );
  });
});

describe("codes of both types, lists of messages and finer codes", () => {
  const table = `errtable: 1
name: Pay
body:
  code: { at: /name, type: [string, integer] }
  message: { at: /message, type: [string, array, object] }
  properties:
    kind: { enum: [card, bank] }
    flag: { type: boolean }
    details:
      type: array
      minItems: 1
      contains: { type: object }
      items: { type: object, properties: { issue: { type: string, description: What is wrong., enum: [X1, X2] }, at: { properties: { line: { example: 3 } } } } }
    error-codes: { type: array, items: { type: string } }
errors:
  1402: { identifier: NoFunds, status: 402, description: No funds., solution: Pay. }
  "a: b": { status: 400, description: Wrong., solution: Pay., constants: { /details/-/issue: X1, kind: card } }
operations:
  Do: [1402]
`;
  const edit = (from: string, to: string): string => {
    if (!table.includes(from)) throw new Error(`The table has no ${from}.`);
    return table.replace(from, () => to);
  };
  const keys = ["kind", "flag", "/details/-/issue", "/details/-/at/line", "/error-codes/-"];

  test.each([
    ["the other type of codes", edit("[string, integer]", "[string, ¦]"), ["integer"]],
    ["the other types of messages", edit("[string, array, object]", "[array, ¦]"), ["string", "object"]],
    ["members that constants fix", edit("{ /details/-/issue: X1, kind: card }", "{ ¦ }"), keys],
    ["those with the letters", edit("{ /details/-/issue: X1, kind: card }", "{ /det¦ }"), keys.slice(2, 4)],
    ["values of a member of a list", edit("issue: X1, kind", "issue: ¦, kind"), ["X1", "X2"]],
    ["values of a common member", edit("kind: card }", "kind: ¦ }"), ["card", "bank"]],
    ["truth values", edit("kind: card }", "flag: ¦ }"), ["true", "false"]],
    ["an example", edit("kind: card }", "/details/-/at/line: ¦ }"), ["3"]],
    ["codes of both types", edit("[1402]", "[¦]"), ["1402", "a: b"]],
  ])("%s are offered", (_, text, labels) => {
    expect(offered(text)).toEqual(labels);
  });

  test("codes that are integers stand without quotes", () => {
    const [view, offset] = at(edit("[1402]", "[¦]"));
    const { items } = completionAt(view, offset, { hasSnippets: true, leavesSchema: false });
    expect(items.map(({ textEdit }) => textEdit?.newText)).toEqual(["1402", '"a: b"']);
  });

  test.each([
    [
      "a type of codes",
      edit("[string, integer]", "[string, int¦eger]"),
      "One of the types.\n\n- `string`\n- `integer`",
    ],
    ["the types of codes", edit("type: [string, i", "ty¦pe: [string, i"), "a list of both types"],
    ["the types of messages", edit("type: [string, a", "ty¦pe: [string, a"), "A map is never the only type."],
    ["the least items of a list", edit("minItems", "min¦Items"), "The fewest items."],
    ["an item that a list holds", edit("contains", "cont¦ains"), "A schema that at least one item matches."],
    [
      "a constant in a list",
      edit("{ /details/-/issue", "{ /details/-/is¦sue"),
      'string\nWhat is wrong.\nOne of "X1", "X2".',
    ],
    ["its value", edit("issue: X1, kind", "issue: X¦1, kind"), "The value of the member."],
  ])("%s is explained", (_, text, words) => {
    expect(shown(at(text))).toContain(words);
  });

  test.each([
    ["another type of codes", edit("[string, integer]", "[string, object]"), "invalid-value"],
    ["one type twice", edit("[string, integer]", "[string, string]"), "invalid-value"],
    ["a map as the only type", edit("type: [string, array, object]", "type: object"), "invalid-value"],
    ["a member that items do not have", edit("/details/-/issue: X1", "/details/-/isue: X1"), "unknown-constant"],
    ["a value that it does not have", edit("/details/-/issue: X1", "/details/-/issue: X3"), "unknown-constant"],
  ])("%s is one finding", (_, text, code) => {
    const [view] = at(`${text}¦`);
    view.workspace.analyze();
    const found = view.workspace.analyze().diagnostics.get("/shop.errors.yaml") ?? [];
    expect(found.filter(({ severity }) => severity === "error").map((one) => one.code)).toContain(code);
    expect(found.filter((one) => one.code === code)).toHaveLength(1);
  });
});

describe("places", () => {
  test("a code leads to its row from every place, also in other files", () => {
    for (const text of [
      marked("shop.errors.yaml", "Lost: { replacedBy: Ord", "er"),
      marked("shop.errors.yaml", "GetOrder: [Ord", "er"),
    ]) {
      expect(placesOf(definitionsAt(...at(text)))).toEqual(["shop.errors.yaml:10"]);
    }
    expect(placesOf(definitionsAt(...at(marked("shop.de.errors.yaml", "  Ord", "er"), "shop.de.errors.yaml")))).toEqual(
      ["shop.errors.yaml:10"],
    );
    expect(placesOf(definitionsAt(...at(marked("shop.errors.yaml", "Declined, Den", "ied"))))).toEqual([
      "common.errors.yaml:4",
    ]);
    expect(placesOf(definitionsAt(...at(marked("shop.errors.yaml", "case: go", "ne"))))).toEqual([
      "shop.errors.yaml:18",
    ]);
  });

  test("the uses of a code are in operations, replacements, retired codes and translations", () => {
    const uses = placesOf(referencesAt(...at(marked("shop.errors.yaml", "  Order", "NotFound:\n")), false));
    expect(uses.toSorted()).toEqual([
      "shop.de.errors.yaml:6",
      "shop.errors.yaml:25",
      "shop.errors.yaml:27",
      "shop.errors.yaml:27",
      "shop.errors.yaml:30",
    ]);
  });

  test("groups, tags, params and files", () => {
    expect(placesOf(definitionsAt(...at(marked("shop.errors.yaml", "group: or", "ders"))))).toEqual([
      "shop.errors.yaml:5",
    ]);
    expect(placesOf(referencesAt(...at(marked("shop.errors.yaml", "  Sof", "t:")), true))).toEqual([
      "shop.errors.yaml:8",
      "shop.errors.yaml:16",
    ]);
    expect(placesOf(definitionsAt(...at(marked("shop.errors.yaml", "of '%", "s'"))))).toEqual(["shop.errors.yaml:13"]);
    expect(
      placesOf(definitionsAt(...at(marked("errtable.config.yaml", "    table: ./sh", "op"), "errtable.config.yaml"))),
    ).toEqual(["shop.errors.yaml:1"]);
    const ofTable = placesOf(referencesAt(...at(marked("shop.errors.yaml", "na", "me: Shop")), true));
    expect(ofTable.toSorted()).toEqual(["errtable.config.yaml:1", "errtable.config.yaml:5", "shop.de.errors.yaml:2"]);
    expect(placesOf(referencesAt(...at(marked("shop.errors.yaml", "name: Sh", "op")), true))).toEqual(ofTable);
  });

  test("a directive of a translation leads to the param, and the param has uses in all languages", () => {
    const german = at(marked("shop.de.errors.yaml", "von '%", "s'"), "shop.de.errors.yaml");
    expect(placesOf(definitionsAt(...german))).toEqual(["shop.errors.yaml:13"]);
    const uses = ["shop.errors.yaml:12", "shop.de.errors.yaml:6"];
    expect(placesOf(referencesAt(...german, false))).toEqual(uses);
    const param = at(marked("shop.errors.yaml", "ow", "ner: {"));
    expect(placesOf(referencesAt(...param, true))).toEqual(["shop.errors.yaml:13", ...uses]);
    // The param of one name in a case has a message of its own.
    const ofCase = at(marked("shop.errors.yaml", "order '%", "s' is gone"));
    expect(placesOf(referencesAt(...ofCase, true)).toSorted()).toEqual(
      ["shop.de.errors.yaml:6", ...[12, 13, 18, 18].map((line) => `shop.errors.yaml:${line}`)].toSorted(),
    );
  });

  test("a configuration that another one extends has answers, too", () => {
    const config = `extends: ./ba¦se.yaml\n${FILES["errtable.config.yaml"]}`;
    const [view, offset] = at(config, "errtable.config.yaml");
    expect(placesOf(definitionsAt(view, offset))).toEqual(["base.yaml:1"]);
    expect(placesOf(referencesAt(view, offset, true))).toEqual(["errtable.config.yaml:1"]);
    const base = viewOf(view.workspace, "/base.yaml");
    expect(base && hoverAt(base, FILES["base.yaml"].indexOf("opaque"), false)?.contents.value).toContain("(warning)");
    put(view.workspace, "/base.yaml", "rules: { opaqe-message: warning, op: }\n");
    const broken = viewOf(view.workspace, "/base.yaml");
    const names = broken && completionAt(broken, 34, { hasSnippets: false, leavesSchema: false }).items;
    expect(names?.map(({ label }) => label)).toContain("opaque-message");
  });
});

describe("changes", () => {
  const line = (text: string, word: string) => {
    const position = toPosition({ text }, text.indexOf(word));
    return { start: position, end: position };
  };
  const actions = (text: string, word: string, only?: readonly string[], name: Name = "shop.errors.yaml") => {
    const [view] = at(text, name);
    return codeActionsIn(view, line(text, word), { only, withVersions: false });
  };

  test("a finding with one remedy is mended as lint --fix does it", () => {
    const wrong = SHOP.replace("group: orders", "group: order").replace("description:", "descripton:");
    const [first, all] = actions(wrong, "group: order\n");
    expect(first).toMatchObject({ title: 'Change to "orders"', isPreferred: true });
    expect(all?.title).toBe("Mend all findings of this file that have one remedy");
    const [whole] = actions(wrong, "group: order\n", ["source.fixAll"]);
    const changes = whole?.edit.changes?.["file:///shop.errors.yaml"] ?? [];
    const mended = applyEdits(
      wrong,
      changes.map(({ range, newText }) => ({
        start: toOffset({ text: wrong }, range.start),
        end: toOffset({ text: wrong }, range.end),
        text: newText,
      })),
    );
    expect(mended).toBe(SHOP);
  });

  test("a finding is accepted by a comment, which is then used", () => {
    const text = SHOP.replace("    solution: Pay in another way.\n    deprecated: { replacedBy: OrderNotFound }\n", "");
    const accept = actions(text, "  Declined:").find(({ title }) => title.startsWith("Accept"));
    expect(accept?.edit.changes?.["file:///shop.errors.yaml"]?.[0]?.newText).toBe(
      "  # errtable-ignore missing-solution: Say here why this is accepted.\n",
    );
    const [, before = "", after = ""] = /^(.*?)( {2}Declined:.*)$/s.exec(text) ?? [];
    const [view] = at(`${before}  # errtable-ignore missing-solution: Say here why this is accepted.\n${after}`);
    expect(view.analysis.diagnostics.get("/shop.errors.yaml")).toBeUndefined();
  });

  test("a row is added to its translations in comments, which are no translation yet", () => {
    const [add] = actions(SHOP, "  Declined:", ["refactor"]);
    expect(add?.title).toBe('Add "Declined" to the translation into "de"');
    expect(edited("shop.de.errors.yaml", add?.edit ?? {})).toBe(
      `${FILES["shop.de.errors.yaml"]}  # Declined:\n  #   message: "declined"\n  #   description: "The bank said no."\n  #   solution: "Pay in another way."\n`,
    );
    // The rows stand in a comment of their own where the translation has none, and are not added twice.
    const bare = "errtable: 1\ntranslates: ./shop.errors.yaml\nlocale: de\n";
    const [view, place] = at(`${bare.slice(0, -3)}¦de\n`, "shop.de.errors.yaml");
    const [all] = translationActions(view, place, false);
    const rows = all?.edit.changes?.["file:///shop.de.errors.yaml"]?.[0]?.newText ?? "";
    expect(rows).toMatch(/^\n# errors:\n(?:# {3}.*\n?)+$/);
    const done = at(`${bare.slice(0, -4)} ¦de${rows}\n`, "shop.de.errors.yaml");
    expect(translationActions(...done, false)).toEqual([]);
  });

  test("a code is renamed in all files, and the old one is retired", () => {
    const place = at(marked("shop.errors.yaml", "GetOrder: [Ord", "er"));
    expect(renamableAt(...place)?.placeholder).toBe("OrderNotFound");
    const renamed = renameAt(...place, "OrderGone", { withVersions: false, retire: true });
    if ("refused" in renamed) throw new Error(renamed.refused);
    expect(edited("shop.errors.yaml", renamed).match(/OrderGone/g)).toHaveLength(6);
    expect(edited("shop.errors.yaml", renamed)).toContain("  OrderNotFound: { replacedBy: OrderGone }\n");
    expect(edited("shop.de.errors.yaml", renamed)).toContain("  OrderGone: {");
    expect(renameAt(...place, "Declined", { withVersions: false, retire: true })).toEqual({
      refused: 'The code "Declined" is there already. Choose another name.',
    });
    expect(renamableAt(...at(marked("shop.errors.yaml", "    sta", "tus: 404")))).toBeUndefined();
  });

  test.each([
    ["    group: or", "ders", "purchases", { "shop.errors.yaml": 2, "shop.de.errors.yaml": 1 }],
    ["tags: [So", "ft]", "Passing_1", { "shop.errors.yaml": 2 }],
  ])("a name behind %j is renamed where it is declared, used and translated", (before, after, to, counts) => {
    const place = at(marked("shop.errors.yaml", before, after));
    const renamed = renameAt(...place, to, { withVersions: false, retire: true });
    if ("refused" in renamed) throw new Error(renamed.refused);
    expect(Object.keys(renamed.changes ?? {})).toHaveLength(Object.keys(counts).length);
    for (const [uri, edits] of Object.entries(renamed.changes ?? {}))
      expect(edits.map(({ newText }) => newText)).toEqual(
        Array(counts[uri.slice("file:///".length) as never]).fill(to),
      );
  });

  test("a name is not given twice, and none is one that nobody may have", () => {
    const place = at(marked("shop.errors.yaml", "groups:\n  or", "ders"));
    const rename = (to: string) => renameAt(...place, to, { withVersions: false, retire: true });
    expect(rename("payments")).toEqual({ refused: 'The group "payments" is there already. Choose another name.' });
    expect(rename("my orders")).toMatchObject({ refused: expect.stringContaining("A group name is a letter") });
    expect(renamableAt(...at(SHOP.replace("group: orders", "group: or¦der")))).toBeUndefined();
  });
});

test("the outline has rows and cases, with the range of each", () => {
  const [view] = at(`${SHOP}¦`);
  const errors = documentSymbols(view).find(({ name }) => name === "errors");
  expect(
    errors?.children?.map(({ name, detail, range }) => [name, detail, range.start.line + 1, range.end.line + 1]),
  ).toEqual([
    ["OrderNotFound", "404 Not Found", 10, 19],
    ["Declined", "402 Payment Required", 20, 25],
  ]);
  expect(errors?.children?.[0]?.children?.map(({ name }) => name)).toEqual(["gone", "never"]);
  expect(foldingRanges(view.file)).toContainEqual({ startLine: 9, endLine: 18 });
});

test("directives are coloured where they stand, and rows tell of their operations", () => {
  const [view] = at(`${SHOP}¦`);
  const { data } = semanticTokens(view);
  expect(data).toHaveLength(3 * 5);
  expect(data.slice(0, 3)).toEqual([11, 21, 2]);
  expect(codeLenses(view).map(({ command }) => command.title)).toEqual(["used by 1 operation", "used by 1 operation"]);
});
