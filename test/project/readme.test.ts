// The pages for users are run: their commands from a packed tarball in an empty folder, their snippets compiled and executed.
import { execFileSync, spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { readYaml } from "../../generator/reader/yaml/document.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const PAGES = [
  "README.md",
  "spec/README.md",
  "spec/commands.md",
  "spec/products.md",
  "spec/builds.md",
  "spec/projects.md",
  "spec/evolution.md",
  "spec/server.md",
  "generator/README.md",
  "test/bench/README.md",
].map((path) => ({ path, text: readFileSync(join(ROOT, path), "utf8") }));
const { NODE_EXTRA_CA_CERTS: _, FORCE_COLOR: __, ...rest } = process.env;
/** npm's own warnings are about this machine's settings, and what it asks and tells besides is not what is tested. */
const ENV = {
  ...rest,
  npm_config_loglevel: "error",
  npm_config_audit: "false",
  npm_config_fund: "false",
  npm_config_prefer_offline: "true",
  npm_config_update_notifier: "false",
};

interface Block {
  readonly language: string;
  readonly text: string;
  /** What stands before it, for those that say what the block is. */
  readonly before: string;
}

const blocks: readonly Block[] = PAGES.filter(({ path }) => !path.startsWith("generator")).flatMap(({ text: page }) =>
  [...page.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map((match) => ({
    language: match[1] ?? "",
    text: match[2] ?? "",
    before: page.slice(0, match.index).trimEnd().split("\n").at(-1) ?? "",
  })),
);

let folder = "";
let tarball = "";

beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "errtable-readme-")));
  execFileSync("npm", ["pack", "--ignore-scripts", "--pack-destination", folder], {
    cwd: ROOT,
    env: ENV,
    stdio: "pipe",
  });
  tarball = join(folder, readdirSync(folder).find((name) => name.endsWith(".tgz")) ?? "");
  const project = join(folder, "project");
  mkdirSync(project);
  writeFileSync(join(project, "package.json"), '{ "private": true, "type": "module" }\n');
  writeFileSync(join(project, "tsconfig.json"), "{}\n");
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("as a newcomer follows it", () => {
  test("the commands of a fresh clone are those of continuous integration", () => {
    const [first] = blocks.filter(({ language }) => language === "sh");
    const steps = readFileSync(join(ROOT, ".ci/run"), "utf8");
    const commands = (first?.text ?? "").trim().split(/\n| && /);
    expect(commands).toEqual(["npm ci", "npm run generate", "npm test"]);
    for (const command of commands) expect(steps).toMatch(new RegExp(`^(?:step )?${command}(?: |$)`, "m"));
  });

  test("the commands of another project install, start and generate", () => {
    const [, second] = blocks.filter(({ language }) => language === "sh");
    const [pack, install, ...others] = (second?.text ?? "").trim().split("\n");
    expect(pack).toBe("npm pack --pack-destination ../your-project");
    expect(install).toBe(`cd ../your-project && npm install --save-dev ./${basename(tarball)}`);
    for (const command of [`npm install --save-dev ${tarball}`, ...others]) shellAsWritten(command);
    const made = readdirSync(project());
    expect(made).toEqual(
      expect.arrayContaining(["shop.errors.yaml", "errtable.config.yaml", "errors", ".gitattributes"]),
    );
  });

  test("the row that is shown is one that init writes", () => {
    const [row] = blocks.filter(({ language }) => language === "yaml");
    expect(readFileSync(join(project(), "shop.errors.yaml"), "utf8")).toContain(row?.text);
  });

  test("the first row of the language is one of the complete example", () => {
    const [table] = blocks.filter(({ before }) => before.includes("`compute.errors.yaml`"));
    const [, row = ""] = /^errors:\n([\s\S]+)$/m.exec(table?.text ?? "") ?? [];
    const example = readFileSync(join(ROOT, "spec/function-compute.errors.yaml"), "utf8");
    expect(row).toContain("status: ");
    for (const line of row.trimEnd().split("\n")) expect(example.split("\n")).toContain(line);
  });

  test("every command prints what is shown", () => {
    for (const { before, text } of blocks.filter(({ language }) => language === "yaml")) {
      const name = / this `([\w.]+\.yaml)`/.exec(before)?.[1];
      if (name !== undefined) writeFileSync(join(project(), name), text);
    }
    const shown = blocks.filter(({ language }) => language === "console");
    expect(shown.length).toBeGreaterThanOrEqual(3);
    for (const { text } of shown) {
      const [command = "", ...output] = text.split("\n");
      expect(shell(command.replace(/^\$ /, "")).trimEnd(), command).toBe(output.join("\n").trimEnd());
    }
  });

  test("the snippets compile under strict flags, and print what their comments say", () => {
    // The parts that some of them need are those of the configuration that is shown.
    const [config] = blocks.filter(({ language, text }) => language === "yaml" && text.startsWith("targets:"));
    writeFileSync(join(project(), "errtable.config.yaml"), config?.text ?? "");
    shell("npx errtable generate");
    const snippets = blocks.filter(({ language }) => language === "ts").map(({ text }) => text);
    for (const [index, text] of snippets.entries()) writeFileSync(join(project(), `snippet${index}.ts`), text);
    const options = {
      module: "nodenext",
      target: "es2022",
      strict: true,
      skipLibCheck: false,
      types: [],
      lib: ["es2022", "dom"],
      outDir: "out",
      // Each is a file of its own.
      moduleDetection: "force",
    };
    const files = [...snippets.keys()].map((index) => `snippet${index}.ts`);
    writeFileSync(join(project(), "tsconfig.json"), JSON.stringify({ compilerOptions: options, files }));
    const compiled = spawnSync(process.execPath, [join(ROOT, "node_modules/typescript/bin/tsc")], {
      cwd: project(),
      encoding: "utf8",
    });
    expect(compiled.stdout).toBe("");
    for (const [index, text] of snippets.entries()) {
      const expected = [...text.matchAll(/console\.log\(.*\); \/\/ (.*)$/gm)].map((match) => match[1]);
      expect(expected.length).toBeGreaterThan(0);
      const ran = spawnSync(process.execPath, [`out/snippet${index}.js`], { cwd: project(), encoding: "utf8" });
      expect(ran.stderr).toBe("");
      expect(ran.stdout.trimEnd().split("\n")).toEqual(expected);
    }
  });

  test("the response that is referred to is there", () => {
    const page = PAGES.map(({ text }) => text).join("\n");
    const [, file, name] = /\$ref: "(.*)#\/components\/responses\/(\w+)"/.exec(page) ?? [];
    const { components } = parse(readFileSync(join(project(), file ?? ""), "utf8")) as {
      readonly components: { readonly responses: object };
    };
    expect(Object.keys(components.responses)).toContain(name);
  });

  test("the other commands run, and the configuration and the translation are taken", () => {
    const yaml = blocks.filter(({ language }) => language === "yaml").map(({ text }) => text);
    writeFileSync(join(project(), "shop.de.errors.yaml"), yaml.find((text) => text.includes("translates:")) ?? "");
    shell("npx errtable generate --force");
    expect(readdirSync(join(project(), "errors/docs")).some((name) => name.includes("de"))).toBe(true);
    const programs = blocks.filter(({ language }) => language === "js");
    expect(programs.length).toBeGreaterThan(0);
    for (const { text } of programs) {
      writeFileSync(join(project(), "program.js"), text);
      expect(shell("node program.js").trimEnd()).toBe(/console\.log\(.*\); \/\/ (.*)$/m.exec(text)?.[1]);
    }
    const commands = blocks.filter(({ language }) => language === "sh").flatMap(({ text }) => text.trim().split("\n"));
    for (const command of commands.filter((line) => line.includes("--out"))) shell(command);
    expect(existsSync(join(project(), "api-errors/openapi/components.yaml"))).toBe(true);
  });

  test("the pages that are shown are filled, and the fragments that are asked for made", () => {
    const page = blocks.find(({ language }) => language === "md")?.text ?? "";
    mkdirSync(join(project(), "docs"));
    writeFileSync(join(project(), "docs/errors.md"), page);
    const commands = blocks.flatMap(({ language, text }) => (language === "sh" ? text.trim().split("\n") : []));
    const injecting = commands.filter((line) => line.includes("errtable inject"));
    expect(injecting).toHaveLength(2);
    expect(injecting.map(shell)).toEqual([
      expect.stringContaining("update     docs/errors.md"),
      expect.stringContaining("1 file is up to date."),
    ]);
    expect(readFileSync(join(project(), "docs/errors.md"), "utf8")).toContain("\n| `OrderNotFound` ");
    const config = blocks.find(({ language, text }) => language === "yaml" && text.includes("anchorsInHeadings:"));
    writeFileSync(join(project(), "docs.config.yaml"), config?.text.replace("./errors/docs", "./all-docs") ?? "");
    shell("npx errtable generate --config docs.config.yaml");
    expect(readdirSync(join(project(), "all-docs"))).toEqual(
      expect.arrayContaining(["errors.en.csv", "table.de.adoc"]),
    );
  });

  test("pages and descriptions of a configuration are held by generate and check", () => {
    const config = blocks.find(({ language, text }) => language === "yaml" && text.startsWith("pages:"));
    mkdirSync(join(project(), "packages/orders"), { recursive: true });
    writeFileSync(join(project(), "packages/orders/errtable.config.yaml"), "tables: [../../shop.errors.yaml]\n");
    writeFileSync(join(project(), "whole.config.yaml"), `tables: [shop.errors.yaml]\n${config?.text}`);
    shell("npx errtable generate --config whole.config.yaml");
    expect(readFileSync(join(project(), "openapi.yaml"), "utf8")).toContain("responses/NotFoundErrors");
    expect(shell("npx errtable check --config whole.config.yaml")).toContain("2 files are up to date.\n");
  });

  test("the large example has no findings and compiles", () => {
    const example = blocks.find(({ language, text }) => language === "yaml" && text.includes("name: Payments"));
    writeFileSync(join(project(), "payments.errors.yaml"), example?.text ?? "");
    expect(shell("npx errtable lint payments.errors.yaml")).toBe("Nothing to report in 1 table.\n");
    shell("npx errtable generate payments.errors.yaml --out payments/");
    expect(readFileSync(join(project(), "payments/typescript/messages.ts"), "utf8")).toContain("CardExpiredParams");
  });

  test("the OpenAPI reference leads to a response", () => {
    const block = blocks.find(({ language, text }) => language === "yaml" && text.includes("$ref"));
    const reference = /"(\.\/errors[^"]+)#\/([^"]+)"/.exec(block?.text ?? "");
    const document: unknown = parse(readFileSync(join(project(), "api-errors/openapi/components.yaml"), "utf8"));
    const found = (reference?.[2] ?? "")
      .split("/")
      .reduce<unknown>((at, step) => (at as Record<string, unknown>)[step], document);
    expect(found).toHaveProperty("description");
  });
});

