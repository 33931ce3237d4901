// Diagnostics as Markdown for a comment on a pull request: a heading that counts them, and a table for each severity.

import type { Diagnostic } from "../diagnostic/diagnostic.ts";
import type { Severity } from "../diagnostic/kinds.ts";
import { capitalized } from "../diagnostic/sentence-words.ts";
import { positionAt } from "../diagnostic/source.ts";
import { showControls } from "../diagnostic/unseen.ts";
import { type Block, type Cell, code, type Inline, paragraph, text } from "../text/document/blocks.ts";
import { renderMarkdown } from "../text/markdown/markdown.ts";
import { problemFinding } from "./outcome-findings.ts";
import type { ReportContext } from "./report-context.ts";

/** A comment of GitHub holds 65,536 characters. */
const MOST_ROWS = 60;

/** The first line tells a program which of its comments it has to replace. */
export function reportMarkdown(
  diagnostics: readonly Diagnostic[],
  { files = [], problem, repositoryPath = (path) => path }: Partial<ReportContext> = {},
): string {
  const all = [...(problem === undefined ? [] : [problemFinding(problem)]), ...diagnostics, ...files];
  const blocks: readonly Block[] = [
    { kind: "comment", text: "errtable report" },
    { kind: "heading", level: 3, content: [text(`errtable: ${counted(all)}`)] },
    ...SEVERITIES.flatMap((severity) =>
      severityBlocks(
        all.filter((each) => each.severity === severity),
        repositoryPath,
      ),
    ),
  ];
  return renderMarkdown({ language: "en", blocks });
}

const SEVERITIES: readonly Severity[] = ["error", "warning", "note"];

/** "2 errors and 1 note". */
function counted(diagnostics: readonly Diagnostic[]): string {
  const counts = SEVERITIES.flatMap((severity) => {
    const { length } = diagnostics.filter((each) => each.severity === severity);
    return length === 0 ? [] : [`${length} ${severity}${length === 1 ? "" : "s"}`];
  });
  if (counts.length < 2) return counts[0] ?? "nothing to report";
  return `${counts.slice(0, -1).join(", ")} and ${counts.at(-1)}`;
}

function severityBlocks(diagnostics: readonly Diagnostic[], pathOf: (path: string) => string): readonly Block[] {
  const [first] = diagnostics;
  if (first === undefined) return [];
  const rows = diagnostics.slice(0, MOST_ROWS).map((each) => rowOf(each, pathOf));
  const left = diagnostics.length - rows.length;
  const header = [capitalized(first.severity), "Place", "Finding", "What to do"].map((title): Cell => [text(title)]);
  return [{ kind: "table", header, rows }, ...(left === 0 ? [] : [paragraph([`And ${left} more.`])])];
}

function rowOf(
  { code: rule, message, help = "", place }: Diagnostic,
  pathOf: (path: string) => string,
): readonly Cell[] {
  const { line } = positionAt(place.source, place.span.start);
  const at = `${showControls(pathOf(place.source.path))}:${line}`;
  return [[code(rule)], [code(at)], wordsOf(message), wordsOf(help)];
}

/** Names stand in code, so that a name such as "@team" notifies nobody and "#12" is no link. */
function wordsOf(sentence: string): Cell {
  const parts = showControls(sentence).split(/("[^"]+"|[@#][\w/-]+)/);
  return parts.flatMap((part, index): readonly Inline[] => {
    if (part === "") return [];
    if (index % 2 === 0) return [text(part)];
    return [code(part.startsWith('"') ? part.slice(1, -1) : part)];
  });
}
