// The findings of an analysis become the diagnostics that editors show, file by file, as far as they have changed.
import type { Diagnostic } from "../../diagnostic/diagnostic.ts";
import type { Severity } from "../../diagnostic/kinds.ts";
import { pathOfPlace } from "../files/file-view.ts";
import type { Analysis, Workspace } from "../files/workspace.ts";
import { uriOfPath } from "../protocol/file-uris.ts";
import type { LspDiagnostic } from "../protocol/lsp-types.ts";
import { type EditorText, toRange } from "../protocol/text-positions.ts";
import { isShared } from "./beside-yaml.ts";

export interface PublishParams {
  readonly uri: string;
  readonly version?: number;
  readonly diagnostics: readonly LspDiagnostic[];
}

/** By path: what the editor was told last. */
export type Published = Map<string, { readonly version: number | undefined; readonly text: string }>;

const MOST = 1000;

/** `leavesSchema`: another server reports what the schema says. */
export function publishable(
  workspace: Workspace,
  published: Published,
  leavesSchema: boolean,
): readonly PublishParams[] {
  const { open } = workspace;
  const analysis = workspace.analyze();
  const paths = new Set([
    ...published.keys(),
    ...analysis.diagnostics.keys(),
    ...open.keys(),
    ...analysis.failures.keys(),
  ]);
  const changed: PublishParams[] = [];
  for (const path of paths) {
    const file = open.get(path);
    const diagnostics = diagnosticsOf(path, analysis, workspace, leavesSchema);
    const text = JSON.stringify(diagnostics);
    const before = published.get(path);
    const isSame = before?.text === text && before.version === file?.version;
    if (isSame || (before === undefined && file === undefined && diagnostics.length === 0)) continue;
    const uri = file?.uri ?? uriOfPath(path);
    changed.push({ uri, ...(file && { version: file.version }), diagnostics });
    if (file === undefined && diagnostics.length === 0) published.delete(path);
    else published.set(path, { version: file?.version, text });
  }
  return changed;
}

function diagnosticsOf(
  path: string,
  analysis: Analysis,
  workspace: Workspace,
  leavesSchema: boolean,
): readonly LspDiagnostic[] {
  const all = analysis.diagnostics.get(path) ?? [];
  const editor = workspace.open.get(path) ?? all[0]?.place.source ?? { text: "" };
  const own = leavesSchema ? all.filter(({ code }) => !isShared(code, editor.text)) : all;
  const shown = own.slice(0, MOST).map((diagnostic) => toLsp(diagnostic, editor, workspace));
  const failure = analysis.failures.get(path);
  return [
    ...(failure === undefined
      ? []
      : [remark("internal-error", 1, `This is a bug in errtable, not in your file: ${String(failure.error)}`)]),
    ...shown,
    ...(own.length > MOST
      ? [remark("more-findings", 2, `There are ${own.length - MOST} more findings; errtable lint --all shows them.`)]
      : []),
  ];
}

const SEVERITIES = { error: 1, warning: 2, note: 3 } as const satisfies Readonly<
  Record<Severity, LspDiagnostic["severity"]>
>;

const FIRST_LINE = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };

function remark(code: string, severity: 1 | 2, message: string): LspDiagnostic {
  return { range: FIRST_LINE, severity, code, source: "errtable", message };
}

export function toLsp(diagnostic: Diagnostic, editor: EditorText, { open }: Workspace): LspDiagnostic {
  const { code, severity, message, help, place, related = [] } = diagnostic;
  const others = related.map((other) => {
    const path = pathOfPlace(other.place);
    const own = open.get(path) ?? other.place.source;
    return {
      location: { uri: open.get(path)?.uri ?? uriOfPath(path), range: toRange(own, other.place.span) },
      message: other.message,
    };
  });
  return {
    range: toRange(editor, place.span),
    severity: SEVERITIES[severity],
    code,
    source: "errtable",
    message: help === undefined ? message : `${message}\n${help}`,
    ...(others.length === 0 ? {} : { relatedInformation: others }),
  };
}
