// Tables are compared with their versions in commits of a real repository, of which nothing is checked out, cloned or written.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { isCommitName } from "../../generator/baseline/git-commit.ts";
import { breaking } from "../../generator/command/breaking/breaking.ts";
import type { Options } from "../../generator/command/session/command-line.ts";
import { injectPages } from "../../generator/command/verbs/inject.ts";
import { sessionAt } from "../helpers/session-at.ts";

const made: string[] = [];
let seed = "";

beforeAll(() => {
  seed = folder();
  write(seed, {
    "errtable.config.yaml": "tables: [./spec/shop.errors.yaml, ./spec/billing.errors.yaml]\n",
    "spec/shop.errors.yaml": table("Shop", ["OrderNotFound"], "imports: [../shared/common.errors.yaml]\n"),
    "spec/shop.de.errors.yaml":
      "errtable: 1\ntranslates: ./shop.errors.yaml\nlocale: de\nerrors:\n  OrderNotFound: { message: weg }\n",
    "spec/billing.errors.yaml": table("Billing", ["CardExpired"]),
    "shared/common.errors.yaml": table("Common", ["Throttled", "Broken"]),
  });
  git(seed, "init", "-q");
  commit(seed, "one");
  git(seed, "tag", "v1.0.0");
});

afterAll(() => {
  for (const one of made) rmSync(one, { recursive: true, force: true });
});

test("imports and translations are those of the commit, and a table that was moved is found by its name", async () => {
  const root = copy();
  git(root, "mv", "spec", "errors");
  write(root, {
    "errtable.config.yaml": "tables: [./errors/shop.errors.yaml, ./errors/billing.errors.yaml]\n",
    "errors/shop.de.errors.yaml": undefined,
    "shared/common.errors.yaml": table("Common", ["Throttled"]),
  });
  const before = state(root);
  const { exit, told } = await compare(root, "main");
  expect(told).toContain('errors/shop.errors.yaml:4:1 error[code-removed] The code "Broken" is gone');
  expect(told).toContain('note: main:shared/common.errors.yaml:6:3 It stands here in "main".');
  expect(told).toContain("1 error");
  expect(exit).toBe(5);
  expect(state(root)).toBe(before);
});

test("a table with another name at another place is known by its codes", async () => {
  const root = copy();
  write(root, {
    "errtable.config.yaml": "tables: [./spec/shop.errors.yaml, ./money/invoices.errors.yaml]\n",
    "spec/billing.errors.yaml": undefined,
    "money/invoices.errors.yaml": readFileSync(join(root, "spec/billing.errors.yaml"), "utf8").replace(
      "name: Billing",
      "name: Invoices",
    ),
  });
  const { exit, told } = await compare(root, "main");
  expect(told).toContain('error[table-renamed] The table is called "Invoices" instead of "Billing"');
  expect(told).not.toContain("table-removed");
  expect(exit).toBe(5);
});

test("a table that the configuration lost is a break, and a table that is new is none", async () => {
  const root = copy();
  write(root, {
    "errtable.config.yaml": "tables: [./spec/shop.errors.yaml, ./spec/stock.errors.yaml]\n",
    "spec/stock.errors.yaml": table("Stock", ["SoldOut"]),
    "spec/billing.errors.yaml": undefined,
  });
  const { exit, told } = await compare(root, "v1.0.0");
  expect(told).toContain('error[table-removed] The table "Billing" of "v1.0.0" is gone.');
  expect(told).toContain('"Stock" (spec/stock.errors.yaml) is new: "v1.0.0" has no table of its name.');
  expect(exit).toBe(5);
  expect(await compare(root, "v1.0.0", ["spec/shop.errors.yaml"])).toMatchObject({ exit: 0 });
  const accepted = await compare(root, "v1.0.0", [], { accept: "Nobody is billed." });
  expect(accepted.told).toContain("Accepted 1 break in errtable.config.accepted.yaml.");
  expect(accepted.told).toContain("note[table-removed]");
  expect(accepted.exit).toBe(0);
  // What is merged is not of now; an entry of a table that is there again accepts nothing.
  write(root, { "errtable.config.accepted.yaml": undefined });
  commit(root, "merged");
  const since = await compare(root, "v1.0.0", [], { since: "main" });
  expect([since.exit, since.told]).toEqual([0, expect.stringContaining('"main" has lost it already.')]);
  await compare(root, "v1.0.0", [], { accept: "Nobody is billed." });
  git(root, "checkout", "-q", "v1.0.0", "--", "errtable.config.yaml", "spec/billing.errors.yaml");
  const stale = await compare(root, "v1.0.0");
  expect([stale.exit, stale.told]).toEqual([1, expect.stringContaining("error[unused-acceptance]")]);
});

