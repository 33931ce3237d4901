// ts-morph without the compiler behind it, as a plugin of esbuild: the compiler takes longer to load than everything else in a
// run, and all that printing needs of it is its scanner, which finds where a comma goes in a list.
import { createRequire } from "node:module";
import { reachableCode } from "./reachable-code.mjs";

const tsMorph = createRequire(import.meta.url).resolve("ts-morph");
const common = createRequire(tsMorph).resolve("@ts-morph/common");
const compiler = createRequire(common).resolve("./typescript.js");
const SCANNER = ["createScanner", "SyntaxKind", "ScriptTarget"];

export const printingAlone = {
  name: "printing-alone",
  setup({ onLoad, onResolve }) {
    const printer = reachableCode(tsMorph, ["exports.printStructure", "exports.StructureKind"]);
    const used = [...printer.mentions].filter((name) => name.startsWith("common."));
    const codes = new Map([
      [tsMorph, printer.code],
      [
        common,
        reachableCode(
          common,
          used.map((name) => name.replace("common", "exports")),
        ).code,
      ],
      [compiler, `${reachableCode(compiler, SCANNER).code}\nmodule.exports = { ${SCANNER} };`],
    ]);
    onLoad({ filter: /[\\/](?:ts-morph|typescript)/ }, ({ path }) => {
      const contents = codes.get(path);
      return contents === undefined ? undefined : { contents, loader: "js" };
    });
    // Only messages about nodes of a tree would use these, and structures have no nodes.
    onResolve({ filter: /^(?:minimatch|tinyglobby|path-browserify)$/ }, ({ path, importer }) =>
      importer === common ? { path, namespace: "unused" } : undefined,
    );
    onLoad({ filter: /./, namespace: "unused" }, () => ({ contents: "" }));
  },
};
