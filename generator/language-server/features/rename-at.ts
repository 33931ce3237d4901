// A new name for the code, the case, the group, the tag or the param at a place becomes edits of all files, or the reason why not.
import { sep } from "node:path";
import type { Checked, Diagnostic } from "../../diagnostic/diagnostic.ts";
import { releaseOfEnd } from "../../model/version.ts";
import type { NamedError } from "../../reader/table/answered-errors.ts";
import { loadTable } from "../../reader/table/load.ts";
import type { LoadedTable } from "../../reader/table/resolve.ts";
import { closureOf } from "../../refactor/closure.ts";
import type { ChangedFile } from "../../refactor/document-changes.ts";
import { newFindings } from "../../refactor/new-findings.ts";
import { renameCode } from "../../refactor/rename-code.ts";
import { renameMember } from "../../refactor/rename-member.ts";
import { renameParam } from "../../refactor/rename-param.ts";
import { PARAM_NAME } from "../../template/named-arguments.ts";
import { workspaceEdit } from "../files/document-edits.ts";
import { type FileView, pathOfPlace } from "../files/file-view.ts";
import { scratchWorkspace, tryText } from "../files/scratch.ts";
import { uriOfPath } from "../protocol/file-uris.ts";
import type { LspRange, LspWorkspaceEdit } from "../protocol/lsp-types.ts";
import { toRange } from "../protocol/text-positions.ts";
import { type ParamSubject, paramAt } from "../subject/param-at.ts";
import { type MemberName, type Subject, subjectAt } from "../subject/subject.ts";
import { allUses } from "./definition.ts";

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
  const subject = renamable(view, offset);
  return subject && { range: toRange(view.file, subject.span), placeholder: writtenName(subject) };
}

export function renameAt(
  view: FileView,
  offset: number,
  newName: string,
  { withVersions, retire }: RenameOptions,
): LspWorkspaceEdit | { readonly refused: string } {
  const subject = renamable(view, offset);
  if (subject === undefined) return { refused: "Only codes, their cases and params, groups and tags can be renamed." };
  if (subject.kind === "param" && !PARAM_NAME.test(newName))
    return { refused: "A param name is an identifier of at most 64 letters, digits and _." };
  const { workspace, analysis, project } = view;
  // The new name of a case may repeat the code.
  const prefix = subject.kind === "code" && subject.case !== undefined ? `${subject.code}.` : "";
  const to = prefix !== "" && newName.startsWith(prefix) ? newName.slice(prefix.length) : newName;
  const tables = (project?.tables ?? []).flatMap(
    ({ path }) => loadTable(path, workspace.host, analysis.files).value ?? [],
  );
  const file = view.file.path.split(sep).join("/");
  const { value, diagnostics } =
    subject.kind === "code"
      ? renamedCode(tables, subject, { to, file, retire })
      : subject.kind === "param"
        ? renameParam(tables, { code: subject.code, from: subject.name, to, file })
        : renameMember(tables, { kind: subject.kind, from: subject.name, to, file });
  if (value === undefined) return { refused: wordsOf(diagnostics) };
  if (value.length === 0) return { refused: `No place names "${writtenName(subject)}" in words.` };
  const files = value.map(({ source, edits, text }) => ({
    path: pathOfPlace({ source }),
    text: source.text,
    edits,
    after: text,
  }));
  const foreign = files.find((file) => isForeign(file.path, view));
  if (foreign !== undefined)
    return { refused: `"${foreign.path}" has the name too, and is outside of the workspace, so nothing is changed.` };
  const scratch = scratchWorkspace(workspace);
  for (const file of files) tryText(scratch, file.path, uriOfPath(file.path), file.after);
  const before = [...analysis.diagnostics.values()].flat();
  const after = [...scratch.analyze().diagnostics.values()].flat();
  const wrong = newFindings(before, after, [writtenName(subject), to]).filter(({ severity }) => severity === "error");
  if (wrong.length > 0) return { refused: wordsOf(wrong) };
  return workspaceEdit(files, workspace, withVersions);
}

type Renamable = (Subject & (({ readonly kind: "code" } & NamedError) | MemberName)) | ParamSubject;

function renamable(view: FileView, offset: number): Renamable | undefined {
  const subject = subjectAt(view, offset);
  switch (subject?.kind) {
    case "code":
      return view.tables.some(({ errors }) => errors.has(subject.code)) ? subject : undefined;
    case "group":
    case "tag":
      return allUses(subject, view).some(({ role }) => role === "definition") ? subject : undefined;
    case "param":
    case "message":
      return paramAt(view, offset);
    default:
      return undefined;
  }
}

function writtenName(subject: Renamable): string {
  return subject.kind === "code" ? (subject.case ?? subject.code) : subject.name;
}

/** No repository is asked for tags: the version of a table counts as released, unless it is a pre-release. */
function endsWith(version: string, wasAnnounced: boolean): string {
  return releaseOfEnd(version, { wasAnnounced, isReleased: true });
}

/** Where several tables have the code, that of the table which the file belongs to. */
function renamedCode(
  tables: readonly LoadedTable[],
  { code, case: ofCase }: NamedError,
  { file, to, retire }: { readonly file: string; readonly to: string; readonly retire: boolean },
): Checked<readonly ChangedFile[]> {
  const near = tables.filter((table) => closureOf(table).tables.some(({ document }) => document.source.path === file));
  const owner = [...near, ...tables]
    .map((table) => closureOf(table).errors.get(code)?.document.source.path)
    .find((one) => one !== undefined);
  const from: NamedError = ofCase === undefined ? { code } : { code, case: ofCase };
  const { value, diagnostics } = renameCode(tables, { from, to, owner, retire, endsWith });
  return { value: value?.files, diagnostics };
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