test("entries that are merged wait for the release, and the release that has them ends them", async () => {
  const root = copy();
  write(root, { "shared/common.errors.yaml": table("Common", ["Throttled"]) });
  expect(await compare(root, "v1.0.0", [], { accept: "It was never sent." })).toMatchObject({ exit: 0 });
  commit(root, "merged");
  expect(await compare(root, "main")).toMatchObject({ exit: 0, told: "" });
  expect(await compare(root, "v1.0.0")).toMatchObject({ exit: 0 });
  git(root, "tag", "v2.0.0");
  const released = await compare(root, "main");
  expect([released.exit, released.told]).toEqual([1, expect.stringContaining("error[unused-acceptance]")]);
});

test("a named table with another name at another place is found among the files that are gone", async () => {
  const root = copy();
  const text = readFileSync(join(root, "shared/common.errors.yaml"), "utf8").replace("name: Common", "name: Basics");
  write(root, { "shared/common.errors.yaml": undefined, "basics/all.errors.yaml": text });
  const { exit, told } = await compare(root, "main", ["basics/all.errors.yaml"]);
  expect([exit, told]).toEqual([5, expect.stringContaining("error[table-renamed]")]);
  commit(root, "moved");
  expect(await compare(root, "v1.0.0", ["basics/all.errors.yaml"])).toEqual({
    exit,
    told: told.replaceAll("main", "v1.0.0"),
  });
});

test("a branch that lacks commits of its baseline is told so, and its fork point is a baseline as well", async () => {
  const root = copy();
  git(root, "checkout", "-q", "-b", "topic");
  git(root, "checkout", "-q", "main");
  write(root, { "spec/billing.errors.yaml": table("Billing", ["CardExpired", "CardStolen"]) });
  commit(root, "two");
  git(root, "checkout", "-q", "topic");
  const { exit, told } = await compare(root, "main");
  expect(exit).toBe(5);
  expect(told).toContain('"main" has a commit that changes tables and that HEAD does not have');
  expect(told).toContain("--against main...");
  expect(await compare(root, "main...")).toMatchObject({ exit: 0, told: "" });
});

test("branches that each add a code merge, and a conflict that was resolved wrongly is a break", async () => {
  const root = copy();
  const stock = (codes: readonly string[]) => write(root, { "spec/billing.errors.yaml": table("Billing", codes) });
  git(root, "checkout", "-q", "-b", "first");
  stock(["Blocked", "CardExpired"]);
  commit(root, "first");
  expect(await compare(root, "main")).toMatchObject({ exit: 0 });
  git(root, "checkout", "-q", "-b", "second", "main");
  stock(["CardExpired", "Refused"]);
  commit(root, "second");
  git(root, "checkout", "-q", "main");
  git(root, "merge", "-q", "first");
  git(root, "checkout", "-q", "second");
  expect(await compare(root, "main")).toMatchObject({
    exit: 5,
    told: expect.stringContaining("note[behind-baseline]"),
  });
  git(root, "merge", "-q", "-m", "both", "main");
  const merged = await compare(root, "main");
  expect(merged).toMatchObject({ exit: 0, told: expect.stringContaining('The code "Refused" is new') });
  expect(merged.told).not.toContain("Blocked");
  git(root, "checkout", "-q", "-b", "third", "v1.0.0");
  stock(["Doubled", "CardExpired"]);
  commit(root, "third");
  expect(() => git(root, "rebase", "main")).toThrow();
  expect(await compare(root, "main")).toMatchObject({
    exit: 1,
    told: expect.stringContaining("error[merge-conflict]"),
  });
  git(root, "checkout", "--theirs", "spec/billing.errors.yaml");
  const lost = await compare(root, "main");
  expect(lost).toMatchObject({ exit: 5, told: expect.stringContaining('The code "Blocked" is gone') });
  stock(["Blocked", "Doubled", "CardExpired"]);
  git(root, "add", "-A");
  git(root, "-c", "core.editor=true", "rebase", "--continue");
  expect(await compare(root, "main")).toMatchObject({ exit: 0 });
});

test("a shallow clone gets the line that fetches the commit, and the line works", async () => {
  const root = folder();
  const origin = copy();
  git(origin, "checkout", "-q", "-b", "topic");
  write(origin, { "spec/billing.errors.yaml": table("Billing", ["CardLost"]) });
  commit(origin, "topic");
  git(root, "clone", "-q", "--depth=1", `file://${origin}`, "clone");
  const clone = join(root, "clone");
  for (const [ref, line] of [
    ["v1.0.0", "git fetch --depth=1 origin tag v1.0.0"],
    ["main", "git fetch --depth=1 origin main:refs/remotes/origin/main"],
  ] as const) {
    const { exit, told } = await compare(clone, ref);
    expect(exit).toBe(2);
    expect(told).toContain(`error[unknown-baseline] This shallow clone has no commit "${ref}".`);
    expect(told).toContain(`Fetch it: ${line}\n`);
    git(clone, ...line.split(" ").slice(1), "-q");
    expect(await compare(clone, ref)).toMatchObject({ exit: 5 });
  }
});

