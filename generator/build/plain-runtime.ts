// The runtime becomes a smaller one for pages whose messages print texts and integers as they are, and whose bodies are JSON.
import { readFileSync } from "node:fs";
import type { Plugin } from "esbuild";
import { Project } from "ts-morph";

/** The functions that know other directives and XML, with bodies that suffice for `%s` and `%d`. A test compares them with their originals. */
const PLAIN: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  printf: {
    print: "return String(value);",
    scanText: "return undefined;",
    scan: `if (type === "string") return directive === "%s" ? text : undefined;
      if (type === "int64") return scanInt64(text, 10);
      const value = Number(text);
      return type === "number" || Number.isSafeInteger(value) ? value : undefined;`,
    scanInt64:
      "const value = /^-?\\d{1,20}$/.test(text) ? BigInt(text) : 0n; return BigInt.asIntN(64, value) === value || BigInt.asUintN(64, value) === value ? value : undefined;",
    printedCharacters: 'return directive === "%d" ? "-0123456789" : undefined;',
    parseDirective: "return { conversion: text.slice(1), flags: '', width: 0, precision: undefined };",
    closingsOf: "return new Int32Array();",
  },
  xml: { parseBody: "return undefined;" },
};

const FILES = new RegExp(`[\\\\/]runtime[\\\\/](?:${Object.keys(PLAIN).join("|")})\\.ts$`);

export const plainRuntime: Plugin = {
  name: "plain-runtime",
  setup({ onLoad }) {
    onLoad({ filter: FILES }, ({ path }) => {
      const [, name = ""] = /(\w+)\.ts$/.exec(path) ?? [];
      const file = new Project({ useInMemoryFileSystem: true }).createSourceFile(
        "plain.ts",
        readFileSync(path, "utf8"),
      );
      for (const [called, body] of Object.entries(PLAIN[name] ?? {})) file.getFunctionOrThrow(called).setBodyText(body);
      return { contents: file.getFullText(), loader: "ts" };
    });
  },
};
