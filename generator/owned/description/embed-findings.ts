// The findings of an embedding, with their places in the description.
import type { Diagnostic } from "../../diagnostic/diagnostic.ts";
import { groupBy } from "../../diagnostic/group-by.ts";
import type { FindingId, Severity } from "../../diagnostic/kinds.ts";
import { createHinter } from "../../diagnostic/suggest.ts";
import { entriesOf, type JsonObject, listOf, objectOf } from "../../text/json/value.ts";
import type { Description } from "./description.ts";
import { refuse } from "./description-kinds.ts";
import type { ExternalOperations, FoundOperation } from "./description-operations.ts";
import { spanAt } from "./find-mapping.ts";
import type { MemberPath } from "./member-changes.ts";
import { ownerOf } from "./ownership.ts";
import type { SharedStatus } from "./plan-responses.ts";
import type { EmbeddedTable } from "./table-components.ts";

/** Reports a finding at a path of the description. */
export type Reporter = (code: FindingId, at: MemberPath, message: string, help: string, severity?: Severity) => void;

export function reporter(description: Description, found: Diagnostic[]): Reporter {
  return (code, at, message, help, severity = "error") => {
    const finding = refuse(description.source, spanAt(description, at), code, message, help);
    found.push({ ...finding, severity });
  };
}

export function reportExternal(external: readonly ExternalOperations[], report: Reporter): void {
  const [first] = external;
  if (first === undefined) return;
  const paths = new Set(external.map(({ path }) => path)).size;
  const more = paths === 1 ? "" : `, and so do those of ${paths - 1} more`;
  const message = `The operations of "${first.path}" stand in another file${more}, so that they would be left out.`;
  const help = "Embed into a description that holds them, or add the components alone: --operations none.";
  report("description-reference", [...first.at, "$ref"], message, help);
}

/** A response of somebody else is no problem: people only have to know that it stays. */
export function reportKept(kept: readonly MemberPath[], report: Reporter): void {
  const [first] = kept;
  if (first === undefined) return;
  const operations = new Set(kept.map((at) => JSON.stringify(at.slice(0, -1)))).size;
  const statuses = listedStatuses(kept);
  const subject = operations === 1 ? "An operation has" : `${operations} operations have`;
  const message = `${subject} other responses for ${statuses}, which stay as they are. The first is here.`;
  const help = "To have the response of the table instead, remove the other one and embed again.";
  report("embed-kept", first, message, help, "warning");
}

/** A description without an operation for the errors is no fault, but a person who embeds expects a change. */
export function reportUnused(operations: readonly FoundOperation[], report: Reporter): void {
  const [first] = operations;
  const components = "--operations none adds the components alone.";
  if (first === undefined) {
    const message = "The description has no operation, so that no errors are embedded.";
    report(
      "embed-unused",
      ["paths"],
      message,
      `Add one to "paths", "webhooks" or "callbacks"; ${components}`,
      "warning",
    );
    return;
  }
  const isOutgoing = operations.every((one) => one.isOutgoing);
  const message = isOutgoing
    ? "The description has only webhooks and callbacks, which servers of others answer, so that no errors are embedded."
    : "The table names none of the operations, so that no errors are embedded.";
  const help = `Name them under "operations" of the table, or in x-error-codes; --operations all takes every one, ${components}`;
  report("embed-unused", first.at, message, help, "warning");
}

/** Statuses of one operation that two tables have: a status has one response, so that people have to decide. */
export function reportShared(shared: readonly SharedStatus[], report: Reporter): void {
  for (const group of groupBy(shared, ({ owner, table }) => JSON.stringify([owner, table])).values()) {
    const [first] = group;
    if (first === undefined) continue;
    const { owner, table, at } = first;
    const statuses = listedStatuses(group.map((one) => one.at));
    const where = group.length === 1 ? "here" : `${group.length} times; the first is here`;
    const message = `"${owner}" and "${table}" both answer with ${statuses}: the codes of "${table}" are left out, ${where}.`;
    const help =
      'Name the operation under "operations" of the table that it belongs to, or put the codes into one table.';
    report("embed-shared-status", at, message, help, "warning");
  }
}

/** The statuses at the ends of paths, each once. */
function listedStatuses(paths: readonly MemberPath[]): string {
  return [...new Set(paths.map((at) => at.at(-1)))].toSorted().join(", ");
}

/** Codes of x-error-codes that neither a table of this run nor an embedded response has. */
export function reportUnknownCodes(
  data: JsonObject,
  operations: readonly FoundOperation[],
  tables: readonly EmbeddedTable[],
  report: Reporter,
): void {
  const ofTables = tables.flatMap(({ model }) =>
    model.errors.flatMap(({ code, wireCode }) => [code, String(wireCode)]),
  );
  const known = new Set([...ofTables, ...embeddedCodes(data)]);
  const hint = createHinter(known);
  for (const { at, data: operation } of operations) {
    for (const [index, code] of listOf(operation["x-error-codes"]).entries()) {
      if ((typeof code !== "string" && typeof code !== "number") || known.has(String(code))) continue;
      const help = hint(String(code)) ?? "Correct the code, or add it to a table.";
      const place = [...at, "x-error-codes", String(index)];
      report("embed-unknown-code", place, `No table has the code "${code}".`, help, "warning");
    }
  }
}

function embeddedCodes({ components }: JsonObject): readonly string[] {
  return entriesOf<JsonObject>(objectOf(components)["responses"]).flatMap(([, response]) =>
    ownerOf(response) === undefined ? [] : listOf(response["x-error-codes"]).map(String),
  );
}