test("a block of a page tells of the changes since a tag, a branch or a commit", async () => {
  const root = copy();
  git(root, "tag", "shop@2.0.0");
  git(root, "tag", "other@2.0.0");
  write(root, {
    "shared/common.errors.yaml": table("Common", ["Broken", "Fresh"]),
    "page.md": ["1.0.0", "main", "2.0.0", "v1.0.0"].map((since, index) => block(`n${index}`, since)).join("\n"),
  });
  const run = async () => {
    const session = sessionAt(root, {}, [join(root, "spec/shop.errors.yaml")]);
    return { exit: await injectPages([join(root, "page.md")], {}, session), told: session.told() };
  };
  expect(await run()).toMatchObject({ exit: 0 });
  const page = readFileSync(join(root, "page.md"), "utf8");
  expect(
    page.match(/### Added\n\n- `Fresh` \(400\)\n\n {2}\*\*Solution\*\*: Try\.\n\n### Removed\n\n- `Throttled`\n/g),
  ).toHaveLength(4);
  write(root, { "page.md": block("a", "3.0.0") + block("b", "main codes=Fresh") });
  const { exit, told } = await run();
  expect(exit).toBe(1);
  expect(told).toContain('page.md:4:29 error[inject-marker] The table of "3.0.0" cannot be read.');
  expect(told).toContain('A block of changes has no "codes".');
});

test("an old table with errors, a name that is also a folder, and names of no commit are no breaks", async () => {
  const root = copy();
  write(root, { "spec/billing.errors.yaml": "errtable: 1\nname: Billing\nerrors: [\n" });
  commit(root, "broken");
  write(root, { "spec/billing.errors.yaml": table("Billing", ["CardLost"]), "v1.0.0/readme.md": "" });
  const broken = await compare(root, "main");
  expect(broken.exit).toBe(2);
  expect(broken.told).toMatch(/^main:spec\/billing\.errors\.yaml:\d+:\d+ error\[yaml-syntax\]/m);
  expect((await compare(root, "v1.0.0")).told).toContain('"v1.0.0" is both a commit and a file or folder.');
  expect(await compare(root, "git:v1.0.0")).toMatchObject({ exit: 5 });
  expect(await compare(root, "mian")).toMatchObject({ exit: 2, told: expect.stringContaining('Did you mean "main"?') });
  for (const name of ["--output=x", "-x", "^main", "a..b", "x\0y", "", "..."]) expect(isCommitName(name)).toBe(false);
  for (const name of ["main", "HEAD~3", "v1.0.0^{}", "main@{1 day ago}", "main...", ":/one"]) {
    expect(isCommitName(name)).toBe(true);
  }
});

async function compare(root: string, against: string, tables: readonly string[] = [], more: Options = {}) {
  const paths = tables.map((one) => join(root, one));
  const session = sessionAt(root, {}, paths);
  const exit = await breaking(session, { against, ...more });
  return { exit, told: session.told() };
}

function block(name: string, since: string): string {
  return `# ${name}\n\n## Changes\n<!-- errtable:begin ${name} since=${since} -->\n<!-- errtable:end ${name} -->\n`;
}

function table(name: string, codes: readonly string[], more = ""): string {
  const rows = codes.map(
    (code) => `  ${code}: { status: 400, message: "${code} happened", solution: Try., retry: never }\n`,
  );
  return `errtable: 1\nname: ${name}\n${more}errors:\n${more === "" ? "  # rows\n" : ""}${rows.join("")}`;
}

/** The index, the working tree and the branches, as Git tells them. */
function state(root: string): string {
  return git(root, "status", "--porcelain") + git(root, "for-each-ref") + git(root, "worktree", "list");
}

function folder(): string {
  const path = realpathSync(mkdtempSync(join(tmpdir(), "errtable-test-")));
  made.push(path);
  return path;
}

function copy(): string {
  const path = folder();
  cpSync(seed, path, { recursive: true });
  return path;
}

/** A file without a text is removed. */
function write(root: string, files: Readonly<Record<string, string | undefined>>): void {
  for (const [name, text] of Object.entries(files)) {
    const path = join(root, name);
    if (text === undefined) rmSync(path);
    else {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
  }
}

function commit(root: string, message: string): void {
  git(root, "add", "-A");
  git(root, "commit", "-q", "-m", message);
}

function git(root: string, ...args: readonly string[]): string {
  const own = ["user.name=a", "user.email=a@example.com", "init.defaultBranch=main", "commit.gpgsign=false"];
  return execFileSync("git", [...own.flatMap((one) => ["-c", one]), ...args], {
    cwd: root,
    encoding: "utf8",
    stdio: "pipe",
  });
}
