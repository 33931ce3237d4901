// Code and message become an object literal, the body that has no other members than the given ones.
import type { BodyModel } from "../../../model/body-model.ts";
import { blockDoc, keyed } from "../printer/code.ts";
import { type Doc, group, indent, LINE, typed } from "../printer/typescript-layout.ts";
import { membersOf, type Placed } from "../types/body-shape.ts";

/** The text after the key of a member. */
type ValueOf = (key: string) => Doc;

export function bodyLiteral(body: BodyModel, code: string, message: ValueOf, hasMembers: boolean): Doc {
  const text = body.message === undefined ? [] : [{ path: body.message.at, value: message }];
  const lines = memberLines([{ path: body.code.at, value: (key) => literalDoc(key, code) }, ...text]);
  if (!hasMembers) return blockDoc("{", lines);
  const object = blockDoc(typed("{", "Object.assign(copyOf(members), {"), [typed("...copyOf(members),"), ...lines]);
  return [object, typed("", ")")];
}

/** After the shortest keys formatters leave a text where it is. */
function literalDoc(key: string, literal: string): Doc {
  return key.length <= 4 ? ` ${literal}` : group(indent([LINE, literal]));
}

function memberLines(placed: readonly Placed<ValueOf>[]): readonly Doc[] {
  const members = membersOf<ValueOf>(placed, (_, inner) => () => [" ", blockDoc("{", memberLines(inner))]);
  return members.map(([name, text]) => keyed(String(name), (key) => [`${key}:`, text(key), ","]));
}
