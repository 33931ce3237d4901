// The names that errors and translations use for groups or tags become findings where the table does not declare them.
import { createCorrector, createHinter } from "../../diagnostic/suggest.ts";
import type { ResolvedError, ResolvedTable } from "../../reader/table/resolve.ts";
import type { Path } from "../../text/json/pointer.ts";
import { freeName, inEntry, keyInTable } from "./places.ts";
import { type Finding, replacement } from "./rule.ts";

export interface Naming {
  /** The field at the top of tables and translations that declares the names. */
  readonly field: "groups" | "tags";
  /** Names a declaration in messages: "The group". */
  readonly subject: string;
  /** Says that an error has the name: belongs to the group. */
  readonly verb: string;
  /** The names that an error uses, with their places in it. */
  namesIn(error: ResolvedError): readonly (readonly [name: string, path: Path])[];
}

export function* undeclaredNames(
  { tables, entries }: ResolvedTable,
  { field, subject, verb, namesIn }: Naming,
): Iterable<Finding> {
  const declared = new Set(tables.flatMap(({ table }) => Object.keys(table[field] ?? {})));
  const hint = createHinter(declared);
  const correct = createCorrector(declared);
  const reported = new Set<string>();
  for (const entry of entries) {
    const names = namesIn(entry);
    const beside = names.map(([name]) => name);
    for (const [name, path] of names) {
      if (declared.has(name)) continue;
      const place = inEntry(entry, ...path);
      const isDefault = place.path[0] === "defaults";
      const key = JSON.stringify([entry.owner.document.source.path, place.path]);
      // Many errors have the name from the defaults, where it is written once.
      if (isDefault && reported.has(key)) continue;
      reported.add(key);
      yield {
        ...place,
        message: isDefault
          ? `${subject} "${name}" of the defaults is not in the table.`
          : `"${entry.code}" ${verb} "${name}", which is not in the table.`,
        help: hint(name, beside) ?? `Add it to "${field}".`,
        fix: replacement(freeName(correct(name), beside)),
      };
    }
  }
  for (const { document, translation } of tables.flatMap(({ translations }) => translations)) {
    for (const name of Object.keys(translation[field] ?? {})) {
      if (declared.has(name)) continue;
      yield {
        ...keyInTable({ document }, field, name),
        message: `${subject} "${name}" is not in the table.`,
        help: hint(name, Object.keys(translation[field] ?? {})) ?? "Remove it here.",
        fix: replacement(freeName(correct(name), Object.keys(translation[field] ?? {}))),
      };
    }
  }
}
