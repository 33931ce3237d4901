// Reports of commands: one document on the terminal, the same finding in every file that is asked for, and no file of others lost.
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Options } from "../../generator/command/session/command-line.ts";
import { type ReportFile, reportFileOf } from "../../generator/command/session/report-files.ts";
import { reportOutcome } from "../../generator/command/session/reporting.ts";
import { check } from "../../generator/command/verbs/check.ts";
import { generate } from "../../generator/command/verbs/generate.ts";
import { lint } from "../../generator/command/verbs/lint.ts";
import { REPORTS, type ReportFormat } from "../../generator/report/index.ts";
import { sessionAt } from "../helpers/session-at.ts";

const FORMATS = Object.keys(REPORTS) as readonly ReportFormat[];
const TABLE = `errtable: 1
name: Shop
errors:
  OrderNotFound:
    status: 404
    message: "order '%s' does not exist"
    params: { orderId: { description: The order., example: A-1001 } }
    description: The order does not exist.
    solution: Check the order number.
    retry: never
`;
const BAD = TABLE.replace("    status: 404", "    sttus: 404");

let folder = "";

beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "errtable-reports-")));
});
beforeEach(() => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, ".git"), { recursive: true });
  write("shop.errors.yaml", TABLE);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("--output", () => {
  test.each<[string, ReportFile]>([
    ["errtable.sarif", { format: "sarif", file: "errtable.sarif" }],
    ["a/ERRORS.SARIF.JSON", { format: "sarif", file: "a/ERRORS.SARIF.JSON" }],
    ["a/report.xml", { format: "junit", file: "a/report.xml" }],
    ["report.json", { format: "json", file: "report.json" }],
    ["report.txt", { format: "text", file: "report.txt" }],
    ["gitlab=gl-code-quality-report.json", { format: "gitlab", file: "gl-code-quality-report.json" }],
    ["sarif=a=b", { format: "sarif", file: "a=b" }],
    ["./a=b.json", { format: "json", file: "./a=b.json" }],
  ])("%s", (text, expected) => {
    expect(reportFileOf(text, [])).toEqual(expected);
  });

  test.each([
    ["report.yaml", /does not say the format: write sarif=report\.yaml/],
    ["srif=a.json", /There is no format "srif"\. Did you mean "sarif"\?/],
    ["", /names no file/],
    ["-", /names no file; --format reports to the terminal/],
    ["sarif=", /names no file/],
    ["json=./b/../a.sarif", /Another report goes to the same file/],
  ])("refuses %j", (text, problem) => {
    const answer = reportFileOf(text, [{ format: "sarif", file: "a.sarif" }]);
    expect("problem" in answer ? answer.problem : "").toMatch(problem);
  });

  test("writes every format, also into folders that are not there, and the terminal has its own", async () => {
    write("shop.errors.yaml", BAD);
    const output = FORMATS.map((format) => ({ format, file: `out/${format}/report` }));
    const { exit, told } = await runLint({ output, format: "json" });
    expect(exit).toBe(1);
    expect(findingsOf(told)).toEqual(["unknown-field"]);
    for (const { file } of output) {
      const text = read(file);
      expect(text).toContain("unknown-field");
      expect(text).not.toContain("\u001b");
      expect(readdirSync(dirname(join(folder, file)))).toEqual(["report"]);
    }
    expect(read("out/text/report")).toContain("1 error in 1 file.");
  });

  test("holds every finding, also those that the terminal is spared", async () => {
    write("shop.errors.yaml", TABLE.replace(/ {4}solution.*\n/, ""));
    const { exit, told } = await runLint({ output: [{ format: "json", file: "a.json" }], quiet: true });
    expect([exit, told]).toEqual([0, ""]);
    expect(findingsOf(read("a.json"))).toEqual(["missing-solution"]);
  });

  test("a run replaces the report of the last one, in any format, and an empty file", async () => {
    write("report", "");
    for (const format of [...FORMATS, ...FORMATS.toReversed()]) {
      for (const table of [BAD, TABLE]) {
        write("shop.errors.yaml", table);
        const { exit, told } = await runLint({ output: [{ format, file: "report" }] });
        expect([format, exit, told]).toEqual([format, table === BAD ? 1 : 0, told]);
        expect(told).not.toContain("not written");
      }
    }
  });

  test.each([
    ["a table", "shop.errors.yaml"],
    ["a file of somebody else", "package.json"],
    ["a folder", ".git"],
    ["a link that leads nowhere", "link"],
  ])("never writes over %s", async (_, file) => {
    write("package.json", "{}\n");
    symlinkSync("nowhere", join(folder, "link"));
    const { exit, told } = await runLint({ output: [{ format: "json", file }] });
    expect(exit).toBe(4);
    expect(told).toContain(`"${file}" is there and was not made by errtable, so it was not written.`);
    expect(read("shop.errors.yaml")).toBe(TABLE);
    expect(read("package.json")).toBe("{}\n");
    expect(readdirSync(folder).toSorted()).toEqual([".git", "link", "package.json", "shop.errors.yaml"]);
  });
});

