// The words of the command line: examples of each command, answers for programs, times of steps, and versions of tomorrow.
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { splitLine } from "../../generator/command/completion/completion-line.ts";
import { HELP_EXAMPLES } from "../../generator/command/program/help-examples.ts";
import { checkKinds } from "../../generator/rules/run.ts";
import { runCommand } from "../helpers/run-command.ts";

const TABLE = `errtable: 1
name: Shop
errors:
  OrderNotFound:
    status: 404
    message: "order '%s' does not exist"
    params: { orderId: { description: The order., example: A-1001 } }
    description: The order does not exist.
    solution: Check the order number.
    cases: { gone: { status: 410 }, moved: {} }
operations: { GetOrder: [OrderNotFound] }
retired: { OrderMissing: { since: "2.0", replacedBy: OrderNotFound } }
`;

let folder = "";

beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "errtable-help-")));
  write("shop.errors.yaml", TABLE);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("the help of every command opens with examples, whose options exist", async () => {
  const { out } = await run("--help");
  const names = [...out.slice(out.indexOf("Commands:")).matchAll(/^ {2}([a-z][\w-]*)/gm)].map(([, name = ""]) => name);
  const commands = names.filter((name) => name !== "help");
  expect(commands.length).toBeGreaterThan(15);
  expect(commands).not.toContain("complete");
  for (const name of commands) {
    const { out: help } = await run(name, "--help");
    // An option that took several words would take the arguments behind it.
    expect(help, name).not.toMatch(/--[a-z-]+ <[^>]*\.\.\.>/);
    expect(help, name).toMatch(/^Examples:\n {2}\S/);
    for (const [line] of HELP_EXAMPLES[name] ?? []) {
      expect(line).toMatch(new RegExp(`(?:^|\\(|\\| )errtable ${name}\\b`));
      const words = splitLine(line).words.filter((word) => word.startsWith("--"));
      for (const option of words) expect(help, line).toContain(`${option} `);
    }
  }
});

test("explain answers programs with the entry of the catalogue, and with rules", async () => {
  const one = async (...args: readonly string[]) => {
    const { code, out } = await run("explain", ...args, "--table", "shop.errors.yaml", "--format", "json");
    return { code, ...(JSON.parse(out) as { explanations: readonly object[] }) };
  };
  expect(await one("OrderNotFound")).toMatchObject({
    code: 0,
    explanations: [
      {
        kind: "error",
        table: "Shop",
        error: {
          code: "OrderNotFound",
          identifier: "OrderNotFound",
          statuses: [404, 410],
          cases: [{ name: "gone" }, {}],
        },
        operations: ["GetOrder"],
      },
    ],
  });
  expect(await one("OrderMissing")).toEqual({
    code: 0,
    explanations: [{ kind: "retired", table: "Shop", code: "OrderMissing", since: "2.0", replacedBy: "OrderNotFound" }],
  });
  const rule = { kind: "rule", id: "opaque-message", severity: "warning", always: false };
  expect(await one("opaque-message")).toMatchObject({
    code: 0,
    explanations: [{ ...rule, example: { wrong: expect.any(String) } }],
  });
  expect(await one("Nothing")).toEqual({ code: 2, explanations: [] });
  const all = await run("explain", "--format", "json");
  const ids = (JSON.parse(all.out) as { explanations: { id: string }[] }).explanations.map(({ id }) => id);
  expect(ids).toEqual(expect.arrayContaining(checkKinds.map(({ id }) => id)));
});

test("decode answers programs with a list, best match first, whose members are documented", async () => {
  const { out } = await run("decode", "order 'A-7' does not exist", "--table", "shop.errors.yaml", "--format", "json");
  const [found] = JSON.parse(out) as readonly object[];
  expect(found).toMatchObject({
    code: "OrderNotFound",
    params: { orderId: "A-7" },
    matchedOn: ["message"],
    table: "Shop",
  });
  const page = readFileSync(new URL("../../spec/commands.md", import.meta.url), "utf8");
  for (const member of Object.keys(found ?? {})) expect(page).toContain(`\`${member}\``);
});

test.each([
  ["shop.errors.yaml", TABLE.replace("errtable: 1", "errtable: 2").replace("status", "staatus"), 1],
  ["errtable.config.yaml", "errtable: 3\ntargts: []\n", 2],
])("a newer version in %s is all that is told of it", async (name, text, exit) => {
  write(`new/${name}`, text);
  const { code, out, err } = await runCommand(
    join(folder, "new"),
    "lint",
    ...(exit === 1 ? [name] : []),
    "--format",
    "json",
  );
  expect(code).toBe(exit);
  const { findings } = JSON.parse(out) as { findings: readonly { rule: string; message: string; help: string }[] };
  expect(findings.map(({ rule }) => rule)).toEqual(["newer-version"]);
  expect(findings[0]?.message).toMatch(
    /is written in version [23] of errtable's language, and this errtable reads version 1\./,
  );
  expect(err).not.toContain("bug");
});

test("a configuration of this version may say so", async () => {
  write("errtable.config.yaml", "errtable: 1\ntables: [./shop.errors.yaml]\n");
  expect((await run("lint")).code).toBe(0);
  rmSync(join(folder, "errtable.config.yaml"));
});

test("lint names the command that corrects", async () => {
  write("bad.errors.yaml", TABLE.replace("description: The order does", "descripton: The order does"));
  const { err } = await run("lint", "bad.errors.yaml");
  expect(err).toContain("1 finding has one remedy. To correct it: errtable lint bad.errors.yaml --fix\n");
  expect((await run("lint", "bad.errors.yaml", "--quiet")).err).toBe("");
  expect((await run("lint", "bad.errors.yaml", "--fix")).err).not.toContain("one remedy. To");
});

test("the schema of the configuration lists the rules", () => {
  const text = readFileSync(new URL("../../spec/errtable.config.schema.json", import.meta.url), "utf8");
  const { properties } = JSON.parse(text) as {
    properties: { rules: { properties: Record<string, { description: string }> } };
  };
  expect(Object.keys(properties.rules.properties)).toEqual(checkKinds.map(({ id }) => id));
  for (const { id, summary } of checkKinds)
    expect(properties.rules.properties[id]?.description.startsWith(summary), id).toBe(true);
});

async function run(...args: readonly string[]) {
  return runCommand(folder, ...args);
}

function write(path: string, text: string): void {
  const at = join(folder, path);
  mkdirSync(dirname(at), { recursive: true });
  writeFileSync(at, text);
}

test("options may stand before arguments, and several tables are named one by one", async () => {
  write("other.errors.yaml", "errtable: 1\nname: Other\nerrors:\n  Lost: { status: 410, description: It is lost. }\n");
  const tables = ["--table", "shop.errors.yaml", "--table", "other.errors.yaml"];
  expect((await run("explain", ...tables, "Lost")).out).toMatch(/^Lost · 410 Gone · Other\n/);
  expect((await run("decode", ...tables, "order 'A-7' does not exist")).out).toMatch(/^OrderNotFound /);
  expect((await run("retire", "--table", "other.errors.yaml", "Lost", "--dry-run")).out).toContain("retired:");
});
