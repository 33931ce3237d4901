// The places of the members of a body become the type of that body.
import { groupBy } from "../../../diagnostic/group-by.ts";
import type { BodyModel, ListModel, MemberModel, MessageModel } from "../../../model/body-model.ts";
import { messageSchema } from "../../../model/body-schema.ts";
import type { MemberShape, TypeShape } from "../printer/typescript-type.ts";
import type { PlannedError } from "../product-plan.ts";
import { meet, schemaMember, schemaType } from "./schema-types.ts";

type ObjectShape = TypeShape & { readonly kind: "object" };
type MemberType = Omit<MemberShape, "name">;

/** A body with this type of code; the members of a single error come after the members of all errors. */
export function bodyType(
  body: BodyModel,
  code: TypeShape,
  error?: Pick<PlannedError, "own">,
  { mayLackCode = false, typeOf = ({ type }: MemberType, _at: readonly string[]): TypeShape => type } = {},
): TypeShape {
  const { message } = body;
  const { members } = objectType([
    { path: body.code.at, value: { type: code, required: !mayLackCode } },
    ...(message === undefined
      ? []
      : [{ path: message.at, value: { type: messageType(message), required: !message.isOptional } }]),
    ...body.members
      .map(placedType)
      .map(({ path, value }) => ({ path, value: { ...value, type: typeOf(value, path) } })),
  ]);
  return withOwn(members, error?.own === undefined ? undefined : schemaType({ type: "object", ...error.own }));
}

function messageType(message: MessageModel): TypeShape {
  return schemaType(messageSchema(message));
}

/** A response with a list of these items. */
export function responseType({ at, members }: ListModel, item: TypeShape): TypeShape {
  const type: TypeShape = { kind: "array", item };
  return at.length === 0
    ? type
    : objectType([{ path: at, value: { type, required: true } }, ...members.map(placedType)]);
}

function placedType({ at, schema, required }: MemberModel): Placed<MemberType> {
  return { path: at, value: schemaMember(at.at(-1) ?? "", schema, required) };
}

function withOwn(common: readonly MemberShape[], own: TypeShape | undefined): TypeShape {
  if (own?.kind === "union") return { kind: "union", members: own.members.map((member) => withOwn(common, member)) };
  return { kind: "object", members: own?.kind === "object" ? narrowed(common, own.members) : common };
}

/** The own members narrow the common ones of the same name; the other own members follow. */
function narrowed(common: readonly MemberShape[], own: readonly MemberShape[]): readonly MemberShape[] {
  const left = new Map(own.map((member) => [member.name, member]));
  const both = common.map((member): MemberShape => {
    const other = left.get(member.name);
    if (other === undefined) return member;
    left.delete(member.name);
    const type = narrowedType(member.type, other.type);
    return { ...member, type, required: member.required || other.required, doc: member.doc ?? other.doc };
  });
  return [...both, ...left.values()];
}

function narrowedType(common: TypeShape, own: TypeShape): TypeShape {
  if (common.kind === "object" && own.kind === "object" && common.members.length > 0)
    return { kind: "object", members: narrowed(common.members, own.members) };
  return meet(common, own);
}

function objectType(placed: readonly Placed<MemberType>[]): ObjectShape {
  const members = membersOf<MemberType>(placed, (_, inner) => ({
    type: objectType(inner),
    required: inner.some(({ value }) => value.required),
  }));
  return { kind: "object", members: members.map(([name, shape]) => ({ ...shape, name })) };
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
