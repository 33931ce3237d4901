// A process that keeps tables from one run to the next finds and builds what a new process does, after any edits.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import "../helpers/seeds.ts";
import { type TableMemory, tableMemory, tableStore } from "../../generator/command/session/table-store.ts";
import { sortDiagnostics } from "../../generator/diagnostic/diagnostic.ts";
import { memoryHost } from "../../generator/reader/host.ts";
import { plain } from "../corpora/tables/plain.ts";
import { runs } from "../helpers/thorough.ts";

const ROOT = join(import.meta.dirname, "../..");

type Files = Readonly<Record<string, string>>;

function filesIn(folder: string): Files {
  const names = readdirSync(join(ROOT, folder)).filter((name) => /\.errors\.yaml$/.test(name));
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(ROOT, folder, name), "utf8")]));
}

function openIn(files: Files, names: readonly string[], memory: TableMemory, isStrict: boolean) {
  const run = { host: memoryHost(files), tool: "", cached: undefined, useCache: false };
  const severities = () => (isStrict ? ({ "missing-solution": "error" } as const) : {});
  const store = tableStore({ run, severities, onStage: () => {}, memory });
  return names.map((name) => store.open(`/${name}`));
}

function shown(opened: ReturnType<typeof openIn>, hasModels: boolean): string {
  return JSON.stringify(
    opened.map(({ facts, ...table }) => [sortDiagnostics(facts.diagnostics), facts.name, hasModels && table.model]),
  );
}

const anyEdit = fc.record({
  file: fc.nat(),
  at: fc.nat(),
  drop: fc.oneof(fc.constant(0), fc.nat({ max: 30 })),
  text: fc.constantFrom("", "\n", " ", "a", "%s", ":", "{", '"', "# x\n", "  New: { status: 404 }\n"),
  isUndone: fc.boolean(),
  isStrict: fc.boolean(),
  /** Whether something asks for models after this edit. */
  hasModels: fc.boolean(),
});

test.each([
  ["spec", filesIn("spec"), 8],
  ["the kitchen sink", filesIn("test/cases/kitchen-sink"), 2],
  ["a plain table", plain(8), 20],
] as const)("in %s", (_, files: Files, count) => {
  const all = Object.keys(files);
  const names = all.filter((name) => /^[^.]+\.errors\.yaml$/.test(name));
  fc.assert(
    fc.property(fc.array(anyEdit, { minLength: 2, maxLength: 7 }), (edits) => {
      const memory = tableMemory();
      shown(openIn(files, names, memory, false), true);
      let [before, now] = [files, files];
      for (const { file, at, drop, text, isUndone, isStrict, hasModels } of edits) {
        if (isUndone) now = before;
        before = now;
        const name = all[file % all.length] ?? "";
        const own = now[name] ?? "";
        const start = at % (own.length + 1);
        now = { ...now, [name]: own.slice(0, start) + text + own.slice(start + drop) };
        const [kept, fresh] = [memory, tableMemory()].map((one) => shown(openIn(now, names, one, isStrict), hasModels));
        expect(kept).toBe(fresh);
      }
    }),
    { numRuns: runs(count) },
  );
});

test("rows that have not changed are built once, however often others do", () => {
  const memory = tableMemory();
  const text = plain(30)["plain.errors.yaml"] ?? "";
  const built = new Set<object>();
  for (let round = 0; round < 5; round += 1) {
    const files = { "plain.errors.yaml": text.replace(/solution: .*/, `solution: Do it in round ${round}.`) };
    const [opened] = openIn(files, ["plain.errors.yaml"], memory, false);
    for (const error of opened?.model?.errors ?? []) built.add(error);
  }
  expect(built.size).toBe(30 + 4);
});
