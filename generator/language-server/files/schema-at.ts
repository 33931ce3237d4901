// A path in a file becomes the schemas of the value there, whose words explain fields and offer names and values.

import { memoizeByKey } from "../../diagnostic/memoize.ts";
import { validateConfig, validateLanguage } from "../../reader/validators.gen.js";
import type { Path } from "../../text/json/pointer.ts";

export interface Schema {
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly (string | number | boolean)[];
  readonly enumDescriptions?: readonly string[];
  readonly default?: unknown;
  readonly pattern?: string;
  readonly examples?: readonly (string | number | boolean)[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly patternProperties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly required?: readonly string[];
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly if?: { readonly properties?: Readonly<Record<string, { readonly const?: unknown }>> };
  readonly then?: Schema;
  readonly definitions?: Readonly<Record<string, Schema>>;
}

export type Grammar = "table" | "translation" | "config";

/** `valueAt` tells the value of a field that a condition is about. Outer words come before those of references. */
export function schemasAt(
  grammar: Grammar,
  path: Path,
  valueAt: (path: Path) => string | undefined = () => undefined,
): readonly Schema[] {
  const root = rootOf(grammar);
  const start = grammar === "config" ? root : (root.definitions?.[grammar] ?? {});
  const expand = (schema: Schema, at: Path): readonly Schema[] => {
    const { $ref, allOf = [], anyOf = [], oneOf = [], if: condition, then } = schema;
    const referred = $ref === undefined ? undefined : definition(root, $ref);
    const isMet = Object.entries(condition?.properties ?? {}).every(
      ([name, { const: wanted }]) => wanted === undefined || valueAt([...at, name]) === wanted,
    );
    const inner = [referred, ...allOf, ...anyOf, ...oneOf, condition !== undefined && isMet ? then : undefined];
    return [schema, ...inner.flatMap((one) => (one === undefined ? [] : expand(one, at)))];
  };
  let schemas = expand(start, []);
  for (const [index, step] of path.entries()) {
    const at = path.slice(0, index + 1);
    schemas = schemas.flatMap((schema) => stepInto(schema, step)).flatMap((schema) => expand(schema, at));
  }
  return schemas;
}

/** The fields that a map may have, by name. */
export function fieldsOf(schemas: readonly Schema[]): ReadonlyMap<string, Schema> {
  const fields = new Map<string, Schema>();
  for (const { properties = {} } of schemas) {
    for (const [name, schema] of Object.entries(properties)) {
      // A condition repeats a field without its words.
      if (fields.get(name)?.title === undefined) fields.set(name, schema);
    }
  }
  return fields;
}

/** The first words of a value's schemas. */
export function wordsOf(schemas: readonly Schema[]): Pick<Schema, "title" | "description"> | undefined {
  return schemas.find(({ description }) => description !== undefined);
}

function stepInto(
  { properties, patternProperties, additionalProperties, items }: Schema,
  step: string | number,
): readonly Schema[] {
  if (typeof step === "number" && items !== undefined) return [items];
  const name = String(step);
  const own = properties !== undefined && Object.hasOwn(properties, name) ? properties[name] : undefined;
  if (own !== undefined) return [own];
  const matching = Object.entries(patternProperties ?? {}).filter(([pattern]) => new RegExp(pattern, "u").test(name));
  if (matching.length > 0) return matching.map(([, schema]) => schema);
  return typeof additionalProperties === "object" ? [additionalProperties] : [];
}

const rootOf = memoizeByKey((grammar: Grammar) => {
  return (grammar === "config" ? validateConfig : validateLanguage).schema() as Schema;
});

function definition({ definitions = {} }: Schema, ref: string): Schema | undefined {
  return definitions[/^#\/definitions\/(.+)$/.exec(ref)?.[1] ?? ""];
}
