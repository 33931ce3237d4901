// What a semantic rule is. A rule yields findings about what people wrote; places are looked up where it is run.
import type { Severity } from "../diagnostic.ts";
import type { Path, SpecDocument } from "../spec/document.ts";
import type { ResolvedTable } from "../spec/resolve.ts";

export interface Rule {
  /** Stable, kebab-case. */
  readonly id: string;
  readonly severity: Severity;
  /** Outputs would be wrong without it: its severity cannot be lowered and it cannot be ignored. */
  readonly required?: true;
  /** One sentence: what the rule asks for. */
  readonly summary: string;
  /** Why, and what to do; plain text of a few sentences. */
  readonly explanation: string;
  check(table: ResolvedTable): Iterable<Finding>;
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
