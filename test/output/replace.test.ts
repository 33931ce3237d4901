// A run that replaces files of people may die between any two calls: the next one completes or undoes it, and cleans up.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { injectPages } from "../../generator/command/verbs/inject.ts";
import { printListing, sha256 } from "../../generator/output/state/manifest.ts";
import { completeReplaced, replaceFiles } from "../../generator/output/write/replace.ts";
import { readTree } from "../helpers/golden.ts";
import { sessionAt } from "../helpers/session-at.ts";
import { scratchFolder } from "../helpers/typescript-product.ts";
import { hastyDisk } from "./session-in.ts";
import { Killed, mortalDisk } from "./tools.ts";

const NAMES = ["a.md", "b.md", "same.md"];
const isNamed = (name: string) => NAMES.includes(name);
/** Later than a lock that nobody signed can be. */
const later = { ...hastyDisk, isRunning: () => false, now: () => Date.now() + 10_000_000 };
const TEMPORARY = ".a.md.errtable-3f2c9c9e-0a51-4b8e-9d3a-6a5f0b1c2d3e.tmp";

/** The folder after a run that dies before its n-th call, and whether it does. */
function killedAt(calls: number) {
  const folder = scratchFolder();
  for (const name of NAMES) writeFileSync(join(folder, name), `old ${name}\n`);
  const replacements = NAMES.map((name) => ({
    path: join(folder, name),
    before: Buffer.from(`old ${name}\n`),
    // Two files may get the same text.
    after: Buffer.from(name === "a.md" ? "new\n" : "new, too\n"),
  }));
  try {
    replaceFiles(mortalDisk(calls), replacements);
    return { folder, isKilled: false };
  } catch (error) {
    if (!(error instanceof Killed)) throw error;
    return { folder, isKilled: true };
  }
}

const OLD = Object.fromEntries(NAMES.map((name) => [name, `old ${name}\n`]));
const NEW = { "a.md": "new\n", "b.md": "new, too\n", "same.md": "new, too\n" };

test("all files are new or all are old, and nothing is left beside them", () => {
  const seen = { old: 0, new: 0, mixed: 0 };
  let calls = 0;
  for (; ; calls++) {
    const { folder, isKilled } = killedAt(calls);
    const before = readTree(folder);
    const mixed = new Set(NAMES.map((name) => before[name]?.startsWith("new"))).size > 1;
    for (const name of Object.keys(before))
      if (!NAMES.includes(name)) expect(name).toMatch(/^\.errtable\.|\.errtable-[\w-]+\.tmp$/);
    completeReplaced(later, folder, isNamed);
    const after = readTree(folder);
    expect([OLD, NEW], `killed before call ${calls}`).toContainEqual(after);
    if (mixed) expect(after).toEqual(NEW);
    seen[mixed ? "mixed" : after["a.md"] === "new\n" ? "new" : "old"]++;
    if (!isKilled) break;
  }
  expect(calls).toBeGreaterThan(20);
  expect(seen.mixed).toBeGreaterThan(1);
  expect(seen.old).toBeGreaterThan(10);
});

test("a run that completes may be killed, too", () => {
  for (let first = 14; killedAt(first).isKilled; first += 3)
    for (let second = 0; second < 16; second++) {
      const { folder } = killedAt(first);
      try {
        completeReplaced({ ...mortalDisk(second), now: later.now }, folder, isNamed);
      } catch (error) {
        if (!(error instanceof Killed)) throw error;
      }
      completeReplaced(later, folder, isNamed);
      expect([OLD, NEW], `${first}, ${second}`).toContainEqual(readTree(folder));
    }
});

test("a file that was edited since then keeps its edit", () => {
  for (let calls = 10; ; calls++) {
    const { folder, isKilled } = killedAt(calls);
    writeFileSync(join(folder, "b.md"), "mine\n");
    completeReplaced(later, folder, isNamed);
    expect(readFileSync(join(folder, "b.md"), "utf8")).toBe("mine\n");
    expect(Object.keys(readTree(folder)).toSorted()).toEqual(NAMES);
    if (!isKilled) break;
  }
});

test("a journal reaches no file of another folder", () => {
  const folder = scratchFolder();
  mkdirSync(join(folder, "docs"));
  writeFileSync(join(folder, "secret.md"), "old\n");
  writeFileSync(join(folder, "docs", TEMPORARY), "new\n");
  const listing = new Map([["../secret.md", [sha256("old\n"), sha256("new\n")]]]);
  writeFileSync(join(folder, "docs/.errtable.replaced.json"), printListing(listing));
  completeReplaced(later, join(folder, "docs"), () => true);
  expect(readTree(folder)).toEqual({ "secret.md": "old\n" });
});

test("inject cleans up in the folders of its pages; --check and --dry-run write nothing", async () => {
  const folder = scratchFolder();
  const table =
    "errtable: 1\nname: Shop\nbody: { code: /code, message: /message }\nerrors:\n  Gone: { status: 410, message: it is gone }\n";
  writeFileSync(join(folder, "shop.errors.yaml"), table);
  writeFileSync(join(folder, "a.md"), "<!-- errtable:begin -->\n<!-- errtable:end -->\n");
  // Somebody may plant the journal of a run that never was.
  const listing = new Map([["victim.txt", [sha256("mine\n"), sha256("half")]]]);
  const left = {
    [TEMPORARY]: "half",
    ".errtable.lock": "999999999\n",
    ".errtable.replaced.json": printListing(listing),
    "victim.txt": "mine\n",
  };
  for (const [name, text] of Object.entries(left)) writeFileSync(join(folder, name), text);
  const run = (options: object) =>
    injectPages(["a.md"], { table: ["shop.errors.yaml"], ...options }, sessionAt(folder, {}, ["shop.errors.yaml"]));
  expect(await run({ check: true })).toBe(3);
  expect(await run({ dryRun: true })).toBe(0);
  expect(readTree(folder)).toMatchObject(left);
  expect(await run({})).toBe(0);
  expect(Object.keys(readTree(folder)).toSorted()).toEqual(["a.md", "shop.errors.yaml", "victim.txt"]);
  expect(readFileSync(join(folder, "victim.txt"), "utf8")).toBe("mine\n");
  expect(readFileSync(join(folder, "a.md"), "utf8")).toContain("Gone");
});

test("two runs that want the same text do not stand in each other's way; another text is told of, and nothing is written", () => {
  const folder = scratchFolder();
  const replacements = ["a.md", "b.md"].map((name) => ({
    path: join(folder, name),
    before: Buffer.from("old\n"),
    after: Buffer.from("new\n"),
  }));
  writeFileSync(join(folder, "a.md"), "new\n");
  writeFileSync(join(folder, "b.md"), "old\n");
  expect(replaceFiles(hastyDisk, replacements)).toBeUndefined();
  expect(readTree(folder)).toEqual({ "a.md": "new\n", "b.md": "new\n" });
  writeFileSync(join(folder, "a.md"), "old\n");
  writeFileSync(join(folder, "b.md"), "edited\n");
  expect(replaceFiles(hastyDisk, replacements)).toBe(join(folder, "b.md"));
  expect(readTree(folder)).toEqual({ "a.md": "old\n", "b.md": "edited\n" });
});
