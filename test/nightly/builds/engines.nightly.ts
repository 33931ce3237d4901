// Build engines run errtable in a monorepo of 12 tables and 30 targets: by their own reports a second run does nothing, and a
// table that changed makes only its own targets anew.
import { readFileSync, rmSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { setup } from "../../helpers/build.ts";
import { MODULES, type Monorepo, makeMonorepo, PACKAGES } from "./monorepo.ts";

let repo: Monorepo;

beforeAll(() => setup());
beforeEach(() => {
  repo = makeMonorepo();
});
afterEach(() => rmSync(repo.folder, { recursive: true, force: true }));

/** The first block of a section of the page. */
function recipe(section: string): string {
  const page = readFileSync(join(import.meta.dirname, "../../../spec/builds.md"), "utf8");
  const [, text = ""] = new RegExp(`^## ${section}\\n[^#]*?^\`\`\`\\w+\\n([\\s\\S]*?)^\`\`\`$`, "im").exec(page) ?? [];
  return text;
}

/** Another description, by which outputs change. */
function edit(path: string): void {
  repo.write(path, `${repo.read(path)}`.replace("status: 410", "status: 404").replace("status: 503", "status: 500"));
  // Engines that compare times see it, however quick the runs are.
  const after = Date.now() / 1000 + 5;
  utimesSync(join(repo.folder, path), after, after);
}

function expectFresh(): void {
  for (const name of PACKAGES)
    expect(repo.run("errtable", "check", "--config", `packages/${name}/errtable.config.yaml`)).toContain("up to date");
}

test("Make", () => {
  repo.write("Makefile", recipe("make").replace("orders parcels", PACKAGES.join(" ")));
  expect(madeBy(repo.run("make", "-j2", "all")).toSorted()).toEqual(PACKAGES);
  expect(repo.run("make", "all")).toBe("make: Nothing to be done for 'all'.\n");
  edit("packages/p03/p03.errors.yaml");
  expect(madeBy(repo.run("make", "all"))).toEqual(["p03"]);
  edit("shared/common.errors.yaml");
  expect(madeBy(repo.run("make", "all")).filter((name) => name !== "p03")).toEqual(["p01", "p02"]);
  expectFresh();
});

function madeBy(report: string): readonly string[] {
  return [...report.matchAll(/^touch build\/(\w+)\.stamp$/gm)].map(([, name = ""]) => name);
}

test("Ninja", () => {
  const ninja = join(MODULES, ".bin/ninja");
  const [rule = "", first = ""] = recipe("ninja").split(/(?<=gcc\n)|(?=build build\/parcels)/);
  repo.write("build.ninja", rule + PACKAGES.map((name) => first.replaceAll("orders", name)).join(""));
  const made = (report: string) =>
    [...report.matchAll(/--config packages\/(\w+)\//g)].map(([, name = ""]) => name).toSorted();
  expect(made(repo.run(ninja, "-v"))).toEqual(PACKAGES);
  expect(repo.run(ninja)).toContain("ninja: no work to do.");
  edit("packages/p03/p03.errors.yaml");
  expect(made(repo.run(ninja, "-n", "-v"))).toEqual(["p03"]);
  expect(repo.run(ninja)).toMatch(/^\[1\/1\] /);
  edit("shared/common.errors.yaml");
  expect(made(repo.run(ninja, "-v")).filter((name) => name !== "p03")).toEqual(["p01", "p02"]);
  expectFresh();
});

test("Turborepo", () => {
  repo.write("turbo.json", recipe("turborepo"));
  const turbo = (...args: readonly string[]) =>
    repo.run(join(MODULES, ".bin/turbo"), "run", "errors", "--output-logs=new-only", ...args);
  expect(turbo()).toMatch(/Cached: +0 cached, 12 total/);
  expect(turbo()).toMatch(/Cached: +12 cached, 12 total[\s\S]*FULL TURBO/);
  edit("packages/p03/p03.errors.yaml");
  const third = turbo();
  expect(third).toMatch(/Cached: +11 cached, 12 total/);
  expect(third).toContain("p03:errors: cache miss");
  // The files of a cache are as good as those of errtable: that is how they travel to other machines.
  for (const name of PACKAGES) rmSync(join(repo.folder, `packages/${name}/errors`), { recursive: true });
  expect(turbo()).toContain("FULL TURBO");
  expectFresh();
});

test("Nx", () => {
  repo.write("nx.json", recipe("nx").replace(/,\s*\{ "externalDependencies": \["errtable"\] \}/, ""));
  const nx = () => repo.run(join(MODULES, ".bin/nx"), "run-many", "-t", "errors", "--outputStyle=stream");
  const first = nx();
  expect(first).toContain("Successfully ran target errors for 12 projects");
  expect(first).not.toContain("read the output from the cache");
  expect(nx()).toContain("Nx read the output from the cache instead of running the command for 12 out of 12 tasks.");
  edit("packages/p03/p03.errors.yaml");
  const third = nx();
  expect(third).toContain("for 11 out of 12 tasks.");
  expect(third).toMatch(/update +errors\/catalog\/errors\.json/);
  for (const name of PACKAGES) rmSync(join(repo.folder, `packages/${name}/errors`), { recursive: true });
  expect(nx()).toContain("for 12 out of 12 tasks.");
  expectFresh();
});
