// A run reads and makes only what a change can reach, and its outputs are those of a run that knows nothing.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { check } from "../../generator/command/verbs/check.ts";
import { generate } from "../../generator/command/verbs/generate.ts";
import { readTree } from "../helpers/golden.ts";
import { sessionAt } from "../helpers/session-at.ts";
import { scratchFolder } from "../helpers/typescript-product.ts";

const table = (name: string, text = "it is gone", more = "") =>
  `errtable: 1\nname: ${name}\n${more}body: { code: /code, message: /message }\nerrors:\n` +
  `  ${name}Gone: { status: 410, message: "${text}", description: It is gone., solution: Look elsewhere., retry: never }\n`;
const CONFIG = ["a", "b", "c"]
  .map((name) => `  - { kind: catalog, table: ${name}.errors.yaml, out: out/${name} }\n`)
  .join("");
const FILES: Readonly<Record<string, string>> = {
  "package.json": "{}",
  "a.errors.yaml": table("A"),
  "b.errors.yaml": table("B", "it is gone", "imports: [./common.errors.yaml]\n"),
  "c.errors.yaml": table("C", "it is gone", "imports: [./common.errors.yaml]\n"),
  "common.errors.yaml": table("Common"),
  "page.md": "<!-- errtable:begin table=A -->\n<!-- errtable:end -->\n",
  "errtable.config.yaml": `targets:\n${CONFIG}  - { kind: docs, table: a.errors.yaml, out: out/docs }\npages: [page.md]\n`,
};

async function warm() {
  const folder = scratchFolder();
  mkdirSync(join(folder, "node_modules"));
  const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
  for (const [name, text] of Object.entries(FILES)) write(name, text);
  const run = async (verb: "generate" | "check" = "generate") => {
    const session = sessionAt(folder);
    const outcome = verb === "check" ? await check(session) : await generate(session, {});
    return {
      exit: outcome.exit,
      stages: session.stages.filter((stage) => /yaml$|^Making/.test(stage)),
      diagnostics: outcome.diagnostics.length,
    };
  };
  expect(await run()).toMatchObject({ exit: 0 });
  return { folder, write, run, cache: join(folder, "node_modules/.cache/errtable") };
}

const A = ["Reading a.errors.yaml", "Making catalog", "Making docs"];
const changes: Readonly<Record<string, readonly [files: Readonly<Record<string, string>>, stages: readonly string[]]>> =
  {
    nothing: [{}, []],
    "a table": [{ "b.errors.yaml": `${FILES["b.errors.yaml"]}#\n` }, ["Reading b.errors.yaml", "Making catalog"]],
    "a table of two targets and a page": [{ "a.errors.yaml": table("A", "it was gone") }, A],
    "a table that others import": [
      { "common.errors.yaml": table("Common", "it was gone") },
      ["Reading b.errors.yaml", "Reading c.errors.yaml", "Making catalog", "Making catalog"],
    ],
    "a new translation": [
      { "a.de.errors.yaml": "errtable: 1\ntranslates: ./a.errors.yaml\nlocale: de\nerrors: {}\n" },
      // The folder is that of all tables.
      [
        ...["a", "b", "c"].map((name) => `Reading ${name}.errors.yaml`),
        ...Array(3).fill("Making catalog"),
        "Making docs",
      ],
    ],
    "an option of one target": [
      {
        "errtable.config.yaml":
          FILES["errtable.config.yaml"]?.replace("out/docs }", "out/docs, options: { columns: [code] } }") ?? "",
      },
      ["Reading a.errors.yaml", "Making docs"],
    ],
    "the severity of a rule of all tables": [
      { "errtable.config.yaml": `${FILES["errtable.config.yaml"]}rules: { missing-solution: error }\n` },
      [
        ...["a", "b", "c"].map((name) => `Reading ${name}.errors.yaml`),
        ...Array(3).fill("Making catalog"),
        "Making docs",
      ],
    ],
    "a page": [{ "page.md": `# Page\n\n${FILES["page.md"]}` }, ["Reading a.errors.yaml"]],
    "an output": [{ "out/c/errors.schema.json": "" }, []],
  };

