// The books that errtable keeps in a folder: printed the same every time, read with suspicion; and the paths it may write at all.
import { mkdirSync, symlinkSync, truncateSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { diskHost } from "../../generator/output/disk.ts";
import { pathProblem } from "../../generator/output/files/paths.ts";
import { planTarget } from "../../generator/output/plan/plan.ts";
import { type Listing, parseListing, printListing, sha256 } from "../../generator/output/state/manifest.ts";
import type { Found } from "../../generator/output/state/state.ts";
import { selectTargets } from "../../generator/output/state/target.ts";
import { makeProject } from "./tools.ts";

const path = fc
  .array(fc.string({ minLength: 1, maxLength: 8, unit: "grapheme" }), { minLength: 1, maxLength: 3 })
  .map((parts) => parts.join("/"))
  .filter((text) => pathProblem(text) === undefined);
const hash = fc.string().map(sha256);
const listing = fc
  .uniqueArray(fc.tuple(path, fc.uniqueArray(hash, { minLength: 1, maxLength: 3 })), { selector: ([name]) => name })
  .map((entries): Listing => new Map(entries));

test("what is printed is read, in whatever order it was filled in", () => {
  fc.assert(
    fc.property(listing, (files) => {
      const text = printListing(files);
      expect(parseListing(Buffer.from(text))).toEqual(files);
      expect(printListing(new Map([...files].toReversed()))).toBe(text);
    }),
  );
});

test("anything at all is read or refused, and no path that is read leads out", () => {
  const anything = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc.json().map((text) => Buffer.from(text)),
    fc.dictionary(fc.string(), fc.anything()).map((files) => Buffer.from(JSON.stringify({ files }) ?? "")),
    fc.string().map((text) => Buffer.from(`<<<<<<< HEAD\n    ${JSON.stringify(text)}: "${sha256("")}",\n`)),
  );
  fc.assert(
    fc.property(anything, (bytes) => {
      const reading = parseListing(bytes);
      if ("problem" in reading) return;
      for (const [name, hashes] of reading) {
        expect(pathProblem(name)).toBeUndefined();
        expect(join("/folder", ...name.split("/")).startsWith("/folder/")).toBe(true);
        for (const one of hashes) expect(one).toMatch(/^[0-9a-f]{64}$/);
      }
    }),
  );
});

test.each([
  ["", "empty"],
  ["../a", "leads out"],
  ["a/../../b", "leads out"],
  ["/etc/passwd", "absolute"],
  ["a//b", "absolute"],
  ["./a", "leads out"],
  ["C:/a", "character"],
  ["a\\b", "character"],
  ["a\0", "control"],
  ["a\nb", "control"],
  ["a:stream", "character"],
  ["con", "device"],
  ["a/NUL.txt", "device"],
  ["a.", "dot or a space"],
  ["a /b", "dot or a space"],
  [".git/config", "Git"],
  [".GIT/hooks/x", "Git"],
  [".errtable.json", "records"],
  ["a/.errtable.lock", "records"],
  ["\ud800", "surrogate"],
  ["a".repeat(2000), "too long"],
])("the path %j is never written", (name, problem) => {
  expect(pathProblem(name)).toContain(problem);
  const text = JSON.stringify({ files: { [name]: sha256("") } });
  expect(parseListing(Buffer.from(text))).toHaveProperty("problem");
});

test.each(["index.ts", "table.zh-CN.md", "a/b/c.json", "errors.schema.json", "甲/乙.md", "__proto__", "constructor"])(
  "the path %j is written",
  (name) => {
    expect(pathProblem(name)).toBeUndefined();
    const reading = parseListing(Buffer.from(printListing(new Map([[name, [sha256("")]]]))));
    expect(reading instanceof Map && [...reading.keys()]).toEqual([name]);
  },
);

