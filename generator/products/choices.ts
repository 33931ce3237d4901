// Where options are left to errtable, the manifest of a target keeps the choice: the exports that people use do not go away because a table grows.

/** By the name of the option, such as perCode: "always". */
export type Choices = Readonly<Record<string, string>>;

/** A choice that errtable would make in another way today. */
export interface Remark {
  /** The name of the option. */
  readonly option: string;
  /** A sentence that names the choice and its reason to change. */
  readonly message: string;
  /** The values that decide it, and the code that they would break. */
  readonly help: string;
}

/** Options without any choice left, the choices that were made for them, and the remarks on those. */
export interface Settled<Options> {
  readonly options: Options;
  readonly choices: Choices;
  readonly remarks: readonly Remark[];
}
