// The exit codes of breaking, and the choices that it leaves to people: whom to look at, which level fails, how severe a rule is.
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { runCommand } from "../helpers/run-command.ts";

const ROW = "status: 409, description: D., solution: S.";
const OLD = `errtable: 1\nname: Shop\nerrors:\n  Busy: { ${ROW} }\n  Gone: { ${ROW} }\n`;

test.each<[string, string, readonly string[], number]>([
  ["equal tables", OLD, [], 0],
  ["a code that is gone", OLD.replace(/ {2}Gone.*\n/, ""), [], 5],
  ["a code that is new, which is only dangerous", `${OLD}  New: { ${ROW} }\n`, [], 0],
  ["a code that is new, where danger fails", `${OLD}  New: { ${ROW} }\n`, ["--fail-on", "dangerous"], 5],
  ["a name in generated code", OLD.replace("Gone: {", "Gone: { identifier: Left,"), [], 5],
  [
    "the same, for programs that read bodies",
    OLD.replace("Gone: {", "Gone: { identifier: Left,"),
    ["--for", "wire"],
    0,
  ],
  [
    "the same, for programs with generated code",
    OLD.replace("Gone: {", "Gone: { identifier: Left,"),
    ["--for", "source"],
    5,
  ],
  [
    "another media type",
    OLD.replace("errors:", "body: { code: /code, message: /message, mediaType: text/json }\nerrors:"),
    ["--for", "source"],
    0,
  ],
  ["a table with errors", OLD.replace("409", "nine"), [], 1],
])("%s", async (_, text, options, exit) => {
  const { run, write } = project();
  write("shop.errors.yaml", text);
  expect(await run("shop.errors.yaml", "--against", "old.errors.yaml", ...options)).toMatchObject({ code: exit });
});

test("a version has to tell of the changes that count, and of no others", async () => {
  const { run, write } = project();
  const released = OLD.replace("errors:", "version: 1.0.0\nerrors:");
  write("old.errors.yaml", released);
  write("shop.errors.yaml", released.replace("Gone: {", "Gone: { identifier: Left,"));
  const judge = (whom: string) => run("shop.errors.yaml", "--against", "old.errors.yaml", "--for", whom);
  expect(await judge("wire")).toMatchObject({ code: 0, out: "" });
  expect(await judge("source")).toMatchObject({ code: 5, out: expect.stringContaining("version-not-bumped") });
});

test.each<[string, string, readonly string[]]>([
  ["a baseline that is not there", OLD, ["--against", "./lost.errors.yaml"]],
  ["a baseline with errors", OLD, ["--against", "bad.errors.yaml"]],
  ["no baseline", OLD, []],
  ["a table that is not there", OLD, ["lost.errors.yaml", "--against", "old.errors.yaml"]],
])("%s is never taken for a break, nor for none", async (_, text, options) => {
  const { run, write } = project();
  write("shop.errors.yaml", text);
  write("bad.errors.yaml", OLD.replace("409", "nine"));
  expect(await run(...(options.length === 3 ? [] : ["shop.errors.yaml"]), ...options)).toMatchObject({ code: 2 });
});

test("a configuration takes a change for more, for less or for nothing", async () => {
  const { run, write } = project();
  write("shop.errors.yaml", `${OLD.replace(/ {2}Gone.*\n/, "")}  New: { ${ROW} }\n`);
  const severities = async (rules: string) => {
    write("errtable.config.yaml", `tables: [./shop.errors.yaml]\nrules: { ${rules} }\n`);
    const { code, out } = await run("--against", "old.errors.yaml", "--format", "json");
    const { findings } = JSON.parse(out) as { findings: readonly { rule: string; severity: string }[] };
    return [code, ...findings.map(({ rule, severity }) => `${severity} ${rule}`).toSorted()];
  };
  expect(await severities("code-added: error, code-removed: warning")).toEqual([
    5,
    "error code-added",
    "warning code-removed",
  ]);
  expect(await severities("code-added: off, code-removed: off")).toEqual([0]);
  write("errtable.config.yaml", "tables: [./shop.errors.yaml]\nrules: { code-aded: error }\n");
  const wrong = await run("--against", "old.errors.yaml");
  expect(wrong.code).toBe(2);
  expect(wrong.err + wrong.out).toContain('Did you mean "code-added"?');
});

test("hostile names are shown, and nothing more", async () => {
  const { run, write } = project();
  write("old.errors.yaml", OLD.replace("Gone", '"Gone::error|@all<b>"'));
  write("shop.errors.yaml", OLD.replace(/ {2}Gone.*\n/, ""));
  for (const format of ["text", "json", "github", "markdown", "sarif", "junit", "gitlab"]) {
    const { code, out } = await run("shop.errors.yaml", "--against", "old.errors.yaml", "--format", format);
    expect([format, code]).toEqual([format, 5]);
    expect(out.match(/^::error/gm) ?? [], format).toHaveLength(format === "github" ? 1 : 0);
  }
});

function project() {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "errtable-")));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
  write("package.json", "{}");
  write("old.errors.yaml", OLD);
  return { write, run: (...args: readonly string[]) => runCommand(folder, "breaking", ...args) };
}
