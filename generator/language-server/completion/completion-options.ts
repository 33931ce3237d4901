// The parts of completion that depend on the editor.
export interface CompletionOptions {
  /** Whether the editor takes snippets. */
  readonly hasSnippets: boolean;
  /** Whether another server offers the fields and values of the schema. */
  readonly leavesSchema: boolean;
}
