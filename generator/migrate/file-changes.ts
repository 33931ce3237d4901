// The changes of one source file while it is read: edits, and findings at places for a person.
import type { ts as TypeScript } from "ts-morph";
import type { Diagnostic } from "../diagnostic/diagnostic.ts";
import type { SourceFile } from "../diagnostic/source.ts";
import type { Edit } from "../diagnostic/text-edits.ts";
import type { NamedReplacement } from "./generated-code.ts";
import { type MIGRATE_KINDS, migrateWarning } from "./migrate-kinds.ts";

export interface FileChanges {
  readonly edits: readonly Edit[];
  readonly diagnostics: readonly Diagnostic[];
  /** The first edit of a place counts. */
  edit(node: TypeScript.Node, text: string): void;
  warn(code: keyof typeof MIGRATE_KINDS, node: TypeScript.Node, message: string, help: string): void;
  /** Whether a person has to decide at a place of a replaced error; then it is reported. */
  isForPerson(node: TypeScript.Node, replacement: NamedReplacement, hasParams: boolean): boolean;
}

/** `shown` is the file as people are shown it, with the text that the compiler has read. */
export function fileChanges(file: TypeScript.SourceFile, shown: SourceFile): FileChanges {
  const edits = new Map<number, Edit>();
  const diagnostics: Diagnostic[] = [];
  const spanOf = (node: TypeScript.Node) => ({ start: node.getStart(file), end: node.end });
  const warn: FileChanges["warn"] = (code, node, message, help) => {
    diagnostics.push(migrateWarning(code, { source: shown, span: spanOf(node) }, message, help));
  };
  return {
    get edits() {
      return [...edits.values()];
    },
    diagnostics,
    edit(node, text) {
      const span = spanOf(node);
      if (!edits.has(span.start)) edits.set(span.start, { ...span, text });
    },
    warn,
    isForPerson(node, one, hasParams) {
      const hasOtherParams = hasParams && one.params === "other";
      if (one.newCase !== undefined) {
        const message = `"${one.from}" is replaced by the case "${one.newCase}" of "${one.to}".`;
        warn("migrate-case", node, message, `Write "${one.to}", and tell its cases apart where that matters.`);
      } else if (hasOtherParams) {
        const message = `"${one.from}" is replaced by "${one.to}", which has other params.`;
        warn("migrate-params", node, message, "Rewrite this place with the params of the new error.");
      }
      return staysForPerson(one, hasParams);
    },
  };
}

export function staysForPerson({ newCase, params }: NamedReplacement, hasParams: boolean): boolean {
  return newCase !== undefined || (hasParams && params === "other");
}
