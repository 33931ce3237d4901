// A finished file, before anything is known of the folder that it goes to.

export interface OutputFile {
  /** Relative to its target's folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
}
