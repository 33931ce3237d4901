// The values that may be written for a field: codes, groups, tags, files, statuses, and the values of the grammar.
import { basename } from "node:path";
import { caseName } from "../../diagnostic/case-name.ts";
import { localesOf } from "../../model/build.ts";
import { reasonPhrase } from "../../model/http-status.ts";
import { namedParams } from "../../model/named-params.ts";
import { isIntegerCode } from "../../model/wire-code.ts";
import { hasIntegerCodes } from "../../reader/integer-codes.ts";
import { answeredError } from "../../reader/table/answered-errors.ts";
import type { ResolvedTable } from "../../reader/table/resolve.ts";
import { scalarText } from "../../reader/yaml/edits.ts";
import { constantMembers, valuesOfMember } from "../../rules/engine/constant-members.ts";
import type { Cursor } from "../cursor/cursor.ts";
import { unquoted } from "../cursor/line-token.ts";
import { valueBeside } from "../cursor/value-beside.ts";
import type { FileView } from "../files/file-view.ts";
import { schemasAt } from "../files/schema-at.ts";
import { codeDetail } from "../subject/code-detail.ts";
import { caseAt } from "../subject/place-in-table.ts";
import { namesFile } from "../subject/subject.ts";
import type { CompletionOptions } from "./completion-options.ts";
import type { Offer } from "./offers.ts";
import { configOffers, localeOfName, tableOffers } from "./path-offers.ts";

export function valueOffers(cursor: Cursor, view: FileView, options: CompletionOptions): readonly Offer[] {
  const named = namedOffers(cursor, view);
  if (named !== undefined) return named;
  return options.leavesSchema ? [] : schemaOffers(cursor, view);
}

/** Undefined where the value is no name. */
function namedOffers(cursor: Cursor, view: FileView): readonly Offer[] | undefined {
  const { path } = cursor;
  const { grammar, tables } = view;
  const [table] = tables;
  const [top, , third] = path.map(String);
  const last = path.at(-1);
  if (grammar === "config") {
    if (top === "extends") return configOffers(view);
    if (namesFile(path) && third !== "file") return tableOffers(view);
    if (third === "options" && path.at(-2) === "locales") return localeOffers(cursor, view);
    return undefined;
  }
  if (top === "imports" || top === "translates") return tableOffers(view);
  if (grammar === "translation" && top === "locale") return localeOfName(view);
  if (table === undefined) return undefined;
  if (top === "operations") {
    if (last === "case") return caseOffers(cursor, table);
    if (path.length === 3) return [...codeOffers(table, listedBeside(cursor)), ...casesByName(table)];
    if (last === "code") return codeOffers(table, listedBeside(cursor));
    return undefined;
  }
  if (top === "errors" && path.at(-2) === "constants") return constantOffers(String(last), table);
  if (last === "replacedBy") return [...codeOffers(table, [String(path[1])]), ...casesByName(table)];
  if (last === "group") return declaredOffers("groups", table, []);
  if (path.at(-2) === "tags") return declaredOffers("tags", table, listedBeside(cursor));
  if (last === "status" || path.at(-2) === "status") return statusOffers();
  if (path.at(-2) === "required" && top === "body") {
    return Object.keys(table.root.table.body?.properties ?? {}).map((label) => ({ label, kind: "property" }));
  }
  return undefined;
}

/** The other items of the list that the cursor is in. */
function listedBeside({ path, around, start }: Cursor): readonly string[] {
  const list = path.slice(0, typeof path.at(-1) === "number" ? -1 : -2);
  const items = around.filter(
    (one) =>
      one.kind === "value" &&
      one.start !== start &&
      one.path.length === list.length + 1 &&
      list.every((step, index) => String(step) === String(one.path[index])),
  );
  return items.map(({ text }) => unquoted(text));
}

function codeOffers(table: ResolvedTable, without: readonly string[]): readonly Offer[] {
  const areIntegers = hasIntegerCodes(table.root.table);
  const left = new Set(without.map((name) => answeredError(name, table.errors).code));
  return [...table.errors.values()]
    .filter(({ code }) => !left.has(code))
    .map((entry) => ({
      label: entry.code,
      kind: "constant",
      text: areIntegers && isIntegerCode(entry.code) ? entry.code : scalarText(entry.code),
      detail: codeDetail(entry),
      isDeprecated: entry.spec.deprecated !== undefined,
    }));
}