describe("what it says", () => {
  test("every yaml block is YAML", () => {
    for (const { text } of blocks.filter(({ language }) => language === "yaml")) {
      const indent = /^ */.exec(text)?.[0] ?? "";
      const { diagnostics } = readYaml({
        path: "page.md",
        text: text.replaceAll(new RegExp(`^${indent}`, "gm"), ""),
      });
      expect(diagnostics).toEqual([]);
    }
  });

  test("the files and headings that they name exist, and so do the npm scripts", () => {
    const scripts = (JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { scripts: object }).scripts;
    for (const { path: page, text } of PAGES) {
      for (const [, script] of text.matchAll(/npm run ([\w:-]+)/g)) expect(Object.keys(scripts)).toContain(script);
      for (const [, link = ""] of text.matchAll(/\]\(([^)]+)\)/g)) {
        const [path = "", anchor] = link.split("#");
        const target = join(ROOT, dirname(page), path);
        expect(existsSync(target), `${page}: ${link}`).toBe(true);
        if (anchor !== undefined) expect(anchorsOf(readFileSync(target, "utf8")), `${page}: ${link}`).toContain(anchor);
      }
      for (const [, path = ""] of text.matchAll(/`(test\/[\w./-]+\.test\.ts)`/g))
        expect(existsSync(join(ROOT, path)), path).toBe(true);
    }
  });

  test("the map of the code shows every folder", () => {
    const map = PAGES.find(({ path }) => path === "generator/README.md")?.text ?? "";
    const folders = readdirSync(join(ROOT, "generator"), { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    );
    for (const { name } of folders) expect(map, name).toContain(`| \`${name}/\` |`);
    for (const [, path = ""] of map.matchAll(/`((?:[a-z]+\/)+(?:[\w-]+\.ts)?|[a-z]+\/[\w-]+\.ts)`/g))
      expect(existsSync(join(ROOT, "generator", path)) || existsSync(join(ROOT, path)), path).toBe(true);
  });
});

