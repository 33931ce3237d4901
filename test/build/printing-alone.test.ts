// The parts of ts-morph that the package carries print every declaration as the whole of ts-morph does.
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import type { Model } from "../../generator/model/model.ts";
import { typescript } from "../../generator/products/typescript/index.ts";
import { type PrinterLibrary, printerOf } from "../../generator/products/typescript/printer/typescript.ts";
import { CLEAN_TABLES } from "../helpers/clean-tables.ts";
import { EVERY_PART } from "../helpers/typescript-product.ts";

const require = createRequire(import.meta.url);
const whole = printerOf(require("ts-morph") as PrinterLibrary);
const parts = printerOf(require(resolve(import.meta.dirname, "../../dist/js/printer.cjs")) as PrinterLibrary);

test.each(["ts", "js"] as const)("declarations of %s", async (language) => {
  const kinds = new Set<string>();
  for (const name of ["function-compute", "kitchen-sink", "nested", "problem", "hostile-text", "hostile-forms"]) {
    const model = CLEAN_TABLES[name] as Model;
    for (const artifact of await typescript.emit(model, { ...EVERY_PART, language })) {
      for (const statement of artifact.kind === "typescript" ? artifact.statements : []) {
        if (typeof statement === "string") continue;
        kinds.add(statement.kind);
        expect(parts(statement)).toBe(whole(statement));
      }
    }
  }
  expect([...kinds].sort()).toEqual(["alias", "function", "import", "interface", "reexport"]);
});
