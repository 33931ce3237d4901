// The shape of a rule: it yields findings with paths, and `run.ts` turns the paths into places of the text.
import type { DiagnosticKind, FindingId } from "../../diagnostic/kinds.ts";
import type { Entry } from "../../reader/spec.gen.ts";
import type { ResolvedTable } from "../../reader/table/resolve.ts";
import type { SpecDocument } from "../../reader/yaml/document.ts";
import type { Path } from "../../text/json/pointer.ts";

export interface Rule<Id extends string = FindingId> extends DiagnosticKind<Id> {
  readonly example: RuleExample;
  /** One finding for a whole table: it takes the place of a finding in each error that the rule concerns, if there are several. */
  readonly everywhere?: (errors: number, table: string) => { readonly message: string; readonly help: string };
  /** The errors that can have a finding at all; all of them if absent. */
  readonly concerns?: (entry: ResolvedTable["entries"][number]) => boolean;
  /**
   * "error": the findings of a table are those of the table without its errors and those of each error alone. So a run need not look
   * at unchanged errors again.
   */
  readonly scope?: "error";
  /**
   * The fields that it reads in rows and their cases, besides codes and the names of cases; "message" and "params" for a template. So
   * a run need not look at the table again where other fields have changed. It may read anything at the top of tables and translations.
   */
  readonly rowFields?: readonly (keyof Entry)[];
  /** The fields of tables that it relies on: where one of them is broken, it does not run. */
  readonly reads?: readonly TableField[];
  check(table: ResolvedTable): Iterable<Finding>;
}

/** A field at the top of a table. "errors" are all codes that there are, "translations" the files of the table's translations. */
export type TableField =
  | "name"
  | "locale"
  | "body"
  | "defaults"
  | "placeholders"
  | "groups"
  | "tags"
  | "errors"
  | "operations"
  | "fallback"
  | "retired"
  | "imports"
  | "translations";

/** Keeps the id in the type, from which the union of all ids is made. */
export function defineRule<const Id extends string>(rule: Rule<Id>): Rule<Id> {
  return rule;
}

/**
 * Shown by `explain` and run by the tests. Each text is a file without its first lines: `errtable: 1`, and `name: Example`
 * unless it is a translation.
 */
export interface RuleExample {
  /** The rule has a finding here, and no other required rule has one. */
  readonly wrong: string;
  /** Neither this rule nor a required rule has a finding here. */
  readonly right: string;
  /** Files beside it by name, for example the table that a translation belongs to. */
  readonly beside?: Readonly<Record<string, string>>;
}

export interface Finding extends FindingPlace {
  readonly message: string;
  readonly help?: string;
  readonly related?: readonly (FindingPlace & { readonly message: string })[];
  /** Corrects the finding, in the file of its place; only where there is one way to do it. */
  readonly fix?: FindingFix | undefined;
}

export type FindingFix =
  /** Another string in the place of the finding, or of a place in the same file. */
  | { readonly kind: "replace"; readonly text: string; readonly place?: FindingPlace }
  /** Another field of the map at a path, with a value of YAML on one line. */
  | { readonly kind: "add"; readonly path: Path; readonly name: string; readonly value: string };

/** Undefined where nothing is known to be meant. */
export function replacement(text: string | undefined): FindingFix | undefined {
  return text === undefined ? undefined : { kind: "replace", text };
}

export interface FindingPlace {
  readonly document: SpecDocument;
  readonly path: Path;
  /** The part that is meant, the key or the value; the value if absent. */
  readonly at?: "key" | "value";
  /** A part of a string value, in UTF-16 units of the string. */
  readonly part?: { readonly offset: number; readonly length: number };
}
