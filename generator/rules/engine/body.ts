// The description of response bodies in a table, with its defaults, for the rules.
import type { Table } from "../../reader/spec.gen.ts";
import type { ResolvedTable } from "../../reader/table/resolve.ts";
import { inlineRefs } from "../../schema/refs.ts";
import { pointerTokens } from "../../text/json/pointer.ts";
import { type JsonObject, type JsonSchema, recordOf } from "../../text/json/value.ts";

export interface BodyShape {
  /** Tokens of the pointers. */
  readonly code: readonly string[];
  readonly message: readonly string[];
  readonly properties: Readonly<Record<string, JsonSchema>>;
  readonly required: readonly string[];
}

/** A table that does not describe its bodies has the members `code` and `message`. */
export function bodyOf({ body }: Table): BodyShape {
  return {
    code: pointerTokens(body?.code ?? "/code"),
    message: pointerTokens(body?.message ?? "/message"),
    properties: (body?.properties ?? {}) as Readonly<Record<string, JsonSchema>>,
    required: body?.required ?? [],
  };
}

/** A schema without references; undefined where the rule for references has a finding. */
export function readable(schema: JsonSchema | undefined): JsonSchema | undefined {
  if (schema === undefined) return undefined;
  const { schema: inlined, problems } = inlineRefs(schema);
  return problems.length === 0 ? inlined : undefined;
}

/** The common members as one schema; undefined where the rule for references has a finding in one of them. */
export function membersSchema({ root }: ResolvedTable): JsonObject | undefined {
  const { properties, required } = bodyOf(root.table);
  const members = Object.entries(properties).map(([name, schema]) => [name, readable(schema)] as const);
  if (members.some(([, schema]) => schema === undefined)) return undefined;
  const known = recordOf(members.map(([name, schema]) => [name, schema ?? true]));
  return { type: "object", properties: known, required: required.filter((name) => Object.hasOwn(known, name)) };
}
