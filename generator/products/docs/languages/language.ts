// The type of a language: every word that English has.
import type { en } from "./en.ts";

/** The words of fragments and of the error centre. */
export type Labels = Readonly<(typeof en)["labels"]>;

export type Label = keyof Labels;

/** The words that only the error centre has. */
export type CentreLabels = Readonly<(typeof en)["centre"]>;

export interface Language {
  /** In the language itself. */
  readonly name: string;
  /** The BCP 47 tags of its speakers. */
  readonly tags: RegExp;
  readonly labels: Labels;
  readonly centre: CentreLabels;
}
