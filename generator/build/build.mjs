// Builds dist/ from generator/: tsc checks the sources and makes the declarations, the modules are joined into a few files,
// because a command that opens a hundred files spends most of its time opening files. A program that reads dist/ meanwhile, as npm pack
// and the tests do, finds a whole build: the earlier one, until the new one is there.
import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { join, relative } from "node:path";
import { build } from "esbuild";
import { rolldown } from "rolldown";
import { chunksOf, printedBy } from "./chunks.mjs";
import { install } from "./install.mjs";
import { printingAlone } from "./printing-alone.mjs";
import { readingAlone } from "./reading-alone.mjs";

const root = join(import.meta.dirname, "../..");
const modules = join(root, "node_modules");
const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

/** Less text is read faster; names stay as they are, so that a report of a bug can be read. */
const READ_FAST = { minifyWhitespace: true, minifySyntax: true, logLevel: "warning" };

const NODE = "node20.19";

// The library of the language server is among the packages of this folder.
install(["generator/build"]);
const started = new Date();
const scratch = mkdtempSync(join(root, ".dist-"));
process.on("exit", () => rmSync(scratch, { recursive: true, force: true }));
const made = join(scratch, "new");
run("typescript/bin/tsc", ["-p", "generator/build/tsconfig.build.json", "--outDir", join(made, "types")]);
cpSync(join(root, "generator/reader/validators.gen.d.ts"), join(made, "types/reader/validators.gen.d.ts"));
// Packages that are no dependencies are joined in. Files of CommonJS load in half the time of ES modules, and V8 takes compiled code
// for them alone: see launch.ts, which loads them.
const bundle = await rolldown({
  cwd: root,
  input: {
    program: "generator/cli.ts",
    index: "generator/index.ts",
    "maker-worker": "generator/command/session/maker-worker.ts",
  },
  platform: "node",
  external: Object.keys(manifest.dependencies),
  // Commander would start programs for subcommands that are programs themselves; none is, and the module takes time to load.
  resolve: { alias: { "node:child_process": "node:events" } },
  plugins: [withoutMarkdown(), printedBy({ target: NODE, ...READ_FAST })],
  checks: { ineffectiveDynamicImport: false },
});
const { output } = await bundle.write({
  dir: join(made, "js"),
  format: "cjs",
  entryFileNames: "[name].js",
  chunkFileNames: "[name].js",
  minify: false,
  codeSplitting: { groups: chunksOf(join(root, "generator")) },
});
writeFileSync(join(made, "js/package.json"), '{ "type": "commonjs" }\n');
const names = Object.keys(createRequire(import.meta.url)(join(made, "js/index.js"))).sort();
writeFileSync(
  join(made, "js/index.mjs"),
  `import api from "./index.js";\nexport const { ${names.join(", ")} } = api;\n`,
);
await build({
  absWorkingDir: root,
  entryPoints: { cli: "generator/launch.ts" },
  outdir: join(made, "js"),
  format: "cjs",
  platform: "node",
  target: NODE,
  ...READ_FAST,
});
// Libraries that only some runs need, each as one file for `require`: see reader/yaml/library.ts, text/markdown/gfm-library.ts,
// products/typescript/printer/typescript.ts, config/glob-library.ts, output/watch/watcher.ts, command/verbs/lsp.ts and migrate/compiler.ts. yaml's
// build for browsers is the same code as ES modules.
const libraries = await Promise.all([
  buildLibrary("yaml", 'export * from "./node_modules/yaml/browser/dist/index.js";'),
  buildLibrary(
    "markdown",
    `export { fromMarkdown } from "mdast-util-from-markdown";
    export { gfmFromMarkdown } from "mdast-util-gfm";
    export { gfm } from "micromark-extension-gfm";`,
  ),
  buildLibrary("glob", 'module.exports = require("picomatch/posix");'),
  buildLibrary("language-server", 'export { createConnection, ResponseError } from "vscode-languageserver/node";', [], {
    resolveDir: import.meta.dirname,
  }),
  buildLibrary("watch", 'export { watch } from "chokidar";'),
  buildLibrary("printer", 'export { printStructure, StructureKind } from "ts-morph";', [printingAlone]),
  // Its names are its largest part.
  buildLibrary("compiler", 'module.exports = require("compiler-alone");', [readingAlone], { minifyIdentifiers: true }),
]);
const modulePaths = output.flatMap(({ moduleIds = [] }) =>
  moduleIds.map((id) => relative(root, id).replaceAll("\\", "/")),
);
const inputs = [...modulePaths, ...libraries.flatMap(({ inputs }) => Object.keys(inputs))];
const joined = inputs.map((path) => /^(?:generator\/build\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0]);
// @ts-morph/common holds a copy of TypeScript.
const packages = [...new Set([...joined.filter((folder) => folder !== undefined), "node_modules/typescript"])].sort();
const notices = join(made, "THIRD-PARTY-NOTICES.txt");
writeFileSync(notices, packages.map(notice).join("\n\n"));
// Sources that changed during the build are newer than it.
utimesSync(notices, started, started);
if (existsSync(join(root, "dist"))) renameSync(join(root, "dist"), join(scratch, "old"));
renameSync(made, join(root, "dist"));

async function buildLibrary(name, contents, plugins = [], { resolveDir = root, ...options } = {}) {
  const { metafile } = await build({
    absWorkingDir: root,
    metafile: true,
    stdin: { contents, resolveDir },
    outfile: join(made, `js/${name}.cjs`),
    bundle: true,
    format: "cjs",
    platform: "node",
    target: NODE,
    plugins,
    ...READ_FAST,
    ...options,
  });
  return metafile;
}

/** The packages for Markdown are in a file of their own, below; only checkouts import them. */
function withoutMarkdown() {
  const filter = { id: /\bgfm-packages\.ts$/ };
  return { name: "without-markdown", load: { filter, handler: () => "export const packages = undefined;" } };
}

function run(script, args) {
  const { status } = spawnSync(process.execPath, [join(modules, script), ...args], { cwd: root, stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}

function notice(path) {
  const folder = join(root, path);
  const { name, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((candidate) => /^licen[cs]e(\.\w+)?$/i.test(candidate));
  return `${name} (${license})\n\n${readFileSync(join(folder, file), "utf8").trim()}\n`;
}
