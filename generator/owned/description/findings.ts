// What people are told of an embedding, with the places in their description.
import type { Diagnostic } from "../../diagnostic/diagnostic.ts";
import type { FindingId, Severity } from "../../diagnostic/kinds.ts";
import { createHinter } from "../../diagnostic/suggest.ts";
import { isObject, type Json, type JsonObject } from "../../text/json/value.ts";
import type { Path } from "./changes.ts";
import { type Description, refuse } from "./description.ts";
import type { FoundOperation, FoundOperations } from "./description-operations.ts";
import { spanAt } from "./maps.ts";
import { ownerOf } from "./ownership.ts";
import type { SharedStatus } from "./plan-responses.ts";
import type { EmbeddedTable, OperationsMode } from "./table-components.ts";

export type Reporter = (code: FindingId, at: Path, message: string, help: string, severity?: Severity) => Diagnostic;

export function reporter(description: Description): Reporter {
  return (code, at, message, help, severity = "error") => ({
    ...refuse(description.source, spanAt(description, at), code, message, help),
    severity,
  });
}

export function foreignFindings(
  { foreign }: FoundOperations,
  mode: OperationsMode,
  report: Reporter,
): readonly Diagnostic[] {
  const [first] = foreign;
  if (mode === "none" || first === undefined) return [];
  const more = foreign.length === 1 ? "" : `, and so do those of ${foreign.length - 1} more`;
  return [
    report(
      "description-reference",
      [...first, "$ref"],
      `The operations of "${first.at(-1)}" stand in another file${more}: they would be left out.`,
      "Embed into a description that holds them, or add the components alone: --operations none.",
    ),
  ];
}

export function responsesElsewhere(at: Path): Parameters<Reporter> {
  const message = "The responses of this operation stand elsewhere, where an edit would change other operations too.";
  return ["description-reference", at, message, "Write the responses out at this place."];
}

export function keptNotes(kept: readonly Path[], report: Reporter): readonly Diagnostic[] {
  const [first] = kept;
  if (first === undefined) return [];
  const operations = new Set(kept.map((at) => JSON.stringify(at.slice(0, -1)))).size;
  const statuses = [...new Set(kept.map((at) => at.at(-1)))].toSorted().join(", ");
  const whose = operations === 1 ? "An operation has" : `${operations} operations have`;
  const message = `${whose} other responses for ${statuses}, which stay as they are. The first is here.`;
  const help = "Remove a response, and embed again, to have that of the table in its place.";
  return [report("embed-kept", first, message, help, "warning")];
}

/** What people refer to goes when it is the table's to remove; that is for them to know. */
export function danglingFindings(
  written: ReadonlyMap<string, Path>,
  removed: ReadonlySet<string>,
  report: Reporter,
): readonly Diagnostic[] {
  return [...removed].flatMap((ref) => {
    const at = written.get(ref);
    const help = "Remove the reference, or refer to something else.";
    if (at === undefined) return [];
    return [report("embed-dangling", at, `"${ref}" is removed, and is referred to here.`, help, "warning")];
  });
}

/** Two tables of an operation's status: one key holds one response, so that somebody has to decide. */
export function sharedFindings(
  shared: readonly (SharedStatus & { readonly at: Path })[],
  report: Reporter,
): readonly Diagnostic[] {
  const pairs = new Map<string, (typeof shared)[number][]>();
  for (const one of shared) {
    const key = JSON.stringify([one.owner, one.table]);
    pairs.set(key, [...(pairs.get(key) ?? []), one]);
  }
  return [...pairs.values()].flatMap((all) => {
    const [first] = all;
    if (first === undefined) return [];
    const statuses = [...new Set(all.map(({ status }) => status))].toSorted().join(", ");
    const { owner, table, at } = first;
    const where = all.length === 1 ? "here" : `${all.length} times; the first is here`;
    const message = `"${owner}" and "${table}" both answer with ${statuses}: the codes of "${table}" are left out, ${where}.`;
    const help =
      'Say under "operations" of both tables which of them an operation is of, or put the codes into one table.';
    return [report("embed-shared-status", at, message, help, "warning")];
  });
}

/** Codes of x-error-codes that no table has: neither one of this run, nor one whose responses are in the description. */
export function unknownCodes(
  data: JsonObject,
  operations: readonly FoundOperation[],
  tables: readonly EmbeddedTable[],
  report: Reporter,
): readonly Diagnostic[] {
  if (tables.length === 0) return [];
  const known = new Set<string>(tables.flatMap(({ model }) => model.errors.map(({ code }) => code)));
  for (const code of embeddedCodes(data)) known.add(String(code));
  const hint = createHinter(known);
  return operations.flatMap(({ at, data: operation }) => {
    const listed = operation["x-error-codes"];
    return (Array.isArray(listed) ? (listed as readonly Json[]) : []).flatMap((code, index) => {
      if ((typeof code !== "string" && typeof code !== "number") || known.has(String(code))) return [];
      const place = [...at, "x-error-codes", String(index)];
      const help = hint(String(code)) ?? "Correct the code, or add it to a table.";
      return [report("embed-unknown-code", place, `No table has the code "${code}".`, help, "warning")];
    });
  });
}

function embeddedCodes(data: JsonObject): readonly Json[] {
  const components = isObject(data["components"]) ? data["components"]["responses"] : undefined;
  return Object.values(isObject(components) ? components : {}).flatMap((response) => {
    const codes = ownerOf(response) === undefined ? undefined : (response as JsonObject)["x-error-codes"];
    return Array.isArray(codes) ? (codes as readonly Json[]) : [];
  });
}
