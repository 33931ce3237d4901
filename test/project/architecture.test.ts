// The invariants of the generator's structure, read from its imports. Each is one test that names every place that breaks it.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, posix, relative, resolve } from "node:path";
import { ts } from "ts-morph";
import { describe, expect, test } from "vitest";

const ROOT = resolve(import.meta.dirname, "../../generator");

/**
 * A layer is a folder or a file; it may import the layers that it names, types included, and those are listed above it: so
 * no circle is possible. A folder's inner layers are listed by their own paths.
 */
const LAYERS: Readonly<Record<string, readonly string[]>> = {
  diagnostic: [],
  runtime: [],
  text: ["diagnostic"],
  template: ["runtime"],
  schema: ["diagnostic", "text"],
  reader: ["diagnostic", "template", "text"],
  refactor: ["diagnostic", "reader", "template", "text"],
  model: ["diagnostic", "reader", "schema", "template", "text"],
  rules: ["diagnostic", "model", "reader", "schema", "template", "text"],
  evolution: ["diagnostic", "model", "reader", "schema", "template", "text"],
  decode: ["diagnostic", "model", "runtime", "template", "text"],
  output: ["diagnostic", "reader", "text"],
  products: ["decode", "diagnostic", "evolution", "model", "output", "reader", "runtime", "schema", "template", "text"],
  migrate: ["diagnostic", "model", "products"],
  owned: ["diagnostic", "model", "products", "reader", "schema", "text"],
  intake: ["diagnostic", "model", "owned", "reader", "schema", "template", "text"],
  report: ["diagnostic", "output", "text"],
  config: ["diagnostic", "evolution", "output", "owned", "products", "reader", "rules", "text"],
  "compile.ts": ["diagnostic", "model", "output", "products", "reader", "rules"],
  baseline: [
    "compile.ts",
    "config",
    "diagnostic",
    "evolution",
    "model",
    "output",
    "reader",
    "rules",
    "template",
    "text",
  ],
  explain: [
    "baseline",
    "config",
    "diagnostic",
    "evolution",
    "intake",
    "migrate",
    "model",
    "output",
    "owned",
    "products",
    "reader",
    "refactor",
    "rules",
    "text",
  ],
  "language-server": [
    "config",
    "diagnostic",
    "evolution",
    "explain",
    "model",
    "reader",
    "refactor",
    "rules",
    "template",
    "text",
  ],
  command: [
    "baseline",
    "compile.ts",
    "config",
    "decode",
    "diagnostic",
    "evolution",
    "explain",
    "intake",
    "language-server",
    "migrate",
    "model",
    "output",
    "owned",
    "products",
    "reader",
    "refactor",
    "report",
    "rules",
    "text",
  ],
  "index.ts": ["compile.ts", "diagnostic", "model", "output", "products", "reader"],
  "cli.ts": ["command", "diagnostic", "output", "report"],
  "launch.ts": [],
};

/** Scripts that build the sources, the package and extensions of editors; nothing imports them. */
const BUILD = /^(?:build|editors)\//;

/** Every package, and the files that may import it; "types" are erased and cost nothing at run time. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  commander: [
    "command/session/failure.ts",
    "command/program/program.ts",
    "command/program/program-builds.ts",
    "command/program/program-completion.ts",
    "command/program/program-options.ts",
    "command/program/program-refactor.ts",
  ],
  "decode-named-character-reference": ["intake/pages/html-tokens.ts"],
  "get-east-asian-width": ["text/text-width.ts"],
  "hast-util-to-html": ["text/html/html-fragment.ts", "text/html/html-page.ts"],
  "mdast-util-from-markdown": ["text/markdown/gfm-packages.ts"],
  "mdast-util-gfm": ["text/markdown/gfm-packages.ts"],
  "micromark-extension-gfm": ["text/markdown/gfm-packages.ts"],
  hastscript: ["text/html/element.ts"],
  picocolors: ["report/terminal.ts"],
};

/** Packages of which only types are imported. The types of yaml's tree stay with its reader. */
const TYPES: Readonly<Record<string, RegExp>> = {
  commander: /^command\//,
  hast: /^text\/|^products\/docs\/centre\/page\//,
  mdast: /^text\/markdown\//,
  picocolors: /^(?:report|command|explain|language-server)\//,
  "ts-morph": /^products\/typescript\/printer\/typescript\.ts$|^migrate\//,
  yaml: /^reader\/yaml\//,
};

/** The edge: only these touch the process, the console and the file system. */
const IMPURE = new Set([
  "cli.ts",
  "launch.ts",
  "report/terminal.ts",
  "output/disk.ts",
  "output/git/git.ts",
  "output/git/run-program.ts",
]);

