// The values of a field of people's own become the type of that field.
import { isList, isObject, type Json } from "../../../text/json/value.ts";
import { type MemberShape, NEVER, NUMBER, named, STRING, type TypeShape } from "../printer/typescript-type.ts";
import { union } from "../types/schema-types.ts";

/** A member that is optional where a row lacks the field; undefined where all of them do. */
export function extensionMember(name: string, values: readonly (Json | undefined)[]): MemberShape | undefined {
  const given = values.filter((value) => value !== undefined);
  if (given.length === 0) return undefined;
  return { name, type: typeOfValues(given), required: given.length === values.length };
}

function typeOfValues(values: readonly Json[]): TypeShape {
  const lists = values.filter(isList);
  const objects = values.filter(isObject);
  const others = values.filter((value) => !isList(value) && !isObject(value));
  return union([
    ...others.map(typeOfPlain),
    ...(lists.length === 0 ? [] : [{ kind: "array", item: itemType(lists.flat()) } as const]),
    ...(objects.length === 0 ? [] : [typeOfObjects(objects)]),
  ]);
}

function itemType(items: readonly Json[]): TypeShape {
  return items.length === 0 ? NEVER : typeOfValues(items);
}

function typeOfPlain(value: Json): TypeShape {
  if (typeof value === "string") return STRING;
  if (typeof value === "number") return NUMBER;
  return value === null ? named("null", "null") : named("boolean", "boolean");
}

function typeOfObjects(objects: readonly Readonly<Record<string, Json>>[]): TypeShape {
  const names = [...new Set(objects.flatMap((object) => Object.keys(object)))].toSorted();
  if (names.length === 0) return named("Readonly<Record<string, never>>", "object");
  const members = names.map((name) =>
    extensionMember(
      name,
      objects.map((object) => (Object.hasOwn(object, name) ? object[name] : undefined)),
    ),
  );
  return { kind: "object", members: members.filter((member) => member !== undefined) };
}
