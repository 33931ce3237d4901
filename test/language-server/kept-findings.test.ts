// A server that keeps findings of rows finds what a new one finds, and looks at the rows that have changed alone.
import fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import { stringify } from "yaml";
import "../helpers/seeds.ts";
import type { Rule } from "../../generator/rules/engine/rule.ts";
import { rules } from "../../generator/rules/index.ts";
import { plain } from "../corpora/tables/plain.ts";
import { anyTableFiles } from "../helpers/any-table.ts";
import { type Files, lintFindings, put, serverFindings, workspaceOf } from "../helpers/fresh-findings.ts";
import { runs } from "../helpers/thorough.ts";

type Row = Readonly<Record<string, unknown>>;
type Table = Row & { readonly errors: Readonly<Record<string, Row>> };

const PATH = "/any.errors.yaml";

test("rows that take fields and cases from other rows, one after the other", () => {
  const anyEdit = fc.record({ row: fc.nat(), from: fc.nat(), field: fc.nat(), drop: fc.boolean() });
  fc.assert(
    fc.property(anyTableFiles, anyTableFiles, fc.array(anyEdit, { minLength: 1, maxLength: 12 }), (a, b, edits) => {
      const donors = Object.values(tableIn(b).errors);
      let table = tableIn(a);
      const texts = (): Files => ({ ...a, "any.errors.yaml": stringify(table) });
      const workspace = workspaceOf(texts(), [PATH]);
      serverFindings(workspace);
      for (const { row, from, field, drop } of edits) {
        const codes = Object.keys(table.errors);
        const code = codes[row % codes.length] ?? "";
        const fields = Object.entries(donors[from % donors.length] ?? {});
        const [name, value] = fields[field % Math.max(1, fields.length)] ?? ["since", "1.0"];
        const { [name]: _, ...others } = table.errors[code] ?? {};
        const now = drop ? others : { ...table.errors[code], [name]: value };
        table = {
          ...table,
          errors: Object.fromEntries(codes.map((one) => [one, one === code ? now : (table.errors[one] ?? {})])),
        };
        put(workspace, PATH, texts()["any.errors.yaml"] ?? "");
        expect(serverFindings(workspace)).toEqual(lintFindings(texts(), [PATH]));
      }
    }),
    { numRuns: runs(12) },
  );
});

test.each(rules.map(({ id, example }: Rule) => [id, example] as const))(
  "%s comes and goes with the words of its example",
  (_, { wrong, right, beside = {} }) => {
    const [, locale] = /^locale: (.+)$/m.exec(wrong) ?? [];
    const name = wrong.includes("translates:") ? `example.${locale}.errors.yaml` : "example.errors.yaml";
    const head = (text: string): string =>
      `errtable: 1\n${/^(?:name|translates):/m.test(text) ? "" : "name: Example\n"}${text}`;
    const others = Object.fromEntries(Object.entries(beside).map(([path, text]) => [path, head(text)]));
    const workspace = workspaceOf({ ...others, [name]: head(wrong) }, [`/${name}`]);
    for (const text of [wrong, right, wrong, `${wrong}  Next`, wrong, right]) {
      put(workspace, `/${name}`, head(text));
      expect(serverFindings(workspace)).toEqual(lintFindings({ ...others, [name]: head(text) }, [`/${name}`]));
    }
  },
);

describe("a key in one of many rows", () => {
  afterEach(() => void vi.restoreAllMocks());

  test("lets the rules look at that row alone, also where it breaks the row or mends it", () => {
    const text = plain(200)["plain.errors.yaml"] ?? "";
    const at = text.indexOf("    status", text.length / 2);
    const workspace = workspaceOf({ "plain.errors.yaml": text }, ["/plain.errors.yaml"]);
    serverFindings(workspace);
    const rows = new Set<string>();
    let tables = 0;
    for (const rule of rules as readonly Rule[]) {
      if (rule.scope === undefined && rule.rowFields === undefined) continue;
      const own = rule.check.bind(rule);
      vi.spyOn(rule, "check").mockImplementation((table) => {
        if (rule.scope === undefined) tables += 1;
        else for (const { code } of table.entries) rows.add(code);
        return own(table);
      });
    }
    // A row without its status, then a broken one, and a whole one again.
    for (const [typed, hasOthers] of [
      ["    si", true],
      ["    sin", false],
      ['    since: "1', true],
      ['    since: "1.', false],
      ['    since: "1.0"\n', true],
      ['    since: "1.1"\n', false],
    ] as const) {
      rows.clear();
      tables = 0;
      put(workspace, "/plain.errors.yaml", text.slice(0, at) + typed + text.slice(at));
      serverFindings(workspace);
      expect([typed, rows.size, tables > 0]).toEqual([typed, 1, hasOthers]);
    }
  });
});

function tableIn(files: Files): Table {
  return JSON.parse(files["any.errors.yaml"] ?? "{}") as Table;
}
