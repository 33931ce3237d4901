// Branches that change one table are merged by Git itself, with and without errtable's driver; plain generate completes every merge.
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, symlinkSync, unlinkSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { expect, test } from "vitest";
import { check } from "../../generator/command/verbs/check.ts";
import { generate } from "../../generator/command/verbs/generate.ts";
import { installDriver } from "../../generator/command/verbs/install-driver.ts";
import { mergeForGit } from "../../generator/command/verbs/merge-driver.ts";
import { fingerprintOf } from "../../generator/evolution/accepted/change-fingerprint.ts";
import { printListing, sha256 } from "../../generator/output/state/manifest.ts";
import { renderYaml } from "../../generator/text/yaml.ts";
import { readTree } from "../helpers/golden.ts";
import { sessionAt } from "../helpers/session-at.ts";
import { scratchFolder } from "../helpers/typescript-product.ts";

const ROOT = resolve(import.meta.dirname, "../..");

const CODES = ["Amber", "Birch", "Cedar", "Dogwood", "Elm", "Fir", "Ginkgo", "Hazel", "Ivy", "Juniper"];
/** The smaller half of TypeScript is made as the other one is. */
const TARGETS = [
  ["typescript", ", options: { parts: [codes] }"],
  ["openapi", ""],
  ["docs", ""],
  ["catalog", ""],
] as const;

/** Those that are made soonest. */
const TEXTS = TARGETS.filter(([kind]) => kind === "docs" || kind === "catalog");

const row = (code: string, text = `The ${code} is not there.`) =>
  `  ${code}NotFound:\n    status: 404\n    message: "no '%s' of ${code}"\n    params: { name: { example: a } }\n    description: ${text}\n    solution: Look for it.\n\n`;
const table = (rows: readonly string[]) =>
  `errtable: 1\nname: Trees\nbody: { code: /code, message: /message }\n\nerrors:\n${rows.join("")}`;

const PLAIN = CODES.map((code) => row(code));
const BRANCHES: Readonly<
  Record<string, readonly [ours: readonly string[], theirs: readonly string[], both: readonly string[]]>
> = {
  "add a code each": [
    PLAIN.toSpliced(1, 0, row("Alder")),
    PLAIN.toSpliced(8, 0, row("Holly")),
    PLAIN.toSpliced(8, 0, row("Holly")).toSpliced(1, 0, row("Alder")),
  ],
  "touch a text each": [
    PLAIN.with(1, row("Birch", "Its bark is white.")),
    PLAIN.with(8, row("Ivy", "It climbs.")),
    PLAIN.with(1, row("Birch", "Its bark is white.")).with(8, row("Ivy", "It climbs.")),
  ],
  "add a code and remove one": [
    PLAIN.toSpliced(2, 1),
    PLAIN.toSpliced(9, 0, row("Ixora")),
    PLAIN.toSpliced(9, 0, row("Ixora")).toSpliced(2, 1),
  ],
};

/** The lines of .gitattributes, and whether this clone has the driver. */
const TEXT_MERGE = ["errors/** merge=errtable", false] as const;
const WITH_DRIVER = ["errors/** merge=errtable", true] as const;
const UNION = ["errors/**/.errtable.json merge=union", false] as const;
const BINARY = ["errors/** -merge", false] as const;

