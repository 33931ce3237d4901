// The word at a place becomes the thing that it names: a code, a group, a param, a rule, a file.
import { dirname, resolve } from "node:path";
import type { Span } from "../../diagnostic/source.ts";
import { answeredError, errorNamed, type NamedError } from "../../reader/table/answered-errors.ts";
import type { ResolvedTable } from "../../reader/table/resolve.ts";
import type { Path } from "../../text/json/pointer.ts";
import { type Cursor, cursorAt } from "../cursor/cursor.ts";
import { unquoted } from "../cursor/line-token.ts";
import { isSamePath } from "../cursor/same-path.ts";
import type { FileView } from "../files/file-view.ts";

export type Subject = { readonly span: Span; readonly cursor: Cursor } & SubjectName;

export interface MemberName {
  readonly kind: "group" | "tag";
  readonly name: string;
}

export type SubjectName =
  | ({ readonly kind: "code" } & NamedError)
  | MemberName
  | { readonly kind: "rule" | "operation" | "locale"; readonly name: string }
  | { readonly kind: "param"; readonly path: Path; readonly name: string }
  | { readonly kind: "message"; readonly path: Path }
  | { readonly kind: "file"; readonly path: string; readonly written: string }
  | { readonly kind: "field" | "value" };

export function subjectAt(view: FileView, offset: number): Subject | undefined {
  const { file } = view;
  const cursor = cursorAt(file.text, offset);
  if (cursor === undefined) return undefined;
  if (cursor.kind === "comment") return commentSubject(cursor, offset, file.path);
  if (cursor.text === "") return undefined;
  const name = nameOf(cursor, view);
  return { span: { start: cursor.start, end: cursor.end }, cursor, ...name };
}

/** A rule that a comment accepts, or the file of a schema. */
function commentSubject(cursor: Cursor, offset: number, path: string): Subject | undefined {
  const ignore = /errtable-ignore[ \t]+([^\s:]+)/.exec(cursor.text);
  const line = /\$schema[=:][ \t]*(\S+)/.exec(cursor.text);
  const [match, kind] = ignore === null ? [line, "file" as const] : [ignore, "rule" as const];
  const name = match?.[1];
  if (match === null || name === undefined) return undefined;
  const start = cursor.start + match.index + match[0].length - name.length;
  const span = { start, end: start + name.length };
  if (offset < span.start || offset > span.end) return undefined;
  if (kind === "rule") return { kind, name, span, cursor };
  if (/^\w+:\/\//.test(name)) return undefined;
  return { kind, path: resolve(dirname(path), name), written: name, span, cursor };
}

function nameOf(cursor: Cursor, { grammar, tables, file }: FileView): SubjectName {
  const { kind, path } = cursor;
  const text = kind === "key" ? cursor.text : unquoted(cursor.text);
  const whole = kind === "key" ? [...path, text] : path;
  const [top, second, third] = whole.map(String);
  const last = whole.at(-1);
  const isValue = kind === "value";
  const fileNamed = (): SubjectName => ({ kind: "file", path: resolve(dirname(file.path), text), written: text });
  if (grammar === "config") {
    if (top === "rules" && !isValue && whole.length === 2) return { kind: "rule", name: text };
    if (isValue && namesFile(whole)) return fileNamed();
    if (isValue && top === "targets" && third === "options" && whole.at(-2) === "locales")
      return { kind: "locale", name: text };
    return { kind: isValue ? "value" : "field" };
  }
  if (isValue && ((top === "imports" && whole.length === 2) || (top === "translates" && whole.length === 1)))
    return fileNamed();
  if ((top === "errors" || top === "retired") && !isValue && whole.length === 2)
    return { kind: "code", ...named(text, tables) };
  if ((top === "groups" || top === "tags") && !isValue && whole.length === 2) {
    return { kind: top === "groups" ? "group" : "tag", name: text };
  }
  if (top === "operations") {
    if (!isValue && whole.length === 2) return { kind: "operation", name: text };
    if (isValue && (whole.length === 3 || last === "code")) return { kind: "code", ...answered(text, tables) };
    if (isValue && last === "case") {
      const code = cursor.around.find(
        (one) =>
          one.kind === "value" && one.path.at(-1) === "code" && isSamePath(one.path.slice(0, -1), path.slice(0, -1)),
      );
      if (code !== undefined) return { kind: "code", code: answered(unquoted(code.text), tables).code, case: text };
    }
  }
  if (isValue && last === "replacedBy") return { kind: "code", ...named(text, tables) };
  if (top === "errors" && third === "cases" && whole.length === 4 && !isValue)
    return { kind: "code", code: second ?? "", case: text };
  if (isValue && last === "group" && (top === "errors" || top === "defaults")) return { kind: "group", name: text };
  if (isValue && whole.at(-2) === "tags" && (top === "errors" || top === "defaults"))
    return { kind: "tag", name: text };
  if (!isValue && top === "errors" && whole.at(-2) === "params") {
    const at = whole.indexOf("examples");
    return { kind: "param", path: at > 0 ? whole.slice(0, at) : whole.slice(0, -2), name: text };
  }
  if (isValue && top === "errors" && last === "message") return { kind: "message", path: whole.slice(0, -1) };
  return { kind: isValue ? "value" : "field" };
}

/** Whether the value at a path of a configuration is the name of one file. */
export function namesFile(path: Path): boolean {
  const [top, , third] = path.map(String);
  if (top === "tables" || top === "extends") return true;
  if (top === "targets") return third === "table";
  return top === "descriptions" && (third === "tables" || third === "file");
}

const NO_ERRORS: ResolvedTable["errors"] = new Map();

function named(text: string, [table]: readonly ResolvedTable[]): NamedError {
  return errorNamed(text, table?.errors ?? NO_ERRORS);
}

function answered(text: string, [table]: readonly ResolvedTable[]): NamedError {
  return answeredError(text, table?.errors ?? NO_ERRORS);
}
