// The paths of the members of a body become the type of that body.

import type { BodyModel } from "../../../model/model.ts";
import { bodyLevelDetails } from "../../../schema/body-level.ts";
import { type MemberShape, named, type TypeShape } from "../printer/typescript-type.ts";
import type { PlannedError } from "../product-plan.ts";
import { schemaType } from "./schema-types.ts";

/** A body with this type of code; the members of a single error come after the members of all errors. */
export function bodyType(body: BodyModel, code: TypeShape, error?: PlannedError): TypeShape {
  const common: readonly MemberShape[] = [
    ...placed([
      { path: body.code, type: code },
      { path: body.message, type: named("string", "string") },
    ]),
    ...body.properties.map(({ name, schema, required }): MemberShape => {
      const text = typeof schema === "object" ? (schema["description"] ?? schema["title"]) : undefined;
      return { name, type: schemaType(schema), required, ...(typeof text === "string" ? { doc: text } : {}) };
    }),
  ];
  return withDetails(
    common,
    error?.details === undefined ? undefined : schemaType({ type: "object", ...bodyLevelDetails(error.details) }),
  );
}

function withDetails(common: readonly MemberShape[], details: TypeShape | undefined): TypeShape {
  if (details?.kind === "union")
    return { kind: "union", members: details.members.map((member) => withDetails(common, member)) };
  if (details?.kind !== "object") return { kind: "object", members: common };
  const taken = new Set(common.map((member) => member.name));
  return { kind: "object", members: [...common, ...details.members.filter((member) => !taken.has(member.name))] };
}

interface Leaf {
  readonly path: readonly string[];
  readonly type: TypeShape;
}

/** Members in the order of the leaves. If one path goes on from the end of another, the first path counts. */
function placed(leaves: readonly Leaf[]): readonly MemberShape[] {
  const names = [...new Set(leaves.map((leaf) => leaf.path[0] ?? ""))];
  return names.map((name): MemberShape => {
    const below = leaves.filter((leaf) => leaf.path[0] === name);
    const end = below.find((leaf) => leaf.path.length === 1);
    const type: TypeShape = end?.type ?? {
      kind: "object",
      members: placed(below.map((leaf) => ({ path: leaf.path.slice(1), type: leaf.type }))),
    };
    return { name, type, required: true };
  });
}
