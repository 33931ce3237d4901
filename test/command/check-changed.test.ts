// With --changed, check looks at the targets and pages that a change since a commit can reach, and at all of those.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { runCommand } from "../helpers/run-command.ts";

const row = (name: string, code: string, more = "") =>
  `errtable: 1\nname: ${name}\n${more}errors:\n  ${code}: { status: 404, description: It is gone. }\n`;
const FILES = {
  "package.json": "{}\n",
  "package-lock.json": "{}\n",
  "common.errors.yaml": row("Common", "Down"),
  "shop.errors.yaml": row("Shop", "Gone", "imports: [./common.errors.yaml]\n"),
  "shop.de.errors.yaml": "errtable: 1\nlocale: de\ntranslates: ./shop.errors.yaml\nerrors: {}\n",
  "parcels.errors.yaml": row("Parcels", "Lost"),
  "docs/parcels.md": "<!-- errtable:begin -->\n<!-- errtable:end -->\n",
  "README.md": "",
  "errtable.config.yaml": `targets:
  - { kind: catalog, table: ./shop.errors.yaml, out: ./gen/shop }
  - { kind: catalog, table: ./parcels.errors.yaml, out: ./gen/parcels }
pages:
  - docs/*.md
options: { docs: {} }
rules: { missing-solution: off, untranslated: off }
`,
};
/** The page shows one table alone, so that the other one does not reach it. */
const PAGE = FILES["docs/parcels.md"].replace("begin", "begin table=Parcels");

const BASE = realpathSync(mkdtempSync(join(tmpdir(), "errtable-changed-")));
let folder = "";

beforeAll(async () => {
  folder = join(BASE, "first");
  for (const [path, text] of Object.entries(FILES)) write(path, text);
  write("docs/parcels.md", PAGE);
  write(".gitignore", "ignored\n");
  expect(await run("generate")).toMatchObject({ code: 0 });
  git("init", "--quiet", "--initial-branch=main");
  commit("first");
});
beforeEach(({ task }) => {
  folder = join(BASE, task.id);
  cpSync(join(BASE, "first"), folder, { recursive: true, preserveTimestamps: true });
});
afterAll(() => rmSync(BASE, { recursive: true, force: true }));

const NOTHING = /^Nothing that errtable reads or makes here has changed since main\.\n$/;

describe("a change of", () => {
  test.each<[string, () => void, string[]]>([
    ["nothing", () => {}, []],
    ["another file", () => write("README.md", "x\n"), []],
    ["a file that Git ignores", () => write("ignored/x.errors.yaml", row("X", "X")), []],
    ["a table", () => edit("parcels.errors.yaml", "404", "410"), ["docs/parcels.md", "gen/parcels/errors.json"]],
    ["an imported table", () => edit("common.errors.yaml", "404", "410"), ["gen/shop/errors.json"]],
    [
      "a translation",
      () => edit("shop.de.errors.yaml", "{}", "{ Gone: { description: Weg. } }"),
      ["gen/shop/errors.json"],
    ],
    ["a translation that is gone", () => rmSync(join(folder, "shop.de.errors.yaml")), ["gen/shop/errors.json"]],
    [
      "a translation that is new",
      () => write("shop.fr.errors.yaml", FILES["shop.de.errors.yaml"].replace("de", "fr")),
      ["gen/shop/errors.json"],
    ],
    ["an output", () => write("gen/shop/errors.json", "{}\n"), ["gen/shop/errors.json: It was edited by hand."]],
    ["an output that is gone", () => rmSync(join(folder, "gen/parcels/errors.json")), ["gen/parcels/errors.json"]],
  ])("%s", async (_, change, told) => {
    change();
    await expectTold(told);
  });

  test("a branch is that of its files, committed or not", async () => {
    edit("parcels.errors.yaml", "404", "410");
    git("checkout", "--quiet", "-b", "topic");
    commit("change");
    rmSync(join(folder, "shop.de.errors.yaml"));
    await expectTold(["docs/parcels.md", "gen/parcels/errors.json", "gen/shop/errors.json"]);
  });

  test.each([
    ["the configuration", () => edit("errtable.config.yaml", "missing-solution: off", "missing-solution: error")],
    ["the lock file, and with it perhaps errtable", () => write("package-lock.json", "{ }\n")],
    ["a page that a pattern named, and that is gone", () => rmSync(join(folder, "docs/parcels.md"))],
    ["a configuration that is broken now", () => write("errtable.config.yaml", "targts: []\n")],
  ])("%s makes everything checked", async (_, change) => {
    edit("parcels.errors.yaml", "404", "410");
    edit("shop.errors.yaml", "404", "410");
    commit("stale");
    change();
    const { code, out, err } = await run("check", "--changed", "HEAD");
    expect(code).not.toBe(0);
    if (code === 3) expect(out).toMatch(/docs\/parcels\.md[\s\S]*gen\/shop|gen\/shop[\s\S]*gen\/parcels/);
    else expect(err).toMatch(/missing-solution|unknown-field/);
  });
});

