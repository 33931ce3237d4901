// The places of the members of a body become the type of that body.
import { groupBy } from "../../../diagnostic/group-by.ts";
import type { BodyModel, ListModel, MemberModel, MessageModel } from "../../../model/body-model.ts";
import { messageSchema } from "../../../model/body-schema.ts";
import { isPosition, type Path } from "../../../text/json/pointer.ts";
import { declareAlias, declareInterface } from "../printer/declarations.ts";
import type { Declaration } from "../printer/module.ts";
import { type MemberShape, type TypeShape, UNKNOWN } from "../printer/typescript-type.ts";
import type { PlannedError } from "../product-plan.ts";
import { meet, schemaMember, schemaType } from "./schema-types.ts";

type HolderShape = TypeShape & { readonly kind: "object" | "tuple" };
type MemberType = Omit<MemberShape, "name">;

/** A body with this type of code; the members of a single error come after the members of all errors. */
export function bodyType(
  body: BodyModel,
  code: TypeShape,
  error?: Pick<PlannedError, "own">,
  { mayLackCode = false, typeOf = ({ type }: MemberType, _at: Path): TypeShape => type } = {},
): TypeShape {
  const { message } = body;
  const common = holderType([
    { path: body.code.at, value: { type: code, required: !mayLackCode } },
    ...(message === undefined
      ? []
      : [{ path: message.at, value: { type: messageType(message), required: !message.isOptional } }]),
    ...body.members
      .map(placedType)
      .map(({ path, value }) => ({ path, value: { ...value, type: typeOf(value, path) } })),
  ]);
  return withOwn(common, error?.own === undefined ? undefined : schemaType({ type: "object", ...error.own }));
}

function messageType(message: MessageModel): TypeShape {
  return schemaType(messageSchema(message));
}

/** A response with a list of these items. */
export function responseType({ at, members }: ListModel, item: TypeShape): TypeShape {
  const type: TypeShape = { kind: "array", item };
  return at.length === 0
    ? type
    : holderType([{ path: at, value: { type, required: true } }, ...members.map(placedType)]);
}

function placedType({ at, schema, required }: MemberModel): Placed<MemberType> {
  return { path: at, value: schemaMember(String(at.at(-1)), schema, required) };
}

function withOwn(common: HolderShape, own: TypeShape | undefined): TypeShape {
  if (own?.kind === "union") return { kind: "union", members: own.members.map((member) => withOwn(common, member)) };
  if (common.kind === "tuple") return own === undefined ? common : meet(common, own);
  return { kind: "object", members: own?.kind === "object" ? narrowed(common.members, own.members) : common.members };
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

function holderType(placed: readonly Placed<MemberType>[]): HolderShape {
  const members = membersOf<MemberType>(placed, (_, inner) => ({
    type: holderType(inner),
    required: inner.some(({ value }) => value.required),
  }));
  if (members.some(([token]) => isPosition(token))) return tupleType(new Map(members));
  return { kind: "object", members: members.map(([name, shape]) => ({ ...shape, name: String(name) })) };
}

/** A tuple may have more items; those before one that is always there are always there, too. */
function tupleType(members: ReadonlyMap<string | number, MemberType>): HolderShape {
  const length = Math.max(...[...members.keys()].map(Number)) + 1;
  const items = Array.from({ length }, (_, position) => members.get(position)?.type ?? UNKNOWN);
  const required = Math.max(
    0,
    ...[...members].map(([token, { required: isNeeded }]) => (isNeeded ? Number(token) + 1 : 0)),
  );
  return { kind: "tuple", items, required, rest: UNKNOWN };
}

/** Objects are interfaces, whose names editors show. */
export function declareBody(head: DeclaredBody, type: TypeShape): Declaration {
  return type.kind === "object"
    ? declareInterface({ ...head, members: type.members })
    : declareAlias({ ...head, type });
}

type DeclaredBody = Omit<Parameters<typeof declareAlias>[0], "type">;

/** A value at a place in a body. */
export interface Placed<Value> {
  readonly path: Path;
  readonly value: Value;
}

/** The members of an object, or the positions of a list, that has the values. If one path goes on from the end of another, the first path counts. */
export function membersOf<Value>(
  placed: readonly Placed<Value>[],
  objectOf: (name: string | number, inner: readonly Placed<Value>[]) => Value,
): readonly (readonly [name: string | number, value: Value])[] {
  return [...groupBy(placed, ({ path }) => path[0] ?? "")].map(([name, below]) => {
    const end = below.find(({ path }) => path.length === 1);
    const inner = below.map(({ path, value }) => ({ path: path.slice(1), value }));
    return [name, end === undefined ? objectOf(name, inner) : end.value];
  });
}
