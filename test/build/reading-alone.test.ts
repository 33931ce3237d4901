// The parts of the compiler that the package carries see the same in programs as the whole compiler does.
import { createRequire } from "node:module";
import { posix, resolve } from "node:path";
import { expect, test } from "vitest";
import {
  type CompilerPackage,
  compilerOf,
  type LoadedCompiler,
  loadCompiler,
} from "../../generator/migrate/compiler.ts";
import { migrateSources } from "../../generator/migrate/migrate-sources.ts";
import { replacementsOf } from "../../generator/migrate/replacements.ts";
import type { SourceDisk } from "../../generator/migrate/source-disk.ts";
import { sourcePrograms } from "../../generator/migrate/source-programs.ts";
import { modelOfText } from "../helpers/model-fixtures.ts";
import { productOf } from "../helpers/typescript-product.ts";

const DIST = resolve(import.meta.dirname, "../../dist/js/compiler.cjs");
const parts = compilerOf(createRequire(import.meta.url)(DIST) as CompilerPackage);

const MODEL = modelOfText(
  'errtable: 1\nname: Shop\nerrors:\n  New: { status: 404, message: "no %s", params: { id: {} } }\nretired: { Old: { replacedBy: New } }\n',
);
const SOURCE = `import { isOldError, isShopError, matchShopError, type ShopErrorCode } from "./index.js";
import * as shop from "./index.js";
export const texts: Record<ShopErrorCode, string> = { Old: "old" };
export async function a(value: unknown): Promise<string | undefined> {
  if (isOldError(value)) return value.message;
  for (const one of [value].filter((each) => isShopError(each, "Old"))) if (shop.isOldError(one)) return one.code;
  const found = await import("./index.js").then((all) => all.readShopError(value));
  if (found?.code === "Old") return [...new Set([found.code, "Old"])].join();
  return found && matchShopError(found, { Old: ({ message }) => message, otherwise: () => \`\${1 satisfies number}\` });
}
const wrong: number = texts.New;
`;

test("findings and migrations", async () => {
  const product = await productOf(MODEL, { parts: ["codes", "guards"], importExtension: ".js" });
  const files = new Map([...product].map(([path, text]) => [`/project/${path}`, text]));
  files
    .set("/project/program.ts", SOURCE)
    .set("/project/tsconfig.json", '{ "compilerOptions": { "strict": true, "module": "nodenext" } }');
  const disk: SourceDisk = {
    read: (path) => files.get(path),
    kind: (path) => (files.has(path) ? "file" : path === "/project" || path === "/" ? "folder" : undefined),
    list: () => [...files.keys()].map((path) => posix.basename(path)),
    real: (path) => path,
  };
  const paths = [...files.keys()].filter((path) => path.endsWith(".ts"));
  const seenBy = (compiler: LoadedCompiler) => {
    const checked = sourcePrograms(paths, disk, compiler).flatMap(({ program }) =>
      program.getSemanticDiagnostics().map(({ code, start, messageText }) => [code, start, messageText]),
    );
    const sources = new Map([["/project/program.ts", { path: "program.ts", text: SOURCE }]]);
    const table = { model: MODEL, replacements: replacementsOf(MODEL, { only: [], renames: [] }) };
    return { checked, migrated: migrateSources(sources, [table], disk, () => compiler) };
  };
  const seen = seenBy(parts);
  expect(seen).toEqual(seenBy(loadCompiler()));
  expect(seen.checked.length).toBeGreaterThan(0);
  expect(seen.migrated[0]?.text).toBe(SOURCE.replaceAll("Old", "New").replace('"New"])].join', '"Old"])].join'));
});
