// The keys that may be written in a map: fields of the grammar, codes, params of a message, ids of rules.
import { namedParams } from "../../model/named-params.ts";
import type { ResolvedTable } from "../../reader/table/resolve.ts";
import { scalarText } from "../../reader/yaml/edits.ts";
import { constantMembers, memberWords } from "../../rules/engine/constant-members.ts";
import { checkKinds } from "../../rules/run.ts";
import { templateArguments } from "../../template/arguments.ts";
import type { Path } from "../../text/json/pointer.ts";
import type { Cursor } from "../cursor/cursor.ts";
import { valueBeside } from "../cursor/value-beside.ts";
import type { FileView } from "../files/file-view.ts";
import { fieldsOf, type Schema, schemasAt } from "../files/schema-at.ts";
import { codeDetail } from "../subject/code-detail.ts";
import { caseAt } from "../subject/place-in-table.ts";
import type { CompletionOptions } from "./completion-options.ts";
import type { Offer } from "./offers.ts";
import { rowSnippet, translationSnippet } from "./row-snippets.ts";

export function keyOffers(cursor: Cursor, view: FileView, options: CompletionOptions): readonly Offer[] {
  const names = namesAt(cursor, view);
  const fields = options.leavesSchema ? [] : fieldOffers(cursor, view);
  const free = [...names, ...fields].filter(({ label }) => !cursor.beside.includes(label));
  // A key that has its colon keeps it.
  if (cursor.isNew) return free.map((offer) => ({ ...offer, text: `${offer.text ?? scalarText(offer.label)}: ` }));
  return free.map(({ snippet: _, ...offer }) => ({ ...offer, text: offer.text ?? scalarText(offer.label) }));
}

function fieldOffers({ path, around, ...cursor }: Cursor, { grammar }: FileView): readonly Offer[] {
  const schemas = schemasAt(grammar, path, valueBeside({ path, around, ...cursor }));
  const required = new Set(schemas.flatMap((schema) => schema.required ?? []));
  const offers = Array.from(fieldsOf(schemas), ([name, schema]): Offer => {
    const snippet = cursor.inFlow ? undefined : fieldSnippet(name, schema);
    return {
      label: name,
      kind: "property",
      detail: schema.title,
      documentation: schema.description,
      ...(snippet && { snippet }),
    };
  });
  return offers.toSorted((a, b) => Number(required.has(b.label)) - Number(required.has(a.label)));
}

/** Maps and lists begin on the next line. */
function fieldSnippet(name: string, { type, $ref, allOf, enum: values, properties }: Schema): string {
  const isMap = type === "object" || $ref !== undefined || allOf !== undefined || properties !== undefined;
  if (isMap) return `${name}:\n  $0`;
  if (type === "array") return `${name}: [$0]`;
  const isShort = values !== undefined && values.length > 1 && values.every((value) => /^[\w-]+$/.test(String(value)));
  return isShort ? `${name}: \${1|${values.join(",")}|}` : `${name}: $0`;
}

function namesAt({ path, ...cursor }: Cursor, { grammar, tables, file }: FileView): readonly Offer[] {
  const [table] = tables;
  const [top, , third] = path.map(String);
  if (grammar === "config") return top === "rules" && path.length === 1 ? ruleOffers() : [];
  if (path.length === 1 && top === "errors") {
    if (grammar === "translation") return untranslated(table);
    return cursor.isNew ? [rowSnippet(table)] : [];
  }
  if (table === undefined) return [];
  const last = path.at(-1);
  if (top === "errors" && last === "params")
    return paramOffers(path, table, grammar === "table" ? file.path : undefined);
  if (grammar === "translation") {
    if (path.length === 1 && (top === "groups" || top === "tags")) return declaredOffers(top, table);
    if (third === "cases" && path.length === 3) return caseOffers(String(path[1]), table);
    return [];
  }
  if (last === "constants") {
    return constantMembers(table).map((member) => ({
      label: member.key,
      kind: "property",
      documentation: memberWords(member),
    }));
  }
  return cursor.isNew && top === "operations" && path.length === 1
    ? [{ label: "*", kind: "constant", text: '"*"', detail: "Every operation." }]
    : [];
}

function ruleOffers(): readonly Offer[] {
  const free = checkKinds.filter(({ required }) => required !== true);
  return free.map(({ id, summary, explanation }) => ({
    label: id,
    kind: "reference",
    detail: summary,
    documentation: explanation,
    snippet: `${id}: \${1|error,warning,off|}`,
  }));
}

function untranslated(table: ResolvedTable | undefined): readonly Offer[] {
  return [...(table?.errors.values() ?? [])].map((entry) => ({
    label: entry.code,
    kind: "constant",
    detail: codeDetail(entry),
    isDeprecated: entry.spec.deprecated !== undefined,
    snippet: translationSnippet(entry),
  }));
}

function declaredOffers(field: "groups" | "tags", { tables }: ResolvedTable): readonly Offer[] {
  const names = new Map(tables.flatMap(({ table }) => Object.entries(table[field] ?? {})));
  return Array.from(names, ([label, { title, description }]) => ({
    label,
    kind: "module",
    detail: title,
    documentation: description,
  }));
}

function caseOffers(code: string, { errors }: ResolvedTable): readonly Offer[] {
  return (errors.get(code)?.cases ?? []).flatMap((one) =>
    one.name === undefined ? [] : [{ label: one.name, kind: "enumMember" as const, detail: codeDetail(one) }],
  );
}

/** The params that the message has no entry for; of printf, which has no names, one to begin with. */
function paramOffers(path: Path, table: ResolvedTable, file: string | undefined): readonly Offer[] {
  const inExamples = path.indexOf("examples");
  const one = caseAt(table, inExamples > 0 ? path.slice(0, inExamples) : path.slice(0, -1), file);
  const template = one?.template?.template;
  if (one === undefined || template === undefined) return [];
  if (inExamples > 0)
    return namedParams(one).map(({ name, type }) => ({ label: name, kind: "variable", detail: type }));
  const written = Object.keys(one.spec.params ?? {});
  return templateArguments(template).flatMap((directive, index): readonly Offer[] => {
    const { text, name } = directive;
    if (name === undefined && index < written.length) return [];
    const label = name?.param ?? `param${index + 1}`;
    return [{ label, kind: "variable", detail: `The param that ${text} prints.` }];
  });
}
