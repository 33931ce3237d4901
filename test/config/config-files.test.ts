// Configurations are found upwards, extend others, have workspaces, and name files by patterns.
import { describe, expect, test } from "vitest";
import { findConfig, rootOf } from "../../generator/config/config-places.ts";
import { findFiles } from "../../generator/config/find-files.ts";
import { loadConfigs } from "../../generator/config/join-configs.ts";
import { readConfig } from "../../generator/config/targets.ts";
import { positionAt } from "../../generator/diagnostic/source.ts";
import { memoryHost } from "../../generator/reader/host.ts";

type Files = Readonly<Record<string, string>>;

function load(files: Files, ...paths: readonly string[]) {
  const { value, diagnostics } = loadConfigs(paths, memoryHost(files));
  const found = diagnostics.map(({ code, severity, message, place: { source, span } }) => {
    const { line, column } = positionAt(source, span.start);
    return `${source.path}:${line}:${column} ${severity}[${code}] ${message}`;
  });
  return { value, found };
}

describe("a configuration that nobody names", () => {
  const find = (folder: string, files: readonly string[], home = "/home/ann") =>
    findConfig(folder, home, (path) => files.some((file) => file === path || file.startsWith(`${path}/`)));

  test.each([
    ["/p/a/b", ["/p/errtable.config.yaml"], "/p/errtable.config.yaml"],
    ["/p/a/b", ["/p/errtable.config.yaml", "/p/a/spec/errtable.config.yaml"], "/p/a/spec/errtable.config.yaml"],
    ["/p/a", ["/p/a/errtable.config.yaml", "/p/a/spec/errtable.config.yaml"], "/p/a/errtable.config.yaml"],
    ["/p/a/b", ["/errtable.config.yaml"], undefined],
    ["/p/repo/a", ["/p/errtable.config.yaml", "/p/repo/.git/HEAD"], undefined],
    ["/p/repo/a", ["/p/repo/errtable.config.yaml", "/p/repo/.git/HEAD"], "/p/repo/errtable.config.yaml"],
    ["/home/ann/x", ["/home/ann/errtable.config.yaml"], undefined],
    ["/home/ann/x", ["/home/errtable.config.yaml"], undefined],
    ["/home/ann", ["/home/ann/errtable.config.yaml"], "/home/ann/errtable.config.yaml"],
  ])("in %s, of %j, is %s", (folder, files, found) => {
    expect(find(folder, files)).toBe(found);
  });

  test("has a project of its own in a package", () => {
    const exists = (path: string) => ["/p/.git", "/p/a/package.json"].includes(path);
    expect(rootOf("/p/a/spec/errtable.config.yaml", "/p/a/b", exists)).toBe("/p/a");
    expect(rootOf("/p/errtable.config.yaml", "/p/a", exists)).toBe("/p");
    expect(rootOf(undefined, "/q", exists)).toBe("/q");
  });
});

const TARGET = "targets:\n  - { kind: docs, table: a.errors.yaml, out: out, options: { columns: [code] } }\n";

describe("a configuration that extends others", () => {
  test("has their rules and options, and its own last", () => {
    const { value, found } = load(
      {
        "base.yaml":
          "rules: { missing-solution: error, missing-example: warning }\noptions: { docs: { order: code } }\n",
        "more.yaml":
          "extends: base.yaml\nrules: { missing-example: off }\ntargets: [{ kind: docs, table: x.errors.yaml, out: x }]\n",
        "p/errtable.config.yaml": `extends: [../base.yaml, ../more.yaml]\noptions: { docs: { columns: [status], retired: false } }\n${TARGET}`,
      },
      "/p/errtable.config.yaml",
    );
    expect(found).toEqual([]);
    expect(value?.severities("/p/a.errors.yaml")).toEqual({ "missing-solution": "error", "missing-example": "off" });
    expect(value?.targets.map(({ folder, product }) => [folder, product.options])).toEqual([
      ["/p/out", { order: "code", columns: ["code"], retired: false }],
    ]);
  });

  test("in a circle, of no file, and with faults in the others, is told of at their places", () => {
    const { found } = load(
      {
        "errtable.config.yaml": "extends: [a.yaml, gone.yaml, wrong.yaml]\n",
        "a.yaml": "extends: b.yaml\n",
        "b.yaml": "rules: {}\nextends: [./a.yaml]\n",
        "wrong.yaml": "rules: { no-such-rule: error }\n",
      },
      "/errtable.config.yaml",
    );
    expect(found).toEqual([
      'b.yaml:2:11 error[config] The configurations extend each other in a circle: "a.yaml" extends "b.yaml" extends "a.yaml".',
      'errtable.config.yaml:1:19 error[missing-file] There is no file "gone.yaml".',
      'wrong.yaml:1:10 error[config] There is no rule "no-such-rule".',
    ]);
  });

  test("is told of an option that cannot work where the option stands", () => {
    const base = "options:\n  typescript: { language: js, importExtension: .ts }\n";
    const own = "extends: base.yaml\ntargets: [{ kind: typescript, table: a.errors.yaml, out: ts }]\n";
    expect(load({ "base.yaml": base, "errtable.config.yaml": own }, "/errtable.config.yaml").found).toEqual([
      "base.yaml:2:48 error[config] Files in JavaScript cannot import files that end in .ts.",
    ]);
  });
});

