// The type of a language. A language may lack words: pages show the English ones.
import type { en } from "./en.ts";

/** The words of fragments and of the error centre. */
export type Labels = Readonly<(typeof en)["labels"]>;

export type Label = keyof Labels;

export type CentreLabels = Readonly<(typeof en)["centre"]>;

export type ScriptMessages = Readonly<(typeof en)["script"]>;

export interface Language {
  /** In the language itself. */
  readonly name: string;
  /** The BCP 47 tags of its speakers. */
  readonly tags: RegExp;
  readonly labels: Partial<Labels>;
  readonly centre: Partial<CentreLabels>;
  readonly script: Partial<ScriptMessages>;
}
