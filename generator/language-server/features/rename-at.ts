// A new name for the code or the case at a place becomes the edits that `errtable rename` makes, or the reason why not.
import { sep } from "node:path";
import type { Diagnostic } from "../../diagnostic/diagnostic.ts";
import type { NamedError } from "../../reader/table/answered-errors.ts";
import { loadTable } from "../../reader/table/load.ts";
import { closureOf } from "../../refactor/closure.ts";
import { newFindings } from "../../refactor/new-findings.ts";
import { renameCode } from "../../refactor/rename-code.ts";
import { workspaceEdit } from "../files/document-edits.ts";
import { type FileView, pathOfPlace } from "../files/file-view.ts";
import { scratchWorkspace, tryText } from "../files/scratch.ts";
import { uriOfPath } from "../protocol/file-uris.ts";
import type { LspRange, LspWorkspaceEdit } from "../protocol/lsp-types.ts";
import { toRange } from "../protocol/text-positions.ts";
import { type Subject, subjectAt } from "../subject/subject.ts";

export interface RenameOptions {
  readonly withVersions: boolean;
  /** Whether the old code goes to "retired", as it does by default. */
  readonly retire: boolean;
}

/** Undefined where nothing can be renamed. */
export function renamableAt(
  view: FileView,
  offset: number,
): { readonly range: LspRange; readonly placeholder: string } | undefined {
  const subject = codeAt(view, offset);
  if (subject === undefined) return undefined;
  return { range: toRange(view.file, subject.span), placeholder: subject.case ?? subject.code };
}

export function renameAt(
  view: FileView,
  offset: number,
  newName: string,
  { withVersions, retire }: RenameOptions,
): LspWorkspaceEdit | { readonly refused: string } {
  const subject = codeAt(view, offset);
  if (subject === undefined) return { refused: "Only codes and their cases can be renamed." };
  const { workspace, analysis, project } = view;
  const from: NamedError =
    subject.case === undefined ? { code: subject.code } : { code: subject.code, case: subject.case };
  // The new name of a case may repeat the code.
  const prefix = from.case === undefined ? "" : `${from.code}.`;
  const to = prefix !== "" && newName.startsWith(prefix) ? newName.slice(prefix.length) : newName;
  const tables = (project?.tables ?? []).flatMap(
    ({ path }) => loadTable(path, workspace.host, analysis.files).value ?? [],
  );
  const path = view.file.path.split(sep).join("/");
  const near = tables.filter((table) => closureOf(table).tables.some(({ document }) => document.source.path === path));
  const owner = [...near, ...tables]
    .map((table) => closureOf(table).errors.get(from.code)?.document.source.path)
    .find((one) => one !== undefined);
  const { value, diagnostics } = renameCode(tables, { from, to, owner, retire });
  if (value === undefined) return { refused: wordsOf(diagnostics) };
  const files = value.files.map(({ source, edits, text }) => ({
    path: pathOfPlace({ source }),
    text: source.text,
    edits,
    after: text,
  }));
  const foreign = files.find((file) => isForeign(file.path, view));
  if (foreign !== undefined)
    return { refused: `"${foreign.path}" names the code too, and is outside of the workspace, so nothing is changed.` };
  const scratch = scratchWorkspace(workspace);
  for (const file of files) tryText(scratch, file.path, uriOfPath(file.path), file.after);
  const before = [...analysis.diagnostics.values()].flat();
  const after = [...scratch.analyze().diagnostics.values()].flat();
  const wrong = newFindings(before, after, [from.case ?? from.code, to]).filter(({ severity }) => severity === "error");
  if (wrong.length > 0) return { refused: wordsOf(wrong) };
  return workspaceEdit(files, workspace, withVersions);
}

function codeAt(view: FileView, offset: number): (Subject & { readonly kind: "code" }) | undefined {
  const subject = subjectAt(view, offset);
  if (subject?.kind !== "code") return undefined;
  return view.tables.some(({ errors }) => errors.has(subject.code)) ? subject : undefined;
}

function wordsOf(diagnostics: readonly Diagnostic[]): string {
  return diagnostics
    .slice(0, 3)
    .map(({ message, help }) => (help === undefined ? message : `${message} ${help}`))
    .join("\n");
}

/** Packages belong to others, and so do folders that the editor has not opened. */
function isForeign(path: string, { workspace: { folders } }: FileView): boolean {
  if (path.split(sep).includes("node_modules")) return true;
  return folders.length > 0 && !folders.some((folder) => path.startsWith(folder.endsWith(sep) ? folder : folder + sep));
}