/** Generated code carries these texts, and there a delay counts from now on. */
const CARRIED = new Set(["runtime/responses/headers.ts", "products/typescript/runtime.gen.ts"]);

const files = readdirSync(ROOT, { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => path.endsWith(".ts") && !path.endsWith(".d.ts") && !BUILD.test(path))
  .toSorted()
  .map((path) => {
    const text = readFileSync(resolve(ROOT, path), "utf8");
    return { path, file: ts.createSourceFile(path, text, ts.ScriptTarget.ESNext) };
  });
const imports = files.flatMap(({ path, file }) => importsOf(file).map((one) => ({ ...one, path })));
const inner = imports
  .filter(({ to }) => to.startsWith("."))
  .map((one) => ({ ...one, to: posix.join(dirname(one.path), one.to) }));

describe("layers", () => {
  test("each imports only what it may, types included", () => {
    const wrong = inner
      .filter(({ path, to }) => layerOf(path) !== layerOf(to) && !LAYERS[layerOf(path)]?.includes(layerOf(to)))
      .map(({ path, to, line }) => `${path}:${line} may not import ${to}`);
    expect(wrong).toEqual([]);
  });

  test("none has a right that it does not use", () => {
    const used = new Set(inner.map(({ path, to }) => `${layerOf(path)} → ${layerOf(to)}`));
    const rights = Object.entries(LAYERS).flatMap(([from, to]) => to.map((one) => `${from} → ${one}`));
    expect(rights.filter((right) => !used.has(right))).toEqual([]);
  });

  test("there is no circle between layers", () => {
    const order = Object.keys(LAYERS);
    for (const [index, name] of order.entries())
      for (const right of LAYERS[name] ?? []) expect(order.indexOf(right), `${name} → ${right}`).toBeLessThan(index);
  });

  test("there is no circle between files, types included", () => {
    const graph = new Map(
      files.map(({ path }) => [path, inner.filter((one) => one.path === path).map(({ to }) => to)]),
    );
    expect(circleOf(graph)).toEqual([]);
  });

  test("there is no circle between folders that stand beside each other", () => {
    for (const folder of new Set(files.flatMap(({ path }) => foldersOf(path)))) {
      const child = (path: string) => path.slice(folder.length).split("/").slice(0, -1)[0];
      const inside = inner.filter(({ path, to }) => path.startsWith(folder) && to.startsWith(folder));
      const graph = new Map<string, string[]>();
      for (const { path, to } of inside) {
        const [from, target] = [child(path), child(to)];
        if (from === undefined || target === undefined || from === target) continue;
        graph.set(from, [...(graph.get(from) ?? []), target]);
      }
      expect(circleOf(graph), folder).toEqual([]);
    }
  });

  test("a product imports no other product", () => {
    const productOf = (path: string) => /^products\/(\w+)\//.exec(path)?.[1];
    const wrong = inner
      .filter(({ path, to }) => productOf(path) && productOf(to) && productOf(path) !== productOf(to))
      .map(({ path, to, line }) => `${path}:${line} imports ${to}`);
    expect(wrong).toEqual([]);
  });

  test("every file belongs to one", () => {
    expect(files.map(({ path }) => path).filter((path) => LAYERS[layerOf(path)] === undefined)).toEqual([]);
  });
});

test("packages are on a closed list, and each is imported in one or two places", () => {
  const wrong = imports
    .filter(({ to }) => !to.startsWith(".") && !to.startsWith("node:"))
    .filter(({ path, to, isType }) => {
      const name = /^(?:@[^/]+\/)?[^/]+/.exec(to)?.[0] ?? to;
      return !PACKAGES[name]?.includes(path) && !(isType && TYPES[name]?.test(path));
    })
    .map(({ path, to, line }) => `${path}:${line} imports ${to}`);
  expect(wrong).toEqual([]);
});

test("only reader/yaml/ touches the library that reads YAML, and the tree that it makes", () => {
  const inside = /^reader\/yaml\//;
  const wrong = inner
    .filter(({ path, to }) => !inside.test(path) && /^reader\/yaml\/(?:library|depth)\.ts$/.test(to))
    .map(({ path, to, line }) => `${path}:${line} imports ${to}`);
  const named = files
    .filter(({ path, file }) => !inside.test(path) && /\bparseDocument\(|\bCST\b/.test(file.text))
    .map(({ path }) => path);
  expect(wrong).toEqual([]);
  expect(named).toEqual([]);
});

test("internal errors are left out where a product gets its model, and nowhere else", () => {
  const gets = [
    "evolution/pairs/comparison.ts",
    "owned/description/table-components.ts",
    "owned/pages/block-request.ts",
    "products/index.ts",
  ];
  expect(inner.filter(({ to }) => to === "model/audience.ts").map(({ path }) => path)).toEqual(gets);
});

test("only the edge touches the process, the console and the file system", () => {
  const modules = ["node:fs", "node:process", "node:child_process", "node:os", "node:fs/promises"];
  const imported = imports
    .filter(({ path, to }) => !IMPURE.has(path) && modules.includes(to))
    .map(({ path, to, line }) => `${path}:${line} imports ${to}`);
  const touched: string[] = [];
  for (const { path, file } of files.filter((one) => !IMPURE.has(one.path)))
    walk(file, (node) => {
      if (!ts.isPropertyAccessExpression(node) || !ts.isIdentifier(node.expression)) return;
      if (["process", "console"].includes(node.expression.text))
        touched.push(`${path}:${lineOf(node, file)} ${node.getText(file)}`);
    });
  expect([...imported, ...touched]).toEqual([]);
});

test("nothing depends on the locale, the time or chance", () => {
  const wrong = files
    .filter(({ path }) => !IMPURE.has(path) && !CARRIED.has(path))
    .flatMap(({ path, file }) => {
      const found = file.text.match(/localeCompare|toLocale\w+|new Date\b|Date\.now|Math\.random|Intl\./g);
      return (found ?? []).map((what) => `${path}: ${what}`);
    });
  expect(wrong).toEqual([]);
});

describe("form", () => {
  const written = files.filter(({ path }) => !path.endsWith(".gen.ts"));

  test("files are short", () => {
    const long = written.filter(({ file }) => file.text.split("\n").length > 251).map(({ path }) => path);
    expect(long).toEqual([]);
  });

  test("files open with a sentence", () => {
    const opening = (file: ts.SourceFile) => file.text.replace(/^#!.*\n/, "");
    expect(written.filter(({ file }) => !opening(file).startsWith("// ")).map(({ path }) => path)).toEqual([]);
  });

  test("no two files have one name", () => {
    const names = written.map(({ path }) => posix.basename(path)).filter((name) => name !== "index.ts");
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  test("there are no classes and no default exports", () => {
    const wrong = written.filter(({ file }) =>
      file.statements.some(
        (statement) =>
          ts.isClassDeclaration(statement) ||
          ts.isExportAssignment(statement) ||
          (ts.isExportDeclaration(statement) && /\bdefault\b/.test(statement.exportClause?.getText(file) ?? "")) ||
          (ts.canHaveModifiers(statement) &&
            statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword)),
      ),
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });
});

interface Import {
  readonly to: string;
  readonly line: number;
  readonly isType: boolean;
}

/** Imports and exports from elsewhere, and imports that are loaded when they are needed, as types or as values. */
function importsOf(file: ts.SourceFile): readonly Import[] {
  const found: Import[] = [];
  const add = (node: ts.Node, to: ts.Node | undefined, isType: boolean): void => {
    if (to !== undefined) found.push({ to: to.getText(file).slice(1, -1), line: lineOf(node, file), isType });
  };
  walk(file, (node) => {
    if (ts.isImportDeclaration(node)) add(node, node.moduleSpecifier, node.importClause?.isTypeOnly === true);
    if (ts.isExportDeclaration(node)) add(node, node.moduleSpecifier, node.isTypeOnly);
    if (ts.isImportTypeNode(node)) add(node, node.argument, true);
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node, node.arguments[0], false);
  });
  return found;
}

function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}

function lineOf(node: ts.Node, file: ts.SourceFile): number {
  return file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
}

/** The files of one circle, in its order; empty where there is none. */
function circleOf(graph: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const done = new Set<string>();
  const visit = (path: string, way: readonly string[]): readonly string[] => {
    if (way.includes(path)) return [...way.slice(way.indexOf(path)), path];
    if (done.has(path)) return [];
    for (const next of graph.get(path) ?? []) {
      const circle = visit(next, [...way, path]);
      if (circle.length > 0) return circle;
    }
    done.add(path);
    return [];
  };
  for (const path of graph.keys()) {
    const circle = visit(path, []);
    if (circle.length > 0) return circle.map((one) => relative(".", one));
  }
  return [];
}

/** Every folder that a file stands in, with a slash at its end. */
function foldersOf(path: string): readonly string[] {
  return [...path.matchAll(/\//g)].map(({ index }) => path.slice(0, index + 1));
}

function layerOf(path: string): string {
  return path.split("/")[0] ?? "";
}