test("the advice names the targets that were checked, and the report is one document", async () => {
  edit("common.errors.yaml", "404", "410");
  expect((await run("check", "--changed", "main")).err).toContain(
    "Run: errtable generate --only gen/shop --only docs/parcels.md\n",
  );
  const stale = await run("check", "--changed", "main", "--format", "json");
  expect((JSON.parse(stale.out) as { outputs: unknown[] }).outputs).toHaveLength(2);
  git("checkout", "--quiet", ".");
  const fresh = await run("check", "--changed", "main", "--format", "json", "--output", "a.xml");
  expect(JSON.parse(fresh.out)).toMatchObject({ findings: [], outputs: [] });
});

test("since the fork point, others' changes do not count", async () => {
  git("checkout", "--quiet", "-b", "topic");
  git("checkout", "--quiet", "main");
  edit("parcels.errors.yaml", "404", "410");
  commit("others");
  git("checkout", "--quiet", "topic");
  expect((await run("check", "--changed", "main...")).err).toMatch(/has changed since main\.\.\.\.\n$/);
  expect((await run("check", "--changed", "main")).out + (await run("check", "--changed", "main")).err).not.toMatch(
    NOTHING,
  );
});

test.each([
  [["--changed", "mian"], /Git knows no commit "mian"\.\nDid you mean "main"\?/],
  [["--changed", "--output=x"], /no name of one commit/],
  [["--changed", "main", "--only", "catalog"], /--changed chooses the targets itself/],
])("2: %j", async (args, told) => {
  const { code, err } = await run("check", ...args);
  expect(code).toBe(2);
  expect(err).toMatch(told);
});

test("2: outside of any repository", async () => {
  rmSync(join(folder, ".git"), { recursive: true });
  expect(await run("check", "--changed", "main")).toMatchObject({
    code: 2,
    err: expect.stringMatching(/Git reads no repository here[\s\S]*leave out --changed/),
  });
});

async function expectTold(told: readonly string[]): Promise<void> {
  const { code, out, err } = await run("check", "--changed", "main");
  expect([code, out, err].join("\n"), told.join()).toMatch(told.length === 0 ? /^0\n/ : /^3\n/);
  if (told.length === 0) expect(err).toMatch(NOTHING);
  expect([...out.matchAll(/^[a-z ]{11}(.*)$/gm)].map(([, line]) => line).toSorted()).toEqual(told);
}

function run(...args: readonly string[]) {
  return runCommand(folder, ...args);
}

function edit(path: string, before: string, after: string): void {
  const text = path in FILES ? FILES[path as keyof typeof FILES] : "";
  write(path, text.replace(before, after));
}

function commit(message: string): void {
  git("add", "--all");
  git("-c", "user.name=A", "-c", "user.email=a@example.com", "commit", "--quiet", "--allow-empty", "-m", message);
}

function git(...args: readonly string[]): void {
  execFileSync("git", args, { cwd: folder, stdio: "pipe" });
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}