test.each([
  ["add a code each", TARGETS, [TEXT_MERGE, BINARY]],
  ["touch a text each", TEXTS, [TEXT_MERGE, WITH_DRIVER]],
  ["add a code and remove one", TEXTS, [TEXT_MERGE, UNION]],
] as const)("branches that %s are completed by generate", async (name, targets, ways) => {
  const [ours = [], theirs = [], both = []] = BRANCHES[name] ?? [];
  const origin = await newRepository(PLAIN, targets);
  await origin.commitOn("theirs", theirs);
  await origin.commitOn("ours", ours);
  // The files of a project that has the merged table from the beginning.
  const fresh = readTree(join((await newRepository(both, targets)).folder, "errors"));
  for (const [attributes, hasDriver] of ways) {
    const clone = cloneOf(origin.folder);
    writeFileSync(join(clone.folder, ".git/info/attributes"), `${attributes}\n`);
    if (hasDriver) expect(await installDriver(sessionAt(clone.folder))).toBe(0);
    const conflicts = clone.merge("theirs");
    if (hasDriver) expect(conflicts).toEqual([]);
    if (attributes === TEXT_MERGE[0] && !hasDriver) expect(conflicts.length).toBeGreaterThan(1);
    expect(readFileSync(join(clone.folder, "trees.errors.yaml"), "utf8")).toBe(table(both));
    const done = await generate(sessionAt(clone.folder), {});
    expect([done.exit, done.written], attributes).toEqual([0, true]);
    expect(readTree(join(clone.folder, "errors")), attributes).toEqual(fresh);
  }
});

test("a hand edit stays in the way, also after a merge of other files", async () => {
  const repository = await newRepository();
  writeFileSync(join(repository.folder, "errors/docs/table.en.md"), "My own words.\n");
  const refused = await generate(sessionAt(repository.folder), {});
  expect(refused).toMatchObject({
    exit: 4,
    written: false,
    changes: [{ change: { kind: "edited", action: "refuse" } }],
  });
});

const PAGE = "errors/docs/table.en.md";

/** The change of one file that generate makes, or refuses to make. */
async function changeOf(folder: string, path = PAGE) {
  const { exit, changes } = await generate(sessionAt(folder), { dryRun: true });
  const change = changes.find((one) => one.path === path)?.change;
  return [exit, change?.kind, change?.action];
}

test("a merge that the driver did gives no leave to overwrite a hand edit, until Git has it", async () => {
  const [ours = [], theirs = []] = BRANCHES["touch a text each"] ?? [];
  const repository = await newRepository(PLAIN, TEXTS);
  await repository.commitOn("theirs", theirs);
  await repository.commitOn("ours", ours);
  const { folder, git } = repository;
  writeFileSync(join(folder, ".git/info/attributes"), `${WITH_DRIVER[0]}\n`);
  expect(await installDriver(sessionAt(folder))).toBe(0);
  expect(repository.merge("theirs")).toEqual([]);
  expect(await changeOf(folder)).toEqual([0, "update", "write"]);
  const page = readFileSync(join(folder, PAGE), "utf8");
  writeFileSync(join(folder, PAGE), `${page}My own words.\n`);
  expect(await changeOf(folder)).toEqual([4, "edited", "refuse"]);
  git("commit", "--quiet", "--all", "--message=x");
  expect(await changeOf(folder)).toEqual([0, "merged", "write"]);
});

test("no number of hashes in a manifest lets generate delete or overwrite a file of somebody else", async () => {
  const { folder, git } = await newRepository(PLAIN, TEXTS);
  const manifest = join(folder, "errors/docs/.errtable.json");
  const hashes = JSON.stringify(["1".repeat(64), "2".repeat(64)]);
  writeFileSync(
    manifest,
    readFileSync(manifest, "utf8").replace('"files": {', `"files": {\n    "notes.md": ${hashes},`),
  );
  writeFileSync(join(folder, "errors/docs/notes.md"), "My own words.\n");
  git("add", "--all");
  for (let committed = 0; committed < 2; committed++) {
    expect(await changeOf(folder, "errors/docs/notes.md")).toEqual([4, "edited-orphan", "refuse"]);
    if (committed === 0) git("commit", "--quiet", "--message=x");
  }
});