describe("one document", () => {
  test.each(FORMATS.filter((format) => format !== "text"))(
    "%s: also where the command can do nothing",
    async (format) => {
      for (const options of [{ config: "gone.yaml" }, {}, { dryRun: true }]) {
        const { exit, told } = await runLint({ ...options, format }, []);
        expect(exit).toBe(2);
        const [document = ""] = told.split('There is no errtable.config.yaml here or in "spec".\nName');
        expect(document, format).toMatch(format === "github" ? /^::error file=/ : /^[[{<]/);
        expect(document.match(/^(?:\{|\[|<\?xml|<!-- errtable)/gm) ?? [], told).toHaveLength(
          format === "github" ? 0 : 1,
        );
      }
    },
  );

  test("with a warning of the configuration there is still one", async () => {
    write("package.json", "{}\n");
    write("tsconfig.json", '{ "compilerOptions": { "module": "nodenext", "verbatimModuleSyntax": true } }\n');
    write("errtable.config.yaml", "targets:\n  - { kind: typescript, table: shop.errors.yaml, out: gen }\n");
    const { told } = await runLint({ format: "json" }, []);
    const [document = ""] = told.split("\n}\n");
    expect(findingsOf(`${document}\n}`)).toEqual(["module-kind"]);
    expect(told.match(/"findings"/g)).toHaveLength(1);
  });
});

describe("files that are out of date are findings of formats that know nothing but findings", () => {
  const config = "targets:\n  - { kind: catalog, table: ./shop.errors.yaml, out: ./gen }\n";

  test("in a folder of the repository, by their paths there", async () => {
    write("packages/a/shop.errors.yaml", TABLE);
    write("packages/a/errtable.config.yaml", config);
    const session = sessionAt(join(folder, "packages/a"), { format: "gitlab" });
    expect(await reportOutcome(session, "check", await check(session))).toBe(3);
    const [issues = ""] = session.told().split("\n]\n");
    expect(JSON.parse(`${issues}]`)).toMatchObject([
      {
        check_name: "out-of-date",
        description: "The file is missing. Run: errtable generate",
        location: { path: "packages/a/gen/errors.json" },
      },
      { location: { path: "packages/a/gen/errors.schema.json" } },
    ]);
  });

  test("a hand edit that stops generate is one, and a run that wrote has none", async () => {
    write("errtable.config.yaml", config);
    const first = sessionAt(folder, { format: "github" });
    expect(await reportOutcome(first, "generate", await generate(first, {}))).toBe(0);
    expect(first.told()).not.toContain("::error");
    write("gen/errors.json", "{}\n");
    const second = sessionAt(folder, { format: "github" });
    expect(await reportOutcome(second, "generate", await generate(second, {}))).toBe(4);
    expect(second.told()).toContain(
      "::error file=gen/errors.json,line=1,endLine=1,col=1,endColumn=1,title=in-the-way::It was edited by hand.\n",
    );
  });
});

async function runLint(options: Options, tables: readonly string[] = ["shop.errors.yaml"]) {
  const session = sessionAt(folder, options, tables);
  const exit = await lint(session, options);
  return { exit, told: session.told() };
}

function findingsOf(json: string): readonly string[] {
  return (JSON.parse(json.slice(0, json.lastIndexOf("}") + 1)) as { findings: { rule: string }[] }).findings.map(
    ({ rule }) => rule,
  );
}

function read(path: string): string {
  return readFileSync(join(folder, path), "utf8");
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}
