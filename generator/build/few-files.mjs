// Modules that load when a run needs them are joined into a few files, by the runs that need them, as a plugin of esbuild: to find
// and open a file takes longer than to read it, and each of them would have a file, and each set of them one for the code they share.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The first pattern that matches counts. */
const FILES = [
  ["start", /^(?:output|report|diagnostic)\/|^command\/\w+\/(?:generate|check|diff|maker-thread)\.ts$/],
  ["read", /^(?:compile|config\/(?:targets|missing-tables)|rules\/run|command\/\w+\/(?:lint|compile-targets))\.ts$/],
  ["typescript", /^products\/typescript\//],
  ["make", /^products\/|^text\/(?:documents|yaml|json\/json|html\/.*|markdown\/markdown)\.ts$/],
  ["changes", /^command\/\w+\/breaking\.ts$/],
  ["editors", /^command\/\w+\/lsp\.ts$/],
  ["completion", /^command\/\w+\/complete\.ts$|^reader\/table\/codes-in\.ts$|^explain\/all-kinds\.ts$/],
  ["others", /./],
];

/** @param sources the absolute path of the folder of the sources. */
export function fewFiles(sources) {
  const modules = new Map(FILES.map(([file]) => [file, []]));
  for (const path of lazyModules(sources)) modules.get(fileOf(path)).push(path);
  for (const [file, paths] of modules) if (paths.length === 0) throw new Error(`No module is for the file ${file}.`);
  return {
    name: "few-files",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^\./ }, ({ kind, path, resolveDir }) =>
        kind === "dynamic-import"
          ? { path: fileOf(relativePath(sources, join(resolveDir, path))), namespace: "few-files" }
          : undefined,
      );
      onLoad({ filter: /./, namespace: "few-files" }, ({ path: file }) => {
        const paths = modules.get(file);
        const names = paths.flatMap((path) => exportedNames(join(sources, path)));
        const twice = names.filter((name, index) => names.indexOf(name) < index);
        if (twice.length > 0) throw new Error(`Modules of the file ${file} both export ${twice.join(", ")}.`);
        return { contents: paths.map((path) => `export * from "./${path}";`).join("\n"), resolveDir: sources };
      });
    },
  };
}

function fileOf(path) {
  return FILES.find(([, pattern]) => pattern.test(path))[0];
}

/** The modules that others import when they need them. */
function lazyModules(sources) {
  const paths = readdirSync(sources, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".ts"));
  const found = paths.flatMap((path) =>
    [...readFileSync(join(sources, path), "utf8").matchAll(/\bawait import\("(\.[^"]+)"\)/g)].map(([, to]) =>
      relativePath(sources, join(sources, path, "..", to)),
    ),
  );
  return [...new Set(found)].sort();
}

function exportedNames(path) {
  const text = readFileSync(path, "utf8");
  return [...text.matchAll(/^export (?:async )?(?:function\*?|const|class) (\w+)/gm)].map(([, name]) => name);
}

function relativePath(sources, path) {
  return path.slice(sources.length + 1).replaceAll("\\", "/");
}