test("the lines of a conflict are overwritten only where Git has both sides", async () => {
  const repository = await newRepository(PLAIN, TEXTS);
  await repository.commitOn("theirs", PLAIN.with(2, row("Cedar", "It smells.")));
  await repository.commitOn("ours", PLAIN.with(1, row("Birch", "Its bark is white.")));
  const { folder, git } = repository;
  const page = readFileSync(join(folder, PAGE), "utf8");
  // A person shows the lines of a conflict.
  writeFileSync(join(folder, PAGE), `${page}<<<<<<< a\nMine\n=======\nYours\n>>>>>>> b\n`);
  expect(await changeOf(folder)).toEqual([4, "edited", "refuse"]);
  expect((await generate(sessionAt(folder), {})).changes[0]?.change).toMatchObject({
    reason: expect.stringContaining("it may hold an edit by hand"),
  });
  // A hand edit travels to another branch: Git calls the file unmerged, and nobody committed the edit.
  writeFileSync(join(folder, PAGE), page.replaceAll("|", "| My own words "));
  git("checkout", "--quiet", "--merge", "theirs");
  expect(git("status", "--porcelain", PAGE)).toMatch(/^UU /);
  expect(await changeOf(folder)).toEqual([4, "edited", "refuse"]);
  // A merge is under way, then somebody commits its conflict.
  git("checkout", "--quiet", "--force", "ours");
  expect(repository.merge("theirs")).toContain(PAGE);
  expect(await changeOf(folder)).toEqual([0, "merged", "write"]);
  git("add", "--all");
  git("commit", "--quiet", "--message=x");
  expect(await changeOf(folder)).toEqual([0, "merged", "write"]);
});

test.each([
  ["merge --squash", false],
  ["stash pop", true],
] as const)("a conflict of two sides that errtable wrote is completed after git %s", async (_, isStash) => {
  const [ours = [], theirs = []] = BRANCHES["add a code and remove one"] ?? [];
  const { folder, git, commitOn } = await newRepository(PLAIN, TEXTS);
  await commitOn("ours", ours);
  git("checkout", "--quiet", "main");
  if (isStash) {
    writeFileSync(join(folder, "trees.errors.yaml"), table(theirs));
    expect((await generate(sessionAt(folder), {})).exit).toBe(0);
    git("stash", "--quiet");
  } else await commitOn("theirs", theirs);
  git("checkout", "--quiet", "ours");
  spawnSync("git", isStash ? ["stash", "pop"] : ["merge", "--squash", "theirs"], { cwd: folder });
  expect(git("status", "--porcelain")).toMatch(/^UU errors\/catalog\/\.errtable\.json$/m);
  expect((await generate(sessionAt(folder), {})).exit).toBe(0);
  expect((await check(sessionAt(folder))).exit).toBe(0);
});

test.each([
  ["merge --no-commit", "ours"],
  ["rebase", "theirs"],
] as const)("git %s -X %s mixes lines of both sides, which generate completes", async (words, side) => {
  // Two codes stand apart in the table, and next to each other in what is made of it.
  const theirs = [...PLAIN.with(4, row("Elm", "It is tall.")), row("Yew")];
  const ours = [row("Yucca"), ...PLAIN.with(7, row("Hazel", "It has nuts."))];
  const { folder, git, commitOn } = await newRepository(PLAIN, TEXTS);
  await commitOn("theirs", theirs);
  await commitOn("ours", ours);
  const [verb = "", ...options] = words.split(" ");
  git(verb, ...options, "--quiet", "-X", side, "theirs");
  const { exit, changes } = await generate(sessionAt(folder), { dryRun: true });
  expect(exit).toBe(0);
  expect(changes.map(({ change }) => change.kind)).toContain("merged");
  expect((await generate(sessionAt(folder), {})).exit).toBe(0);
  expect((await check(sessionAt(folder))).exit).toBe(0);
  // A line of a person is in the way as before.
  const page = readFileSync(join(folder, PAGE), "utf8");
  writeFileSync(join(folder, PAGE), `${page}My own words.\n`);
  expect(await changeOf(folder)).toEqual([4, "edited", "refuse"]);
  git("commit", "--quiet", "--all", "--message=x");
  expect(await changeOf(folder)).toEqual([4, "edited", "refuse"]);
  // So is one that takes a line away.
  writeFileSync(join(folder, PAGE), page.replace(/^.*Elm.*\n/m, ""));
  git("commit", "--quiet", "--all", "--amend", "--message=x");
  if (words !== "merge --no-commit") expect(await changeOf(folder)).toEqual([4, "edited", "refuse"]);
});

