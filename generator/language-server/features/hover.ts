// The thing at a place becomes its explanation.
import type { Colors } from "picocolors/types.js";
import type { Diagnostic } from "../../diagnostic/diagnostic.ts";
import { showControls } from "../../diagnostic/unseen.ts";
import { explanationOf } from "../../explain/explain-text.ts";
import type { ResolvedCase, ResolvedTable } from "../../reader/table/resolve.ts";
import { constantMembers, memberWords } from "../../rules/engine/constant-members.ts";
import { list } from "../../rules/engine/places.ts";
import { valueBeside } from "../cursor/value-beside.ts";
import type { FileView } from "../files/file-view.ts";
import { schemasAt, wordsOf } from "../files/schema-at.ts";
import type { LspHover } from "../protocol/lsp-types.ts";
import { toRange } from "../protocol/text-positions.ts";
import { explainedCode } from "../subject/explained-code.ts";
import { hoveredMessage, hoveredParam } from "../subject/message-words.ts";
import { caseAt } from "../subject/place-in-table.ts";
import { type Subject, subjectAt } from "../subject/subject.ts";
import { fenced, fieldWords, markdown } from "./hover-markdown.ts";

/** `leavesSchema`: another server shows the words of the schema. */
export function hoverAt(view: FileView, offset: number, leavesSchema: boolean): LspHover | undefined {
  const { file } = view;
  const subject = subjectAt(view, offset);
  const isLeft = leavesSchema && (subject?.kind === "field" || subject?.kind === "value");
  const words = subject === undefined || isLeft ? "" : wordsFor(subject, view, offset);
  const rules = findingsAt(view, offset).map(({ code }) => code);
  const explained = [...new Set(rules)].map((id) => fenced(ruleWords(id)));
  const contents = markdown([words, ...explained]);
  if (contents.value === "") return undefined;
  return { contents, ...(subject === undefined ? {} : { range: toRange(file, subject.span) }) };
}

const PLAIN: Colors = new Proxy({} as Colors, {
  get: (_, name) => (name === "isColorSupported" ? false : String),
});

function ruleWords(id: string): string {
  return explanationOf({ name: id, models: [], colors: PLAIN }).text;
}

function findingsAt({ analysis, file }: FileView, offset: number): readonly Diagnostic[] {
  const own = analysis.diagnostics.get(file.path) ?? [];
  return own.filter(
    ({ place: { span } }) => span.start <= offset && offset <= span.end && span.end - span.start < 5000,
  );
}

function wordsFor(subject: Subject, view: FileView, offset: number): string {
  const { tables } = view;
  switch (subject.kind) {
    case "code":
      return tables.length === 0
        ? fieldOf(subject, view)
        : fenced(explainedCode(subject, tables[0] as ResolvedTable, PLAIN));
    case "rule": {
      const { isKnown, text } = explanationOf({ name: subject.name, models: [], colors: PLAIN });
      return isKnown ? fenced(text) : "";
    }
    case "group":
    case "tag":
      return [fenced(declaredWords(subject.kind, subject.name, tables)), fieldOf(subject, view)].join("\n\n");
    case "param": {
      const one = caseOf(subject.path, view);
      return one === undefined ? fieldOf(subject, view) : fenced(hoveredParam(subject.name, one));
    }
    case "message": {
      const one = caseOf(subject.path, view);
      if (one === undefined) return fieldOf(subject, view);
      return fenced(hoveredMessage(one, view, offset));
    }
    case "file":
      return fenced(fileWords(subject, view));
    case "operation":
    case "locale":
      return fieldOf(subject, view);
    case "field":
    case "value":
      return [constantWords(subject, view), fieldOf(subject, view)].filter((words) => words !== "").join("\n\n");
    default:
      return subject satisfies never;
  }
}

/** The schema's own words on the field of a key or of a value. */
function fieldOf({ cursor }: Subject, view: FileView): string {
  const path = cursor.kind === "key" ? [...cursor.path, cursor.text] : cursor.path;
  const schemas = schemasAt(view.grammar, path, valueBeside(cursor));
  const words = wordsOf(schemas);
  return words === undefined ? "" : fieldWords(String(path.at(-1) ?? ""), words);
}

/** What the table says of the member that a constant names. */
function constantWords({ cursor }: Subject, { tables }: FileView): string {
  const [key, owner] =
    cursor.kind === "key" ? [cursor.text, cursor.path.at(-1)] : [cursor.path.at(-1), cursor.path.at(-2)];
  const members = owner === "constants" && tables[0] !== undefined ? constantMembers(tables[0]) : [];
  const member = members.find((one) => one.key === key);
  return member === undefined ? "" : fenced(memberWords(member));
}

function caseOf(path: Subject["cursor"]["path"], { tables, file, grammar }: FileView): ResolvedCase | undefined {
  const [table] = tables;
  if (table === undefined) return undefined;
  return caseAt(table, path, grammar === "translation" ? undefined : file.path);
}

function declaredWords(kind: "group" | "tag", name: string, tables: readonly ResolvedTable[]): string {
  const [field, users] = kind === "group" ? (["groups", "group"] as const) : (["tags", "tags"] as const);
  const all = tables.flatMap((table) => table.tables);
  const declared = all.map(({ table }) => table[field]).find((map) => map !== undefined && Object.hasOwn(map, name));
  const { title, description } = declared?.[name] ?? {};
  const entries = tables[0]?.entries.filter(({ spec }) => [spec[users] ?? []].flat().includes(name)) ?? [];
  const count =
    entries.length === 0
      ? "No error has it."
      : `Errors: ${list(
          entries.map(({ code }) => code),
          10,
        )}.`;
  const head = title === undefined ? name : `${name} · ${title}`;
  return [head, ...(description === undefined ? [] : [description.trim()]), count].map(showControls).join("\n");
}

function fileWords({ path, written }: Subject & { readonly kind: "file" }, { analysis, workspace }: FileView): string {
  const read = workspace.host.read(path);
  if ("failure" in read) return `There is no file "${showControls(written)}".`;
  if (!/\.errors\.ya?ml$/.test(path)) return showControls(workspace.host.show(path));
  const { value } = analysis.files.read(path);
  const codes = Object.keys(value?.data.errors ?? {}).length;
  const name = value?.kind === "table" ? value.data.name : (value?.data.locale ?? "");
  return showControls(`${name}: ${codes === 1 ? "1 error" : `${codes} errors`}`);
}
