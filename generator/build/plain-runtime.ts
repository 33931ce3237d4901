// Pages of plain tables carry smaller scripts than others: each of these modules has a short one for such tables beside it, or
// none but the part that they need. A test compares them.
import { dirname, join } from "node:path";
import type { Plugin } from "esbuild";

/** For tables whose messages print texts and integers as they are, and whose bodies are JSON. */
export const plainMessages: Plugin = {
  name: "plain-messages",
  setup(build) {
    shorten(build, /\/(printf)\.ts$/);
    build.onLoad({ filter: /[\\/]decode[\\/]body-values\.ts$/ }, ({ path }) => ({
      contents: 'export { jsonValuesIn as valuesIn } from "./embedded-json.ts";',
      loader: "ts",
      resolveDir: dirname(path),
    }));
  },
};

/** For tables whose bodies hold one error with a text as its code, and whose errors have one case each. */
export const plainForm: Plugin = {
  name: "plain-form",
  setup(build) {
    shorten(build, /\/(body-form|likely-case)\.ts$/);
  },
};

/** For all pages, whose tables and texts are small. */
export const forPages: Plugin = {
  name: "for-pages",
  setup(build) {
    shorten(build, /\/(message-index|suggest)\.ts$/);
  },
};

/** The browsers of pages group by themselves, other than the oldest Node. A page has one table, which it keeps. */
export const forBrowsers: Plugin = {
  name: "for-browsers",
  setup({ onLoad }) {
    const replace = (name: string, contents: string): void =>
      onLoad({ filter: new RegExp(`[\\\\/]diagnostic[\\\\/]${name}\\.ts$`) }, () => ({ contents, loader: "ts" }));
    replace("group-by", "export const groupBy = (items, keyOf) => Map.groupBy(items, keyOf);");
    replace(
      "memoize",
      "export const memoize = (make, kept = new Map()) => (key) => kept.get(key) ?? kept.set(key, make(key)).get(key);",
    );
  },
};

function shorten({ onResolve }: Parameters<Plugin["setup"]>[0], filter: RegExp): void {
  onResolve({ filter }, ({ path, resolveDir, kind }) =>
    kind === "import-statement" ? { path: join(resolveDir, path.replace(filter, "/plain-$1.ts")) } : undefined,
  );
}
