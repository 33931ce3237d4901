// Sources that use the generated code of tables become their texts with the codes of today.
import type { Diagnostic } from "../diagnostic/diagnostic.ts";
import type { SourceFile } from "../diagnostic/source.ts";
import { applyEdits } from "../diagnostic/text-edits.ts";
import { loadCompiler } from "./compiler.ts";
import { generatedCodeFinder, isGenerated, type MigratedTable, oldIdentifierOf } from "./generated-code.ts";
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
): readonly MigratedFile[] {
  const words = wordsOf(tables);
  const named = [...sources].filter(([, { text }]) => words.test(text) && !isGenerated(text));
  const programs = named.filter(([path]) => PROGRAM.test(path));
  const others = named.filter(([path]) => !PROGRAM.test(path));
  const unread = others.flatMap(([path, source]) => unreadable(path, source, words, OTHER_LANGUAGE));
  if (programs.length === 0) return unread;
  const compiler = loadCompiler();
  const cached = cachedDisk(disk);
  const context = {
    compiler,
    codeOf: generatedCodeFinder(tables, cached, compiler.ts),
    replacements: tables.flatMap(({ replacements }) => replacements),
  };
  const paths = programs.map(([path]) => path);
  const migrated = sourcePrograms(paths, cached, compiler).flatMap((source) =>
    source.files.flatMap((file): readonly MigratedFile[] => {
      const shown = sources.get(file.fileName);
      if (shown === undefined) return [];
      if (source.program.getSyntacticDiagnostics(file).length > 0)
        return unreadable(file.fileName, shown, words, BROKEN);
      const { edits, diagnostics } = migrateFile(file, shown, source, context);
      return [{ path: file.fileName, text: applyEdits(shown.text, edits), diagnostics }];
    }),
  );
  return [...migrated, ...unread];
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

function unreadable(path: string, source: SourceFile, words: RegExp, message: string): readonly MigratedFile[] {
  const start = words.exec(source.text)?.index ?? 0;
  const place = { source, span: { start, end: start + 1 } };
  const help = "Move this file by hand, or correct it and run the command again.";
  return [{ path, text: source.text, diagnostics: [migrateWarning("migrate-unreadable", place, message, help)] }];
}
