// An older version that is read with the help of the present table is what it is without it: its model, its findings and its places.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parse, stringify } from "yaml";
import "../helpers/seeds.ts";
import { readOldTables } from "../../generator/baseline/old-tables.ts";
import { type PresentTable, presentTable } from "../../generator/baseline/present-table.ts";
import { readTables } from "../../generator/compile.ts";
import { buildModel } from "../../generator/model/build.ts";
import { memoryHost } from "../../generator/reader/host.ts";
import { loadTable } from "../../generator/reader/table/load.ts";
import { resolveLike } from "../../generator/reader/table/resolve-like.ts";
import { specFilesLike } from "../../generator/reader/table/spec-files.ts";
import { ONLY_REQUIRED } from "../../generator/rules/run.ts";
import { plain } from "../corpora/tables/plain.ts";
import { runs } from "../helpers/thorough.ts";

const ROOT = join(import.meta.dirname, "../..");

type Files = Readonly<Record<string, string>>;
type Data = Readonly<Record<string, unknown>>;

function filesIn(folder: string): Files {
  const names = readdirSync(join(ROOT, folder)).filter((name) => /\.errors\.yaml$/.test(name));
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(ROOT, folder, name), "utf8")]));
}

function presentIn(files: Files, names: readonly string[]): readonly PresentTable[] {
  const request = { tables: names.map((name) => `/${name}`), targets: [], severities: ONLY_REQUIRED };
  const { tables } = readTables(request, memoryHost(files));
  return Array.from(tables, ([path, table]) => presentTable(path, buildModel(table), table));
}

/** As comparable data. */
function readOld(files: Files, names: readonly string[], present: readonly PresentTable[]): string {
  const paths = names.map((name) => `/${name}`);
  const { tables, diagnostics } = readOldTables(paths, "old", memoryHost(files), present);
  const plainTables = tables.map(({ path, baseline: { model, placeOf } }) => ({
    path,
    model,
    places: model.errors.flatMap(({ code }) => {
      const paths = [["errors", code], ["errors", code, "message"], ["errors", code, "cases"], ["version"]];
      return paths.map((one) => {
        const place = placeOf?.(one);
        return place && [place.source.path, place.source.text, place.span];
      });
    }),
  }));
  return JSON.stringify({ tables: plainTables, diagnostics }, null, 1);
}

const anyEdit = fc.record({
  file: fc.nat(),
  at: fc.nat(),
  drop: fc.oneof(fc.constant(0), fc.nat({ max: 30 })),
  text: fc.constantFrom(
    "",
    "\n",
    " ",
    "a",
    "%s",
    ":",
    "{",
    '"',
    "# x\n",
    "  New: { status: 404 }\n",
    "version: 2.0.0\n",
  ),
});

test.each([
  ["spec", filesIn("spec"), ["function-compute.errors.yaml"], 20],
  ["the kitchen sink", filesIn("test/cases/kitchen-sink"), undefined, 8],
  ["a plain table", plain(12), ["plain.errors.yaml"], 40],
] as const)("after any edits of the texts of %s", (_, files: Files, named, count) => {
  const names = named ?? Object.keys(files).filter((name) => /^[^.]+\.errors\.yaml$/.test(name));
  const present = presentIn(files, names);
  expect(present.length).toBeGreaterThan(0);
  fc.assert(
    fc.property(fc.array(anyEdit, { maxLength: 4 }), (edits) => {
      const old: Record<string, string> = { ...files };
      const all = Object.keys(files);
      for (const { file, at, drop, text } of edits) {
        const name = all[file % all.length] ?? "";
        const before = old[name] ?? "";
        const start = at % (before.length + 1);
        old[name] = before.slice(0, start) + text + before.slice(start + drop);
      }
      expect(readOld(old, names, present)).toBe(readOld(old, names, []));
    }),
    { numRuns: runs(count) },
  );
});

