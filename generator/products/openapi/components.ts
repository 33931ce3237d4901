// One schema per code, one named union and one response per group of codes, and the headers of the responses: all of it reachable.

import type { ErrorModel, Model } from "../../model/model.ts";
import { spellNull } from "../../schema/openapi-null.ts";
import type { Json, JsonObject } from "../../text/json/value.ts";
import type { ResponseGroup } from "./code-sets.ts";
import { type OpenapiSettings, refTo, schemaName } from "./component-names.ts";
import { commonMembers, errorSchema } from "./error-schema.ts";
import { headersOf } from "./header-components.ts";
import { responseOf } from "./response-component.ts";

/** By name, as a description holds them; without headers where no response has any. */
export type Components = {
  readonly schemas: JsonObject;
  readonly responses: JsonObject;
  readonly headers?: JsonObject;
};

/** Nothing but what the groups need; no two of them have the same name. */
export function componentsOf(model: Model, groups: readonly ResponseGroup[], settings: OpenapiSettings): Components {
  const common = commonMembers(model.body);
  const used = new Set(groups.flatMap(({ errors }) => errors));
  const headers = headersOf(model, groups, settings);
  const schemas: readonly (readonly [string, Json])[] = [
    ...model.errors
      .filter((error) => used.has(error))
      .map(
        (error) =>
          [schemaName(error, settings), spellNull(errorSchema(error, model.body, common), settings.version)] as const,
      ),
    ...groups.map((group) => [group.name, unionOf(group, model, settings)] as const),
  ];
  const responses = groups.map((group) => [group.name, responseOf(group, headers.ofGroup(group), model)] as const);
  return {
    schemas: Object.fromEntries(schemas),
    responses: Object.fromEntries<Json>(responses),
    ...(headers.components.length === 0 ? {} : { headers: Object.fromEntries<Json>(headers.components) }),
  };
}

/**
 * The union stays for a single code, so that a second one changes no type's name. Every code is mapped: generators
 * that find no mapping take the schema's name for the code. A discriminator cannot name a member of a member, nor do
 * linters look that deep for what keeps alternatives apart.
 */
function unionOf({ name, errors }: ResponseGroup, { body }: Model, settings: OpenapiSettings): JsonObject {
  const refs = errors.map((error: ErrorModel) => [error.code, refTo("schemas", schemaName(error, settings))] as const);
  const [member, ...inner] = body.code;
  const isNested = inner.length > 0;
  const isDiscriminated = settings.discriminator && !isNested;
  // Without a discriminator a union of one is no union to linters.
  const single = isDiscriminated ? "oneOf" : "allOf";
  const several = isNested ? "anyOf" : "oneOf";
  return {
    title: name,
    [refs.length > 1 ? several : single]: refs.map(([, $ref]) => ({ $ref })),
    ...(isDiscriminated ? { discriminator: { propertyName: member ?? "", mapping: Object.fromEntries(refs) } } : {}),
  };
}
