// The files that a command line asks reports for: the name of each, or a word before it, says the format.
import { basename, normalize } from "node:path";
import { didYouMean } from "../../diagnostic/suggest.ts";
import { REPORTS, type ReportEntry, type ReportFormat } from "../../report/index.ts";

export interface ReportFile {
  readonly format: ReportFormat;
  /** Relative to the caller's folder, or absolute. */
  readonly file: string;
}

const FORMATS = Object.keys(REPORTS) as readonly ReportFormat[];
const ENTRIES: Readonly<Record<ReportFormat, ReportEntry>> = REPORTS;

/** `report.sarif`, or `sarif=report.json`; the problem is a sentence. */
export function reportFileOf(text: string, others: readonly ReportFile[]): ReportFile | { readonly problem: string } {
  const [, name, rest = ""] = /^(\w+)=(.*)$/s.exec(text) ?? [];
  const file = name === undefined ? text : rest;
  const format = name === undefined ? formatOfName(file) : FORMATS.find((one) => one === name);
  if (name !== undefined && format === undefined) {
    const help = didYouMean(name, FORMATS) ?? `There are: ${FORMATS.join(", ")}.`;
    return { problem: `There is no format "${name}". ${help}` };
  }
  if (file === "" || file === "-") return { problem: "It names no file; --format reports to the terminal." };
  if (format === undefined) return { problem: `Its name does not say the format: write sarif=${text}, for example.` };
  if (others.some((other) => normalize(other.file) === normalize(file)))
    return { problem: "Another report goes to the same file." };
  return { format, file };
}

/** The longest ending decides. */
function formatOfName(file: string): ReportFormat | undefined {
  const name = basename(file).toLowerCase();
  const fitting = FORMATS.flatMap((format) => {
    const lengths = (ENTRIES[format].endings ?? []).filter((end) => name.endsWith(end)).map(({ length }) => length);
    return lengths.map((length) => ({ format, length }));
  });
  return fitting.toSorted((a, b) => b.length - a.length)[0]?.format;
}
