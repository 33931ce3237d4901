// The compiler of TypeScript without the half that writes, as a plugin of esbuild: migrate reads programs with it, and checks their
// types by the declarations of the language alone.
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { reachableCode } from "./reachable-code.mjs";

const require = createRequire(import.meta.url);
const common = createRequire(require.resolve("ts-morph")).resolve("@ts-morph/common");
const compiler = createRequire(common).resolve("./typescript.js");
const sources = join(import.meta.dirname, "../migrate");

/** The compiler calls one with the other as it loads: from then on nodes have methods, such as getText. */
const NODES = ["setObjectAllocator", "getServicesObjectAllocator"];

export const readingAlone = {
  name: "reading-alone",
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^compiler-alone$/ }, () => ({ path: "compiler-alone", namespace: "reading-alone" }));
    onLoad({ filter: /./, namespace: "reading-alone" }, () => {
      const names = namesUsed();
      const { code } = reachableCode(compiler, [...names, ...NODES], { withMembers: true });
      const [setNodes, makeNodes] = NODES;
      const exported = [
        `exports.ts = { ${names} };`,
        `exports.getLibFiles = () => ${JSON.stringify(languageFiles())};`,
      ];
      return { contents: [code, `${setNodes}(${makeNodes}());`, ...exported].join("\n"), loader: "js" };
    });
  },
};

/** The members of the compiler that the sources of migrate name. */
function namesUsed() {
  const texts = readdirSync(sources).map((name) => readFileSync(join(sources, name), "utf8"));
  const names = texts.flatMap((text) => Array.from(text.matchAll(/(?<![.\w])ts\.([a-zA-Z]\w*)/g), ([, name]) => name));
  return [...new Set(names)].sort();
}

/** The declarations of the language, without those of browsers. */
function languageFiles() {
  const files = new Map(
    require(common)
      .getLibFiles()
      .map((file) => [file.fileName, file.text]),
  );
  const kept = new Set(["lib.es2023.d.ts"]);
  // The loop also visits the names that are added while it runs.
  for (const name of kept) {
    for (const [, library] of (files.get(name) ?? "").matchAll(/^\/\/\/ <reference lib="([^"]+)"/gm))
      kept.add(`lib.${library}.d.ts`);
  }
  return [...kept].map((fileName) => ({ fileName, text: withoutComments(files.get(fileName) ?? "") }));
}

/** The references to other files are comments, too. */
function withoutComments(text) {
  return text.replaceAll(/^[ \t]*\/\*[\s\S]*?\*\/[ \t]*\n/gm, "").replaceAll(/^[ \t]+/gm, "");
}
