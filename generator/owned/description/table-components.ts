// A table and the operations of a description → the components and responses that the description should have of it.

import type { Model } from "../../model/model.ts";
import { describeTable } from "../../products/openapi/all-responses.ts";
import { describeOperations, type OperationErrors } from "../../products/openapi/operation-responses.ts";
import type { OpenapiOptions } from "../../products/options.gen.ts";
import type { JsonObject } from "../../text/json/value.ts";
import type { FoundOperation } from "./description-operations.ts";
import { marked } from "./ownership.ts";
import { findReferences } from "./references.ts";

export interface EmbeddedTable {
  readonly model: Model;
  readonly options: OpenapiOptions;
}

/** table: operations that the table or x-error-codes name; all: every one; none: components only. */
export type OperationsMode = "all" | "table" | "none";

export const KINDS = ["schemas", "responses", "headers"] as const;
export type Kind = (typeof KINDS)[number];

export interface Wanted {
  /** Every component that the description may come to need: those of its operations, and all of the table's. */
  readonly pool: Pool;
  /** By operation; those that nothing is wanted of are left out. */
  readonly responses: ReadonlyMap<FoundOperation, Readonly<Record<string, JsonObject>>>;
  /** What the table and x-error-codes say of the operations, in their order. */
  readonly errors: readonly OperationErrors[];
}

export type Pool = Readonly<Record<Kind, ReadonlyMap<string, JsonObject>>>;

export function wantedOf(
  { model, options }: EmbeddedTable,
  operations: readonly FoundOperation[],
  mode: OperationsMode,
): Wanted {
  const { operations: errors } = describeOperations(model, options, operations);
  const meant = operations.filter((_, index) => isMeant(errors[index], mode));
  const described = describeOperations(model, options, meant);
  const everything = describeTable(model, options);
  const responses = new Map(meant.map((operation, index) => [operation, described.operations[index]?.responses ?? {}]));
  const named = (kind: Kind): ReadonlyMap<string, JsonObject> => {
    const components = { ...everything[kind], ...described.components[kind] };
    return new Map(Object.entries(components).map(([name, value]) => [name, value as JsonObject]));
  };
  return {
    pool: { schemas: named("schemas"), responses: named("responses"), headers: named("headers") },
    responses,
    errors,
  };
}

function isMeant(errors: OperationErrors | undefined, mode: OperationsMode): boolean {
  return mode === "all" || (mode === "table" && errors?.source !== "all");
}

/** Those that references lead to, marked as the table's: linters complain of what nobody uses. */
export function reachable(pool: Pool, roots: Iterable<string>, table: string): Pool {
  const reached = { schemas: new Map(), responses: new Map(), headers: new Map() } satisfies Record<Kind, unknown>;
  const open = [...roots];
  for (let ref = open.pop(); ref !== undefined; ref = open.pop()) {
    const [, kind, name = ""] = /^#\/components\/(schemas|responses|headers)\/([\w.-]+)$/.exec(ref) ?? [];
    const component = kind === undefined ? undefined : pool[kind as Kind].get(name);
    if (component === undefined || reached[kind as Kind].has(name)) continue;
    reached[kind as Kind].set(name, marked(component, table));
    open.push(...findReferences(component).keys());
  }
  // In the order of the pool, however they were reached.
  const inOrder = (kind: Kind): ReadonlyMap<string, JsonObject> =>
    new Map(
      [...pool[kind].keys()].flatMap((name) => (reached[kind].has(name) ? [[name, reached[kind].get(name)]] : [])),
    );
  return { schemas: inOrder("schemas"), responses: inOrder("responses"), headers: inOrder("headers") };
}

export function allOf(pool: Pool): readonly string[] {
  return KINDS.flatMap((kind) => [...pool[kind].keys()].map((name) => `#/components/${kind}/${name}`));
}
