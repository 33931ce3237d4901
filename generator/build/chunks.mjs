// The modules of the build, grouped into a few files by their use: to find and open a file takes longer than to read it, and a run
// should not read code that it does not use.
import { transform } from "esbuild";

/**
 * A file holds the modules that fit its pattern and are loaded on demand, with all their imports, except the modules of files above
 * it in the list. So no file loads one below it.
 */
const FILES = [
  // Modules that serve the reading and the comparison of outputs.
  ["base", /^(?:report|output\/run|diagnostic)\/|^command\/session\/(?:session|reporting|command-line)\.ts$/],
  ["program", /^cli\.ts$/],
  [
    "read",
    /^(?:compile|index|config\/(?:targets|missing-tables)|output\/plan\/layout-difference|rules\/run|command\/\w+\/(?:lint|compile-targets))\.ts$/,
  ],
  ["start", /^output\/|^command\/\w+\/(?:generate|check|diff|maker-thread)\.ts$/],
  ["typescript", /^products\/typescript\//],
  ["changes", /^command\/\w+\/breaking\.ts$/],
  ["make", /^products\/|^text\/(?:documents|yaml|json\/json|html\/.*|markdown\/markdown)\.ts$/],
  ["editors", /^command\/\w+\/lsp\.ts$/],
  ["completion", /^command\/\w+\/complete\.ts$|^reader\/table\/codes-in\.ts$|^explain\/all-kinds\.ts$/],
  // The second thread's own code runs as soon as its file is loaded.
  ["others", /^(?!command\/session\/maker-worker\.ts$)/],
];

/** @param sources the absolute path of the folder of the sources. */
export function chunksOf(sources) {
  const isLoaded = (id, context) => {
    const { isEntry, dynamicImporters } = context.getModuleInfo(id);
    return isEntry || dynamicImporters.length > 0;
  };
  return FILES.map(([file, pattern], index) => ({
    debugName: file,
    name: (id, context) => (file === "base" || isLoaded(id, context) ? file : null),
    test: (id) => id.startsWith(sources) && pattern.test(id.slice(sources.length + 1).replaceAll("\\", "/")),
    priority: FILES.length - index,
  }));
}

/** Modules of Node that few runs use, and that take milliseconds to load. */
const LATE = /^let (node_\w+) = require\(("node:(?:crypto|os|readline|v8|worker_threads|zlib)")\);\n/gm;

/** Prints each file of the build by esbuild, which writes ASCII and keeps the names; late modules load where they are used. */
export function printedBy(options) {
  const withLate = (code) =>
    [...code.matchAll(LATE)].reduce(
      (text, [, name, id]) => text.replace(new RegExp(`\\b${name}(?=\\.)`, "g"), `(require(${id}))`),
      code.replace(LATE, ""),
    );
  return {
    name: "printed",
    renderChunk: async (code) =>
      (await transform(withLate(code.replace(/^#!.*/, "")), { ...options, charset: "ascii" })).code,
  };
}
