// The members of bodies in two versions become their differences: members that come or go, and values that they may have.

import { caseName } from "../../diagnostic/case-name.ts";
import { memoize } from "../../diagnostic/memoize.ts";
import { memberKey } from "../../model/body-layout.ts";
import type { BodyModel, MemberModel } from "../../model/body-model.ts";
import { ownSchema } from "../../model/body-schema.ts";
import type { CaseModel } from "../../model/model.ts";
import { bareHolder, holderSchema } from "../../schema/members.ts";
import type { JsonSchema } from "../../text/json/value.ts";
import type { ChangePlace, Subject } from "../change.ts";
import type { CasePair, Comparison } from "../pairs/comparison.ts";
import { paramPairs } from "../pairs/param-pairs.ts";
import { inCase, inTable, subjectOf } from "./change-places.ts";
import { waysToAll, waysToCode, withWays } from "./common-ways.ts";
import { bodiesRelation } from "./constant-scope.ts";
import { type SchemaChange, schemaChanges } from "./schema-changes.ts";

export interface MemberChange extends SchemaChange, Pick<Subject, "code" | "case"> {
  /** The bodies in words: "bodies", "bodies of "NotFound"". */
  readonly bodies: string;
  readonly where: ChangePlace;
}

/** Several rules ask for them. */
export const memberChanges = memoize(({ old, new: after, cases }: Comparison): readonly MemberChange[] => [
  ...placed(commonChanges(old.body, after.body), "bodies", after.body.members, ["body", "properties"]),
  ...placed(
    schemaChanges(membersSchema(old.body.list?.members), membersSchema(after.body.list?.members)),
    "responses",
    after.body.list?.members ?? [],
    ["body", "response", "properties"],
  ),
  ...cases.flatMap((pair) => caseChanges(pair, old.body, after.body)),
]);

function commonChanges(old: BodyModel, after: BodyModel): readonly SchemaChange[] {
  const ways = waysToCode(old, after);
  const places = [...old.members, ...after.members].map(({ at }) => at);
  const whole = ({ members, code }: BodyModel) => {
    const common = members.length === 0 ? bareHolder(code.at[0]) : membersSchema(members);
    return withWays(common, ways, places);
  };
  return schemaChanges(whole(old), whole(after));
}

function membersSchema(members: readonly MemberModel[] = []): JsonSchema {
  return holderSchema(members.map(({ at, schema, required }) => ({ path: at, schema, required })));
}

function placed(
  changes: readonly SchemaChange[],
  bodies: string,
  members: readonly MemberModel[],
  path: readonly string[],
): readonly MemberChange[] {
  return changes.map((change) => {
    const member = members.find(({ at }) => at.every((name, index) => change.at[index] === name));
    return { ...change, bodies, where: inTable(...path, ...(member === undefined ? [] : [memberKey(member.at)])) };
  });
}

/** Params that come, go or change their type have rules of their own. */
function caseChanges(pair: CasePair, oldBody: BodyModel, newBody: BodyModel): readonly MemberChange[] {
  const { old, new: after } = pair;
  if (old.details === after.details && isPlain(old) && isPlain(after)) return [];
  const kept = paramPairs(pair).pairs.filter((each) => each.old.type === each.new.type);
  const isWhole = old.template === undefined || after.template === undefined;
  const before = own(isWhole ? old : { ...old, params: kept.map((each) => each.old) }, oldBody);
  const now = own(isWhole ? after : { ...after, params: kept.map((each) => each.new) }, newBody);
  const ways = waysToAll(oldBody, newBody);
  const places = [old, after].flatMap(({ details, params }) => [details?.at ?? [], ...params.map(({ at = [] }) => at)]);
  const whole = (schema: JsonSchema) => withWays(schema, ways, places);
  const isHidden = hasCases(pair) && bodiesRelation(pair, oldBody, newBody) === "equal";
  return schemaChanges(whole(before), whole(now)).map((change) => {
    const isParam = kept.some(({ new: param }) => param.at?.join("/") === change.at.join("/"));
    const place = isParam ? inCase(pair, "params") : inCase(pair, "details");
    const bodies = `bodies of "${caseName(pair.error.new.code, after.name)}"`;
    return { ...change, ...(isHidden && { isUnseen: true }), ...subjectOf(pair), bodies, where: place };
  });
}

/** A value of one case shows in the type of the code only where no other case may have it. */
function hasCases({ error }: CasePair): boolean {
  return error.old.cases.length > 1;
}

function isPlain({ details, params }: CaseModel): boolean {
  return details === undefined && params.every(({ at }) => at === undefined);
}

function own(one: CaseModel, body: BodyModel): JsonSchema {
  return ownSchema({ cases: [{ ...one, constants: [] }] }, body) ?? bareHolder(body.code.at[0]);
}
