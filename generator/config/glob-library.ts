// Loads the library that matches patterns with the first pattern; most configurations have none. `require` keeps reading synchronous.
import { createRequire } from "node:module";

/** In the built package the library is one file in the same folder. */
const PLACE = import.meta.url.endsWith(".js") ? "./glob.cjs" : "picomatch/posix";

interface GlobLibrary {
  (pattern: string, options: { readonly dot: boolean; readonly noextglob: true }): (path: string) => boolean;
  readonly scan: (pattern: string) => { readonly base: string; readonly glob: string; readonly isGlob: boolean };
}

export interface ScannedPattern {
  /** The folders before the first sign, without escapes; empty for none. */
  readonly base: string;
  /** The rest; empty where the pattern is a plain path. */
  readonly rest: string;
  /** Whether a path below the base fits the rest. */
  readonly fits: (path: string) => boolean;
}

export function scanPattern(pattern: string): ScannedPattern {
  if (!/[*?[\]{}\\!]/.test(pattern)) return { base: pattern, rest: "", fits: () => false };
  const library = createRequire(import.meta.url)(PLACE) as GlobLibrary;
  const { base, glob, isGlob } = library.scan(pattern);
  const plain = (isGlob ? base : pattern).replace(/\\(.)/g, "$1");
  if (!isGlob) return { base: plain, rest: "", fits: () => false };
  // Hidden files are meant where the pattern names a dot.
  const dot = /(?:^|\/)\.[^./]/.test(glob);
  return { base: plain, rest: glob, fits: library(glob, { dot, noextglob: true }) };
}
