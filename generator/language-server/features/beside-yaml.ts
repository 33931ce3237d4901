// The language server for YAML checks a file by the schema that the file names: errtable then leaves such findings out.
import { GRAMMAR_KINDS } from "../../reader/grammar-kinds.ts";
import type { YAML_KINDS } from "../../reader/yaml/yaml-kinds.ts";

const SYNTAX: ReadonlySet<string> = new Set<keyof typeof YAML_KINDS>(["yaml-syntax", "duplicate-key"]);
const FORM: ReadonlySet<string> = new Set(Object.keys(GRAMMAR_KINDS));

/** Whether both servers report such a finding in a file: errors of form only where the schema is named. */
export function isShared(code: string, text: string): boolean {
  return SYNTAX.has(code) || (FORM.has(code) && hasSchemaLine(text));
}

/** Among the comments before the first line with content. */
export function hasSchemaLine(text: string): boolean {
  const head = /^(?:[ \t]*(?:#.*)?(?:\r?\n|$))*/.exec(text)?.[0] ?? "";
  return /^#[ \t]*(?:yaml-language-server:.*?\$schema=|\$schema:[ \t]*)(?!none\b)\S/m.test(head);
}
