// A kind of finding: its id, its severity, and the text that `errtable explain` prints for it.

/** A note needs no correction: no command fails because of it. */
export type Severity = "error" | "warning" | "note";

/**
 * The ids of all kinds, by the part of the generator that reports them. Each part adds its own beside its code
 * (`declare module`), so that an id that is misspelt or has no explanation does not compile.
 */
// biome-ignore lint/suspicious/noEmptyInterface: The parts fill it.
export interface FindingIds {}

export type FindingId = FindingIds[keyof FindingIds];

interface KindText {
  readonly severity?: Severity;
  /** One sentence: the requirement. */
  readonly summary: string;
  /** Why, and how to correct the file; plain text of a few sentences. */
  readonly explanation: string;
}

export interface DiagnosticKind<Id extends string = FindingId> extends KindText {
  /** Stable, kebab-case. */
  readonly id: Id;
  readonly severity: Severity;
  /** Outputs would be wrong without it: its severity cannot be lowered and it cannot be ignored. */
  readonly required?: true;
}

/** Kinds by their ids, each an error if it does not say otherwise. No configuration changes their severity. */
export type FixedKinds = Readonly<Record<string, KindText>>;

export function listKinds<Id extends string>(kinds: Readonly<Record<Id, KindText>>): readonly DiagnosticKind<Id>[] {
  const ids = Object.keys(kinds) as Id[];
  return ids.map((id) => ({ id, required: true, severity: "error", ...kinds[id] }));
}
