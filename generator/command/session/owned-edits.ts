// The pages and descriptions of a configuration become edits: the texts that they should have, or why those cannot be written.

import { isInside } from "../../config/find-files.ts";
import type { ConfiguredDescription, ConfiguredPage } from "../../config/owned-entries.ts";
import type { Diagnostic } from "../../diagnostic/diagnostic.ts";
import type { OwnedEdit } from "../../output/run/owned-edit.ts";
import type { Project } from "../../output/run/project-run.ts";
import { realFolder } from "../../output/state/state.ts";
import type { OwnedSlot } from "../../output/state/target.ts";
import { textOfFile } from "../../reader/file-text.ts";
import type { Host } from "../../reader/host.ts";
import { isMergeOfWritten } from "./merged-file.ts";
import type { FileEdit, OwnedFile } from "./owned-file.ts";
import { replacementOf } from "./owned-file.ts";
import type { OpenTable } from "./table-store.ts";

/** A file of a configuration, with the key of everything but its text. */
export type KeyedEntry<Entry> = Entry & OwnedSlot & { readonly key: string };

export interface OwnedRequest {
  readonly pages: readonly KeyedEntry<ConfiguredPage>[];
  readonly descriptions: readonly KeyedEntry<ConfiguredDescription>[];
  /** These are all descriptions, so that an operation that none of them has is known to be wrong. */
  readonly isWhole: boolean;
  /** Gives up hand edits of errtable's text. */
  readonly force: boolean;
  readonly host: Host;
  readonly project: Project;
  readonly open: (tablePath: string) => OpenTable;
}

export interface OwnedEdits {
  readonly edits: readonly OwnedEdit[];
  /** Errors in the files; hand edits are none of them, but refusals of their edits. */
  readonly diagnostics: readonly Diagnostic[];
}

export async function ownedEdits(request: OwnedRequest): Promise<OwnedEdits> {
  const read = readFiles(request);
  const results = [await fillPages(read.pages, request), await fillDescriptions(read.descriptions, request)];
  return {
    edits: results.flatMap(({ edits }) => edits),
    diagnostics: [...read.diagnostics, ...results.flatMap(({ diagnostics }) => diagnostics)],
  };
}

type WithFile<Entry> = readonly [entry: KeyedEntry<Entry>, file: OwnedFile];

function readFiles(request: OwnedRequest) {
  const diagnostics: Diagnostic[] = [];
  const reading = <Entry>(entries: readonly KeyedEntry<Entry>[], placeOf: (entry: Entry) => Diagnostic["place"]) =>
    entries.flatMap((entry): readonly WithFile<Entry>[] => {
      const { path, shown } = entry;
      const bytes = request.host.read(path);
      const { value: source, diagnostics: found } = textOfFile(shown, bytes);
      const stray = source && strayLink(entry, placeOf(entry), request.project);
      diagnostics.push(...found, ...(stray ? [stray] : []));
      return source === undefined || stray || "failure" in bytes ? [] : [[entry, { path, bytes, source }]];
    });
  const pages = reading<ConfiguredPage>(request.pages, ({ place }) => place);
  return {
    pages,
    descriptions: reading<ConfiguredDescription>(request.descriptions, ({ place }) => place),
    diagnostics,
  };
}

/** Links may lead to a file, but not out of the project. */
function strayLink(
  { path, shown, root }: OwnedSlot & { readonly root?: string },
  place: Diagnostic["place"],
  { fs, root: top }: Project,
): Diagnostic | undefined {
  const real = fs.real(path);
  if (real === undefined || isInside(real, realFolder(fs, root ?? top))) return undefined;
  const message = `"${shown}" leads out of the project through a link.`;
  return { code: "config", severity: "error", message, help: "Name the file itself, in its own project.", place };
}

async function fillPages(pages: readonly WithFile<ConfiguredPage>[], request: OwnedRequest): Promise<OwnedEdits> {
  if (pages.length === 0) return NOTHING;
  const { exampleMarkers, inject } = await import("../../owned/pages/inject-page.ts");
  const { withOlder } = await import("./with-older.ts");
  const results = pages.map(async ([entry, file]): Promise<OwnedEdit> => {
    const { tables, commits } = withOlder(tablesOf(entry, request), request.project);
    const fill = (force: boolean) => inject(file.source, { tables, force });
    const { hasMarkers, ...edit } = await fill(false);
    const forced = edit.isBlocked ? await fill(true) : undefined;
    const isMerge = await isMergeOfWritten(file, forced?.text, (source) => inject(source, { tables, force: false }));
    const chosen = isMerge && forced !== undefined ? forced : edit;
    const filled = { ...toEdit(entry, file, chosen, forced, request.force), commits: commits() };
    if (hasMarkers || !entry.isNamed || edit.diagnostics.length > 0) return filled;
    const message = `The page "${entry.shown}" has no block for errtable to fill.`;
    const help = `Mark the place of the errors, on lines of their own: ${exampleMarkers(entry.path)}`;
    return {
      ...filled,
      diagnostics: [{ code: "nothing-found", severity: "warning", message, help, place: entry.place }],
    };
  });
  return join(await Promise.all(results));
}