test("no state of a folder lets a plan write over or delete what is not ours", () => {
  const found: fc.Arbitrary<Found> = fc.oneof(
    fc.constant({ kind: "absent" } as const),
    fc.constantFrom("1", "2", "3", "1\r\n").map((text) => ({ kind: "file", bytes: Buffer.from(text) }) as const),
    fc.constant({ kind: "blocked", reason: "It is." } as const),
  );
  const names = ["a", "b", "c", "d"];
  const books = fc.dictionary(
    fc.constantFrom(...names),
    fc.subarray(["1", "2"], { minLength: 1 }).map((texts) => texts.map(sha256)),
  );
  const files = fc.dictionary(fc.constantFrom(...names), fc.constantFrom("1", "3"));
  const input = fc.tuple(files, books, books, fc.tuple(found, found, found, found), fc.boolean());
  fc.assert(
    fc.property(input, ([wanted, listed, noted, stands, force]) => {
      const now = new Map(names.map((name, at) => [name, stands[at] ?? ({ kind: "absent" } as const)]));
      const read = (entries: Readonly<Record<string, readonly string[]>>) => ({
        found: { kind: "file", bytes: Buffer.from(printListing(new Map(Object.entries(entries)))) } as const,
        listing: new Map(Object.entries(entries)),
      });
      const known = new Map([...now].filter(([name]) => name in wanted || name in listed || name in noted));
      const state = { manifest: read(listed), journal: read(noted), files: known, leftovers: new Map() };
      const plan = planTarget(target(wanted), state, { force });
      for (const change of plan.changes.filter(({ path: name }) => names.includes(name))) {
        const stood = now.get(change.path);
        if (change.action === "none" || change.action === "refuse" || stood?.kind === "absent") continue;
        if (stood?.kind !== "file") throw new Error("Something that is no file is written over.");
        const ours = [...(listed[change.path] ?? []), ...(noted[change.path] ?? [])];
        const plain = stood.bytes.toString().replaceAll("\r\n", "\n");
        const made = ours.includes(sha256(stood.bytes)) || ours.includes(sha256(plain));
        const sameText = plain === wanted[change.path]?.replaceAll("\r\n", "\n");
        expect(made || (change.path in listed && (force || sameText))).toBe(true);
      }
    }),
    { numRuns: 1000 },
  );
});

test("targets are selected by kind, table, and folder, however that is spelled", () => {
  const slots = [target({}), { ...target({}), kind: "docs", out: "../b/", table: "./b.errors.yaml" }];
  expect(selectTargets(slots, [])).toEqual({ targets: slots, owned: [] });
  for (const name of ["docs", "../b", "b.errors.yaml", "./b.errors.yaml"]) {
    expect(selectTargets(slots, [name])).toEqual({ targets: [slots[1]], owned: [] });
  }
  expect(selectTargets(slots, ["docs", "typescript"])).toEqual({ targets: slots, owned: [] });
  expect(selectTargets(slots, ["docs", "dcos"])).toMatchObject({ unknown: "dcos" });
});

test("inputs are read, or there is a reason", () => {
  const project = makeProject({});
  project.write("a.yaml", "a: 1\n");
  project.write("large.yaml", "");
  truncateSync(project.path("large.yaml"), 64 * 2 ** 20 + 1);
  mkdirSync(project.path("folder"));
  symlinkSync("nowhere", project.path("link.yaml"));
  const { read, list, show } = diskHost(project.path("folder"));
  expect(Buffer.from(read(project.path("a.yaml")) as Uint8Array).toString()).toBe("a: 1\n");
  const failures = {
    "b.yaml": "missing",
    "a.yaml/b": "missing",
    folder: "folder",
    "large.yaml": "too-large",
    "link.yaml": "missing",
  };
  for (const [name, failure] of Object.entries(failures)) {
    expect(read(project.path(name))).toMatchObject({ failure });
  }
  expect(read("/dev/null")).toMatchObject({ failure: "special" });
  expect(list(project.path("folder"))).toEqual([]);
  expect(list(project.path("nothing"))).toMatchObject({ failure: "missing" });
  expect(show(project.path("a.yaml"))).toBe("../a.yaml");
});

function target(files: Readonly<Record<string, string>>) {
  return {
    kind: "typescript",
    table: "a.errors.yaml",
    out: "gen",
    label: "typescript of a.errors.yaml",
    folder: "/gen",
    shown: "gen",
    allowOutside: false,
    files: Object.entries(files).map(([name, text]) => ({ path: name, text })),
  };
}
