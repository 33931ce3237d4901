// placeholder
import type { SourceFile, Span } from "../source.ts";
/** Steps from the root of a document to a value: keys of maps and indexes of sequences. */
export type Path = readonly (string | number)[];

/** One YAML file: its data as plain JSON, and where each key and value stands. */
export interface SpecDocument {
  readonly source: SourceFile;
  /** Maps are objects without a prototype. */
  readonly data: unknown;
  /** The place of a value; of the nearest enclosing value where the path does not exist. */
  valueSpan(path: Path): Span;
  /** The place of the key that leads to a value; of the value where there is no key. */
  keySpan(path: Path): Span;
  /** The place of a part of a string value, given in UTF-16 units of the string; of the whole value where it cannot be told. */
  partSpan(path: Path, offset: number, length: number): Span;
}