async function fillDescriptions(
  files: readonly WithFile<ConfiguredDescription>[],
  request: OwnedRequest,
): Promise<OwnedEdits> {
  if (files.length === 0) return NOTHING;
  const { embedAll, nameTwice } = await import("./embed-all.ts");
  const jobs = files.map(([entry, file]) => {
    const tables = tablesOf(entry, request);
    return { entry, file, source: file.source, tables, mode: entry.operations };
  });
  const twice = jobs.flatMap(({ entry, tables }): readonly Diagnostic[] => {
    const problem = nameTwice(tables.map(({ model }) => model.name));
    return problem === undefined ? [] : [{ code: "config", severity: "error", ...problem, place: entry.place }];
  });
  if (twice.length > 0) return { edits: [], diagnostics: twice };
  const { embedded, unknown } = embedAll(jobs, { remove: false, force: false });
  const isBlocked = embedded.some((one) => one.isBlocked);
  const forced = isBlocked ? embedAll(jobs, { remove: false, force: true }).embedded : [];
  const chosen = jobs.map(async (job, index) => {
    const again = (source: OwnedFile["source"]) =>
      embedAll([{ ...job, source }], { remove: false, force: false }).embedded[0];
    const isMerge = await isMergeOfWritten(job.file, forced[index]?.text, again);
    return isMerge ? forced[index] : embedded[index];
  });
  const edits = (await Promise.all(chosen)).flatMap((edit, index) => {
    const job = jobs[index];
    if (edit === undefined || job === undefined) return [];
    return [toEdit(job.entry, job.file, edit, forced[index], request.force)];
  });
  // A later run that takes the descriptions from the cache takes the findings with the first of them.
  const [first, ...others] = edits;
  if (first === undefined || !request.isWhole) return join(edits);
  return join([{ ...first, diagnostics: [...first.diagnostics, ...unknown] }, ...others]);
}

const NOTHING: OwnedEdits = { edits: [], diagnostics: [] };

function tablesOf<Options>({ tables }: { readonly tables: ReadonlyMap<string, Options> }, { open }: OwnedRequest) {
  return [...tables].flatMap(([path, options]) => {
    const { table, model } = open(path);
    return table === undefined || model === undefined ? [] : [{ path, table, model, options }];
  });
}

/** `forced` is the edit that gives up hand edits, where there are any. */
function toEdit(
  slot: OwnedSlot & { readonly key: string },
  file: OwnedFile,
  edit: FileEdit,
  forced: FileEdit | undefined,
  force: boolean,
): OwnedEdit {
  const { kind, path, pattern, shown, key } = slot;
  const { bytes: before } = file;
  const notes = "notes" in edit ? edit.notes : undefined;
  const plain = { kind, path, pattern, shown, key, before, ...(notes && notes.length > 0 && { notes }) };
  const isBlocked = edit.isBlocked === true && edit.diagnostics.every(isBlocking);
  const chosen = isBlocked && forced !== undefined ? forced : edit;
  const after = chosen.text === undefined ? undefined : replacementOf(file, chosen.text).after;
  const isTaken = force && isBlocked && after !== undefined;
  if (!isBlocked || isTaken) return { ...plain, after, isForced: isTaken, diagnostics: chosen.diagnostics };
  const [first] = edit.diagnostics;
  return { ...plain, after, refusal: first?.message ?? "It was edited by hand.", diagnostics: edit.diagnostics };
}

/** Text of people stands in the place of errtable's. */
function isBlocking({ code, severity }: Diagnostic): boolean {
  return severity !== "error" || code === "embed-edited" || code === "embed-name-taken" || code === "inject-edited";
}

function join(edits: readonly OwnedEdit[]): OwnedEdits {
  const wrong = edits.filter(({ refusal }) => refusal === undefined);
  return { edits, diagnostics: wrong.flatMap(({ diagnostics }) => diagnostics) };
}