describe("workspaces", () => {
  const packages = {
    "packages/a/package.json": "{}",
    "packages/a/errtable.config.yaml": `extends: ../../base.yaml\nrules: { missing-solution: error }\n${TARGET}`,
    "packages/b/package.json": "{}",
    "packages/b/errtable.config.yaml": `extends: ../../base.yaml\ntables: [../a/a.errors.yaml]\n${TARGET}`,
    "packages/old/errtable.config.yaml": "rules: { none: off }\n",
    "packages/c/readme.md": "",
    "base.yaml": "rules: { missing-solution: warning }\n",
  };

  test("are read with the configuration above them, each with its own rules and project", () => {
    const root = 'workspaces: ["packages/*", "!packages/old"]\n';
    const { value, found } = load({ ...packages, "errtable.config.yaml": root }, "/errtable.config.yaml");
    expect(found).toEqual([]);
    expect(value?.configs).toEqual([
      "/errtable.config.yaml",
      "/packages/a/errtable.config.yaml",
      "/packages/b/errtable.config.yaml",
    ]);
    expect(value?.targets.map(({ folder, root }) => [folder, root])).toEqual([
      ["/packages/a/out", "/packages/a"],
      ["/packages/b/out", "/packages/b"],
    ]);
    // Both list the table of a, so that the stricter severity counts.
    expect(value?.severities("/packages/a/a.errors.yaml")).toEqual({ "missing-solution": "error" });
    expect(value?.severities("/packages/b/a.errors.yaml")).toEqual({ "missing-solution": "warning" });
    expect(value?.severities("/packages/a/unlisted.errors.yaml")).toEqual({ "missing-solution": "error" });
  });

  test("may be several configurations of a command line, and share no folder", () => {
    const other = "targets: [{ kind: docs, table: x.errors.yaml, out: ../a/out, allowOutside: true }]\n";
    const files = { ...packages, "packages/b/errtable.config.yaml": other };
    const paths = ["/packages/a/errtable.config.yaml", "/packages/b/errtable.config.yaml"];
    expect(load(packages, ...paths).value?.targets).toHaveLength(2);
    expect(load(files, ...paths).found).toEqual([
      'packages/b/errtable.config.yaml:1:52 error[config] A target of another configuration already writes to "../a/out".',
    ]);
  });

  test("that are not there are told of", () => {
    const files = { "p/package.json": "{}", "p/errtable.config.yaml": "workspaces: [api, libs/*, ../x]\n" };
    expect(load(files, "/p/errtable.config.yaml").found).toEqual([
      'p/errtable.config.yaml:1:27 error[config] "../x" lies outside the project.',
      'p/errtable.config.yaml:1:19 warning[nothing-found] No file fits "libs/*".',
      'p/errtable.config.yaml:1:14 error[missing-file] There is no file "api/errtable.config.yaml".',
    ]);
  });
});

