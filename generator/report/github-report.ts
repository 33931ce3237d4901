// Diagnostics as workflow commands of GitHub Actions: one line each, shown beside the code.
import type { Diagnostic } from "../diagnostic/diagnostic.ts";
import { positionAt } from "../diagnostic/source.ts";
import { showControls } from "../diagnostic/unseen.ts";

export function reportGithub(diagnostics: readonly Diagnostic[]): string {
  return diagnostics.map((diagnostic) => `${toCommand(diagnostic)}\n`).join("");
}

function toCommand({ code, severity, message, place, help, example = [] }: Diagnostic): string {
  const start = positionAt(place.source, place.span.start);
  const end = positionAt(place.source, place.span.end);
  const properties = {
    file: place.source.path,
    line: start.line,
    endLine: end.line,
    // GitHub takes columns only where both are on one line.
    ...(start.line === end.line ? { col: start.column, endColumn: end.column } : {}),
    title: code,
  };
  const list = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${severity === "note" ? "notice" : severity} ${list.join(",")}::${escapeData([message, ...(help === undefined ? [] : [help]), ...example].join("\n"))}`;
}

function escapeData(text: string): string {
  return showControls(text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A"));
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
