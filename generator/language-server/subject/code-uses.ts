// A table becomes every place that names one of its codes, groups, tags or params: definitions first.
import { memoize } from "../../diagnostic/memoize.ts";
import type { Place } from "../../diagnostic/source.ts";
import { answeredError, errorNamed } from "../../reader/table/answered-errors.ts";
import type { LoadedTable, ResolvedTable } from "../../reader/table/resolve.ts";
import type { SpecDocument } from "../../reader/yaml/document.ts";
import type { Path } from "../../text/json/pointer.ts";
import type { SubjectName } from "./subject.ts";

export interface Use {
  readonly role: "definition" | "retired" | "answer" | "replacement" | "translation" | "member";
  readonly document: SpecDocument;
  readonly path: Path;
  readonly at: "key" | "value";
}

export function placeOfUse({ document, path, at }: Use): Place {
  return { source: document.source, span: at === "key" ? document.keySpan(path) : document.valueSpan(path) };
}

/** The places of a thing in a table and in all that it imports. */
export function usesOf(subject: SubjectName, table: ResolvedTable): readonly Use[] {
  switch (subject.kind) {
    case "code":
      return usesByName(table).get(keyOf(subject.code, subject.case)) ?? [];
    case "group":
    case "tag":
      return memberUses(subject.kind, subject.name, table);
    default:
      return [];
  }
}

function keyOf(code: string, name: string | undefined): string {
  return JSON.stringify(name === undefined ? [code] : [code, name]);
}

/** One walk for all codes, because code lenses ask for each of them. */
const usesByName = memoize((table: ResolvedTable): ReadonlyMap<string, readonly Use[]> => {
  const uses = new Map<string, Use[]>();
  const add = (code: string, name: string | undefined, use: Use): void => {
    const key = keyOf(code, name);
    const own = uses.get(key);
    if (own === undefined) uses.set(key, [use]);
    else own.push(use);
  };
  const { errors } = table;
  for (const { code, owner, path, cases } of table.entries) {
    add(code, undefined, { role: "definition", document: owner.document, path, at: "key" });
    for (const one of cases) {
      if (one.name !== undefined)
        add(code, one.name, { role: "definition", document: owner.document, path: one.path, at: "key" });
    }
  }
  for (const loaded of table.tables) {
    const { document } = loaded;
    for (const code of Object.keys(loaded.table.retired ?? {})) {
      add(code, undefined, { role: "retired", document, path: ["retired", code], at: "key" });
    }
    for (const [operation, answers] of Object.entries(loaded.table.operations ?? {})) {
      for (const [index, answer] of answers.entries()) {
        const named = answeredError(answer, errors);
        const path = ["operations", operation, index];
        const isLong = typeof answer === "object";
        add(named.code, undefined, { role: "answer", document, path: isLong ? [...path, "code"] : path, at: "value" });
        if (named.case === undefined) continue;
        const own = isLong && answer.case !== undefined ? [...path, "case"] : isLong ? [...path, "code"] : path;
        add(named.code, named.case, { role: "answer", document, path: own, at: "value" });
      }
    }
    for (const { target, path } of replacements(loaded)) {
      const named = errorNamed(target, errors);
      const use: Use = { role: "replacement", document, path, at: "value" };
      add(named.code, undefined, use);
      if (named.case !== undefined) add(named.code, named.case, use);
    }
    for (const translation of loaded.translations) {
      for (const [name, { cases = {} }] of Object.entries(translation.translation.errors ?? {})) {
        const named = errorNamed(name, errors);
        const use: Use = { role: "translation", document: translation.document, path: ["errors", name], at: "key" };
        add(named.code, named.case, use);
        for (const each of Object.keys(cases)) {
          add(named.code, each, { ...use, path: ["errors", name, "cases", each] });
        }
      }
    }
  }
  return uses;
});

function* replacements({ table }: LoadedTable): Iterable<{ readonly target: string; readonly path: Path }> {
  for (const [code, { deprecated }] of Object.entries(table.errors)) {
    if (deprecated?.replacedBy !== undefined) {
      yield { target: String(deprecated.replacedBy), path: ["errors", code, "deprecated", "replacedBy"] };
    }
  }
  for (const [code, { replacedBy }] of Object.entries(table.retired ?? {})) {
    if (replacedBy !== undefined) yield { target: String(replacedBy), path: ["retired", code, "replacedBy"] };
  }
}

function memberUses(kind: "group" | "tag", name: string, { tables, cases, entries }: ResolvedTable): readonly Use[] {
  const field = kind === "group" ? "groups" : "tags";
  const uses: Use[] = [];
  for (const { document, table, translations } of tables) {
    if (Object.hasOwn(table[field] ?? {}, name))
      uses.push({ role: "definition", document, path: [field, name], at: "key" });
    for (const { document: own, translation } of translations) {
      if (Object.hasOwn(translation[field] ?? {}, name)) {
        uses.push({ role: "translation", document: own, path: [field, name], at: "key" });
      }
    }
  }
  const seen = new Set<string>();
  for (const { owner, layers } of new Set([...entries, ...cases])) {
    for (const { path, fields } of layers) {
      const { group, tags = [] } = fields as { readonly group?: string; readonly tags?: readonly string[] };
      const found =
        kind === "group"
          ? group === name
            ? [["group"]]
            : []
          : tags.flatMap((tag, index) => (tag === name ? [["tags", index]] : []));
      for (const steps of found) {
        const whole = [...path, ...steps];
        const key = JSON.stringify([owner.document.source.path, whole]);
        if (seen.has(key)) continue;
        seen.add(key);
        uses.push({ role: "member", document: owner.document, path: whole, at: "value" });
      }
    }
  }
  return uses;
}
