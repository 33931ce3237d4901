// Groups of codes become components: a schema per code, a union and a response per group, and the headers of the responses.
import { statusLine } from "../../model/http-status.ts";
import { type ErrorModel, type Model, mainCase } from "../../model/model.ts";
import { spellNull } from "../../schema/openapi-null.ts";
import type { Json, JsonObject } from "../../text/json/value.ts";
import { codeText, plainText } from "../../text/markdown/openapi-text.ts";
import type { OpenapiOptions } from "../options.gen.ts";
import { refTo, schemaName } from "./component-names.ts";
import { commonMembers, errorSchema } from "./error-schema.ts";
import { type HeaderRefs, headersOf } from "./header-components.ts";
import {
  codesOf,
  fallbackGroups,
  keyGroups,
  mergeGroups,
  type ResponseGroup,
  statusGroups,
} from "./response-groups.ts";
import { type OpenapiSettings, settingsOf } from "./settings.ts";

/** Components by name; without headers where no response has any. */
export type Components = {
  readonly schemas: JsonObject;
  readonly responses: JsonObject;
  readonly headers?: JsonObject;
};

/** The components of all statuses, operations and fallbacks of a table, for people who refer to them by hand. */
export function describeTable(model: Model, options: OpenapiOptions): Components {
  const settings = settingsOf(options);
  const groups = mergeGroups([
    ...statusGroups(model, settings),
    ...model.operations.flatMap(({ name, answers }) => keyGroups(name, codesOf(answers), model, settings)),
    ...fallbackGroups(model, settings),
  ]);
  return componentsOf(model, groups, settings);
}

/** Only the components that the groups need; no two groups may have one name. */
export function componentsOf(model: Model, groups: readonly ResponseGroup[], settings: OpenapiSettings): Components {
  const common = commonMembers(model.body);
  const used = new Set(groups.flatMap(({ errors }) => errors));
  const headers = headersOf(model, groups, settings);
  const schemas = model.errors
    .filter((error) => used.has(error))
    .map((error) => {
      const schema = spellNull(errorSchema(error, model.body, common), settings.version);
      return [schemaName(error, settings), schema] as const;
    });
  const unions = groups.map((group) => [group.name, unionOf(group, model, settings)] as const);
  const responses = groups.map((group) => [group.name, responseOf(group, headers.ofGroup(group), model)] as const);
  return {
    schemas: Object.fromEntries<Json>([...schemas, ...unions]),
    responses: Object.fromEntries<Json>(responses),
    ...(headers.components.length === 0 ? {} : { headers: Object.fromEntries<Json>(headers.components) }),
  };
}

/**
 * A single code has a union too, so that a second one changes no type's name. Every code is mapped: without a mapping,
 * generators take the schema's name for the code. A discriminator cannot name a member of a member, and linters do not
 * look that deep for the difference between alternatives.
 */
function unionOf({ name, errors }: ResponseGroup, { body }: Model, settings: OpenapiSettings): JsonObject {
  const refs = errors.map((error: ErrorModel) => [error.code, refTo("schemas", schemaName(error, settings))] as const);
  const [member, ...inner] = body.code.at;
  const isNested = inner.length > 0;
  const isDiscriminated = settings.discriminator && !isNested;
  // Without a discriminator, linters report a union of one.
  const single = isDiscriminated ? "oneOf" : "allOf";
  const several = isNested ? "anyOf" : "oneOf";
  return {
    title: name,
    [refs.length > 1 ? several : single]: refs.map(([, $ref]) => ({ $ref })),
    ...(isDiscriminated ? { discriminator: { propertyName: member ?? "", mapping: Object.fromEntries(refs) } } : {}),
  };
}

/** The codes are listed for tools that read extensions. */
function responseOf(group: ResponseGroup, headers: HeaderRefs, model: Model): JsonObject {
  const { name, errors } = group;
  const examples = errors.flatMap(examplesOf);
  return {
    description: descriptionOf(group, model),
    ...(headers.length === 0 ? {} : { headers: Object.fromEntries<Json>(headers) }),
    content: {
      [model.body.mediaType]: {
        schema: { $ref: refTo("schemas", name) },
        ...(examples.length === 0 ? {} : { examples: Object.fromEntries<Json>(examples) }),
      },
    },
    "x-error-codes": errors.map(({ code }) => code),
  };
}

function descriptionOf({ range, errors }: ResponseGroup, { title }: Model): string {
  if (typeof range === "number") return `${statusLine(range)}: ${errors.map(({ code }) => codeText(code)).join(", ")}`;
  return `${FALLBACKS[range]} of ${plainText(title)}.`;
}

const FALLBACKS = { "4XX": "Any client error", "5XX": "Any server error", default: "Any error" } as const;

/** An error's first example has the error's name, which stays when examples are added. */
function examplesOf(error: ErrorModel): readonly (readonly [string, JsonObject])[] {
  const { code, identifier } = error;
  const { examples } = mainCase(error);
  return examples.map(({ name, summary, body }, index) => [
    index === 0 ? identifier : `${identifier}.${name}`,
    { summary: summary === undefined ? code : `${code}: ${summary}`, value: body },
  ]);
}
