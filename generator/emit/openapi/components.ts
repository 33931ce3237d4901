// One schema per code, one named union and one response per status, and the headers of the responses: all of it reachable.
import type { Json, JsonObject } from "../../model/json.ts";
import type { ErrorModel, Model } from "../../model/model.ts";
import { headersOf } from "./headers.ts";
import { type OpenapiSettings, schemaName, schemaRef, statusErrorsName } from "./names.ts";
import { responseOf } from "./responses.ts";
import { commonMembers, errorSchema } from "./schemas.ts";

export function componentsOf(model: Model, settings: OpenapiSettings): JsonObject {
  const statuses = byStatus(model.errors);
  const common = commonMembers(model.body);
  const headers = headersOf(statuses, settings);
  const schemas: readonly (readonly [string, Json])[] = [
    ...model.errors.map((error) => [schemaName(error, settings), errorSchema(error, model.body, common)] as const),
    ...statuses.map(
      ([status, errors]) => [statusErrorsName(status, settings), unionOf(status, errors, model, settings)] as const,
    ),
  ];
  const responses = statuses.map(
    ([status, errors]) =>
      [
        statusErrorsName(status, settings),
        responseOf(status, errors, headers.ofStatus(status), model, settings),
      ] as const,
  );
  return {
    components: {
      schemas: Object.fromEntries(schemas),
      responses: Object.fromEntries<Json>(responses),
      ...(headers.components.length === 0 ? {} : { headers: Object.fromEntries<Json>(headers.components) }),
    },
  };
}

/**
 * The union stays for a single code, so that a second one changes no type's name. Every code is mapped: generators
 * that find no mapping take the schema's name for the code. A discriminator cannot name a member of a member, nor do
 * linters look that deep for what keeps alternatives apart.
 */
function unionOf(status: number, errors: readonly ErrorModel[], model: Model, settings: OpenapiSettings): JsonObject {
  const refs = errors.map((error) => [error.code, schemaRef(schemaName(error, settings))] as const);
  const [member, ...inner] = model.body.code;
  const isNested = inner.length > 0;
  const isDiscriminated = settings.discriminator && !isNested;
  // Without a discriminator a union of one is no union to linters.
  const single = isDiscriminated ? "oneOf" : "allOf";
  const several = isNested ? "anyOf" : "oneOf";
  return {
    title: statusErrorsName(status, settings),
    [refs.length > 1 ? several : single]: refs.map(([, $ref]) => ({ $ref })),
    ...(isDiscriminated ? { discriminator: { propertyName: member ?? "", mapping: Object.fromEntries(refs) } } : {}),
  };
}

function byStatus(errors: readonly ErrorModel[]): readonly (readonly [number, readonly ErrorModel[]])[] {
  const statuses = new Map<number, ErrorModel[]>();
  for (const error of errors) {
    const beside = statuses.get(error.status);
    if (beside === undefined) statuses.set(error.status, [error]);
    else beside.push(error);
  }
  return [...statuses].toSorted(([a], [b]) => a - b);
}
