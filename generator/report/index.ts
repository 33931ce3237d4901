// The list of report formats. A format turns diagnostics, sorted for reading, into one text; it loads when it is used.
import type { Diagnostic } from "../diagnostic/diagnostic.ts";
import type { ReportContext } from "./report-context.ts";

export const REPORTS = {
  text: {
    load: async () => (await import("./text-report.ts")).reportText,
    endings: [".txt"],
    opening: /^Report of errtable\./,
  },
  json: {
    load: async () => (await import("./json-report.ts")).reportJson,
    endings: [".json"],
    opening: /^\{\s*"findings": \[/,
  },
  github: {
    load: async () => (await import("./github-report.ts")).reportGithub,
    opening: /^::(?:error|warning|notice) file=/,
  },
  markdown: {
    load: async () => (await import("./markdown-report.ts")).reportMarkdown,
    endings: [".md"],
    opening: /^<!-- errtable report -->/,
  },
  sarif: {
    load: async () => (await import("./sarif-report.ts")).reportSarif,
    endings: [".sarif", ".sarif.json"],
    opening: /^\{\s*"\$schema": "[^"]*sarif[\s\S]{0,200}"driver": \{\s*"name": "errtable"/,
  },
  junit: {
    load: async () => (await import("./junit-report.ts")).reportJunit,
    endings: [".xml"],
    opening: /^<\?xml [^>]*>\s*<testsuites name="errtable"/,
  },
  gitlab: {
    load: async () => (await import("./gitlab-report.ts")).reportGitlab,
    opening: /^\[(?:\]|\s*\{\s*"description": )/,
  },
} as const satisfies Readonly<Record<string, ReportEntry>>;

export type ReportFormat = keyof typeof REPORTS;

export interface ReportEntry {
  readonly load: () => Promise<Reporter>;
  /** Names of files that say by themselves that a report has this format. */
  readonly endings?: readonly string[];
  /** The start of a report, by which errtable knows its own files; without it, it replaces none. */
  readonly opening?: RegExp;
}

type Reporter = (diagnostics: readonly Diagnostic[], context: ReportContext) => string;
