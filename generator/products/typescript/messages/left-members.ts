// The members of a body that a program gives to a creator: all that neither the code nor the params fill in.
import { COMBINATIONS } from "../../../schema/keywords.ts";
import { heldParts, type Part } from "../../../schema/members.ts";
import { isPosition, type Path } from "../../../text/json/pointer.ts";
import { isObject, type JsonSchema, listOf } from "../../../text/json/value.ts";
import { type Declaration, declareTypeText } from "../printer/module.ts";
import { stringLiteral } from "../printer/typescript-literal.ts";
import { generic, literalType, named, type TypeShape } from "../printer/typescript-type.ts";
import type { Plan, PlannedError } from "../product-plan.ts";
import { schemaType, union } from "../types/schema-types.ts";

export type Place = Path;

/** Whether members are left: none, some that may be absent, or some that must be there. */
export type Left = "none" | "optional" | "required";

/** The members of an error besides the filled ones. */
export function leftMembers({ common }: Plan, { own, cases }: PlannedError, filled: readonly Place[]): Left {
  const hasDetails = own !== undefined && cases.some(({ details }) => details !== undefined);
  return most([
    leftIn(common, filled),
    own === undefined ? "none" : leftIn(own, filled),
    hasDetails ? "optional" : "none",
  ]);
}

function leftIn(schema: JsonSchema, filled: readonly Place[]): Left {
  if (!isObject(schema)) return "none";
  const members = heldParts(schema).map((part) => leftOfPart(part, filled));
  const parts = listOf<JsonSchema>(schema["allOf"]).map((part) => leftIn(part, filled));
  const choices = (["anyOf", "oneOf"] as const)
    .map((keyword) => listOf<JsonSchema>(schema[keyword]).map((part) => leftIn(part, filled)))
    .filter((lefts) => lefts.length > 0)
    .map((lefts) => (lefts.every((left) => left === "required") ? "required" : most(lefts.map(atMostOptional))));
  return most([...members, ...parts, ...choices]);
}

function leftOfPart({ token, schema, required }: Part, filled: readonly Place[]): Left {
  const below = filled.filter(([first]) => first === token);
  if (below.some(({ length }) => length === 1)) return "none";
  // A position that the table does not describe holds null.
  if (isPosition(token) && schema === true) return "none";
  if (below.length === 0) return required ? "required" : "optional";
  const left = leftIn(
    schema,
    below.map(([, ...place]) => place),
  );
  return required ? left : atMostOptional(left);
}

/** Whether something is left of an object that holds filled members. */
export function hasSharedObjects({ common }: Plan, { own }: PlannedError, filled: readonly Place[]): boolean {
  const heads = new Set(filled.filter(({ length }) => length > 1).map(([head]) => head));
  const schemas = [common, ...(own === undefined ? [] : [own])];
  return schemas.some((schema) => [...heads].some((head) => isLeftUnder(schema, head, filled)));
}

function isLeftUnder(schema: JsonSchema, head: string | number | undefined, filled: readonly Place[]): boolean {
  if (!isObject(schema)) return false;
  const part = heldParts(schema).find(({ token }) => token === head);
  if (part !== undefined && leftOfPart(part, filled) !== "none") return true;
  const parts = COMBINATIONS.flatMap((keyword) => listOf<JsonSchema>(schema[keyword]));
  return parts.some((part) => isLeftUnder(part, head, filled));
}

function atMostOptional(left: Left): Left {
  return left === "none" ? "none" : "optional";
}

/** Where members are left of one of several. */
export function most(lefts: readonly Left[]): Left {
  if (lefts.includes("required")) return "required";
  return lefts.includes("optional") ? "optional" : "none";
}

/** Whether the type of bodies of this error is a union. */
export function hasAlternatives({ own }: PlannedError): boolean {
  return own !== undefined && schemaType({ type: "object", ...own }).kind === "union";
}

/** The type of the members that are left of `body`. */
export function leftType(body: TypeShape, filled: readonly Place[], wholeOf: LeftTypes): TypeShape {
  const heads = union([...new Set(filled.map(([head]) => String(head)))].map(literalType));
  switch (wholeOf) {
    case "Omit":
    case "OmitEach":
      return generic(wholeOf, body, heads);
    case "Rest":
      return generic("Rest", body, union(filled.map(placeType)));
    default:
      return wholeOf satisfies never;
  }
}

export function placeType(place: Place): TypeShape {
  const items = place.map((token) => named(stringLiteral(String(token))));
  return { kind: "tuple", items, required: items.length, isWritable: true };
}

/** `Omit` leaves out members of one object, `OmitEach` those of each alternative, and `Rest` also members of objects inside. */
export type LeftTypes = "Omit" | "OmitEach" | "Rest";

/** The declarations that a type needs. */
export function leftTypes(kind: LeftTypes, { hasTuples }: Pick<Plan, "hasTuples">): readonly Declaration[] {
  return kind === "Rest" && hasTuples ? REST_OF_TUPLES : LEFT_TYPES[kind];
}

const LEFT_TYPES: Readonly<Record<LeftTypes, readonly Declaration[]>> = {
  Omit: [],
  // `Omit` makes one type of a union, with only the members that all alternatives share.
  OmitEach: [declareTypeText("type OmitEach<T, K extends string> = T extends T ? Omit<T, K> : never;")],
  Rest: restTypes("{ [Name in keyof Base as Exclude<Name, Paths[0]>]: Base[Name] }"),
};

/** A program gives what is left of a tuple as an object by its positions. */
const REST_OF_TUPLES: readonly Declaration[] = [
  ...restTypes("Pick<Base, Exclude<keyof Base, Paths[0] | TupleKey<Base>>>"),
  declareTypeText(`/** The names of the members that all lists have. */
type TupleKey<Base> = Base extends readonly unknown[]
  ? keyof (readonly unknown[])
  : never;`),
];

/** `others` is the type of the members that are on the way to none of the places. */
function restTypes(others: string): readonly Declaration[] {
  return [
    `/** A body without the members at these places. */
type Rest<Base, Paths extends readonly string[]> = Base extends object
  ? ${others} & {
      [Name in HeadsIn<Base, Paths> as KeyOf<Base, Name, Paths, true>]: Rest<
        Base[Name],
        Below<Paths, Name>
      >;
    } & {
      [Name in HeadsIn<Base, Paths> as KeyOf<Base, Name, Paths, false>]?: Rest<
        Base[Name],
        Below<Paths, Name>
      >;
    }
  : never;`,
    `/** The names of the objects of which something may be left. */
type HeadsIn<Base, Paths extends readonly string[]> = Exclude<
  keyof Base & Paths[0],
  LastIn<Paths>
>;`,
    `type LastIn<Paths> = Paths extends readonly [infer Name] ? Name : never;`,
    `type Below<Paths, Name> = Paths extends readonly [
  Name,
  infer Next extends string,
  ...infer More extends string[],
]
  ? [Next, ...More]
  : never;`,
    `type KeyOf<
  Base,
  Name extends keyof Base,
  Paths extends readonly string[],
  IsRequired,
> =
  Record<never, never> extends Rest<Base[Name], Below<Paths, Name>>
    ? IsRequired extends true
      ? never
      : Name
    : IsRequired extends true
      ? Name
      : never;`,
  ].map(declareTypeText);
}
