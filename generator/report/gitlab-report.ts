// Diagnostics as a Code Quality report of GitLab: one JSON list, also without any.
import type { Diagnostic } from "../diagnostic/diagnostic.ts";
import { positionAt } from "../diagnostic/source.ts";
import { escapeControls } from "../diagnostic/unseen.ts";
import { identitiesOf } from "./finding-identity.ts";
import { problemFinding } from "./outcome-findings.ts";
import type { ReportContext } from "./report-context.ts";

const SEVERITIES = { error: "major", warning: "minor", note: "info" } as const;

export function reportGitlab(
  diagnostics: readonly Diagnostic[],
  { files = [], problem, repositoryPath = (path) => path }: Partial<ReportContext> = {},
): string {
  const all = [...(problem === undefined ? [] : [problemFinding(problem)]), ...diagnostics, ...files];
  const identities = identitiesOf(all, repositoryPath);
  const issues = all.map(({ code, severity, message, help, place: { source, span } }, index) => ({
    description: help === undefined ? message : `${message} ${help}`,
    check_name: code,
    // GitLab compares the issues of two branches by it.
    fingerprint: identities[index],
    severity: SEVERITIES[severity],
    location: {
      path: repositoryPath(source.path),
      lines: { begin: positionAt(source, span.start).line, end: positionAt(source, span.end).line },
    },
  }));
  return `${escapeControls(JSON.stringify(issues, undefined, 2))}\n`;
}
