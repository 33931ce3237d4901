// Paths become tables and translations; each file is read, parsed and validated once, even if several tables need it.
import { basename, dirname, resolve } from "node:path";
import type { Checked } from "../../diagnostic/diagnostic.ts";
import { groupBy } from "../../diagnostic/group-by.ts";
import { memoizeByKey } from "../../diagnostic/memoize.ts";
import type { Place } from "../../diagnostic/source.ts";
import type { Path } from "../../text/json/pointer.ts";
import { type Broken, withBroken } from "../broken.ts";
import { sourceOf, textOfFile } from "../file-text.ts";
import type { Host, ReadFailure } from "../host.ts";
import { adviseIntegers } from "../integer-codes.ts";
import { newerVersion } from "../language-version.ts";
import type { Table, Translation } from "../spec.gen.ts";
import { rememberValid, type ValidRows, validateParts } from "../validate.ts";
import { validateLanguage } from "../validators.gen.js";
import { readYamlParts, type SpecDocument } from "../yaml/document.ts";
import type { PieceMemory } from "../yaml/pieces.ts";

export type SpecFile = TableFile | TranslationFile;

export type TableFile = FileOf<"table", Table>;
export type TranslationFile = FileOf<"translation", Translation>;

interface FileOf<Kind, Data> {
  readonly kind: Kind;
  readonly document: SpecDocument;
  readonly data: Data;
  readonly broken: Broken;
}

export interface ReadSpec extends Checked<SpecFile> {
  /** Where the file is YAML, valid or not. */
  readonly document?: SpecDocument;
  readonly isMissing?: true;
}

export interface SpecFiles {
  readonly host: Host;
  read(path: string): ReadSpec;
  /** The paths beside a table that are named like translations of it, in order; or why the folder cannot be listed. */
  namedFor(path: string): readonly string[] | ReadFailure;
}

/** A name such as "my.zh-CN.errors.yaml": the table's own name, a locale, the ending. */
export const TRANSLATION_NAME = /^(.+)\.([A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*)\.errors\.ya?ml$/;
export const TABLE_NAME = /^(.+)\.errors\.ya?ml$/;

/** The files that a process has read before, by path; a file counts as long as it has the same bytes. */
export type ReadMemory = Map<string, { readonly bytes: Uint8Array; readonly spec: ReadSpec }>;

export function specFiles(host: Host, memory: ReadMemory = new Map()): SpecFiles {
  return specFilesBy(
    host,
    memoizeByKey((path: string) => rememberSpec(path, host, memory)),
  );
}

/** Each file is read with the document of a file that is mostly the same, where there is one; the result is the same without it. */
export function specFilesLike(host: Host, like: (path: string) => SpecDocument | undefined): SpecFiles {
  const read = (path: string): ReadSpec => {
    const other = like(path);
    return readSpec(path, host, undefined, other && memoryOf(other));
  };
  return specFilesBy(host, memoizeByKey(read));
}

/** Of a document without findings. */
function memoryOf(document: SpecDocument): SpecMemory | undefined {
  const pieces = document.pieces();
  if (pieces === undefined) return undefined;
  const memory = { ...newSpecMemory(), pieces };
  rememberValid(document.data, memory.rows);
  return memory;
}

/** The files as something else reads them. */
export function specFilesBy(host: Host, read: (path: string) => ReadSpec): SpecFiles {
  const listed = memoizeByKey((folder: string) => listTranslations(folder, host));
  return {
    host,
    read,
    namedFor(path) {
      const names = listed(dirname(path));
      if ("failure" in names) return names;
      return names.get(TABLE_NAME.exec(basename(path))?.[1] ?? "") ?? [];
    },
  };
}

/** By the name of the table, so that a folder of many tables is searched once. */
function listTranslations(folder: string, host: Host): ReadonlyMap<string | undefined, string[]> | ReadFailure {
  const names = host.list(folder);
  if ("failure" in names) return names;
  const paths = names.toSorted().map((name) => resolve(folder, name));
  return groupBy(paths, (path) => TRANSLATION_NAME.exec(basename(path))?.[1]);
}

function rememberSpec(path: string, host: Host, memory: ReadMemory): ReadSpec {
  const read = host.read(path);
  if ("failure" in read) return readSpec(path, host, read);
  const before = memory.get(path);
  if (before !== undefined && Buffer.compare(before.bytes, read) === 0) return before.spec;
  const { document, diagnostics } = before?.spec ?? {};
  const spec = readSpec(path, host, read, document && diagnostics?.length === 0 ? memoryOf(document) : undefined);
  memory.set(path, { bytes: read, spec });
  return spec;
}

/** The reading of the last text of a file. */
export interface SpecMemory {
  readonly pieces: PieceMemory;
  readonly rows: ValidRows;
}

export function newSpecMemory(): SpecMemory {
  return { pieces: {}, rows: { table: new WeakSet(), translation: new WeakSet() } };
}

/** Reads one file anew; with a memory, only the pieces of it that have changed. */
export function readSpec(path: string, host: Host, read?: Uint8Array | ReadFailure, memory?: SpecMemory): ReadSpec {
  const source = read === undefined ? sourceOf(path, host) : textOfFile(host.show(path), read);
  if (source.value === undefined) {
    const failed = read ?? host.read(path);
    const isMissing = "failure" in failed && failed.failure === "missing";
    return { value: undefined, diagnostics: source.diagnostics, ...(isMissing && { isMissing }) };
  }
  const { value: document, diagnostics: syntax, broken: paths } = readYamlParts(source.value, memory?.pieces);
  if (document === undefined) return { value: undefined, diagnostics: syntax };
  const newer = newerVersion(document);
  if (newer !== undefined) return { value: undefined, diagnostics: [newer], document };
  const validated = validateParts<Table & Translation>(document, validateLanguage, paths, memory?.rows);
  const { value: data } = validated;
  const diagnostics = [...adviseIntegers(document, syntax), ...validated.diagnostics];
  if (data === undefined) return { value: undefined, diagnostics, document };
  const kind = kindOf(document) === "translation" ? "translation" : "table";
  // A row with an error of syntax may hold others.
  const isCut = syntax.some(({ code }) => code === "yaml-syntax");
  const broken = isCut ? withBroken(validated.broken, "errors") : validated.broken;
  return { value: { kind, document, data, broken }, diagnostics, document };
}

/** The kind of a file, valid or not: only tables have a name, and only translations have "translates". */
export function kindOf({ data }: SpecDocument): SpecFile["kind"] | undefined {
  if (typeof data !== "object" || data === null) return undefined;
  if ("translates" in data) return "translation";
  return "name" in data ? "table" : undefined;
}

export function placeOf(document: SpecDocument, path: Path): Place {
  return { source: document.source, span: document.valueSpan(path) };
}
