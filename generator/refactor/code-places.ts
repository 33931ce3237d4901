// The places of tables and translations that name an error: for renaming it, and for finding all that refers to it.

import { compareText } from "../diagnostic/diagnostic.ts";
import type { Place } from "../diagnostic/source.ts";
import { answeredError, errorNamed, type NamedError } from "../reader/table/answered-errors.ts";
import type { LoadedTable } from "../reader/table/resolve.ts";
import type { SpecDocument } from "../reader/yaml/document.ts";
import type { Path } from "../text/json/pointer.ts";
import { writtenName } from "../text/json/value.ts";
import { type Closure, closureOf, fieldOf, fieldsOf } from "./closure.ts";

export interface CodePlace extends Place {
  readonly role: "row" | "case" | "translation" | "answer" | "replacement" | "retired";
  readonly document: SpecDocument;
  /** In `document`. */
  readonly path: Path;
  /** Whether the name is the key at the path, and not the value. */
  readonly isKey: boolean;
  /** The error that the place names. */
  readonly named: NamedError;
  /** The part of the name that is written here: the code, the name of a case alone, both ("Denied.quota"), or the identifier of the error. */
  readonly writes: "code" | "case" | "both" | "identifier";
}

/**
 * `tables` are all tables of a project, as they are loaded; a table that others import need not be among them. Places of a code
 * include those of its cases that write the code. With `owner`, a code of other tables with the same name is left out.
 */
export function codePlaces(
  tables: readonly LoadedTable[],
  error: NamedError,
  owner?: Pick<SpecDocument, "source">,
): readonly CodePlace[] {
  const places = new Map<string, CodePlace>();
  for (const closure of tables.map(closureOf)) {
    const found = closure.errors.get(error.code)?.document;
    if (owner !== undefined && found?.source.path !== owner.source.path) continue;
    for (const place of placesIn(closure)) {
      if (!isOf(place, error)) continue;
      // A row that repeats the code of another file is an error of its own.
      if (place.role === "row" && found !== undefined && place.document !== found) continue;
      places.set(JSON.stringify([place.source.path, place.path, place.isKey]), place);
    }
  }
  return [...places.values()].toSorted(
    (a, b) => compareText(a.source.path, b.source.path) || a.span.start - b.span.start || a.span.end - b.span.end,
  );
}

function isOf({ named, writes }: CodePlace, { code, case: name }: NamedError): boolean {
  if (named.code !== code) return false;
  return name === undefined ? writes !== "case" : named.case === name && (writes === "case" || writes === "both");
}

/** The files with a row of the code, in the order of the tables. */
export function ownersOf(tables: readonly LoadedTable[], code: string): readonly SpecDocument[] {
  const owners = tables.flatMap((table) =>
    closureOf(table)
      .tables.map(({ document }) => document)
      .filter(({ data }) => fieldOf(fieldOf(data, "errors"), code) !== undefined),
  );
  return [...new Map(owners.map((document) => [document.source.path, document])).values()];
}

function* placesIn(closure: Closure): Iterable<CodePlace> {
  const { root, tables, errors } = closure;
  for (const { document, translations } of tables) {
    const data = document.data;
    const value = (path: Path, role: CodePlace["role"], named: NamedError, writes: CodePlace["writes"]): CodePlace => ({
      ...{ role, document, path, isKey: false, named, writes },
      ...{ source: document.source, span: document.valueSpan(path) },
    });
    for (const [code, row] of fieldsOf(fieldOf(data, "errors"))) {
      yield keyPlace(document, ["errors", code], "row", { code }, "code");
      for (const [name] of fieldsOf(fieldOf(row, "cases")))
        yield keyPlace(document, ["errors", code, "cases", name], "case", { code, case: name }, "case");
      const target = writtenName(fieldOf(fieldOf(row, "deprecated"), "replacedBy"));
      if (target !== undefined) yield replacement(["errors", code, "deprecated", "replacedBy"], target);
    }
    for (const [code, end] of fieldsOf(fieldOf(data, "retired"))) {
      yield keyPlace(document, ["retired", code], "retired", { code }, "code");
      const target = writtenName(fieldOf(end, "replacedBy"));
      if (target !== undefined) yield replacement(["retired", code, "replacedBy"], target);
    }
    for (const [operation, answers] of fieldsOf(fieldOf(data, "operations"))) {
      for (const [index, answer] of (Array.isArray(answers) ? answers : []).entries()) {
        const path = ["operations", operation, index];
        const name = writtenName(answer) ?? writtenName(fieldOf(answer, "code"));
        if (name === undefined) continue;
        const written = errorNamed(name, errors);
        // An answer may have the identifier in the place of the code.
        const { code } = answeredError(name, errors);
        const ofCase = writtenName(fieldOf(answer, "case"));
        const named = { ...written, code, ...(ofCase === undefined ? {} : { case: ofCase }) };
        const at = writtenName(answer) === undefined ? [...path, "code"] : path;
        const whole = written.case === undefined ? "code" : "both";
        yield value(at, "answer", named, written.code === code ? whole : "identifier");
        if (ofCase !== undefined) yield value([...path, "case"], "answer", named, "case");
      }
    }
    for (const { document: translation } of translations) {
      for (const [name, texts] of fieldsOf(fieldOf(translation.data, "errors"))) {
        const named = errorNamed(name, errors);
        // Only the translation of the root has texts of imported errors, too.
        const owner = errors.get(named.code)?.document;
        if (owner !== undefined && owner !== document && document !== root.document) continue;
        const writes = named.case === undefined ? "code" : "both";
        yield keyPlace(translation, ["errors", name], "translation", named, writes);
        if (writes === "both") continue;
        for (const [ofCase] of fieldsOf(fieldOf(texts, "cases"))) {
          const path = ["errors", name, "cases", ofCase];
          yield keyPlace(translation, path, "translation", { code: name, case: ofCase }, "case");
        }
      }
    }

    function replacement(path: Path, name: string): CodePlace {
      const named = errorNamed(name, errors);
      return value(path, "replacement", named, named.case === undefined ? "code" : "both");
    }
  }
}

function keyPlace(
  document: SpecDocument,
  path: Path,
  role: CodePlace["role"],
  named: NamedError,
  writes: CodePlace["writes"],
): CodePlace {
  const { source } = document;
  return { role, document, path, isKey: true, named, writes, source, span: document.keySpan(path) };
}
