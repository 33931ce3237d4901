// What generate, check and diff do in every state that a folder can be in: exit code, words, and the tree afterwards.
import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, rmSync, statSync, symlinkSync, unlinkSync, utimesSync } from "node:fs";
import { basename } from "node:path";
import { format, type Options } from "prettier";
import { describe, expect, test } from "vitest";
import { check } from "../../generator/command/verbs/check.ts";
import { diff } from "../../generator/command/verbs/diff.ts";
import { generate } from "../../generator/command/verbs/generate.ts";
import type { Outcome } from "../../generator/output/run/outcome.ts";
import { sha256 } from "../../generator/output/state/manifest.ts";
import { type OutcomeTextOptions, outcomeText } from "../../generator/report/outcome-report.ts";
import type { Wanted } from "../output/session-in.ts";
import { makeProject, type Project } from "../output/tools.ts";

const wanted: Wanted = {
  "gen/ts": { "index.ts": "export * from './types.js';\n", "types.ts": "type A = 1;\ntype B = 2;\n" },
  "gen/docs": { "table.md": "| a |\n", "zh/table.md": "| 甲 |\n" },
};
const manifest = ".errtable.json";
const journal = ".errtable.journal.json";
const temporary = ".errtable.3f2c9c9e-0a51-4b8e-9d3a-6a5f0b1c2d3e.tmp";
const plain = { dryRun: false, force: false };

interface Row {
  readonly state: string;
  spoil(project: Project): void;
  /** Lines of check, without padding; none where all is fresh. */
  readonly told: readonly string[];
  /** What generate exits with; and with force, where that differs. */
  readonly generate: 0 | 4;
  readonly forced?: 0 | 4;
  /** Whether generate, where it may write, gives back the tree of a fresh project. */
  readonly leaves?: Readonly<Record<string, string>>;
}

const edited = "type A = 1;\ntype B = 3;\n";

const conflict = (ours: string, theirs: string) => `<<<<<<< HEAD\n${ours}=======\n${theirs}>>>>>>> other\n`;