function project(): string {
  return join(folder, "project");
}

/** npx starts the program that npm has installed here, after a second in which it starts itself: the first commands show it. */
function shell(command: string): string {
  return shellAsWritten(command.replace(/^npx errtable /, "node_modules/.bin/errtable "));
}

function shellAsWritten(command: string): string {
  const done = spawnSync("sh", ["-c", command], { cwd: project(), encoding: "utf8", env: ENV });
  // Only lint and breaking find something in these tables.
  const expected = command.includes(" lint ") ? 1 : command.includes(" breaking ") ? 5 : 0;
  if (done.status !== 0 && done.status !== expected)
    throw new Error(`${command} ended with ${done.status}: ${done.stderr}`);
  // npm ends with 0 where it could not write a file of a package.
  const modules = join(project(), "node_modules");
  if (command.startsWith("npm install") && !existsSync(join(modules, ".bin/errtable")))
    throw new Error([done.stdout, done.stderr, ...readdirSync(modules, { recursive: true })].join("\n"));
  return done.stdout + (command.startsWith("npm install") ? "" : done.stderr);
}

/** The anchors that GitHub gives to the headings of a page. */
function anchorsOf(page: string): readonly string[] {
  return [...page.matchAll(/^#+ (.*)$/gm)].map(([, title = ""]) =>
    title
      .toLowerCase()
      .replaceAll(/[^\w -]/g, "")
      .replaceAll(" ", "-"),
  );
}