test("check and a dry run tell a merged file apart from one that was edited", async () => {
  const repository = await newRepository();
  const [ours = [], theirs = []] = BRANCHES["add a code each"] ?? [];
  await repository.commitOn("theirs", theirs);
  await repository.commitOn("ours", ours);
  repository.merge("theirs");
  const { exit, changes } = await check(sessionAt(repository.folder));
  expect(exit).toBe(3);
  const kinds = new Set(changes.map(({ change }) => change.kind));
  expect(kinds).toContain("merged");
  expect(kinds).not.toContain("edited");
  expect((await generate(sessionAt(repository.folder), { dryRun: true })).exit).toBe(0);
});

const manifestOf = (files: Readonly<Record<string, string>>) =>
  printListing(new Map(Object.entries(files).map(([path, text]) => [path, [sha256(text)]])));

test("the driver joins manifests that it believes, keeps files of errtable's, and declines all others", async () => {
  const folder = scratchFolder();
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  const merged = async (name: string, ours: string, theirs: string) => {
    write("base", "");
    write("ours", ours);
    write("theirs", theirs);
    const exit = await mergeForGit(["base", "ours", "theirs", name], sessionAt(folder));
    return [exit, readFileSync(join(folder, "ours"), "utf8")] as const;
  };
  const [mine, other] = [manifestOf({ "in/a.ts": "ours\n" }), manifestOf({ "in/a.ts": "theirs\n" })];
  const [exit, text] = await merged("errors/.errtable.json", mine, other);
  expect(exit).toBe(0);
  expect(JSON.parse(text).files).toEqual({ "in/a.ts": [sha256("ours\n"), sha256("theirs\n")] });
  expect(await merged("errors/.errtable.json", "{}", other)).toEqual([1, "{}"]);
  expect(await merged("errors/in/a.ts", "ours\n", "theirs\n")).toEqual([1, "ours\n"]);
  mkdirSync(join(folder, "errors"));
  write("errors/.errtable.json", mine);
  expect(await merged("errors/in/a.ts", "ours\n", "theirs\n")).toEqual([0, "ours\n"]);
  expect(await merged("errors/in/a.ts", "edited\n", "theirs\n")).toEqual([1, "edited\n"]);
  expect(await merged("errors/a.ts", "ours\n", "theirs\n")).toEqual([1, "ours\n"]);
  expect(await merged("in/a.ts", "ours\n", "theirs\n")).toEqual([1, "ours\n"]);
});

test("the driver gives a table the rows of both sides where lines meet, and leaves all else to Git", async () => {
  const folder = scratchFolder();
  const merged = async (base: string, ours: string, theirs: string) => {
    for (const [name, text] of Object.entries({ base, ours, theirs })) writeFileSync(join(folder, name), text);
    const exit = await mergeForGit(["base", "ours", "theirs", "errors/trees.errors.yaml"], sessionAt(folder));
    return [exit, readFileSync(join(folder, "ours"), "utf8")] as const;
  };
  const [base, ash, oak] = [[], ["Ash"], ["Oak"]].map((codes) => table([...PLAIN, ...codes.map((code) => row(code))]));
  const both = table([...PLAIN, row("Ash"), row("Oak")]);
  expect(await merged(base ?? "", `\ufeff${ash}`, oak ?? "")).toEqual([0, `\ufeff${both}`]);
  const changed = ash?.replace("is not there", "is gone") ?? "";
  expect(await merged(ash ?? "", changed, ash?.replace("is not there", "is felled") ?? "")).toEqual([1, changed]);
  const apart = table(PLAIN.with(1, row("Birch", "Its bark is white.")));
  expect(await merged(base ?? "", apart, oak ?? "")).toEqual([1, apart]);
});

