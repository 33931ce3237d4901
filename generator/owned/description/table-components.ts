// A table and the operations of a description become the components and responses that the description should have.
import { modelFor } from "../../model/audience.ts";
import type { Model } from "../../model/model.ts";
import { refTo } from "../../products/openapi/component-names.ts";
import { describeTable } from "../../products/openapi/components.ts";
import {
  describeOperations,
  type OperationCodes,
  operationReader,
} from "../../products/openapi/operation-responses.ts";
import type { OpenapiOptions } from "../../products/options.gen.ts";
import type { JsonObject } from "../../text/json/value.ts";
import type { FoundOperation } from "./description-operations.ts";
import { withMark } from "./ownership.ts";
import { findReferences, referencePath } from "./references.ts";

export interface EmbeddedTable {
  readonly model: Model;
  readonly options: OpenapiOptions;
}

/**
 * table: only operations that the table or x-error-codes name; incoming: besides them all but webhooks and callbacks, which
 * others answer; all: every operation; none: components alone.
 */
export type OperationsMode = "all" | "incoming" | "table" | "none";

export const COMPONENT_KINDS = ["schemas", "responses", "headers"] as const;
export type ComponentKind = (typeof COMPONENT_KINDS)[number];
export type ComponentsByKind = Readonly<Record<ComponentKind, ReadonlyMap<string, JsonObject>>>;

export interface TableComponents {
  /** All components that the description may need: those of its operations and all of the table's. */
  readonly components: ComponentsByKind;
  /** The responses of the operations that the mode includes. */
  readonly responses: ReadonlyMap<FoundOperation, Readonly<Record<string, JsonObject>>>;
  /** The codes of each operation, in the order of the operations. */
  readonly codes: readonly OperationCodes[];
}

export function tableComponents(
  { model: whole, options }: EmbeddedTable,
  operations: readonly FoundOperation[],
  mode: OperationsMode,
): TableComponents {
  // An operation may name internal codes alone, which are no response, yet not unknown either.
  const codes = operations.map(operationReader(whole));
  const isIncluded = (index: number) => includes(mode, operations[index], codes[index]);
  const model = modelFor(options, whole);
  const described = describeOperations(
    model,
    options,
    codes.filter((_, index) => isIncluded(index)),
  );
  const all = describeTable(model, options);
  const components = byKind((kind) =>
    Object.entries({ ...all[kind], ...described.components[kind] } as Readonly<Record<string, JsonObject>>),
  );
  const included = operations.filter((_, index) => isIncluded(index));
  const responses = new Map(
    included.map((operation, index) => [operation, described.operations[index]?.responses ?? {}]),
  );
  return { components, responses, codes };
}

function includes(mode: OperationsMode, operation?: FoundOperation, codes?: OperationCodes): boolean {
  if (mode === "all" || mode === "none") return mode === "all";
  const isNamed = codes?.source !== "all" && codes?.source !== "every";
  if (operation?.isOutgoing) return isNamed;
  return mode === "incoming" || codes?.source !== "all";
}

function byKind(entriesOf: (kind: ComponentKind) => Iterable<readonly [string, JsonObject]>): ComponentsByKind {
  return {
    schemas: new Map(entriesOf("schemas")),
    responses: new Map(entriesOf("responses")),
    headers: new Map(entriesOf("headers")),
  };
}

/** The components that references lead to, with marks. Others are left out because linters report unused components. */
export function reachableComponents(
  components: ComponentsByKind,
  roots: Iterable<string>,
  table: string,
): ComponentsByKind {
  const reached = new Set<string>();
  const open = [...roots];
  for (let ref = open.pop(); ref !== undefined; ref = open.pop()) {
    const [root, kind = "", name = "", ...more] = referencePath(ref) ?? [];
    if (root !== "components" || more.length > 0 || !Object.hasOwn(components, kind)) continue;
    const component = components[kind as ComponentKind].get(name);
    if (component === undefined || reached.has(`${kind} ${name}`)) continue;
    reached.add(`${kind} ${name}`);
    open.push(...findReferences(component).keys());
  }
  return byKind((kind) =>
    [...components[kind]].flatMap(([name, component]) =>
      reached.has(`${kind} ${name}`) ? [[name, withMark(component, table)] as const] : [],
    ),
  );
}

export function allReferences(components: ComponentsByKind): readonly string[] {
  return COMPONENT_KINDS.flatMap((kind) => [...components[kind].keys()].map((name) => refTo(kind, name)));
}
