// The paths of the members of a body become the type of that body.
import { groupBy } from "../../../diagnostic/group-by.ts";
import type { BodyModel } from "../../../model/body-model.ts";
import { type MemberShape, member, STRING, type TypeShape } from "../printer/typescript-type.ts";
import type { PlannedError } from "../product-plan.ts";
import { schemaMember, schemaType } from "./schema-types.ts";

/** A body with this type of code; the members of a single error come after the members of all errors. */
export function bodyType(body: BodyModel, code: TypeShape, error?: PlannedError): TypeShape {
  const common: readonly MemberShape[] = [
    ...objectType([
      { path: body.code.at, value: code },
      ...(body.message === undefined ? [] : [{ path: body.message.at, value: STRING }]),
    ]).members,
    ...body.members.map(({ at, schema, required }) => schemaMember(at[0] ?? "", schema, required)),
  ];
  return withDetails(common, error?.own === undefined ? undefined : schemaType({ type: "object", ...error.own }));
}

function withDetails(common: readonly MemberShape[], details: TypeShape | undefined): TypeShape {
  if (details?.kind === "union")
    return { kind: "union", members: details.members.map((member) => withDetails(common, member)) };
  if (details?.kind !== "object") return { kind: "object", members: common };
  const taken = new Set(common.map((member) => member.name));
  return { kind: "object", members: [...common, ...details.members.filter((member) => !taken.has(member.name))] };
}

function objectType(placed: readonly Placed<TypeShape>[]): TypeShape & { readonly kind: "object" } {
  const members = membersOf(placed, (_, inner) => objectType(inner));
  return { kind: "object", members: members.map(([name, type]) => member(name, type)) };
}

/** A value at a place in a body. */
export interface Placed<Value> {
  readonly path: readonly string[];
  readonly value: Value;
}

/** The members of an object that has the values. If one path goes on from the end of another, the first path counts. */
export function membersOf<Value>(
  placed: readonly Placed<Value>[],
  objectOf: (name: string, inner: readonly Placed<Value>[]) => Value,
): readonly (readonly [name: string, value: Value])[] {
  return [...groupBy(placed, ({ path }) => path[0] ?? "")].map(([name, below]) => {
    const end = below.find(({ path }) => path.length === 1);
    const inner = below.map(({ path, value }) => ({ path: path.slice(1), value }));
    return [name, end === undefined ? objectOf(name, inner) : end.value];
  });
}
