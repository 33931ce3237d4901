// A whole API description around generated components: every response is the answer of an operation, as users write it.

import type { Model } from "../../generator/model/model.ts";
import { emit } from "../../generator/products/index.ts";
import type { OpenapiOptions } from "../../generator/products/options.gen.ts";
import type { Json, JsonObject } from "../../generator/text/json/value.ts";

export const VERSIONS = ["3.0.3", "3.1.1", "3.2.0"] as const;

export interface Components {
  readonly schemas: Readonly<Record<string, JsonObject>>;
  readonly responses: Readonly<Record<string, JsonObject>>;
  readonly headers?: Readonly<Record<string, JsonObject>>;
}

export async function componentsOf(model: Model, options: OpenapiOptions = {}): Promise<Components> {
  const [artifact] = await emit({ kind: "openapi", options: { ...options, formats: ["json"] } }, model);
  if (artifact?.kind !== "json") throw new Error("There is no JSON.");
  return (artifact.value as JsonObject)["components"] as unknown as Components;
}

/** `base` is the file that the components are in; without it they are part of the document. */
export function documentAround(version: string, components: Components, base?: string): JsonObject {
  const paths = Object.entries(components.responses).map(([name, response]) => {
    const [, status, fallback = ""] = /^(\d+)?(?:(.*?) of )?/.exec(String(response["description"])) ?? [];
    const range = status ?? RANGES[fallback] ?? "default";
    const isClients = range.startsWith("4");
    const responses: Record<string, Json> = {
      "200": { description: "OK" },
      ...(isClients ? {} : { "404": { description: "Not here." } }),
      [range]: { $ref: `${base ?? ""}#/components/responses/${name}` },
    };
    const texts = { summary: "Get it", description: "Gets it.", tags: ["things"] };
    return [`/of/${name}`, { get: { operationId: `get${name}`, ...texts, responses } }] as const;
  });
  return {
    openapi: version,
    info: {
      title: "Test",
      version: "1.0.0",
      description: "A test.",
      contact: { name: "Nobody", url: "https://example.org", email: "nobody@example.org" },
      license: { name: "Apache-2.0", url: "https://www.apache.org/licenses/LICENSE-2.0" },
    },
    servers: [{ url: "https://api.test" }],
    security: [],
    tags: [{ name: "things", description: "All there is." }],
    paths: Object.fromEntries(paths),
    ...(base === undefined ? { components: components as unknown as JsonObject } : {}),
  };
}

const RANGES: Readonly<Record<string, string>> = {
  "Any client error": "4XX",
  "Any server error": "5XX",
  "Any error": "default",
};

/** One description with the operations and the components of all; no two of them have anything of one name. */
export function documentOfAll(documents: readonly JsonObject[]): JsonObject {
  const [first = {}] = documents;
  const kinds = ["schemas", "responses", "headers"];
  const components = documents.map((document) => document["components"] as JsonObject);
  return {
    ...first,
    paths: together(documents.map((document) => document["paths"])),
    components: Object.fromEntries(kinds.map((kind) => [kind, together(components.map((one) => one[kind]))])),
  };
}

function together(maps: readonly (Json | undefined)[]): JsonObject {
  const entries = maps.flatMap((map) => Object.entries((map ?? {}) as JsonObject));
  const all = Object.fromEntries(entries);
  if (Object.keys(all).length < entries.length) throw new Error("Two of them have the same name.");
  return all;
}