function caseOffers({ around, path }: Cursor, { errors }: ResolvedTable): readonly Offer[] {
  const beside = around.find(
    ({ kind, path: own }) => kind === "value" && own.at(-1) === "code" && own.at(-2) === path.at(-2),
  );
  if (beside === undefined) return [];
  const { code } = answeredError(unquoted(beside.text), errors);
  return (errors.get(code)?.cases ?? []).flatMap((one) =>
    one.name === undefined
      ? []
      : [{ label: one.name, kind: "enumMember" as const, text: scalarText(one.name), detail: codeDetail(one) }],
  );
}

/** Cases behind their codes, as answers and replacements name them. */
function casesByName({ errors }: ResolvedTable): readonly Offer[] {
  return [...errors.values()].flatMap(({ code, cases }) =>
    cases.flatMap((one): readonly Offer[] => {
      const label = caseName(code, one.name);
      return one.name === undefined
        ? []
        : [{ label, kind: "enumMember", text: scalarText(label), detail: codeDetail(one) }];
    }),
  );
}

function declaredOffers(
  field: "groups" | "tags",
  { tables }: ResolvedTable,
  without: readonly string[],
): readonly Offer[] {
  const names = new Map(tables.flatMap(({ table }) => Object.entries(table[field] ?? {})));
  return Array.from(names, ([label, { title, description }]): Offer => {
    return { label, kind: "module", text: scalarText(label), detail: title, documentation: description };
  }).filter(({ label }) => !without.includes(label));
}

/** The values that the table lists or shows for the member. */
function constantOffers(key: string, table: ResolvedTable): readonly Offer[] {
  const member = constantMembers(table).find((one) => one.key === key);
  const values = member === undefined ? [] : valuesOfMember(member);
  return values.map((value) => {
    const text = typeof value === "string" ? scalarText(value) : JSON.stringify(value);
    return { label: String(value), kind: "enumMember", text };
  });
}

function statusOffers(): readonly Offer[] {
  return Array.from({ length: 200 }, (_, index) => 400 + index).flatMap((status) => {
    const detail = reasonPhrase(status);
    return detail === undefined ? [] : [{ label: String(status), kind: "enumMember" as const, detail }];
  });
}

function localeOffers({ path, around }: Cursor, { analysis, file, project }: FileView): readonly Offer[] {
  const named = around.find(({ kind, path: own }) => kind === "value" && own.at(-1) === "table" && own[1] === path[1]);
  const wanted = named === undefined ? undefined : basename(unquoted(named.text));
  const tables = (project ?? analysis.projects.find(({ config }) => config === file.path))?.tables ?? [];
  const own = tables.find((one) => basename(one.path) === wanted)?.table;
  return own === undefined
    ? []
    : localesOf(own).map((label) => ({ label, kind: "enumMember", text: scalarText(label) }));
}

function schemaOffers(cursor: Cursor, { grammar }: FileView): readonly Offer[] {
  const taken = typeof cursor.path.at(-1) === "number" ? listedBeside(cursor) : [];
  const schemas = schemasAt(grammar, cursor.path, valueBeside(cursor));
  const offers = new Map<string, Offer>();
  for (const { enum: values, enumDescriptions, type, pattern, examples } of schemas) {
    // Words of which a pattern takes more than can be listed.
    const known = pattern === undefined ? [] : (examples ?? []);
    const own = values ?? (type === "boolean" ? [true, false] : known);
    for (const [index, value] of own.entries()) {
      const label = String(value);
      const text = typeof value === "string" ? scalarText(value) : label;
      offers.set(label, { label, kind: "enumMember", text, detail: enumDescriptions?.[index] });
    }
  }
  return [...offers.values()].filter(({ label }) => !taken.includes(label));
}

/** Placeholders of the params of a row, where a name may begin; `start` counts the signs before the cursor that they replace. */
export function messageOffers(
  { path }: Cursor,
  { grammar, tables, file }: FileView,
  typed: string,
): { readonly offers: readonly Offer[]; readonly start: number } {
  const [table] = tables;
  const one = table && caseAt(table, path.slice(0, -1), grammar === "table" ? file.path : undefined);
  const begun = /[{$%<:][{]?[\w$-]*$/.exec(typed)?.[0] ?? "";
  if (one === undefined || begun === "") return { offers: [], start: 0 };
  const { placeholders = "printf" } = one.owner.table;
  const names = new Map([
    ...Object.keys(one.spec.params ?? {}).map((name) => [name, "string"] as const),
    ...namedParams(one).map(({ name, type }) => [name, type] as const),
  ]);
  const offers = Array.from(names, ([name, type], index): Offer => {
    const written = placeholders === "printf" ? `%${index + 1}$s` : placeholders.replace("name", () => name);
    return { label: written, kind: "variable", detail: `${name} (${type})` };
  });
  return { offers, start: begun.length };
}
