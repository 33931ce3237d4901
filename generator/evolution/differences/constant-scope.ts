// Where a constant that differs is seen: in bodies alone, or in generated types as well.

import type { BodyModel } from "../../model/body-model.ts";
import { ownSchema } from "../../model/body-schema.ts";
import { itemPlace } from "../../model/item-place.ts";
import type { CaseModel } from "../../model/model.ts";
import { bareHolder } from "../../schema/members.ts";
import { type Relation, relationOf } from "../../schema/within.ts";
import { type Path, pointerText } from "../../text/json/pointer.ts";
import { isObject } from "../../text/json/value.ts";
import type { Scope } from "../change.ts";
import type { CasePair, Comparison } from "../pairs/comparison.ts";

/** Types do not tell the contents of some item of a list. */
export function isInList(at: Path): boolean {
  return itemPlace(at).list !== undefined;
}

/**
 * Where a constant of some item comes or goes: types show no more of it than that its member is a list, which the version without
 * the constant may say as well.
 */
export function scopeOfItem(at: Path, { constants }: CaseModel, { members }: BodyModel): Scope {
  const list = pointerText(itemPlace(at).list ?? []);
  const isList =
    constants.some((other) => pointerText(itemPlace(other.at).list ?? []) === list) ||
    members.some(({ at: own, schema }) => pointerText(own) === list && isObject(schema) && schema["type"] === "array");
  return isList ? "wire" : "both";
}

/** Whether old programs know all bodies of the code: another case of it has them already. */
export function isKnownBody(pair: CasePair, { old, new: after }: Comparison): boolean {
  const relation = bodiesRelation(pair, old.body, after.body);
  return relation === "equal" || relation === "narrower";
}

/** How the bodies of a code, those of all its cases, differ as a whole. */
export function bodiesRelation({ error }: CasePair, old: BodyModel, after: BodyModel): Relation {
  const [before, now] = [ownSchema(error.old, old), ownSchema(error.new, after)];
  return relationOf(before ?? bareHolder(old.code.at[0]), now ?? bareHolder(after.code.at[0]));
}
