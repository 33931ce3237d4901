// Pages whose messages print texts and integers as they are, and whose bodies are JSON, carry a smaller runtime than others.
import { dirname, join } from "node:path";
import type { Plugin } from "esbuild";

const RUNTIME = join(import.meta.dirname, "../runtime");

/** A test compares both runtimes. */
export const plainRuntime: Plugin = {
  name: "plain-runtime",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\/runtime\/printf\.ts$/ }, () => ({ path: join(RUNTIME, "plain-printf.ts") }));
    onLoad({ filter: /[\\/]decode[\\/]body-values\.ts$/ }, ({ path }) => ({
      contents: 'export { jsonValuesIn as valuesIn } from "./embedded-json.ts";',
      loader: "ts",
      resolveDir: dirname(path),
    }));
  },
};
