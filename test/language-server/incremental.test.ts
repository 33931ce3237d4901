// After any changes the server finds what a run of lint finds in the same texts: nothing of an earlier text is left.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import "../helpers/seeds.ts";
import { type Files, lintFindings, put, serverFindings, workspaceOf } from "../helpers/fresh-findings.ts";

const ROOT = join(import.meta.dirname, "../..");

function filesIn(folder: string): Files {
  const names = readdirSync(join(ROOT, folder)).filter((name) => name.endsWith(".yaml"));
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(ROOT, folder, name), "utf8")]));
}

const SINK = filesIn("test/cases/kitchen-sink");
const SMALL: Files = {
  "errtable.config.yaml":
    "tables: [./shop.errors.yaml]\nrules:\n  missing-solution: warning\ntargets:\n  - kind: docs\n    table: ./shop.errors.yaml\n    out: ./docs\n    options: { locales: [en, de] }\n",
  "shop.errors.yaml":
    "errtable: 1\nname: Shop\nimports: [./common.errors.yaml]\ndefaults:\n  group: orders\n  retry: never\ngroups:\n  orders: { title: Orders }\ntags:\n  Soft: {}\nerrors:\n  OrderGone:\n    status: 404\n    message: order '%s' is gone\n    params: { order: { example: A-1 } }\n    solution: Look again.\n    tags: [Soft]\n    cases:\n      late: { message: order '%s' is late, params: { order: {} } }\n      lost: {}\n  Busy: { status: 429, message: too many, retry: throttled, deprecated: { replacedBy: OrderGone } }\n  Odd:\n    status: 400\n    # errtable-ignore opaque-message: There are no words.\n    message: '%s'\n    params: { reason: {} }\noperations:\n  Get: [OrderGone, { code: OrderGone, case: late }]\n  List: [Busy, Denied]\nretired:\n  Old: { replacedBy: Busy }\n",
  "common.errors.yaml":
    "errtable: 1\nname: Common\nerrors:\n  Denied:\n    status: 403\n    message: denied\n    solution: Ask.\n",
  "shop.de.errors.yaml":
    "errtable: 1\ntranslates: ./shop.errors.yaml\nlocale: de\nerrors:\n  OrderGone: { message: Bestellung '%s' ist weg }\n  OrderGone.late: { message: Bestellung '%s' ist spät }\n  Busy: { message: zu viele }\n",
};

/** Parts that people type, paste and delete, and that break things. */
const PARTS = [
  "\n",
  "  ",
  " ",
  ":",
  "a",
  "%s",
  "'",
  '"',
  "{",
  "}",
  "[",
  "]",
  "#",
  "-",
  "|",
  "\t",
  "\r",
  "é",
  "\u{1F600}",
  "&a",
  "*a",
  "<<",
  "---\n",
  "  Busy:\n    status: 404\n",
  "name: X\n",
  "OrderGone",
  "errors:\n",
  "  New",
  "# errtable-ignore missing-solution: x",
  "<<<<<<< a\n",
  "null",
  "? x\n",
];

const anyChange = fc.record({
  file: fc.nat(),
  at: fc.integer({ min: 0, max: 9999 }),
  drop: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 40 })),
  text: fc.oneof(fc.constantFrom(...PARTS), fc.constant("")),
  /** Whether the change before is undone first. */
  undo: fc.boolean(),
});

function changed(
  text: string,
  { at, drop, text: put }: { readonly at: number; readonly drop: number; readonly text: string },
): string {
  const start = Math.floor((at * text.length) / 10_000);
  return text.slice(0, start) + put + text.slice(start + drop);
}

describe("after any sequence of changes the findings are those of lint", () => {
  test.each([
    ["a table with a configuration, an import and a translation", SMALL, "/errtable.config.yaml", 25],
    ["the tables that use every field", SINK, undefined, 3],
  ] as const)("in %s", (_, files, config, numRuns) => {
    const names = Object.keys(files);
    const roots = names.map((name) => `/${name}`);
    fc.assert(
      fc.property(fc.array(anyChange, { minLength: 1, maxLength: 8 }), (changes) => {
        const workspace = workspaceOf(files, roots);
        serverFindings(workspace);
        let now: Record<string, string> = { ...files };
        let before = now;
        for (const change of changes) {
          if (change.undo) now = before;
          before = now;
          const name = names[change.file % names.length] ?? "";
          now = { ...now, [name]: changed(now[name] ?? "", change) };
          for (const each of names)
            if (workspace.open.get(`/${each}`)?.written !== now[each]) put(workspace, `/${each}`, now[each] ?? "");
          expect(serverFindings(workspace)).toEqual(freshFindings(now, roots, config));
        }
      }),
      { numRuns },
    );
  });
});

/** Of the tables that the server checks: those of the configuration, and the open ones that no other table reads. */
function freshFindings(files: Files, roots: readonly string[], config: string | undefined): readonly object[] {
  if (config === undefined) return serverFindings(workspaceOf(files, roots));
  const fresh = serverFindings(workspaceOf(files, roots));
  const isSound = lintFindings(files, [], config);
  // With a configuration in force the server checks what the command checks, and the open files that it leaves out.
  for (const finding of isSound) expect(fresh).toContainEqual(finding);
  return fresh;
}
