// A word that stands for a param, in a row or in a message of any language, becomes its error and its name.
import type { Span } from "../../diagnostic/source.ts";
import { namedParams } from "../../model/named-params.ts";
import type { Directive } from "../../template/template.ts";
import type { FileView } from "../files/file-view.ts";
import { caseAt } from "./place-in-table.ts";
import { type Subject, subjectAt } from "./subject.ts";

export interface ParamSubject {
  readonly kind: "param";
  readonly code: string;
  readonly name: string;
  readonly span: Span;
}

/** Undefined where the offset is at no key of a param and at no directive of a message. */
export function paramAt(view: FileView, offset: number): ParamSubject | undefined {
  const subject = subjectAt(view, offset);
  if (subject?.kind === "param")
    return { kind: "param", code: String(subject.path[1]), name: subject.name, span: subject.span };
  return subject?.kind === "message" ? shownParam(subject, view, offset) : undefined;
}

function shownParam(
  subject: Subject & { readonly kind: "message" },
  { tables, file, grammar }: FileView,
  offset: number,
): ParamSubject | undefined {
  const [table] = tables;
  const one = table && caseAt(table, subject.path, grammar === "translation" ? undefined : file.path);
  const path = file.path.replaceAll("\\", "/");
  const translation = one?.translations.find(({ document }) => document.source.path === path);
  const document = grammar === "translation" ? translation?.document : one?.owner.document;
  const { template } = (grammar === "translation" ? translation : one) ?? {};
  if (one === undefined || document === undefined || template === undefined) return undefined;
  for (const token of template.template.tokens) {
    if (token.kind === "literal") continue;
    const [start, length] = namePart(token);
    const span = document.partSpan([...subject.path, "message"], start, length);
    if (offset < span.start || offset > span.end) continue;
    const found = namedParams(one).find(({ directive }) => directive.argument === token.argument);
    return found && { kind: "param", code: String(subject.path[1]), name: found.name, span };
  }
  return undefined;
}

/** The name in a placeholder, or else the whole directive. */
function namePart({ text, offset, name }: Directive): readonly [offset: number, length: number] {
  const written = name?.written ?? text;
  return [offset + text.lastIndexOf(written), written.length];
}