/** Values of fields at the top, most of which go with any table. */
const FIELDS: readonly (readonly [name: string, value: unknown])[] = [
  ["name", "Other"],
  ["title", "Others"],
  ["version", "3.0.0"],
  ["description", "Other errors."],
  ["locale", "fr"],
  ["documentation", "https://example.com/other#{code}"],
  ["defaults", { status: 418 }],
  ["defaults", { retry: "never", headers: { "X-Other": {} } }],
  ["placeholders", "none"],
  ["placeholders", "mustache"],
  ["body", { code: "/other/code", message: "/other/message" }],
  ["body", { code: { at: "/code", prefix: "E." }, message: { at: "/message", maxLength: 10 } }],
  ["groups", { other: { title: "Other" } }],
  ["tags", { Other: {} }],
  ["operations", { Other: [] }],
  ["retired", { Other: {} }],
  ["closed", true],
  ["textIsContract", true],
  ["disclosure", "code"],
];

test("after any edits of fields at the top and in rows", () => {
  const files: Files = { ...filesIn("spec"), ...filesIn("test/cases/kitchen-sink"), ...plain(6) };
  const names = Object.keys(files).filter((name) => /^[^.]+\.errors\.yaml$/.test(name));
  const data = names.map((name) => parse(files[name] ?? "") as Data);
  const rowsOf = (one: Data = {}) => one["errors"] as Readonly<Record<string, Data>>;
  const donors = data.flatMap((one) => Object.values(rowsOf(one)));
  const fields = [...FIELDS, ...data.flatMap((one) => Object.entries(one).filter(([name]) => name !== "errors"))];
  const anyEdit = fc.record({ isRow: fc.boolean(), row: fc.nat(), from: fc.nat(), drop: fc.boolean() });
  let sound = 0;
  fc.assert(
    fc.property(fc.nat(), fc.array(anyEdit, { minLength: 1, maxLength: 3 }), (index, edits) => {
      const name = names[index % names.length] ?? "";
      const now = data[index % data.length] ?? {};
      let old = now;
      for (const { isRow, row, from, drop } of edits) {
        const codes = Object.keys(rowsOf(old));
        const code = codes[row % codes.length] ?? "";
        const one = isRow ? (rowsOf(old)[code] ?? {}) : old;
        const given = isRow ? Object.entries(donors[from % donors.length] ?? {}) : fields;
        const [field, value] = (drop ? Object.entries(one) : given)[
          (row + from) % (drop ? Object.keys(one).length : given.length)
        ] ?? ["since", "1"];
        if (field === "errors") continue;
        const { [field]: _, ...others } = one;
        const changed = drop ? others : { ...one, [field]: value };
        old = isRow ? { ...old, errors: { ...rowsOf(old), [code]: changed } } : changed;
      }
      const before = { ...files, [name]: stringify(old) };
      const present = presentIn({ ...files, [name]: stringify(now) }, [name]);
      expect(present).toHaveLength(1);
      const read = readOld(before, [name], present);
      if (!read.includes('"tables": []')) sound += 1;
      expect(read).toBe(readOld(before, [name], []));
    }),
    { numRuns: runs(50) },
  );
  expect(sound).toBeGreaterThan(10);
});

test("rows that both have are read, resolved and built once", () => {
  const text = plain(50)["plain.errors.yaml"] ?? "";
  const [present] = presentIn({ "plain.errors.yaml": text }, ["plain.errors.yaml"]);
  const now = present?.checked;
  const old = text.replace("version: 1.0.0", "version: 0.9.0").replace("    status: 404", "    status: 410");
  const host = memoryHost({ "plain.errors.yaml": old });
  const { value } = loadTable(
    "/plain.errors.yaml",
    host,
    specFilesLike(host, () => now?.table.root.document),
  );
  if (now === undefined || value === undefined) throw new Error("There is no table.");
  expect(resolveLike(value, now.table).shared.size).toBe(49);
  const { tables } = readOldTables(["/plain.errors.yaml"], "old", host, present === undefined ? [] : [present]);
  const built = new Set(now.model.errors);
  expect(tables[0]?.baseline.model.errors.filter((error) => built.has(error))).toHaveLength(49);
});