test("the driver gives a file of accepted breaks the entries of both sides, without those that a side removed", async () => {
  const folder = scratchFolder();
  const file = (...codes: readonly string[]) => {
    const entries = codes.map((code) => ({ rule: "code-removed", code, reason: "why #1" }));
    const list = entries.map(({ rule, code, reason }) => ({
      rule,
      code,
      reason,
      fingerprint: fingerprintOf({ rule, code }),
    }));
    return `# Mine\n${renderYaml({ accepted: list })}`;
  };
  const merged = async (base: string, ours: string, theirs: string) => {
    for (const [name, text] of Object.entries({ base, ours, theirs })) writeFileSync(join(folder, name), text);
    const exit = await mergeForGit(["base", "ours", "theirs", "errors/trees.accepted.yaml"], sessionAt(folder));
    return [exit, readFileSync(join(folder, "ours"), "utf8")] as const;
  };
  expect(await merged("", file("Ash"), file("Oak"))).toEqual([0, file("Ash", "Oak")]);
  expect(await merged(file("Fir"), file("Fir", "Ash"), file("Fir", "Oak"))).toEqual([0, file("Fir", "Ash", "Oak")]);
  // A release emptied it.
  expect(await merged(file("Fir"), file("Fir", "Ash"), "# Mine\n")).toEqual([0, file("Ash")]);
  expect(await merged(file("Fir"), "# Mine\naccepted:\n", file("Fir", "Oak"))).toEqual([0, file("Oak")]);
  for (const [base, ours, theirs] of [
    [file("Fir", "Elm"), file("Fir", "Ash"), file("Elm", "Oak")],
    [file("Fir"), file("Fir", "Ash"), `${file("Fir", "Oak")}# Ask before\n`],
  ] as const)
    expect(await merged(base, ours, theirs)).toEqual([1, ours]);
});