const rows: readonly Row[] = [
  { state: "fresh", spoil: () => {}, told: [], generate: 0 },
  {
    state: "stale",
    spoil: (project) => own(project, "gen/ts", "types.ts", "type A = 0;\n"),
    told: ["stale gen/ts/types.ts"],
    generate: 0,
  },
  {
    state: "stale in the second target only",
    spoil: (project) => own(project, "gen/docs", "zh/table.md", "old\n"),
    told: ["stale gen/docs/zh/table.md"],
    generate: 0,
  },
  {
    state: "a missing file",
    spoil: (p) => unlinkSync(p.path("gen/ts/types.ts")),
    told: ["missing gen/ts/types.ts"],
    generate: 0,
  },
  {
    state: "a missing folder",
    spoil: (project) => rmSync(project.path("gen/docs"), { recursive: true }),
    told: ["missing gen/docs/table.md", "missing gen/docs/zh/table.md"],
    generate: 0,
  },
  {
    state: "an orphan in a folder of its own",
    spoil: (project) => own(project, "gen/ts", "old/guards.ts", "old\n"),
    told: ["orphaned gen/ts/old/guards.ts"],
    generate: 0,
  },
  {
    state: "an orphan beside a stranger's file",
    spoil: (project) => {
      own(project, "gen/ts", "old/guards.ts", "old\n");
      project.write("gen/ts/old/mine.ts", "mine\n");
    },
    told: ["orphaned gen/ts/old/guards.ts"],
    generate: 0,
    leaves: { "gen/ts/old/": "", "gen/ts/old/mine.ts": "mine\n" },
  },
  {
    state: "an edited file",
    spoil: (project) => project.write("gen/ts/types.ts", edited),
    told: ["edited gen/ts/types.ts: It was edited by hand."],
    generate: 4,
    forced: 0,
  },
  {
    state: "a file with a conflict that Git does not know",
    spoil: (project) => project.write("gen/ts/types.ts", conflict("type B = 2;\n", "type B = 3;\n")),
    told: [
      "edited gen/ts/types.ts: It holds the lines of a conflict, but Git is merging no commits and has no copy of the file as it is: it may hold an edit by hand.",
    ],
    generate: 4,
    forced: 0,
  },
  {
    state: "signs of a conflict that is none",
    spoil: (project) => project.write("gen/ts/types.ts", `=======\n<<<<<<< ours\n`),
    told: ["edited gen/ts/types.ts: It was edited by hand."],
    generate: 4,
    forced: 0,
  },
  {
    state: "an edited file that Git does not know, beside a manifest with a conflict",
    spoil: (project) => {
      const text = project.read(`gen/ts/${manifest}`);
      const [line = ""] = /^.*types\.ts.*\n/m.exec(text) ?? [];
      project.write(`gen/ts/${manifest}`, text.replace(line, conflict(line, line.replace(/: "\w{8}/, ': "00000000'))));
      project.write("gen/ts/types.ts", edited);
    },
    told: ["edited gen/ts/types.ts: It was edited by hand."],
    generate: 4,
    forced: 0,
  },
  {
    state: "a file with a conflict that is no longer made",
    spoil: (project) => {
      own(project, "gen/ts", "old.ts", "old\n");
      project.write("gen/ts/old.ts", conflict("a\n", "b\n"));
    },
    told: ["orphaned gen/ts/old.ts: It was edited by hand and is no longer made."],
    generate: 4,
    forced: 0,
  },
  {
    state: "a file with a conflict that errtable never made",
    spoil: (project) => {
      const files = { "index.ts": sha256(project.read("gen/ts/index.ts")) };
      project.write(`gen/ts/${manifest}`, JSON.stringify({ files }));
      project.write("gen/ts/types.ts", conflict("a\n", "b\n"));
    },
    told: ["foreign gen/ts/types.ts: errtable did not make this file."],
    generate: 4,
  },
  {
    state: "a file that a formatter rewrote",
    spoil: (project) => project.write("gen/ts/types.ts", "type A = 1\ntype B = 2\n"),
    told: ["edited gen/ts/types.ts: Only its layout differs: a formatter ran over it."],
    generate: 4,
    forced: 0,
  },
  {
    state: "an edited orphan",
    spoil: (project) => {
      own(project, "gen/ts", "old.ts", "old\n");
      project.write("gen/ts/old.ts", "mine now\n");
    },
    told: ["orphaned gen/ts/old.ts: It was edited by hand and is no longer made."],
    generate: 4,
    forced: 0,
  },
  {
    state: "CRLF",
    spoil: (project) => project.write("gen/ts/types.ts", project.read("gen/ts/types.ts").replaceAll("\n", "\r\n")),
    told: ["line ends gen/ts/types.ts"],
    generate: 0,
  },
  {
    state: "a byte order mark",
    spoil: (project) => project.write("gen/ts/types.ts", `\uFEFF${project.read("gen/ts/types.ts")}`),
    told: ["line ends gen/ts/types.ts"],
    generate: 0,
  },
  {
    state: "CRLF and stale",
    spoil: (project) => {
      own(project, "gen/ts", "types.ts", "type A = 0;\n");
      project.write("gen/ts/types.ts", "type A = 0;\r\n");
    },
    told: ["stale gen/ts/types.ts"],
    generate: 0,
  },
  {
    state: "CRLF everywhere, the manifest too",
    spoil: (project) => {
      for (const [path, text] of Object.entries(project.tree())) {
        if (!path.endsWith("/")) project.write(path, Buffer.from(text.replaceAll("\n", "\r\n"), "latin1"));
      }
    },
    told: [
      "line ends gen/ts/index.ts",
      "line ends gen/ts/types.ts",
      "line ends gen/docs/table.md",
      "line ends gen/docs/zh/table.md",
    ],
    generate: 0,
  },
  {
    state: "a stranger's file beside ours",
    spoil: (project) => project.write("gen/ts/notes.md", "mine\n"),
    told: [],
    generate: 0,
    leaves: { "gen/ts/notes.md": "mine\n" },
  },
  {
    state: "a stranger's file in the place of ours",
    spoil: (project) => {
      disown(project, "gen/ts", "types.ts");
      project.write("gen/ts/types.ts", "mine\n");
    },
    told: ["foreign gen/ts/types.ts: errtable did not make this file."],
    generate: 4,
  },
  {
    state: "a file that is not listed, but as it should be",
    spoil: (project) => disown(project, "gen/ts", "types.ts"),
    told: [`stale gen/ts/${manifest}`],
    generate: 0,
  },
  {
    state: "no manifest",
    spoil: (p) => unlinkSync(p.path("gen/ts", manifest)),
    told: [`missing gen/ts/${manifest}`],
    generate: 0,
  },
  {
    state: "a link in the place of a file",
    spoil: (project) => {
      project.write("elsewhere.ts", project.read("gen/ts/types.ts"));
      unlinkSync(project.path("gen/ts/types.ts"));
      symlinkSync("../../elsewhere.ts", project.path("gen/ts/types.ts"));
    },
    told: ["blocked gen/ts/types.ts: A symbolic link stands where a file is wanted."],
    generate: 4,
  },
  {
    state: "a link in the place of a folder",
    spoil: (project) => {
      rmSync(project.path("gen/docs/zh"), { recursive: true });
      mkdirSync(project.path("elsewhere"));
      symlinkSync("../../elsewhere", project.path("gen/docs/zh"));
    },
    told: ['blocked gen/docs/zh/table.md: A symbolic link stands where the folder "zh" is wanted.'],
    generate: 4,
  },
  {
    state: "a link in the place of the manifest",
    spoil: (project) => {
      project.write("elsewhere.json", project.read(`gen/ts/${manifest}`));
      unlinkSync(project.path("gen/ts", manifest));
      symlinkSync("../../elsewhere.json", project.path("gen/ts", manifest));
    },
    told: [`blocked gen/ts/${manifest}: A symbolic link stands where a file is wanted.`],
    generate: 4,
  },
  {
    state: "a folder in the place of a file",
    spoil: (project) => {
      unlinkSync(project.path("gen/ts/types.ts"));
      mkdirSync(project.path("gen/ts/types.ts"));
    },
    told: ["blocked gen/ts/types.ts: A folder stands where a file is wanted."],
    generate: 4,
  },
  {
    state: "a file in the place of a folder",
    spoil: (project) => {
      rmSync(project.path("gen/docs/zh"), { recursive: true });
      project.write("gen/docs/zh", "mine\n");
    },
    told: ['blocked gen/docs/zh/table.md: A file stands where the folder "zh" is wanted.'],
    generate: 4,
  },
  {
    state: "a file in the place of the target",
    spoil: (project) => {
      rmSync(project.path("gen/docs"), { recursive: true });
      project.write("gen/docs", "mine\n");
    },
    told: ["blocked gen/docs: A file stands where the folder is wanted."],
    generate: 4,
  },
  {
    state: "a target that a link leads out of the project",
    spoil: (project) => {
      rmSync(project.path("gen/docs"), { recursive: true });
      symlinkSync("/tmp", project.path("gen/docs"));
    },
    told: ['blocked gen/docs: The folder lies outside the project, and its target has no "allowOutside: true".'],
    generate: 4,
  },
  {
    state: "a journal",
    spoil: (project) => project.write(`gen/ts/${journal}`, '{ "files": {} }\n'),
    told: [`left over gen/ts/${journal}`],
    generate: 0,
  },
  {
    state: "a journal that lists files behind a link",
    spoil: (project) => {
      project.write(`elsewhere/deep/${temporary}`, "mine\n");
      mkdirSync(project.path("elsewhere/empty"));
      symlinkSync("../../elsewhere", project.path("gen/ts/link"));
      const files = { "link/deep/a.ts": sha256("a"), "link/empty/a.ts": sha256("a") };
      project.write(`gen/ts/${journal}`, JSON.stringify({ files }));
    },
    told: [`left over gen/ts/${journal}`],
    generate: 0,
    leaves: {
      "elsewhere/": "",
      "elsewhere/deep/": "",
      [`elsewhere/deep/${temporary}`]: "mine\n",
      "elsewhere/empty/": "",
      "gen/ts/link": "-> ../../elsewhere",
    },
  },
  {
    state: "temporary files, one of them below",
    spoil: (project) => {
      project.write(`gen/ts/${temporary}`, "typ");
      project.write(`gen/docs/zh/${temporary}`, "");
    },
    told: [`left over gen/ts/${temporary}`, `left over gen/docs/zh/${temporary}`],
    generate: 0,
  },
  {
    state: "a lock whose run is dead",
    spoil: (project) => {
      project.write("gen/ts/.errtable.lock", "");
      utimesSync(project.path("gen/ts/.errtable.lock"), 1, 1);
    },
    told: ["left over gen/ts/.errtable.lock"],
    generate: 0,
  },
  {
    state: "folders that are named like what an interrupted run leaves",
    spoil: (project) => {
      own(project, "gen/ts", "types.ts", "type A = 0;\n");
      mkdirSync(project.path("gen/ts", temporary));
      project.write("gen/docs/.errtable.lock/mine.txt", "mine\n");
      symlinkSync("../../elsewhere", project.path("gen/docs/zh", temporary));
    },
    told: [
      `blocked gen/ts/${temporary}: A folder stands where a file is wanted.`,
      "stale gen/ts/types.ts",
      "blocked gen/docs/.errtable.lock: A folder stands where a file is wanted.",
      `blocked gen/docs/zh/${temporary}: A symbolic link stands where a file is wanted.`,
    ],
    generate: 4,
  },
  {
    state: "a manifest that is no JSON",
    spoil: (project) => project.write(`gen/ts/${manifest}`, "mine"),
    told: [`blocked gen/ts/${manifest}: "${manifest}" is not JSON.`],
    generate: 4,
  },
  {
    state: "a manifest that leads out of its folder",
    spoil: (project) => {
      project.write("gen/precious.txt", "precious\n");
      own(project, "gen/ts", "../precious.txt", "precious\n");
    },
    told: [
      `blocked gen/ts/${manifest}: "${manifest}" lists "../precious.txt", a path that is absolute, or leads out of its folder.`,
    ],
    generate: 4,
  },
  {
    state: "a manifest with both sides of a merge",
    spoil: (project) => {
      const text = project.read(`gen/ts/${manifest}`).split("\n");
      const at = text.findIndex((line) => line.includes("types.ts"));
      const old = text[at]?.replace(/: "[^"]*"/, `: "${sha256("old\n")}"`) ?? "";
      text.splice(at, 1, "<<<<<<< HEAD", text[at] ?? "", "=======", old, ">>>>>>> other");
      project.write(`gen/ts/${manifest}`, text.join("\n"));
      project.write("gen/ts/types.ts", "old\n");
    },
    told: ["stale gen/ts/types.ts"],
    generate: 0,
  },
  {
    state: "everything at once",
    spoil: (project) => {
      own(project, "gen/ts", "old.ts", "old\n");
      own(project, "gen/docs", "table.md", "old\n");
      project.write("gen/ts/types.ts", edited);
      unlinkSync(project.path("gen/docs/zh/table.md"));
    },
    told: [
      "orphaned gen/ts/old.ts",
      "edited gen/ts/types.ts: It was edited by hand.",
      "stale gen/docs/table.md",
      "missing gen/docs/zh/table.md",
    ],
    generate: 4,
    forced: 0,
  },
];

describe.each(rows)("$state", (row) => {
  const fresh = row.told.length === 0;

  test("check tells it all, exits with 0 or 3, and writes nothing", async () => {
    const project = await spoiled(row);
    const before = project.tree();
    const outcome = await check(project.session());
    expect(linesOf(outcome, "check")).toEqual(row.told);
    expect(outcome.exit).toBe(fresh ? 0 : 3);
    expect(project.tree()).toEqual(before);
    const { err } = outcomeText(outcome, told("check"));
    if (fresh) expect(err).toBe("4 files are up to date.\n");
    else expect(err.trimEnd().split("\n").at(-1)).toMatch(/: npx errtable generate( --force)?$/);
  });

  test("generate makes it right, or refuses and writes nothing at all", async () => {
    const project = await spoiled(row);
    const before = project.tree();
    const outcome = await generate(project.session(), plain);
    expect(outcome.exit).toBe(row.generate);
    if (row.generate === 4) {
      expect(project.tree()).toEqual(before);
      expect(outcomeText(outcome, told("generate")).err).toMatch(/^Nothing was written: /);
    } else {
      expect(project.tree()).toEqual({ ...(await freshTree()), ...row.leaves });
      expect((await check(project.session())).exit).toBe(0);
    }
  });

  test("force gives up hand edits and nothing else", async () => {
    const project = await spoiled(row);
    const before = project.tree();
    const outcome = await generate(project.session(), { dryRun: false, force: true });
    expect(outcome.exit).toBe(row.forced ?? row.generate);
    const after = { ...(await freshTree()), ...row.leaves };
    expect(project.tree()).toEqual(outcome.exit === 4 ? before : after);
  });

  test("a dry run exits as generate does, and writes nothing", async () => {
    const project = await spoiled(row);
    const before = project.tree();
    expect((await generate(project.session(), { dryRun: true, force: false })).exit).toBe(row.generate);
    expect(project.tree()).toEqual(before);
  });

  test("diff exits with 0, or 3 where that is asked for, and writes nothing", async () => {
    const project = await spoiled(row);
    const before = project.tree();
    expect((await diff(project.session(), { exitCode: false })).exit).toBe(0);
    expect((await diff(project.session(), { exitCode: true })).exit).toBe(fresh ? 0 : 3);
    expect(project.tree()).toEqual(before);
  });
});

test("the diff of a project is what generate writes, as git applies it", async () => {
  const project = await spoiled({
    spoil: (p) => {
      own(p, "gen/ts", "old file.ts", "old\n");
      own(p, "gen/docs", "table.md", "no end of line");
      own(p, "gen/docs", "zh/table.md", "");
      unlinkSync(p.path("gen/ts/index.ts"));
      p.write("gen/ts/types.ts", "type A = 1;\ntype Mine = 2;\n");
    },
  });
  const { patch } = await diff(project.session(), { exitCode: false });
  execFileSync("git", ["init", "-q"], { cwd: project.root });
  execFileSync("git", ["apply", "--whitespace=nowarn", "-"], { cwd: project.root, input: patch });
  rmSync(project.path(".git"), { recursive: true });
  expect(project.tree()).toEqual(await freshTree());
});

test("a file that changed from end to end is shown as replaced, and in time", async () => {
  const text = (name: string): string => Array.from({ length: 8_000 }, (_, line) => `${name} ${line}\n`).join("");
  const project = makeProject({ gen: { "a.txt": text("old") } });
  await generate(project.session(), plain);
  project.want({ gen: { "a.txt": text("new") } });
  const { patch } = await diff(project.session(), { exitCode: false });
  expect(patch).toContain("@@ -1,8000 +1,8000 @@\n-old 0\n");
});

test.each([
  ["names.ts", 'export const NAMES = ["it\'s", "a"] as const;\n'],
  ["names.json", '{\n  "names": ["its", "a"]\n}\n'],
  ["names.md", '- *its* [`a`](https://a.example/a), and many other words which do not fit\n- "a"\n'],
  ["names.html", "<ul><li>its<li class=a>a</ul>\n"],
  ["names.yaml", 'names:\n  - its\n  - { its: "a" }\n'],
])("%s that Prettier rewrote is told apart from an edited one, and both are kept", async (name, text) => {
  const path = `gen/ts/${name}`;
  const project = makeProject({ "gen/ts": { [name]: text } });
  await generate(project.session(), plain);
  const options: Options = { filepath: name, singleQuote: true, semi: false, useTabs: true, bracketSpacing: false };
  const formatted = await format(project.read(path), { ...options, proseWrap: "always", printWidth: 20 });
  expect(formatted).not.toBe(text);
  project.write(path, formatted);
  const advice =
    'Keep formatters out of the folder: add it to .prettierignore, or to Biome\'s files.includes as "!gen/ts".\n' +
    "To restore errtable's layout: npx errtable generate --force\n";
  const line = `edited     ${path}: Only its layout differs: a formatter ran over it.\n`;
  const checked = await check(project.session());
  expect(checked.exit).toBe(3);
  expect(outcomeText(checked, told("check"))).toEqual({
    out: line,
    err: `1 file is out of date, 0 up to date.\n${advice}`,
  });
  const refused = await generate(project.session(), plain);
  expect(refused.exit).toBe(4);
  expect(outcomeText(refused, told("generate"))).toEqual({
    out: line,
    err: `Nothing was written: 1 file is in the way.\n${advice}`,
  });
  expect(project.read(path)).toBe(formatted);

  const edited = formatted.replace("its", "his").replace("it's", "his");
  project.write(path, edited);
  const { out, err } = outcomeText(await generate(project.session(), plain), told("generate"));
  expect(out).toBe(`edited     ${path}: It was edited by hand.\n`);
  expect(err).not.toContain("formatters");
  expect(project.read(path)).toBe(edited);
});

test("only what differs is written, and keeps its mode", async () => {
  const project = makeProject(wanted);
  await generate(project.session(), plain);
  chmodSync(project.path("gen/ts/types.ts"), 0o640);
  utimesSync(project.path("gen/ts/index.ts"), 1, 1);
  project.want({ ...wanted, "gen/ts": { ...wanted["gen/ts"], "types.ts": "new\n" } });
  expect((await generate(project.session(), plain)).exit).toBe(0);
  expect(project.read("gen/ts/types.ts")).toBe("new\n");
  expect(statSync(project.path("gen/ts/types.ts")).mode & 0o777).toBe(0o640);
  expect(statSync(project.path("gen/ts/index.ts")).mtimeMs).toBe(1000);
});

test("a target that is refused keeps all others from being written", async () => {
  const project = makeProject({ a: { "x.txt": "1\n" }, b: { "x.txt": "1\n" } });
  project.write("b/x.txt", "mine\n");
  expect((await generate(project.session(), plain)).exit).toBe(4);
  expect(project.tree()).toEqual({ "b/": "", "b/x.txt": "mine\n" });
});

test("only names targets by kind, table or folder; an unknown name is refused", async () => {
  const project = makeProject(wanted);
  expect((await generate(project.session({ only: ["docs"] }), plain)).exit).toBe(0);
  expect(Object.keys(project.tree())).not.toContain("gen/ts/");
  expect((await check(project.session({ only: ["./gen/docs/"] }))).exit).toBe(0);
  expect((await check(project.session())).exit).toBe(3);
  expect((await check(project.session({ only: ["dcos"] }))).exit).toBe(2);
});

test("a folder outside the project is written where that is allowed", async () => {
  const project = makeProject({});
  const outside = `../${basename(project.root)}-outside`;
  project.want({ [`${outside}/gen`]: { "a.txt": "1\n" } });
  expect((await generate(project.session(), plain)).exit).toBe(4);
  expect((await generate(project.session({ allowOutside: true }), plain)).exit).toBe(0);
  rmSync(project.path(outside), { recursive: true });
});

test("a run that is refused while it holds its locks leaves no folders", async () => {
  const project = makeProject({ "real/a": { "b.txt": "1\n" }, "link/a/b.txt": { "c.txt": "1\n" } });
  mkdirSync(project.path("real"));
  symlinkSync("real", project.path("link"));
  const before = project.tree();
  const outcome = await generate(project.session(), plain);
  expect(linesOf(outcome, "generate")).toEqual(["blocked real/a/b.txt: A folder stands where a file is wanted."]);
  expect(outcome.exit).toBe(4);
  expect(project.tree()).toEqual(before);
});

test("two targets that lead to one folder are refused", async () => {
  const project = makeProject({ a: { "a.txt": "1\n" }, b: { "b.txt": "1\n" } });
  mkdirSync(project.path("a"));
  symlinkSync("a", project.path("b"));
  const outcome = await generate(project.session(), plain);
  expect(linesOf(outcome, "generate")).toEqual(["blocked b: It is also the folder of a of wanted.errors.yaml."]);
  expect(Object.keys(project.tree())).toEqual(["a/", "b"]);
});

test("names that are one file on some disks are refused", async () => {
  const project = makeProject({ gen: { "a.txt": "1\n", "A.txt": "2\n" } });
  expect(linesOf(await check(project.session()), "check")).toEqual([
    'blocked gen/A.txt: It would be one file with "a.txt" on some disks.',
  ]);
});

test("a file whose name changes only in case is there afterwards", async () => {
  const project = makeProject({ gen: { "Types.ts": "1\n" } });
  await generate(project.session(), plain);
  project.want({ gen: { "types.ts": "1\n" } });
  expect((await generate(project.session(), plain)).exit).toBe(0);
  expect(project.read("gen/types.ts")).toBe("1\n");
  expect((await check(project.session())).exit).toBe(0);
});

test("a path that leads out of its folder is a bug, not a write", async () => {
  const project = makeProject({ gen: { "../x.txt": "1\n" } });
  await expect(generate(project.session(), plain)).rejects.toThrow("leads out of its folder");
  expect(project.tree()).toEqual({});
});

test("the words of each command", async () => {
  const project = await spoiled({
    spoil: (p) => {
      own(p, "gen/ts", "old.ts", "old\n");
      own(p, "gen/docs", "table.md", "old\n");
    },
  });
  expect(outcomeText(await check(project.session()), told("check"))).toEqual({
    out: "orphaned   gen/ts/old.ts\nstale      gen/docs/table.md\n",
    err: "2 files are out of date, 3 up to date.\nRun: npx errtable generate\n",
  });
  expect(outcomeText(await generate(project.session(), { dryRun: true, force: false }), told("dry-run"))).toEqual({
    out: "remove     gen/ts/old.ts\nupdate     gen/docs/table.md\n",
    err: "1 file written, 1 file removed, 3 up to date, if this were not a dry run.\n",
  });
  expect(outcomeText(await generate(project.session(), plain), told("generate"))).toEqual({
    out: "remove     gen/ts/old.ts\nupdate     gen/docs/table.md\n",
    err: "1 file written, 1 file removed, 3 up to date.\n",
  });
  expect(outcomeText(await generate(project.session(), plain), told("generate"))).toEqual({
    out: "",
    err: "4 files are up to date.\n",
  });
  project.write("gen/ts/types.ts", "type A = 1;\r\ntype B = 2;\r\n");
  expect(outcomeText(await check(project.session()), told("check")).err).toContain("\n  gen/ts/** text eol=lf\n");
  project.write("gen/ts/types.ts", edited);
  expect(outcomeText(await generate(project.session(), plain), told("generate"))).toEqual({
    out: "edited     gen/ts/types.ts: It was edited by hand.\n",
    err:
      "Nothing was written: 1 file is in the way.\n" +
      "Edited by hand, or by a merge. To see the edits: npx errtable diff\n" +
      "To give them up: npx errtable generate --force\n",
  });
});

async function spoiled({ spoil }: Pick<Row, "spoil">): Promise<Project> {
  const project = makeProject(wanted);
  await generate(project.session(), plain);
  spoil(project);
  return project;
}

async function freshTree(): Promise<Readonly<Record<string, string>>> {
  return (await spoiled({ spoil: () => {} })).tree();
}

/** Puts a file into a folder and its manifest, as an older table would have. */
function own(project: Project, folder: string, path: string, text: string): void {
  if (!path.startsWith("..")) project.write(`${folder}/${path}`, text);
  const files = JSON.parse(project.read(`${folder}/${manifest}`)).files;
  project.write(`${folder}/${manifest}`, JSON.stringify({ files: { ...files, [path]: sha256(text) } }));
}

function disown(project: Project, folder: string, path: string): void {
  const files = JSON.parse(project.read(`${folder}/${manifest}`)).files;
  delete files[path];
  project.write(`${folder}/${manifest}`, JSON.stringify({ files }));
}

function linesOf(outcome: Outcome, verb: OutcomeTextOptions["verb"]): readonly string[] {
  const { out } = outcomeText(outcome, told(verb));
  return out
    .split("\n")
    .filter(Boolean)
    .map((line) => line.replace(/ {2,}/, " "));
}

function told(verb: OutcomeTextOptions["verb"]): OutcomeTextOptions {
  return { verb, command: (...words) => ["npx errtable", ...words].join(" ") };
}