describe("a change of", () => {
  test.each(Object.entries(changes).slice(0, -1))("%s", async (_, [files, stages]) => {
    const { folder, write, run } = await warm();
    for (const [name, text] of Object.entries(files)) write(name, text);
    expect(await run()).toMatchObject({ exit: 0, stages });
    expect(await run("check")).toMatchObject({ exit: 0, stages: [] });
    const outputs = readTree(join(folder, "out"));
    rmSync(join(folder, "node_modules/.cache"), { recursive: true });
    rmSync(join(folder, "out"), { recursive: true });
    await run();
    expect(readTree(join(folder, "out"))).toEqual(outputs);
  });

  test("an output alone makes its target anew", async () => {
    const { folder, run } = await warm();
    rmSync(join(folder, "out/c/errors.json"));
    expect(await run("check")).toMatchObject({ exit: 3, stages: ["Reading c.errors.yaml", "Making catalog"] });
    expect(await run()).toMatchObject({ exit: 0, stages: ["Reading c.errors.yaml", "Making catalog"] });
    expect(await run("check")).toMatchObject({ exit: 0, stages: [] });
  });

  test("a table with mistakes: the others are not read while it has them, nor after that", async () => {
    const { write, run } = await warm();
    write("b.errors.yaml", "errtable: 1\n");
    expect(await run()).toMatchObject({ exit: 1, stages: ["Reading b.errors.yaml"] });
    expect(await run()).toMatchObject({ exit: 1, stages: [] });
    write("b.errors.yaml", FILES["b.errors.yaml"] ?? "");
    expect(await run("check")).toMatchObject({ exit: 0, stages: ["Reading b.errors.yaml"] });
    expect(await run("check")).toMatchObject({ exit: 0, stages: [] });
  });
});

test("a block of the changes since a branch is filled anew after the branch moved", async () => {
  const { folder, write, run } = await warm();
  const git = (...args: readonly string[]) =>
    execFileSync("git", ["-c", "user.name=Test", "-c", "user.email=test@localhost", ...args], { cwd: folder });
  git("init", "-q");
  git("add", "a.errors.yaml");
  git("commit", "-qm", "one");
  git("branch", "old");
  write("a.errors.yaml", `${table("A")}${table("New").replace(/^(?! {2}).*\n/gm, "")}`);
  git("commit", "-qam", "two");
  write("page.md", "<!-- errtable:begin table=A since=old -->\n<!-- errtable:end -->\n");
  const page = () => readFileSync(join(folder, "page.md"), "utf8");
  await run();
  expect(page()).toContain("NewGone");
  expect(await run("check")).toMatchObject({ exit: 0, stages: [] });
  git("branch", "-qf", "old");
  expect(await run("check")).toMatchObject({ exit: 3, stages: ["Reading a.errors.yaml"] });
  expect(await run()).toMatchObject({ exit: 0, stages: ["Reading a.errors.yaml"] });
  expect(page()).not.toContain("NewGone");
});

test("a cache of an older state, or of another project, costs time and never truth", async () => {
  const { folder, write, run, cache } = await warm();
  const older = scratchFolder();
  cpSync(cache, older, { recursive: true });
  const first = readTree(join(folder, "out"));
  write("a.errors.yaml", table("A", "it was gone"));
  await run();
  const second = readTree(join(folder, "out"));
  cpSync(older, cache, { recursive: true });
  // The outputs are newer than the cache.
  expect(await run("check")).toMatchObject({ exit: 0, stages: A });
  cpSync(older, cache, { recursive: true });
  // The outputs and the cache are those of the older table.
  for (const [path, text] of Object.entries(first)) writeFileSync(join(folder, "out", path), text);
  expect(await run("check")).toMatchObject({ exit: 3, stages: A });
  await run();
  expect(readTree(join(folder, "out"))).toEqual(second);

  const other = await warm();
  const [name = ""] = readdirSync(cache);
  const [otherName = ""] = readdirSync(other.cache);
  writeFileSync(join(cache, name), readFileSync(join(other.cache, otherName)));
  expect((await run("check")).stages).toHaveLength(7);
});