test("the driver merges the words of people in pages and descriptions, and generate makes the errors in them anew", async () => {
  const repository = await newRepository(PLAIN, TEXTS);
  const { folder, git } = repository;
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  const read = (name: string) => readFileSync(join(folder, name), "utf8");
  const replace = (name: string, old: string, text: string) => write(name, read(name).replace(old, text));
  replace(
    "errtable.config.yaml",
    "targets:",
    "pages: [PAGE.md]\ndescriptions: [{ file: api.yaml, tables: [trees.errors.yaml], operations: all }]\ntargets:",
  );
  write("PAGE.md", "# Trees\n\n<!-- errtable:begin columns=code -->\n<!-- errtable:end -->\n\nMy words.\n");
  const operation = "    get:\n      operationId: Get\n      responses:\n        '200': { description: A tree. }\n";
  write("api.yaml", `openapi: 3.1.0\ninfo: { title: Trees, version: '1' }\npaths:\n  /trees:\n${operation}`);
  await repository.commitOn("main", PLAIN);
  const [ours = [], theirs = [], both = []] = BRANCHES["add a code each"] ?? [];
  await repository.commitOn("theirs", theirs);
  replace("PAGE.md", "My words.", "Your words.");
  git("commit", "--quiet", "--all", "--message=x");
  await repository.commitOn("ours", ours);
  git("tag", "before");
  write(".git/info/attributes", "errors/** merge=errtable\n*.md merge=errtable\napi.yaml merge=errtable\n");
  expect(await installDriver(sessionAt(folder))).toBe(0);
  expect(repository.merge("theirs")).toEqual([]);
  expect(read("api.yaml")).toContain("AlderNotFound");
  expect((await check(sessionAt(folder))).exit).toBe(3);
  expect((await generate(sessionAt(folder), {})).exit).toBe(0);
  expect(read("PAGE.md")).toMatch(/# Trees.*`AlderNotFound`.*`HollyNotFound`.*Your words\.\n$/s);
  expect(read("api.yaml").match(/^ {4}\w+NotFoundError:$/gm)).toHaveLength(both.length);
  expect(git("ls-files", "--others")).toBe("");
  // Words that meet are a conflict, and an edit in a block is one of the words.
  git("reset", "--quiet", "--hard", "before");
  replace("PAGE.md", "My words.", "Our words.");
  git("commit", "--quiet", "--all", "--message=x");
  expect(repository.merge("theirs")).toEqual(["PAGE.md"]);
  // Without the driver a person ends the conflicts, which are lines of errtable's.
  for (const isEdited of [false, true]) {
    git("reset", "--quiet", "--hard", "before");
    write(".git/info/attributes", "errors/** merge=errtable\n");
    expect(repository.merge("theirs")).toEqual(["PAGE.md", "api.yaml"]);
    for (const name of ["PAGE.md", "api.yaml"])
      write(name, read(name).replace(/^<{7}.*\n([\s\S]*?)^={7}\n[\s\S]*?^>{7}.*\n/gm, "$1"));
    if (isEdited) replace("PAGE.md", "`ElmNotFound`", "`TheElm`");
    git("add", "--all");
    git("commit", "--quiet", "--message=x");
    expect((await generate(sessionAt(folder), {})).exit).toBe(isEdited ? 4 : 0);
    expect(read("PAGE.md")).toContain(isEdited ? "`TheElm`" : "`HollyNotFound`");
  }
  git("reset", "--quiet", "--hard", "before");
  writeFileSync(
    join(folder, ".git/info/attributes"),
    "errors/** merge=errtable\n*.md merge=errtable\napi.yaml merge=errtable\n",
  );
  replace("PAGE.md", "Our words.", "My words.");
  replace("PAGE.md", "`ElmNotFound`", "`TheElm`");
  git("commit", "--quiet", "--all", "--message=x");
  expect(repository.merge("theirs")).toEqual(["PAGE.md"]);
  expect(read("PAGE.md")).toContain("`TheElm`");
});

test("in a package of a monorepo, files of people below errors/ are merged line by line, also where the driver is gone", async () => {
  const repository = repositoryIn(scratchFolder());
  const { folder, git } = repository;
  const api = join(folder, "packages/it's 100%api");
  mkdirSync(join(api, "errors"), { recursive: true });
  startGit(repository);
  writeFileSync(join(folder, ".gitattributes"), "**/errors/** merge=errtable\n");
  writeFileSync(join(folder, ".gitignore"), "node_modules\n");
  const NOTES = ["one", "two", "three", "four", "five"];
  const commit = (branch: string, made: string, notes: readonly string[], table: string) => {
    git("checkout", "--quiet", "-B", branch, ...(branch === "main" ? [] : ["main"]));
    const files = { "made.json": made, "NOTES.md": `${notes.join("\n")}\n`, "shop.errors.yaml": table };
    for (const [name, text] of Object.entries(files)) writeFileSync(join(api, "errors", name), text);
    writeFileSync(join(api, "errors/.errtable.json"), manifestOf({ "made.json": made }));
    git("add", "--all");
    git("commit", "--quiet", "--message=x");
  };
  commit("main", "{}\n", NOTES, "a\n");
  commit("theirs", "[1]\n", NOTES.with(4, "theirs"), "theirs\n");
  commit("ours", "[2]\n", NOTES.with(0, "ours"), "ours\n");
  mkdirSync(join(api, "node_modules"));
  symlinkSync(ROOT, join(api, "node_modules/errtable"), "junction");
  expect(await installDriver(sessionAt(api))).toBe(0);
  expect(git("config", "merge.errtable.driver")).toContain(
    "node 'packages/it'\\''s 100%%api/node_modules/errtable/dist/js/cli.js' merge-driver %O %A %B %P || ",
  );
  const read = (name: string) => readFileSync(join(api, "errors", name), "utf8");
  const names = () => repository.merge("theirs").map((path) => basename(path.replaceAll('"', "")));
  expect(names()).toEqual(["shop.errors.yaml"]);
  const merged = `${NOTES.with(0, "ours").with(4, "theirs").join("\n")}\n`;
  expect([read("made.json"), read("NOTES.md")]).toEqual(["[2]\n", merged]);
  expect(read("shop.errors.yaml")).toBe("<<<<<<< ours\nours\n=======\ntheirs\n>>>>>>> theirs\n");
  git("reset", "--quiet", "--hard");
  unlinkSync(join(api, "node_modules/errtable"));
  expect(names().toSorted()).toEqual([".errtable.json", "made.json", "shop.errors.yaml"]);
  expect(read("NOTES.md")).toBe(merged);
  expect(read("made.json")).toBe("<<<<<<< ours\n[2]\n=======\n[1]\n>>>>>>> theirs\n");
});

test("--install sets nothing up where Git cannot run errtable", async () => {
  const repository = repositoryIn(scratchFolder());
  startGit(repository);
  const session = sessionAt(repository.folder);
  const toolFolder = join(repository.folder, "gone/dist");
  expect(await installDriver({ ...session, project: { ...session.project, toolFolder } })).toBe(2);
  expect(session.told()).toContain("It tried: node 'gone/dist/js/cli.js' --version\n");
  expect(repository.git("config", "--list")).not.toContain("merge.errtable");
});

test("--install names the folders that lack the attribute", async () => {
  const repository = await newRepository(PLAIN, TEXTS);
  writeFileSync(join(repository.folder, ".gitattributes"), "errors/docs/** merge=errtable\n");
  const session = sessionAt(repository.folder);
  expect(await installDriver(session)).toBe(0);
  expect(session.told()).toContain("  errors/catalog/** merge=errtable\n");
  expect(session.told()).not.toContain("errors/docs/");
  writeFileSync(join(repository.folder, "PAGE.md"), "<!-- errtable:begin -->\n<!-- errtable:end -->\n");
  writeFileSync(join(repository.folder, "errtable.config.yaml"), "pages: [PAGE.md]\ntables: [trees.errors.yaml]\n");
  const withPage = sessionAt(repository.folder);
  expect(await installDriver(withPage)).toBe(0);
  expect(withPage.told()).toContain("Add:\n  PAGE.md merge=errtable\n");
  const nowhere = sessionAt(scratchFolder());
  expect(await installDriver(nowhere)).toBe(2);
  expect(nowhere.told()).toContain("in no Git repository");
});

async function newRepository(rows: readonly string[] = PLAIN, made: readonly (readonly [string, string])[] = TARGETS) {
  const repository = repositoryIn(scratchFolder());
  const { folder, git } = repository;
  startGit(repository);
  const targets = made.map(
    ([kind, options]) => `  - { kind: ${kind}, table: ./trees.errors.yaml, out: ./errors/${kind}${options} }\n`,
  );
  writeFileSync(join(folder, "errtable.config.yaml"), `targets:\n${targets.join("")}`);
  const commit = async (text: readonly string[]) => {
    writeFileSync(join(folder, "trees.errors.yaml"), table(text));
    expect((await generate(sessionAt(folder), {})).exit).toBe(0);
    git("add", "--all");
    git("commit", "--quiet", "--message=x");
  };
  await commit(rows);
  return {
    ...repository,
    async commitOn(branch: string, text: readonly string[]) {
      git("checkout", "--quiet", "-B", branch, "main");
      await commit(text);
    },
  };
}

function startGit({ git }: ReturnType<typeof repositoryIn>): void {
  git("init", "--quiet", "--initial-branch=main");
  git("config", "user.name", "T");
  git("config", "user.email", "t@example.com");
  git("config", "commit.gpgsign", "false");
}

function cloneOf(origin: string) {
  const folder = scratchFolder();
  cpSync(origin, folder, { recursive: true });
  return repositoryIn(folder);
}

function repositoryIn(folder: string) {
  const git = (...args: readonly string[]) =>
    execFileSync("git", args, { cwd: folder, encoding: "utf8", stdio: "pipe" });
  return {
    folder,
    git,
    /** The paths that Git could not merge by itself. */
    merge(branch: string): readonly string[] {
      spawnSync("git", ["merge", "--quiet", "--no-edit", branch], { cwd: folder });
      return git("diff", "--name-only", "--diff-filter=U")
        .split("\n")
        .filter((path) => path !== "");
    },
  };
}
