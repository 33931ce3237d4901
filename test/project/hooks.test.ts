// The action, the component and the hooks of other tools do what they say, as far as they run without these tools.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse, parseAllDocuments } from "yaml";
import { buildProgram } from "../../generator/command/program/program.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const GOOD = "errtable: 1\nname: Shop\nerrors:\n  Gone: { status: 410, description: It is gone. }\n";
const BAD = GOOD.replace("410", "999");

let folder = "";

beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "errtable-hooks-")));
  mkdirSync(join(folder, "node_modules/.bin"), { recursive: true });
  symlinkSync(join(ROOT, "dist/js/cli.js"), join(folder, "node_modules/.bin/errtable"));
  write("package.json", "{}\n");
  mkdirSync(join(folder, ".git"));
  write("packages/a/shop.errors.yaml", GOOD);
  write("packages/a/errtable.config.yaml", "targets:\n  - { kind: catalog, table: ./shop.errors.yaml, out: ./gen }\n");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the action", () => {
  interface Action {
    readonly inputs: Readonly<Record<string, { readonly default: string }>>;
    readonly runs: {
      readonly using: string;
      readonly steps: readonly {
        readonly run: string;
        readonly env: Readonly<Record<string, string>>;
        readonly uses?: string;
      }[];
    };
  }
  const action = parse(readFileSync(join(ROOT, ".github/actions/errtable/action.yml"), "utf8")) as Action;

  function runAction(inputs: Readonly<Record<string, string>>) {
    write("summary.md", "");
    write("output", "");
    const [step] = action.runs.steps;
    const filled = (text: string): string =>
      text.replace(
        /\$\{\{ inputs\.([\w-]+) \}\}/g,
        (_, name: string) => inputs[name] ?? action.inputs[name]?.default ?? "",
      );
    const env = Object.entries(step?.env ?? {}).map(([name, value]) => [name, filled(value)]);
    const { status, stdout, stderr } = spawnSync(
      "bash",
      ["--noprofile", "--norc", "-e", "-o", "pipefail", "-c", step?.run ?? ""],
      {
        cwd: join(folder, "packages/a"),
        encoding: "utf8",
        env: {
          ...process.env,
          ...Object.fromEntries(env),
          GITHUB_STEP_SUMMARY: join(folder, "summary.md"),
          GITHUB_OUTPUT: join(folder, "output"),
        },
      },
    );
    return { status, told: stdout + stderr, summary: read("summary.md"), output: read("output") };
  }

  test("is composite, uses no other action, and puts no input into its script", () => {
    expect(action.runs.using).toBe("composite");
    expect(action.runs.steps.map(({ uses }) => uses)).toEqual([undefined]);
    expect(action.runs.steps[0]?.run).not.toContain("${{");
  });

  test("runs every command, tells the worst exit code, and annotates files by their paths in the repository", () => {
    write("packages/a/shop.errors.yaml", BAD);
    const { status, told, summary, output } = runAction({
      commands: "lint\n\ncheck --quiet\n",
      sarif: "errtable.sarif",
    });
    write("packages/a/shop.errors.yaml", GOOD);
    expect(status).toBe(1);
    expect(output).toBe("exit-code=1\n");
    expect(told.match(/^::error file=packages\/a\/shop\.errors\.yaml,line=4,/gm)).toHaveLength(2);
    expect(summary).toMatch(/^### errtable lint\n\n {4}Report of errtable\.\n[\s\S]*### errtable check --quiet\n/);
    for (const name of ["errtable.sarif", "errtable.2.sarif"])
      expect(JSON.parse(read(`packages/a/${name}`))).toMatchObject({
        version: "2.1.0",
        runs: [{ results: expect.arrayContaining([expect.objectContaining({ level: "error" })]) }],
      });
  });

  test("by default it checks, and runs no word of an input as code", () => {
    expect(runAction({})).toMatchObject({
      status: 3,
      told: expect.stringContaining("title=out-of-date::The file is missing."),
    });
    const { told } = runAction({ commands: "lint $(touch pwned) ; touch pwned" });
    expect(told).toContain("$(touch");
    expect(spawnSync("ls", [join(folder, "packages/a")], { encoding: "utf8" }).stdout).not.toContain("pwned");
  });
});

test("the component of GitLab reports to the merge request", () => {
  const [spec, jobs] = parseAllDocuments(readFileSync(join(ROOT, ".gitlab/errtable.yml"), "utf8")).map(
    (document) => document.toJS() as Record<string, never>,
  );
  const { inputs } = (spec as unknown as { spec: { inputs: Record<string, { default: string }> } }).spec;
  const given: Record<string, string> = { install: "true", folder: "packages/a" };
  const text = JSON.stringify(jobs).replace(
    /\$\[\[ inputs\.(\w+) \]\]/g,
    (_, name: string) => given[name] ?? inputs[name]?.default ?? "",
  );
  const { errtable: job } = JSON.parse(text) as {
    errtable: { script: string[]; artifacts: { when: string; reports: Record<string, string> } };
  };
  const done = spawnSync("bash", ["-e", "-c", job.script.join("\n")], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, CI_PROJECT_DIR: folder },
  });
  expect(done.status).toBe(3);
  expect(job.artifacts.when).toBe("always");
  const { codequality = "", junit = "" } = job.artifacts.reports;
  const issues = JSON.parse(read(codequality)) as readonly { location: { path: string } }[];
  expect(issues.map(({ location }) => location.path)).toContain("packages/a/gen/errors.json");
  expect(read(junit)).toContain('failures="2"');
});

test("the hooks of pre-commit name commands that there are, and the files that concern them", () => {
  const hooks = parse(readFileSync(join(ROOT, ".pre-commit-hooks.yaml"), "utf8")) as readonly Record<string, string>[];
  expect(hooks.map(({ id }) => id)).toEqual(["errtable-lint", "errtable-check", "errtable-generate"]);
  const shell = { terminal: {}, version: () => "0.0.0" } as unknown as Parameters<typeof buildProgram>[0];
  const names = buildProgram(shell).commands.map((command) => command.name());
  for (const { entry = "", language, files = "" } of hooks) {
    expect(names).toContain(entry.split(" ")[1]);
    expect(language).toBe("node");
    const fits = (path: string) => new RegExp(files).test(path);
    expect(["a/my.errors.yaml", "my.de.errors.yml"].every(fits)).toBe(true);
    if (files !== "") expect(["errors.yaml", "my.errors.yaml.bak", "README.md"].some(fits)).toBe(false);
  }
});

test("npm pack keeps quiet about its scripts, because pre-commit takes its words for the name of a file", () => {
  expect(readFileSync(join(ROOT, ".npmrc"), "utf8")).toMatch(/^foreground-scripts=false$/m);
});

test("actions of others are named by a commit", () => {
  const texts = ["spec/builds.md", ".github/workflows/release.yml"].map((path) =>
    readFileSync(join(ROOT, path), "utf8"),
  );
  const uses = texts.flatMap((text) => [...text.matchAll(/uses: (\S+)/g)].map(([, name]) => name));
  expect(uses.length).toBeGreaterThan(2);
  expect(uses.filter((name) => !/@[0-9a-f]{40}$/.test(name ?? ""))).toEqual([]);
});

function read(path: string): string {
  return readFileSync(join(folder, path), "utf8");
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}
