// A table as JSON and numbers that choose become the table after an edit, as people change tables from one release to the next.
import type { Json, JsonObject } from "../../generator/text/json/value.ts";

type Editable = { [name: string]: Json | Editable };
type Choose = <Item>(items: readonly Item[]) => Item | undefined;

/** The edit may leave a table with errors. */
export function editedTable(text: string, choices: readonly number[]): string {
  const table = JSON.parse(text) as Editable;
  let next = 0;
  const choose: Choose = (items) => items[(choices[next++ % choices.length] ?? 0) % items.length];
  const edit = choose(EDITS);
  const codes = Object.keys(table["errors"] as Editable);
  const code = choose(codes) ?? "";
  const row = (table["errors"] as Editable)[code] as Editable;
  const cases = Object.values((row["cases"] ?? {}) as Editable) as Editable[];
  const facts = choose([row, ...cases]) ?? row;
  edit?.({ table, row, facts, code, choose });
  return JSON.stringify(table);
}

interface Target {
  readonly table: Editable;
  readonly row: Editable;
  /** The row, or one of its cases. */
  readonly facts: Editable;
  readonly code: string;
  readonly choose: Choose;
}

const at = (owner: Editable, name: string): Editable => (owner[name] ?? {}) as Editable;

const EDITS: readonly ((target: Target) => void)[] = [
  ({ table, code }) => delete at(table, "errors")[code],
  ({ table, row, choose }) => {
    at(table, "errors")["Fresh.1"] = { ...row, identifier: choose(["Fresh", "Newest"]) ?? "" };
  },
  ({ facts, choose }) => {
    facts["status"] = choose<Json>([404, 409, 503, [404, 409], [500, 503]]) ?? 404;
  },
  ({ facts }) => delete facts["status"],
  ({ facts, choose }) => {
    facts["retry"] = choose(["never", "backoff", "throttled"]) ?? "never";
  },
  ({ facts }) => delete facts["retry"],
  ({ facts }) => {
    if (typeof facts["message"] === "string") facts["message"] += " now";
  },
  ({ facts }) => {
    delete facts["message"];
    delete facts["params"];
    delete facts["examples"];
  },
  ({ facts }) => {
    const names = Object.keys(at(facts, "params"));
    facts["params"] = Object.fromEntries(names.toReversed().map((name) => [name, at(facts, "params")[name] ?? {}]));
  },
  ({ facts, choose }) => {
    const name = choose(Object.keys(at(facts, "params")));
    if (name !== undefined) Object.assign(at(at(facts, "params"), name), { enum: ["x", "y"], example: "x" });
  },
  ({ facts, choose }) => {
    const name = choose(Object.keys(at(facts, "params")));
    if (name !== undefined) delete at(at(facts, "params"), name)["at"];
  },
  ({ facts, choose }) => {
    facts["details"] = choose<JsonObject>(DETAILS) ?? {};
  },
  ({ facts }) => {
    delete facts["details"];
    delete facts["at"];
    delete facts["examples"];
  },
  ({ facts, choose }) => {
    const details = at(facts, "details");
    if (details["properties"] === undefined) return;
    const properties = at(details, "properties");
    const name = choose(Object.keys(properties)) ?? "n";
    const change = choose(["type", "drop", "add", "require", "free", "note"]);
    if (change === "type") properties[name] = choose<JsonObject>(TYPES) ?? {};
    if (change === "drop") {
      delete properties[name];
      details["required"] = [];
    }
    if (change === "add") properties["fresh"] = choose<JsonObject>(TYPES) ?? {};
    if (change === "require") details["required"] = [name];
    if (change === "free") delete details["required"];
    if (change === "note") Object.assign(at(properties, name), { description: "Another text." });
  },
  ({ facts, choose }) => {
    facts["headers"] =
      choose<JsonObject>([{}, { "X-Fresh": {} }, { "Retry-After": { schema: { type: "string" } } }]) ?? {};
  },
  ({ row, choose }) => {
    row["tags"] = choose<Json>([[], ["One"], ["never"], ["One", "never"]]) ?? [];
  },
  ({ facts, choose }) => {
    const name = choose(Object.keys(at(facts, "constants")));
    if (name !== undefined) delete at(facts, "constants")[name];
  },
  ({ row, choose }) => {
    const name = choose(Object.keys(at(row, "cases")));
    if (name !== undefined) delete at(row, "cases")[name];
  },
  ({ row, choose }) => {
    const name = choose(Object.keys(at(row, "cases")));
    if (name === undefined) return;
    at(row, "cases")["fresh"] = at(row, "cases")[name] ?? {};
    delete at(row, "cases")[name];
  },
  ({ row }) => {
    row["description"] = "Another text.";
    row["x-note"] = "new";
  },
  ({ row }) => {
    row["deprecated"] = { reason: "It is never sent." };
  },
  ({ row }) => {
    row["audience"] = "internal";
  },
  ({ row }) => {
    row["identifier"] = "Renamed";
  },
  ({ table }) => {
    delete at(table, "body")["required"];
  },
  ({ table, choose }) => {
    const names = Object.keys(at(at(table, "body"), "properties"));
    at(table, "body")["required"] = names.filter((_, index) => choose([true, false]) === (index % 2 === 0));
  },
  ({ table }) => {
    const body = at(table, "body");
    body["properties"] = { ...at(body, "properties"), "/fresh": { type: "string", example: "a" } };
  },
  ({ table }) => {
    const body = at(table, "body");
    if (typeof body["message"] === "object") Object.assign(at(body, "message"), { maxLength: 5000 });
  },
  ({ table }) => delete at(table, "body")["aliases"],
  ({ table, choose }) => {
    const operation = choose(Object.keys(at(table, "operations")));
    if (operation !== undefined) delete at(table, "operations")[operation];
  },
  ({ table }) => {
    table["retired"] = {};
  },
  ({ table }) => {
    table["closed"] = table["closed"] !== true;
  },
  ({ table, code }) => {
    const row = at(table, "errors")[code] ?? {};
    const others = Object.entries(at(table, "errors")).filter(([each]) => each !== code);
    table["errors"] = { ...Object.fromEntries(others), [code]: row };
  },
];

const TYPES: readonly JsonObject[] = [
  { type: "string", example: "a" },
  { type: ["string", "null"] },
  { type: "integer" },
  { type: "number", minimum: 1 },
  { enum: ["a", "b"] },
  { type: "string", enum: ["a"] },
];

const DETAILS: readonly JsonObject[] = [
  { type: "object", properties: { n: { type: "integer" }, fresh: { type: "string" } } },
  { type: "object", properties: { n: { type: ["integer", "string"] } }, required: ["n"] },
  { type: "object", properties: { limit: { type: "number", example: 3 } }, required: ["limit"] },
  { type: "object", anyOf: [{ properties: { n: { type: "integer" } }, required: ["n"] }, { required: ["m"] }] },
];
