// Groups of codes become components: a schema per code, a union and a response per group, and the headers of the responses.
import { caseName } from "../../diagnostic/case-name.ts";
import { responseBody, UNNAMED } from "../../model/examples.ts";
import type { Model } from "../../model/model.ts";
import { spellVersion } from "../../schema/openapi-version.ts";
import { isPosition } from "../../text/json/pointer.ts";
import type { Json, JsonObject } from "../../text/json/value.ts";
import { descriptionText } from "../../text/markdown/openapi-text.ts";
import type { OpenapiOptions } from "../options.gen.ts";
import { bodyName, refTo, schemaName, withoutCodeName } from "./component-names.ts";
import { commonMembers, errorSchema, listBodySchema, withoutCodeSchema } from "./error-schema.ts";
import { groupedText, groupLine, isForAny } from "./error-texts.ts";
import { type HeaderRefs, headersOf } from "./header-components.ts";
import {
  errorsOf,
  fallbackGroups,
  type GroupedError,
  keyGroups,
  mergeGroups,
  type ResponseGroup,
  statusGroups,
} from "./response-groups.ts";
import { type OpenapiSettings, settingsOf } from "./settings.ts";
import { type RootlessModel, withoutRoot } from "./xml-root.ts";

/** Components by name; without headers where no response has any. */
export type Components = {
  readonly schemas: JsonObject;
  readonly responses: JsonObject;
  readonly headers?: JsonObject;
};

/** The components of all statuses, operations and fallbacks of a table, for references that are written by hand. */
export function describeTable(given: Model, options: OpenapiOptions): Components {
  const settings = settingsOf(options);
  const model = withoutRoot(given);
  const groups = mergeGroups([
    ...statusGroups(model, settings),
    ...model.operations.flatMap(({ name, answers }) => keyGroups(name, answers, model, settings)),
    ...fallbackGroups(model, settings),
  ]);
  return componentsOf(model, groups, settings);
}

/** Only the components that the groups need; no two groups may have one name. */
export function componentsOf(
  model: RootlessModel,
  groups: readonly ResponseGroup[],
  settings: OpenapiSettings,
): Components {
  const common = commonMembers(model.body);
  const used = new Set(groups.flatMap(({ placed }) => placed.map(({ error }) => error)));
  const headers = headersOf(model, groups, settings);
  const named = (name: string, schema: JsonObject) => [name, spellVersion(schema, settings.version)] as const;
  const schemas = model.errors
    .filter((error) => used.has(error))
    .map((error) => named(schemaName(error, settings), errorSchema(error, model, common, settings)));
  const withoutCode =
    model.body.code.isOptional && groups.length > 0
      ? [named(withoutCodeName(settings), withoutCodeSchema(model, common, settings))]
      : [];
  const ofGroups = groups.map((group) => ({ group, errors: errorsOf(group, model) }));
  const unions = ofGroups.map(({ group, errors }) => [group.name, unionOf(group, errors, model, settings)] as const);
  const bodies = groups.flatMap(({ name }) => {
    const schema = listBodySchema(model, refTo("schemas", name));
    return schema === undefined
      ? []
      : [named(bodyName(name), { title: bodyName(name), description: LIST_TEXT, ...schema })];
  });
  const responses = ofGroups.map(
    ({ group, errors }) => [group.name, responseOf(group, errors, headers.ofGroup(group), model, settings)] as const,
  );
  return {
    schemas: Object.fromEntries<Json>([...schemas, ...withoutCode, ...unions, ...bodies]),
    responses: Object.fromEntries<Json>(responses),
    ...(headers.components.length === 0 ? {} : { headers: Object.fromEntries<Json>(headers.components) }),
  };
}

const LIST_TEXT = "A response with a list of errors.";

/**
 * A single code has a union too, so that a second one changes no type's name. Every code is mapped: without a mapping,
 * generators take the schema's name for the code. A discriminator can only name a string that every body has, and no
 * member of a member or item of a list. Linters do not look for the difference between alternatives in other members.
 */
function unionOf(
  group: ResponseGroup,
  errors: readonly GroupedError[],
  model: Model,
  settings: OpenapiSettings,
): JsonObject {
  const { code } = model.body;
  const refs = errors.map(({ error }) => [error.wireCode, refTo("schemas", schemaName(error, settings))] as const);
  const [member, ...inner] = code.at;
  const isTelling = inner.length === 0 && !isPosition(member) && !code.isOptional;
  const isDiscriminated = settings.discriminator && isTelling && code.type === "string";
  // Without a discriminator, linters report a union of one.
  const single = isDiscriminated ? "oneOf" : "allOf";
  const several = isTelling ? "oneOf" : "anyOf";
  const all = [
    ...refs.map(([, ref]) => ref),
    ...(code.isOptional ? [refTo("schemas", withoutCodeName(settings))] : []),
  ];
  return {
    title: group.name,
    description: groupLine(group, errors, model, settings),
    [all.length > 1 ? several : single]: all.map(($ref) => ({ $ref })),
    ...(isDiscriminated ? { discriminator: { propertyName: String(member), mapping: Object.fromEntries(refs) } } : {}),
  };
}

/** The codes are listed for tools that read extensions. */
function responseOf(
  group: ResponseGroup,
  errors: readonly GroupedError[],
  headers: HeaderRefs,
  model: Model,
  settings: OpenapiSettings,
): JsonObject {
  const { list, mediaType } = model.body;
  const examples = errors.flatMap((grouped) => examplesOf(grouped, model));
  return {
    description: descriptionOf(group, errors, model, settings),
    ...(headers.length === 0 ? {} : { headers: Object.fromEntries<Json>(headers) }),
    content: {
      [mediaType]: {
        schema: { $ref: refTo("schemas", list === undefined ? group.name : bodyName(group.name)) },
        ...(examples.length === 0 ? {} : { examples: Object.fromEntries<Json>(examples) }),
      },
    },
    "x-error-codes": errors.map(({ error }) => error.code),
  };
}

function descriptionOf(
  group: ResponseGroup,
  errors: readonly GroupedError[],
  model: Model,
  settings: OpenapiSettings,
): string {
  const list = isForAny(group, settings) ? [] : errors.map(groupedText).filter((text) => text !== "");
  const first = groupLine(group, errors, model, settings);
  return list.length === 0 ? first : `${first}\n\n${descriptionText(list.join("\n"))}`;
}

/**
 * The first example of an error or of a case has its name, which stays when examples are added. Pages show the summaries
 * alone.
 */
function examplesOf({ error, cases }: GroupedError, { body }: Model): readonly (readonly [string, JsonObject])[] {
  return cases.flatMap((one) => {
    const [key, code] = [caseName(error.identifier, one.name), caseName(error.code, one.name)];
    return one.examples.flatMap(({ name, summary, body: item }, index) => {
      const value = responseBody(item, body);
      if (value === undefined) return [];
      const shown = summary ?? (name === UNNAMED ? undefined : name);
      const title = shown === undefined ? code : `${code}: ${shown}`;
      return [[index === 0 ? key : `${key}.${name}`, { summary: title, value }] as const];
    });
  });
}
