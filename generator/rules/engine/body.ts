// The schemas of the common members of a table's bodies, for the rules.
import { bodyLayout } from "../../model/body-layout.ts";
import type { MemberModel } from "../../model/body-model.ts";
import type { ResolvedTable } from "../../reader/table/resolve.ts";
import { holderSchema } from "../../schema/members.ts";
import { inlineRefs } from "../../schema/refs.ts";
import type { JsonObject, JsonSchema } from "../../text/json/value.ts";

/** The common members whose schemas have no wrong reference. */
export function readableMembers({ root }: ResolvedTable): readonly MemberModel[] {
  return bodyLayout(root.table.body).members.flatMap((member) => {
    const schema = readable(member.schema);
    return schema === undefined ? [] : [{ ...member, schema }];
  });
}

/** A schema without references; undefined where the rule for references has a finding. */
export function readable(schema: JsonSchema | undefined): JsonSchema | undefined {
  if (schema === undefined) return undefined;
  const { schema: inlined, problems } = inlineRefs(schema);
  return problems.length === 0 ? inlined : undefined;
}

/** The common members as one schema; undefined where the rule for references has a finding in one of them. */
export function membersSchema(table: ResolvedTable): JsonObject | undefined {
  const members = readableMembers(table);
  if (members.length < bodyLayout(table.root.table.body).members.length) return undefined;
  return holderSchema(members.map(({ at, schema, required }) => ({ path: at, schema, required })));
}
