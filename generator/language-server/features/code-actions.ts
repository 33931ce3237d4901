// The findings at a place become the actions that mend them or accept them, and a row the actions that translate it.

import type { Diagnostic } from "../../diagnostic/diagnostic.ts";
import { applyFixes } from "../../diagnostic/fixes.ts";
import type { Edit } from "../../diagnostic/text-edits.ts";
import { lineEndOf } from "../../diagnostic/text-edits.ts";
import { ignoreKinds } from "../../rules/engine/ignore.ts";
import { checkKinds } from "../../rules/run.ts";
import { editBetween, workspaceEdit } from "../files/document-edits.ts";
import type { FileView } from "../files/file-view.ts";
import { scratchWorkspace, tryText } from "../files/scratch.ts";
import type { LspCodeAction, LspRange } from "../protocol/lsp-types.ts";
import { lineSpan, toOffset, toPosition } from "../protocol/text-positions.ts";
import { toLsp } from "./published.ts";
import { translationActions } from "./translation-actions.ts";

export interface ActionOptions {
  /** The kinds that the editor asks for; undefined for all of them. */
  readonly only: readonly string[] | undefined;
  readonly withVersions: boolean;
}

export const ACTION_KINDS = ["quickfix", "refactor", "source.fixAll.errtable"] as const;

export function codeActionsIn(view: FileView, range: LspRange, options: ActionOptions): readonly LspCodeAction[] {
  const { only } = options;
  const isWanted = (kind: string): boolean =>
    only === undefined || only.some((one) => kind === one || kind.startsWith(`${one}.`));
  const lines = { start: lineSpan(view.file, range.start.line).start, end: lineSpan(view.file, range.end.line).end };
  const all = view.analysis.diagnostics.get(view.file.path) ?? [];
  const here = all.filter(({ place: { span } }) => span.start <= lines.end && lines.start <= span.end);
  return [
    ...(isWanted("quickfix") ? quickFixes(here, all, view, options) : []),
    ...(isWanted("refactor") ? translationActions(view, contentAt(view, range), options.withVersions) : []),
    // Editors ask for it when a file is saved; it would be twice in a menu.
    ...(only !== undefined && isWanted("source.fixAll.errtable") ? fixAll(view, options) : []),
  ];
}

/** Before the first word of a line the word is meant. */
function contentAt({ file }: FileView, { start }: LspRange): number {
  const line = lineSpan(file, start.line);
  const indent = /^ */.exec(file.text.slice(line.start, line.end))?.[0].length ?? 0;
  return Math.max(toOffset(file, start), line.start + indent);
}

function quickFixes(
  here: readonly Diagnostic[],
  all: readonly Diagnostic[],
  view: FileView,
  { withVersions }: ActionOptions,
): readonly LspCodeAction[] {
  const { file, workspace } = view;
  const edit = (edits: readonly Edit[]) =>
    workspaceEdit([{ path: file.path, text: file.text, edits }], workspace, withVersions);
  const fixable = all.filter(({ fix }) => fix !== undefined);
  const mends = here.flatMap((diagnostic): readonly LspCodeAction[] => {
    const { fix, help, code } = diagnostic;
    if (fix === undefined) return [];
    const diagnostics = [toLsp(diagnostic, file, workspace)];
    return [{ title: titleOf(help ?? code, fix), kind: "quickfix", diagnostics, isPreferred: true, edit: edit(fix) }];
  });
  const fixed =
    fixable.length > 1 && mends.length > 0 ? editBetween(file.text, applyFixes(file.text, fixable).text) : undefined;
  const every: readonly LspCodeAction[] =
    fixed === undefined
      ? []
      : [{ title: "Mend all findings of this file that have one remedy", kind: "quickfix", edit: edit([fixed]) }];
  const ignores = here.flatMap((diagnostic): readonly LspCodeAction[] => {
    const comment = ignoreEdit(diagnostic, view);
    if (comment === undefined) return [];
    const title = `Accept this finding of "${diagnostic.code}" with a comment`;
    return [{ title, kind: "quickfix", diagnostics: [toLsp(diagnostic, file, workspace)], edit: edit([comment]) }];
  });
  return [...mends, ...every, ...ignores];
}

/** "Did you mean "description"?" is a question, and the action its answer. */
function titleOf(help: string, [only]: readonly Edit[]): string {
  const [, meant] = /^Did you mean "(.+)"\?$/.exec(help) ?? [];
  if (meant !== undefined) return `Change to "${meant}"`;
  return only === undefined ? help : help.replace(/\.$/, "");
}

const ACCEPTED: ReadonlySet<string> = new Set(
  checkKinds
    .filter(({ required }) => required !== true)
    .flatMap(({ id }) => (ignoreKinds.some((kind) => kind.id === id) ? [] : [id])),
);

/** A comment of its own line above the entry of the finding; only where it would cover the finding. */
function ignoreEdit({ code, place }: Diagnostic, { file, spec }: FileView): Edit | undefined {
  const document = spec?.document;
  if (!ACCEPTED.has(code) || document === undefined || document.source.text !== file.text) return undefined;
  const { start } = lineSpan(file, toPosition(file, place.span.start).line);
  const indent = /^[ ]*/.exec(file.text.slice(start))?.[0] ?? "";
  const covered = start === 0 ? undefined : document.entrySpanAt(start - 1);
  const covers = covered !== undefined && covered.start <= place.span.start && place.span.start < covered.end;
  if (!covers) return undefined;
  const text = `${indent}# errtable-ignore ${code}: Say here why this is accepted.${lineEndOf(file.text)}`;
  return { start, end: start, text };
}

/** A mended finding may show another one that can be mended, as in `errtable lint --fix`. */
const MOST_PASSES = 50;

function fixAll(view: FileView, { withVersions }: ActionOptions): readonly LspCodeAction[] {
  const { file, workspace, analysis } = view;
  let text = file.text;
  let found = analysis.diagnostics.get(file.path) ?? [];
  const scratch = scratchWorkspace(workspace);
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    if (found.some(({ code }) => UNSOUND.has(code))) break;
    const next = applyFixes(text, found);
    if (next.count === 0) break;
    tryText(scratch, file.path, file.uri, next.text);
    const after = [...(scratch.analyze().diagnostics.get(file.path) ?? [])];
    if (after.some(({ code }) => UNSOUND.has(code))) break;
    [text, found] = [next.text, after];
  }
  const edit = editBetween(file.text, text);
  if (edit === undefined) return [];
  const changes = workspaceEdit([{ path: file.path, text: file.text, edits: [edit] }], workspace, withVersions);
  return [{ title: "Mend all findings that have one remedy", kind: "source.fixAll.errtable", edit: changes }];
}

/** A file with such findings stays as it is. */
const UNSOUND: ReadonlySet<string> = new Set([
  "yaml-syntax",
  "yaml-documents",
  "yaml-version",
  "yaml-depth",
  "merge-conflict",
]);
