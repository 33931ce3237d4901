// Fields of a table become fields of the model; a field that the table lacks is lacking there, too.
import type { Lifecycle, Link, Schema } from "../reader/spec.gen.ts";
import { inlineRefs } from "../schema/refs.ts";
import { type JsonObject, type JsonSchema, recordOf } from "../text/json/value.ts";
import type { Extensions } from "./body-model.ts";
import type { LifecycleModel, LinkModel } from "./model.ts";

/** Under exactOptionalPropertyTypes a field is left out, never set to undefined. */
export function optional<Name extends string, Value>(
  name: Name,
  value: Value | undefined,
): { readonly [N in Name]?: Value } {
  return value === undefined ? {} : ({ [name]: value } as { readonly [N in Name]?: Value });
}

/** The named fields that are there, in this order. */
export function pick<Fields extends object, Name extends keyof Fields>(
  fields: Fields,
  ...names: Name[]
): Pick<Fields, Name> {
  const picked: Partial<Fields> = {};
  for (const name of names) if (fields[name] !== undefined) picked[name] = fields[name];
  return picked as Pick<Fields, Name>;
}

/** All fields but the named ones. */
export function omit<Fields extends object, Name extends keyof Fields>(
  fields: Fields,
  ...names: readonly Name[]
): Omit<Fields, Name> {
  const left: Partial<Fields> = {};
  for (const name in fields) if (!(names as readonly string[]).includes(name)) left[name] = fields[name];
  return left as Omit<Fields, Name>;
}

/** The fields of people's own, which most parts of a table do not have. */
export function extensionsOf(fields: object): Extensions {
  const own = Object.keys(fields).filter((name) => name.startsWith("x-"));
  return own.length === 0 ? NO_EXTENSIONS : recordOf(own.map((name) => [name, (fields as JsonObject)[name] ?? null]));
}

const NO_EXTENSIONS: Extensions = recordOf([]);

/** A schema with its references in place. */
export function schemaOf(schema: Schema | JsonSchema): JsonSchema {
  return inlineRefs(schema as JsonSchema).schema;
}

export function buildLinks(links: readonly Link[] = []): readonly LinkModel[] {
  return links.map((link) => ({ ...pick(link, "title", "url"), extensions: extensionsOf(link) }));
}

export function buildLifecycle(lifecycle: Lifecycle): LifecycleModel {
  const { since, replacedBy, reason } = lifecycle;
  return {
    ...optional("since", since),
    ...optional("replacedBy", replacedBy === undefined ? undefined : String(replacedBy)),
    ...optional("reason", reason),
    extensions: extensionsOf(lifecycle),
  };
}