describe("patterns", () => {
  const files = {
    "p/docs/a.md": "",
    "p/docs/deep/b.mdx": "",
    "p/docs/deep/old/c.md": "",
    "p/docs/.hidden/d.md": "",
    "p/docs/node_modules/x/e.md": "",
    "p/docs/[x].md": "",
    "p/other.md": "",
    "q.md": "",
  };
  const find = (...patterns: readonly string[]) => {
    const search = {
      folder: "/p",
      root: "/p",
      host: memoryHost(files),
      inFolder: (name: string) => /\.mdx?$/.test(name),
    };
    const { files: found, ...rest } = findFiles(patterns, search);
    return { found: found.map(({ path }) => path), ...rest };
  };

  test.each([
    [["docs/**/*.md"], ["/p/docs/[x].md", "/p/docs/a.md", "/p/docs/deep/old/c.md"]],
    [["docs/*.md"], ["/p/docs/[x].md", "/p/docs/a.md"]],
    [["./docs"], ["/p/docs/[x].md", "/p/docs/a.md", "/p/docs/deep/b.mdx", "/p/docs/deep/old/c.md"]],
    [
      ["docs/", "!docs/deep/old", "!**/[[]x].md"],
      ["/p/docs/a.md", "/p/docs/deep/b.mdx"],
    ],
    [
      ["docs/**/*.{md,mdx}", "!**/old/**"],
      ["/p/docs/[x].md", "/p/docs/a.md", "/p/docs/deep/b.mdx"],
    ],
    [["docs/.hidden/*.md"], ["/p/docs/.hidden/d.md"]],
    [["docs/\\[x\\].md"], ["/p/docs/[x].md"]],
    [["other.md", "*.md"], ["/p/other.md"]],
    [["gone.md"], ["/p/gone.md"]],
  ])("%j name %j", (patterns, found) => {
    expect(find(...patterns)).toEqual({ found, outside: [], empty: [] });
  });

  test("that lead out of the project, or to nothing, are told of", () => {
    expect(find("../q.md", "../**/*.md", "docs/*.txt", "/q.md")).toEqual({ found: [], outside: [0, 1, 3], empty: [2] });
  });

  test("in hostile numbers of signs come to an end", () => {
    expect(find(`docs/${"*a".repeat(60)}`).found).toEqual([]);
    expect(find(`docs/${"{a,b}".repeat(20)}`).found).toEqual([]);
  });
});

describe("pages and descriptions", () => {
  const files = {
    "errtable.config.yaml":
      `tables: ["*.errors.yaml"]\noptions: { openapi: { ranges: true } }\npages: [docs/**/*.md, docs/a.md]\n` +
      `descriptions:\n  - { file: api.yaml, tables: [a.errors.yaml], operations: all }\n  - { file: "apis/*.yaml" }\n${TARGET}`,
    "a.errors.yaml": "",
    "a.zh-CN.errors.yaml": "",
    "b.errors.yaml": "",
    "docs/a.md": "",
    "apis/x.yaml": "",
    "apis/y.yaml": "",
  };

  test("are files of people, with their tables and the options of those", () => {
    const { value, found } = load(files, "/errtable.config.yaml");
    expect(found).toEqual([]);
    expect(value?.tables).toEqual(["/a.errors.yaml", "/b.errors.yaml"]);
    expect(value?.pages.map(({ path, tables }) => [path, [...tables]])).toEqual([
      [
        "/docs/a.md",
        [
          ["/a.errors.yaml", { columns: ["code"] }],
          ["/b.errors.yaml", {}],
        ],
      ],
    ]);
    expect(value?.descriptions.map(({ path, operations, tables }) => [path, operations, [...tables.keys()]])).toEqual([
      ["/api.yaml", "all", ["/a.errors.yaml"]],
      ["/apis/x.yaml", undefined, ["/a.errors.yaml", "/b.errors.yaml"]],
      ["/apis/y.yaml", undefined, ["/a.errors.yaml", "/b.errors.yaml"]],
    ]);
    expect(value?.descriptions[0]?.tables.get("/a.errors.yaml")).toEqual({ ranges: true });
  });

  test("are left out of a run for named tables", () => {
    const request = { configs: ["/errtable.config.yaml"], tables: ["/a.errors.yaml"], out: undefined, folder: "/" };
    const { value } = readConfig(request, memoryHost(files));
    expect([value?.targets.length, value?.pages, value?.descriptions]).toEqual([1, [], []]);
  });

  test("have one entry for each description", () => {
    const text = "descriptions: [{ file: api.yaml }, { file: ./api.yaml }]\ntables: [a.errors.yaml]\n";
    expect(load({ "errtable.config.yaml": text }, "/errtable.config.yaml").found).toEqual([
      'errtable.config.yaml:1:44 error[config] Another entry already names the description of "./api.yaml".',
    ]);
  });
});
