// The findings of an embedding, with their places in the description.
import type { Diagnostic } from "../../diagnostic/diagnostic.ts";
import { groupBy } from "../../diagnostic/group-by.ts";
import { createHinter } from "../../diagnostic/suggest.ts";
import { entriesOf, isObject, type Json, type JsonObject, listOf } from "../../text/json/value.ts";
import type { Description } from "./description.ts";
import type { FoundOperation } from "./description-operations.ts";
import { spanAt } from "./find-mapping.ts";
import type { MemberPath } from "./member-changes.ts";
import { ownerOf } from "./ownership.ts";
import type { SharedStatus } from "./plan-responses.ts";
import { refuse } from "./refuse.ts";
import type { EmbeddedTable } from "./table-components.ts";

export type Reporter = (
  code: string,
  at: MemberPath,
  message: string,
  help: string,
  severity?: Diagnostic["severity"],
) => Diagnostic;

export function reporter(description: Description): Reporter {
  return (code, at, message, help, severity = "error") => ({
    ...refuse(description.source, spanAt(description, at), code, message, help),
    severity,
  });
}

export function externalFindings(external: readonly MemberPath[], report: Reporter): readonly Diagnostic[] {
  const [first] = external;
  if (first === undefined) return [];
  const more = external.length === 1 ? "" : `, and so do those of ${external.length - 1} more`;
  const message = `The operations of "${first.at(-1)}" stand in another file${more}, so that they would be left out.`;
  const help = "Embed into a description that holds them, or add the components alone: --operations none.";
  return [report("description-reference", [...first, "$ref"], message, help)];
}

export function referringFindings(referring: readonly MemberPath[], report: Reporter): readonly Diagnostic[] {
  const message = "The responses of this operation stand elsewhere, where an edit would change other operations too.";
  const help = "Write the responses out at this place.";
  return referring.slice(0, 1).map((at) => report("description-reference", at, message, help));
}

export function keptNotes(kept: readonly MemberPath[], report: Reporter): readonly Diagnostic[] {
  const [first] = kept;
  if (first === undefined) return [];
  const operations = new Set(kept.map((at) => JSON.stringify(at.slice(0, -1)))).size;
  const statuses = listedStatuses(kept.map((at) => at.at(-1) ?? ""));
  const subject = operations === 1 ? "An operation has" : `${operations} operations have`;
  const message = `${subject} other responses for ${statuses}, which stay as they are. The first is here.`;
  const help = "To have the response of the table instead, remove the other one and embed again.";
  return [report("embed-kept", first, message, help, "warning")];
}

/** Removed components that somebody refers to. */
export function danglingFindings(
  written: ReadonlyMap<string, MemberPath>,
  removed: readonly string[],
  report: Reporter,
): readonly Diagnostic[] {
  return removed.flatMap((ref) => {
    const at = written.get(ref);
    const help = "Remove the reference, or refer to something else.";
    if (at === undefined) return [];
    return [report("embed-dangling", at, `"${ref}" is removed, but this refers to it.`, help, "warning")];
  });
}

export type PlacedStatus = SharedStatus & { readonly at: MemberPath };

/** Statuses of one operation that two tables have: a status has one response, so that people have to decide. */
export function sharedFindings(shared: readonly PlacedStatus[], report: Reporter): readonly Diagnostic[] {
  const pairs = groupBy(shared, ({ owner, table }) => JSON.stringify([owner, table]));
  return [...pairs.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { owner, table, at } = first;
    const statuses = listedStatuses(group.map(({ status }) => status));
    const where = group.length === 1 ? "here" : `${group.length} times; the first is here`;
    const message = `"${owner}" and "${table}" both answer with ${statuses}: the codes of "${table}" are left out, ${where}.`;
    const help =
      'Name the operation under "operations" of the table that it belongs to, or put the codes into one table.';
    return [report("embed-shared-status", at, message, help, "warning")];
  });
}

function listedStatuses(statuses: readonly string[]): string {
  return [...new Set(statuses)].toSorted().join(", ");
}

/** Codes of x-error-codes that neither a table of this run nor an embedded response has. */
export function unknownCodes(
  data: JsonObject,
  operations: readonly FoundOperation[],
  tables: readonly EmbeddedTable[],
  report: Reporter,
): readonly Diagnostic[] {
  if (tables.length === 0) return [];
  const ofTables = tables.flatMap(({ model }) => model.errors.map(({ code }): string => code));
  const known = new Set([...ofTables, ...embeddedCodes(data)]);
  const hint = createHinter(known);
  return operations.flatMap(({ at, data: operation }) =>
    listOf(operation["x-error-codes"]).flatMap((code, index) => {
      if ((typeof code !== "string" && typeof code !== "number") || known.has(String(code))) return [];
      const place = [...at, "x-error-codes", String(index)];
      const help = hint(String(code)) ?? "Correct the code, or add it to a table.";
      return [report("embed-unknown-code", place, `No table has the code "${code}".`, help, "warning")];
    }),
  );
}

function embeddedCodes({ components }: JsonObject): readonly string[] {
  const responses: Json | undefined = isObject(components) ? components["responses"] : undefined;
  return entriesOf<JsonObject>(responses).flatMap(([, response]) =>
    ownerOf(response) === undefined ? [] : listOf(response["x-error-codes"]).map(String),
  );
}
