// Sources that use the generated code of tables become their texts with the codes of today.
import type { Diagnostic } from "../diagnostic/diagnostic.ts";
import type { SourceFile } from "../diagnostic/source.ts";
import { applyEdits } from "../diagnostic/text-edits.ts";
import { type LoadedCompiler, loadCompiler } from "./compiler.ts";
import { generatedCodeFinder, isGenerated, type MigratedTable, oldIdentifierOf, oldNamesOf } from "./generated-code.ts";
import { migrateFile } from "./migrate-file.ts";
import { migrateWarning } from "./migrate-kinds.ts";
import { cachedDisk, type SourceDisk } from "./source-disk.ts";
import { sourcePrograms } from "./source-programs.ts";

export interface MigratedFile {
  readonly path: string;
  /** May be the old text. */
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** `sources` are files by their absolute paths with forward slashes. Nothing in them is run. */
export function migrateSources(
  sources: ReadonlyMap<string, SourceFile>,
  tables: readonly MigratedTable[],
  disk: SourceDisk,
  load = loadCompiler,
): readonly MigratedFile[] {
  const words = wordsOf(tables);
  const named = [...sources].filter(([, { text }]) => words.test(text) && !isGenerated(text));
  const programs = named.filter(([path]) => PROGRAM.test(path));
  const others = named.filter(([path]) => !PROGRAM.test(path));
  const unread = others.map(([path, source]) => {
    return { path, text: source.text, diagnostics: [unreadable(source, words, OTHER_LANGUAGE)] };
  });
  if (programs.length === 0) return unread;
  return [...migratePrograms(new Map(programs), tables, disk, words, load()), ...unread];
}

/** Once a type has its new name, the places that it explains can be decided. */
const MOST_PASSES = 4;

function migratePrograms(
  programs: ReadonlyMap<string, SourceFile>,
  tables: readonly MigratedTable[],
  disk: SourceDisk,
  words: RegExp,
  compiler: LoadedCompiler,
): readonly MigratedFile[] {
  const sources = new Map(programs);
  const cached = cachedDisk(disk);
  const edited: SourceDisk = { ...cached, read: (path) => sources.get(path)?.text ?? cached.read(path) };
  const context = {
    compiler,
    codeOf: generatedCodeFinder(tables, cached, compiler.ts),
    replacements: tables.flatMap(({ replacements }) => replacements),
    oldNames: new Map(tables.flatMap((table) => [...oldNamesOf(table)])),
  };
  const open = new Map<string, readonly Diagnostic[]>();
  const remarks = new Map<string, Diagnostic[]>();
  let paths: readonly string[] = [...sources.keys()];
  for (let pass = 0; pass < MOST_PASSES && paths.length > 0; pass += 1) {
    const changed: string[] = [];
    for (const source of sourcePrograms(paths, edited, compiler)) {
      for (const file of source.files) {
        const path = file.fileName;
        const shown = sources.get(path);
        if (shown === undefined) continue;
        if (source.program.getSyntacticDiagnostics(file).length > 0) {
          open.set(path, [unreadable(shown, words, BROKEN)]);
          continue;
        }
        const found = migrateFile(file, shown, source, context);
        open.set(path, found.diagnostics);
        remarks.set(path, [...(remarks.get(path) ?? []), ...found.remarks]);
        if (found.edits.length === 0) continue;
        changed.push(path);
        sources.set(path, { ...shown, text: applyEdits(shown.text, found.edits) });
      }
    }
    paths = changed;
  }
  return Array.from(sources, ([path, { text }]) => {
    return { path, text, diagnostics: [...(remarks.get(path) ?? []), ...(open.get(path) ?? [])] };
  });
}

export const SOURCE = /\.(?:[cm]?[jt]sx?|vue|svelte|astro|mdx)$/;
const PROGRAM = /\.[cm]?[jt]sx?$/;

const OTHER_LANGUAGE =
  "migrate reads TypeScript and JavaScript, and this file is of another kind that mentions an old code.";
const BROKEN = "The file mentions an old code, and has errors of syntax.";

/**
 * Names of generated code have the name of the code in them, so that files without these words have none. The name of a retired
 * integer stands in no table any more: then any file that imports something may have it.
 */
function wordsOf(tables: readonly MigratedTable[]): RegExp {
  const words = tables.flatMap(({ model, replacements }) =>
    replacements.flatMap((one) => {
      const identifier = oldIdentifierOf(one, model);
      const isUnknown = one.oldError === undefined && typeof one.wireFrom === "number";
      return [escaped(String(one.wireFrom)), escaped(identifier), ...(isUnknown ? ["\\bimport\\b|\\brequire\\b"] : [])];
    }),
  );
  return new RegExp(words.length === 0 ? "(?!)" : words.filter((word) => word !== "").join("|"));
}

function escaped(word: string): string {
  return word.replace(/Error$/, "").replaceAll(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}

function unreadable(source: SourceFile, words: RegExp, message: string): Diagnostic {
  const start = words.exec(source.text)?.index ?? 0;
  const place = { source, span: { start, end: start + 1 } };
  return migrateWarning(
    "migrate-unreadable",
    place,
    message,
    "Move this file by hand, or correct it and run the command again.",
  );
}
