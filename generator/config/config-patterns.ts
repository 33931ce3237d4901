// The patterns in a part of a configuration become paths, or findings at the patterns that name nothing.
import type { Diagnostic } from "../diagnostic/diagnostic.ts";
import { type ConfigFile, finding } from "./config-chain.ts";
import { type FoundFile, findFiles, type Search } from "./find-files.ts";

export interface PatternPaths {
  readonly files: readonly FoundFile[];
  readonly diagnostics: readonly Diagnostic[];
}

export type PatternField = "tables" | "workspaces" | "pages";

/** `toPattern` makes the pattern of a file from that of a folder. */
export function readPatterns(
  { data, placeOf }: ConfigFile,
  field: PatternField,
  search: Search,
  toPattern: (pattern: string) => string = (pattern) => pattern,
): PatternPaths {
  const patterns = data[field] ?? [];
  const { files, outside, empty } = findFiles(patterns.map(toPattern), search);
  return {
    files,
    diagnostics: [
      ...outside.map((index) => outsideFinding(patterns[index] ?? "", placeOf([field, index]))),
      ...empty.map((index) => emptyFinding(patterns[index] ?? "", placeOf([field, index]))),
    ],
  };
}

export function outsideFinding(pattern: string, place: Diagnostic["place"]): Diagnostic {
  const help = "Name files of this project; those of others are theirs to change.";
  return finding(place, `"${pattern}" lies outside the project.`, help);
}

export function emptyFinding(pattern: string, place: Diagnostic["place"]): Diagnostic {
  const message = `No file fits "${pattern}".`;
  const help = "The path is relative to this file; links, node_modules and hidden files are passed over.";
  return { code: "nothing-found", severity: "warning", message, help, place };
}
