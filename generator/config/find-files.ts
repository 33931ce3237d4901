// The patterns of a configuration become the files that they name, in order. Links are never followed, nor is a path out of the project.
import { join, relative, resolve, sep } from "node:path";
import { compareText } from "../diagnostic/diagnostic.ts";
import type { FolderEntry, ProjectHost } from "../reader/host.ts";
import { type ScannedPattern, scanPattern } from "./glob-library.ts";

export interface FoundFile {
  /** Absolute. */
  readonly path: string;
  /** The number of the first pattern that names it. */
  readonly index: number;
  /** The pattern is the path of the file itself. */
  readonly isNamed: boolean;
}

export interface FoundFiles {
  /** Each path once; those of each pattern are sorted. */
  readonly files: readonly FoundFile[];
  /** The numbers of patterns that lead out of the project. */
  readonly outside: readonly number[];
  /** The numbers of patterns that name no file. */
  readonly empty: readonly number[];
}

export interface Search {
  /** The folder that the patterns are relative to, absolute. */
  readonly folder: string;
  /** The project's folder, absolute. */
  readonly root: string;
  readonly host: ProjectHost;
  /** The files of a folder that is named itself; without it such a folder counts as a file. */
  readonly inFolder?: (name: string) => boolean;
  /** Whether a plain path may lead out of the project. */
  readonly mayLeave?: boolean;
}

/** A pattern that begins with an exclamation mark takes files away from those before and after it. */
export function findFiles(patterns: readonly string[], search: Search): FoundFiles {
  const excluded = patterns
    .filter((pattern) => pattern.startsWith("!"))
    .map((pattern) => matcherOf(pattern.slice(1), search));
  const files = new Map<string, FoundFile>();
  const outside: number[] = [];
  const empty: number[] = [];
  for (const [index, pattern] of patterns.entries()) {
    if (pattern.startsWith("!")) continue;
    const scanned = scanPattern(plainPattern(pattern));
    const base = resolve(search.folder, scanned.base);
    const isNamed = scanned.rest === "" && !isFolder(base, search);
    if (!isInside(base, search.root) && !(isNamed && search.mayLeave)) {
      outside.push(index);
      continue;
    }
    const found = isNamed ? [base] : walk(base, wanted(scanned, search), search.host);
    const kept = found.filter((path) => !excluded.some((matches) => matches(path)));
    if (kept.length === 0) empty.push(index);
    for (const path of kept) if (!files.has(path)) files.set(path, { path, index, isNamed });
  }
  return { files: [...files.values()], outside, empty };
}

export function isInside(path: string, root: string): boolean {
  return path === root || path.startsWith(root.endsWith(sep) ? root : root + sep);
}

function plainPattern(pattern: string): string {
  return pattern.replace(/^(?:\.\/)+/, "").replace(/(?<=.)\/+$/, "");
}

function isFolder(path: string, { inFolder, host }: Search): boolean {
  return inFolder !== undefined && !("failure" in host.entries(path));
}

function matcherOf(pattern: string, { folder }: Search): (path: string) => boolean {
  const { base, rest, fits } = scanPattern(plainPattern(pattern));
  const start = resolve(folder, base);
  return (path) => isInside(path, start) && (rest === "" || fits(below(start, path)));
}

interface Wanted {
  readonly matches: (path: string) => boolean;
  /** Below the base: no file lies deeper. */
  readonly depth: number;
  readonly isHidden: (name: string) => boolean;
}

function wanted({ rest, fits }: ScannedPattern, { inFolder }: Search): Wanted {
  if (rest === "") return { matches: (path) => inFolder?.(path) === true, depth: Infinity, isHidden: startsWithDot };
  const namesHidden = /(?:^|\/)\.[^./]/.test(rest);
  return {
    matches: fits,
    depth: rest.includes("**") ? Infinity : rest.split("/").length,
    isHidden: namesHidden ? (name) => name === ".git" : startsWithDot,
  };
}

function startsWithDot(name: string): boolean {
  return name.startsWith(".");
}

function walk(base: string, { matches, depth, isHidden }: Wanted, host: ProjectHost): readonly string[] {
  const found: string[] = [];
  const visit = (folder: string, level: number): void => {
    const entries = host.entries(folder);
    if ("failure" in entries) return;
    for (const { name, kind } of entries.toSorted(byName)) {
      if (name === "node_modules" || isHidden(name)) continue;
      const path = join(folder, name);
      // A link may lead back, or out of the project.
      if (kind === "folder" && level < depth) visit(path, level + 1);
      else if (kind === "file" && matches(below(base, path))) found.push(path);
    }
  };
  visit(base, 1);
  return found.toSorted(compareText);
}

function byName(a: FolderEntry, b: FolderEntry): number {
  return compareText(a.name, b.name);
}

function below(folder: string, path: string): string {
  return relative(folder, path).split(sep).join("/");
}
