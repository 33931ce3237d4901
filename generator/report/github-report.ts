// Diagnostics as workflow commands of GitHub Actions: one line each, shown beside the code.
import type { Diagnostic } from "../diagnostic/diagnostic.ts";
import { positionAt } from "../diagnostic/source.ts";
import { showControls } from "../diagnostic/unseen.ts";
import { problemFinding } from "./outcome-findings.ts";
import type { ReportContext } from "./report-context.ts";

/** GitHub finds a file by its path in the repository. */
export function reportGithub(
  diagnostics: readonly Diagnostic[],
  { files = [], problem, repositoryPath = (path) => path }: Partial<ReportContext> = {},
): string {
  const all = [...(problem === undefined ? [] : [problemFinding(problem)]), ...diagnostics, ...files];
  return all.map((diagnostic) => `${toCommand(diagnostic, repositoryPath)}\n`).join("");
}

const COMMANDS = { error: "error", warning: "warning", note: "notice" } as const;

function toCommand(
  { code, severity, message, place, help, example = [] }: Diagnostic,
  repositoryPath: (path: string) => string,
): string {
  const start = positionAt(place.source, place.span.start);
  const end = positionAt(place.source, place.span.end);
  const properties = {
    file: repositoryPath(place.source.path),
    line: start.line,
    endLine: end.line,
    // GitHub takes columns only where both are on one line.
    ...(start.line === end.line ? { col: start.column, endColumn: end.column } : {}),
    title: code,
  };
  const list = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${COMMANDS[severity]} ${list.join(",")}::${escapeData([message, ...(help === undefined ? [] : [help]), ...example].join("\n"))}`;
}

function escapeData(text: string): string {
  return showControls(text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A"));
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
