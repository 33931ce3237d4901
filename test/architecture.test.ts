// The invariants of the generator's structure, read from its imports.
import { readdirSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { Project, type SourceFile, SyntaxKind } from "ts-morph";
import { describe, expect, test } from "vitest";
import { KINDS } from "../generator/spec/kinds.ts";

const ROOT = resolve(import.meta.dirname, "../generator");

/** A layer may import the layers it names, and its own; of those named with ":types" only types. */
const LAYERS: Readonly<Record<string, readonly string[]>> = {
  source: [],
  suggest: [],
  runtime: [],
  controls: [],
  terminal: ["controls"],
  diagnostic: ["source"],
  model: ["diagnostic", "runtime", "spec:types"],
  decode: ["model", "runtime", "suggest"],
  blocks: ["model:types"],
  element: [],
  page: ["blocks:types", "model:types", "element"],
  centre: ["decode", "runtime", "suggest"],
  spec: ["diagnostic", "source", "suggest", "model"],
  rules: ["diagnostic", "source", "suggest", "spec", "model"],
  artifact: ["blocks:types", "model:types", "page:types"],
  emit: ["artifact:types", "blocks", "config:types", "decode", "diagnostic", "model", "element", "page", "render"],
  render: ["artifact:types", "blocks:types", "model", "element", "page"],
  embed: ["blocks:types", "config:types", "diagnostic", "emit", "model", "render", "source", "spec", "suggest"],
  readback: ["diagnostic", "embed", "model", "render", "source:types"],
  output: ["artifact:types", "diagnostic", "source", "spec:types"],
  report: ["controls", "diagnostic", "output", "source", "suggest", "terminal:types"],
  compile: ["artifact:types", "diagnostic", "emit:types", "make", "model", "rules", "spec"],
  config: ["compile:types", "diagnostic", "source:types", "emit:types", "output", "rules", "spec", "suggest"],
  invocation: [],
  project: ["config", "diagnostic", "emit", "invocation:types", "spec:types"],
  commands: [
    "compile",
    "config:types",
    "controls",
    "decode",
    "diagnostic",
    "embed",
    "invocation:types",
    "model",
    "output",
    "project",
    "readback",
    "report",
    "rules",
    "source:types",
    "spec",
    "suggest",
    "terminal:types",
    "thread:types",
  ],
  index: ["artifact:types", "compile", "diagnostic", "emit:types", "model:types", "output", "source", "spec"],
  make: ["artifact:types", "emit", "model:types", "render"],
  thread: ["artifact:types", "emit", "make", "model:types"],
  "make-worker": ["make", "render", "thread:types"],
  program: ["commands", "controls", "decode", "output:types", "terminal:types"],
  cli: ["commands:types", "controls", "invocation", "output", "program", "terminal", "thread"],
};

/** Who may import a package, and whether at start-up. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  yaml: [],
  "ts-morph": ["render/typescript.ts", "artifact.ts"],
  ajv: [],
  "json-schema-to-typescript": [],
  commander: ["cli.ts", "program.ts"],
  picocolors: ["terminal.ts"],
  diff: ["report/patch.ts"],
  hastscript: ["element.ts"],
  "hast-util-to-html": ["render/page.ts", "render/html.ts"],
};

/** The edge: only these touch the process, the console and the file system. */
const IMPURE = new Set(["cli.ts", "terminal.ts", "output/disk.ts"]);

/** What generated code carries runs elsewhere, and there a delay counts from now on. */
const CARRIED = new Set(["runtime/headers.ts", "emit/typescript/runtime.gen.ts"]);

const project = new Project({ skipFileDependencyResolution: true, compilerOptions: { noLib: true, allowJs: false } });
const files = list(ROOT)
  .filter((path) => path.endsWith(".ts") && !path.endsWith(".d.ts"))
  .map((path) => ({ path: relative(ROOT, path).replaceAll("\\", "/"), file: project.addSourceFileAtPath(path) }));

describe("layers", () => {
  test.each(files)("$path imports only what its layer may", ({ path, file }) => {
    const layer = layerOf(path);
    const allowed = LAYERS[layer];
    expect(allowed, `${layer} is no known layer`).toBeDefined();
    const wrong = importsOf(file)
      .filter(({ to }) => to.startsWith("."))
      .map(({ to, line, isType }) => ({ to: layerOf(join(path, "..", to).replaceAll("\\", "/")), line, isType }))
      .filter(
        ({ to, isType }) => to !== layer && !allowed?.includes(to) && !(isType && allowed?.includes(`${to}:types`)),
      )
      .map(({ to, line }) => `${path}:${line} may not import ${to}`);
    expect(wrong).toEqual([]);
  });

  test("an emitter imports no other emitter", () => {
    for (const { path, file } of files.filter((entry) => /^emit\/.+\//.test(entry.path))) {
      const folder = path.split("/")[1];
      for (const { to } of importsOf(file).filter((entry) => entry.to.startsWith("."))) {
        const target = join(path, "..", to).replaceAll("\\", "/");
        if (target.startsWith("emit/")) expect(target.split("/")[1], `${path} imports ${target}`).toBe(folder);
      }
    }
  });
});

describe("packages", () => {
  test("each is imported in one or two places, and heavy ones only when they are needed", () => {
    for (const { path, file } of files) {
      for (const { to, line, isType } of importsOf(file)) {
        const name = to.startsWith("@") ? to : to.split("/")[0];
        const places = PACKAGES[name ?? ""];
        if (isType || places === undefined) continue;
        expect(places, `${path}:${line} imports ${to}`).toContain(path);
      }
    }
  });
});

describe("purity", () => {
  test.each(files.filter(({ path }) => !IMPURE.has(path)))("$path leaves the world alone", ({ path, file }) => {
    const modules = importsOf(file).map(({ to }) => to);
    for (const module of ["node:fs", "node:process", "node:child_process", "node:os", "node:fs/promises"]) {
      expect(modules, path).not.toContain(module);
    }
    const globals = file
      .getDescendantsOfKind(SyntaxKind.Identifier)
      .filter((identifier) => ["process", "console"].includes(identifier.getText()))
      .filter(
        (identifier) => identifier.getParentIfKind(SyntaxKind.PropertyAccessExpression)?.getExpression() === identifier,
      )
      .map((identifier) => `${path}:${identifier.getStartLineNumber()} ${identifier.getParent()?.getText()}`);
    expect(globals).toEqual([]);
  });

  test("nothing depends on the locale, the time or chance", () => {
    for (const { path, file } of files.filter((entry) => !IMPURE.has(entry.path) && !CARRIED.has(entry.path))) {
      const found = file.getFullText().match(/localeCompare|toLocale\w+|new Date\b|Date\.now|Math\.random|Intl\./g);
      expect(found, path).toBeNull();
    }
  });
});

describe("form", () => {
  test.each(files.filter(({ path }) => !path.endsWith(".gen.ts")))(
    "$path is small and says what it is for",
    ({ path, file }) => {
      const text = file.getFullText();
      // The engine is embedded whole into generated code, where one file is easier to keep than several.
      if (path !== "runtime/messages.ts")
        expect(text.split("\n").length, `${path} is too long`).toBeLessThanOrEqual(251);
      const first = text.replace(/^#!.*\n/, "");
      expect(first.startsWith("// "), `${path} opens with a sentence`).toBe(true);
      expect(file.getClasses().map((one) => one.getName())).toEqual([]);
      expect(file.getDefaultExportSymbol(), `${path} has a default export`).toBeUndefined();
    },
  );
});

test("what is found in files that people own can be explained", () => {
  const known = new Set(KINDS.map(({ id }) => id));
  const texts = files.filter(({ path }) => path.startsWith("embed/")).map(({ file }) => file.getFullText());
  const told = texts.flatMap((text) => text.match(/(?<=")(?:description|embed|inject)-[a-z-]+(?=")/g) ?? []);
  expect(told.length).toBeGreaterThan(10);
  // A note is no finding: it says what stays as it is.
  expect(told.filter((id) => !known.has(id) && id !== "embed-kept")).toEqual([]);
});

interface Import {
  readonly to: string;
  readonly line: number;
  readonly isType: boolean;
}

function importsOf(file: SourceFile): readonly Import[] {
  const declarations = [...file.getImportDeclarations(), ...file.getExportDeclarations()].flatMap((declaration) => {
    const to = declaration.getModuleSpecifierValue();
    return to === undefined ? [] : [{ to, line: declaration.getStartLineNumber(), isType: declaration.isTypeOnly() }];
  });
  const calls = file
    .getDescendantsOfKind(SyntaxKind.CallExpression)
    .filter((call) => call.getExpression().getKind() === SyntaxKind.ImportKeyword)
    .map((call) => ({
      to: call.getArguments()[0]?.getText().slice(1, -1) ?? "",
      line: call.getStartLineNumber(),
      isType: false,
    }));
  return [...declarations, ...calls];
}

function layerOf(path: string): string {
  return (path.split("/")[0] ?? "").replace(/\.ts$/, "");
}

function list(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? list(join(folder, entry.name)) : [join(folder, entry.name)],
  );
}
