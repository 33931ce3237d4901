// Diagnostics as one SARIF 2.1.0 log: results with places, related places and fixes, and the rules that they break.
import type { Diagnostic, Related } from "../diagnostic/diagnostic.ts";
import type { DiagnosticKind } from "../diagnostic/kinds.ts";
import { type Place, positionAt } from "../diagnostic/source.ts";
import { escapeControls } from "../diagnostic/unseen.ts";
import { identitiesOf } from "./finding-identity.ts";
import type { ReportContext } from "./report-context.ts";

const SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

type PathOf = (path: string) => string;

export function reportSarif(
  diagnostics: readonly Diagnostic[],
  { files = [], problem, repositoryPath = (path) => path, kindOf, version }: Partial<ReportContext> = {},
  most = MOST_RESULTS,
): string {
  const found = [...diagnostics, ...files];
  const all = found.length > most ? worstFirst(found).slice(0, most) : found;
  const ids = [...new Set(all.map(({ code }) => code))];
  const identities = identitiesOf(all, repositoryPath);
  const results = all.map((diagnostic, index) => ({
    ...toResult(diagnostic, repositoryPath),
    ruleIndex: ids.indexOf(diagnostic.code),
    partialFingerprints: { "errtable/v1": identities[index] },
  }));
  const notification = problem && notificationOf("error", `${problem.message} ${problem.help}`);
  const left = found.length - all.length;
  const run = {
    tool: { driver: { name: "errtable", version, rules: ids.map((id) => toRule(id, kindOf?.(id))) } },
    // Viewers say by it whether a run without results found nothing or did nothing.
    invocations: [
      {
        executionSuccessful: notification === undefined,
        toolConfigurationNotifications: notification && [notification],
        toolExecutionNotifications: left === 0 ? undefined : [notificationOf("warning", leftOut(left))],
      },
    ],
    originalUriBaseIds: { [ROOT]: { description: { text: "The root of the repository." } } },
    columnKind: "utf16CodeUnits",
    results,
  };
  return `${escapeControls(JSON.stringify({ $schema: SCHEMA, version: "2.1.0", runs: [run] }, undefined, 2))}\n`;
}

/** Code scanning of GitHub takes no run with more. */
const MOST_RESULTS = 25_000;

/** Errors before warnings, each in the order of before. */
function worstFirst(found: readonly Diagnostic[]): readonly Diagnostic[] {
  const isError = ({ severity }: Diagnostic): boolean => severity === "error";
  return [...found.filter(isError), ...found.filter((one) => !isError(one))];
}

function leftOut(count: number): string {
  const words = count === 1 ? "1 finding is" : `${count} findings are`;
  return `${words} left out here, because code scanning takes at most ${MOST_RESULTS} in a run. Reports in other formats have all of them.`;
}

function notificationOf(level: "error" | "warning", text: string) {
  return { level, message: { text } };
}

function toRule(id: string, kind: DiagnosticKind | undefined) {
  if (kind === undefined) return { id };
  const { summary, explanation, severity } = kind;
  return {
    id,
    shortDescription: { text: summary },
    fullDescription: { text: explanation },
    help: {
      text: `${explanation}\n\nMore: errtable explain ${id}`,
      markdown: `${explanation}\n\nMore: \`errtable explain ${id}\``,
    },
    defaultConfiguration: { level: severity },
  };
}

function toResult({ code, severity, message, help, example = [], place, related, fix }: Diagnostic, pathOf: PathOf) {
  const lines = [message, ...(help === undefined ? [] : [help]), ...example];
  return {
    ruleId: code,
    level: severity,
    message: { text: lines.join("\n") },
    locations: [{ physicalLocation: toLocation(place, pathOf) }],
    relatedLocations: related?.map((other, id) => toRelated(other, id, pathOf)),
    fixes: fix && [toFix({ place, fix, text: help ?? message }, pathOf)],
  };
}

function toRelated({ message, place }: Related, id: number, pathOf: PathOf) {
  return { id, message: { text: message }, physicalLocation: toLocation(place, pathOf) };
}

/** A file that is not there has no places; viewers want a line all the same. */
function toLocation({ source, span }: Place, pathOf: PathOf) {
  const artifactLocation = toArtifact(pathOf(source.path));
  if (source.text === "") return { artifactLocation, region: { startLine: 1 } };
  const start = positionAt(source, span.start);
  const end = positionAt(source, span.end);
  const region = {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
    charOffset: span.start,
    charLength: span.end - span.start,
  };
  return { artifactLocation, region };
}

function toFix(
  {
    place,
    fix,
    text,
  }: Pick<Diagnostic, "place"> & { readonly fix: NonNullable<Diagnostic["fix"]>; readonly text: string },
  pathOf: PathOf,
) {
  const replacements = fix.map(({ start, end, text }) => ({
    deletedRegion: { charOffset: start, charLength: end - start },
    insertedContent: { text },
  }));
  const change = { artifactLocation: toArtifact(pathOf(place.source.path)), replacements };
  return { description: { text }, artifactChanges: [change] };
}

const ROOT = "%SRCROOT%";

/** Paths are relative to the repository, but for those on another drive. */
function toArtifact(path: string) {
  const uri = path.toWellFormed().split("/").map(encodeURIComponent).join("/");
  return /^[A-Za-z]%3A\//.test(uri) ? { uri: `file:///${uri.replace("%3A", ":")}` } : { uri, uriBaseId: ROOT };
}
