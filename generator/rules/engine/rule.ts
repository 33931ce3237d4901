// What a semantic rule is. A rule yields findings about what people wrote; places are looked up where it is run.

import type { DiagnosticKind } from "../../reader/kinds.ts";
import type { ResolvedTable } from "../../reader/table/resolve.ts";
import type { SpecDocument } from "../../reader/yaml/document.ts";
import type { Path } from "../../text/json/pointer.ts";

export interface Rule extends DiagnosticKind {
  readonly example: RuleExample;
  check(table: ResolvedTable): Iterable<Finding>;
}

/**
 * Shown by `explain` and run by the tests. Each text is a file without its first lines: `errtable: 1`, and `name: Example`
 * unless it is a translation.
 */
export interface RuleExample {
  /** The rule has something to say about this, and no other rule that is required. */
  readonly wrong: string;
  /** No rule that is required has anything to say about this, and neither has this one. */
  readonly right: string;
  /** Files beside it by name, for example the table that a translation belongs to. */
  readonly beside?: Readonly<Record<string, string>>;
}

export interface Finding extends FindingPlace {
  readonly message: string;
  readonly help?: string;
  readonly related?: readonly (FindingPlace & { readonly message: string })[];
}

export interface FindingPlace {
  readonly document: SpecDocument;
  readonly path: Path;
  /** Whether the key or the value is meant; the value if absent. */
  readonly at?: "key" | "value";
  /** A part of a string value, in UTF-16 units of the string. */
  readonly part?: { readonly offset: number; readonly length: number };
}
