// The changes of one source file while it is read: edits, and findings at places for a person.
import type { ts as TypeScript } from "ts-morph";
import type { Diagnostic } from "../diagnostic/diagnostic.ts";
import type { SourceFile } from "../diagnostic/source.ts";
import type { Edit } from "../diagnostic/text-edits.ts";
import type { Compiler } from "./compiler.ts";
import type { NamedReplacement } from "./generated-code.ts";
import { type MIGRATE_KINDS, migrateWarning } from "./migrate-kinds.ts";

export interface FileChanges {
  readonly edits: readonly Edit[];
  /** Places that stay as they are. */
  readonly diagnostics: readonly Diagnostic[];
  /** Edits that a person should know of. */
  readonly remarks: readonly Diagnostic[];
  /** The first edit of a place counts. */
  edit(node: TypeScript.Node, text: string): void;
  warn: Report;
  remark: Report;
  /** Whether a person has to decide at a place of a replaced error; then it is reported. */
  isForPerson(node: TypeScript.Node, replacement: NamedReplacement, hasParams: boolean): boolean;
}

type Report = (code: keyof typeof MIGRATE_KINDS, node: TypeScript.Node, message: string, help: string) => void;

/** `shown` is the file as people are shown it, with the text that the compiler has read. */
export function fileChanges(file: TypeScript.SourceFile, shown: SourceFile, ts: Compiler): FileChanges {
  const edits = new Map<number, Edit>();
  const diagnostics: Diagnostic[] = [];
  const spanOf = (node: TypeScript.Node) => ({ start: node.getStart(file), end: node.end });
  const remarks: Diagnostic[] = [];
  const reportTo =
    (list: Diagnostic[]): Report =>
    (code, node, message, help) =>
      void list.push(migrateWarning(code, { source: shown, span: spanOf(node) }, message, help));
  const warn = reportTo(diagnostics);
  return {
    get edits() {
      return [...edits.values()];
    },
    diagnostics,
    remarks,
    edit(node, text) {
      const span = spanOf(node);
      if (!edits.has(span.start)) edits.set(span.start, { ...span, text });
    },
    warn,
    remark: reportTo(remarks),
    isForPerson(node, one, hasParams) {
      const hasOtherParams = hasParams && (one.params === "other" || !fitsParams(node, one, ts));
      if (one.newCase !== undefined) {
        const message = `"${one.from}" is replaced by the case "${one.newCase}" of "${one.to}".`;
        warn("migrate-case", node, message, `Write "${one.to}", and tell its cases apart where that matters.`);
      } else if (hasOtherParams) {
        const message = `"${one.from}" is replaced by "${one.to}", which has other params.`;
        warn("migrate-params", node, message, "Rewrite this place with the params of the new error.");
      }
      return one.newCase !== undefined || hasOtherParams;
    },
  };
}

export function staysForPerson({ newCase, params }: NamedReplacement, hasParams: boolean): boolean {
  return newCase !== undefined || (hasParams && params === "other");
}

/** Where nothing says the params of the old error, those that stand beside its name have to be those of the new one. */
function fitsParams(node: TypeScript.Node, { params, newError }: NamedReplacement, ts: Compiler): boolean {
  const call = node.parent;
  if (params !== "unknown" || !(ts.isCallExpression(call) || ts.isNewExpression(call))) return true;
  const given = call.arguments?.[call.expression === node ? 0 : 1];
  if (given === undefined || !ts.isObjectLiteralExpression(given)) return true;
  const names = given.properties.map((property) => property.name?.getText().replace(/^["'](.*)["']$/, "$1"));
  const wanted = newError.cases.flatMap((one) => one.params.map(({ name }) => name));
  return names.length === wanted.length && wanted.every((name) => names.includes(name));
}
