// What the language server for YAML says of a file by its schema, if the file names one: errtable then leaves it out.
import { GRAMMAR_KINDS } from "../reader/grammar-kinds.ts";
import type { YAML_KINDS } from "../reader/yaml/yaml-kinds.ts";

/** The kinds that both servers report. */
export const sharedKinds: ReadonlySet<string> = new Set([
  ...Object.keys(GRAMMAR_KINDS),
  ...(["yaml-syntax", "duplicate-key"] satisfies readonly (keyof typeof YAML_KINDS)[]),
]);

/** Among the comments before the first line with content. */
export function hasSchemaLine(text: string): boolean {
  const head = /^(?:[ \t]*(?:#.*)?(?:\r?\n|$))*/.exec(text)?.[0] ?? "";
  return /^#[ \t]*(?:yaml-language-server:.*?\$schema=|\$schema:[ \t]*)(?!none\b)\S/m.test(head);
}
