// The model becomes an Overlay (1.0) that puts the components, and references to the responses, into a description.
import type { Model } from "../../model/model.ts";
import { methodAndPath } from "../../model/operation-keys.ts";
import { memberSegment, textLiteral } from "../../text/json/json-strings.ts";
import type { Json, JsonObject } from "../../text/json/value.ts";
import type { OpenapiOptions } from "../options.gen.ts";
import { refTo } from "./component-names.ts";
import { type Components, componentsOf } from "./components.ts";
import { fallbackGroups, keyGroups, mergeGroups, type ResponseGroup, statusGroups } from "./response-groups.ts";
import { settingsOf } from "./settings.ts";
import { withoutRoot } from "./xml-root.ts";

/**
 * An overlay can be applied again: an update makes lists grow, so that components are removed before they are added.
 * Responses are only added where there is none, so that existing ones stay and the first of several actions wins.
 */
export function overlayOf(given: Model, options: OpenapiOptions): JsonObject {
  const settings = settingsOf(options);
  const model = withoutRoot(given);
  // "*" comes last, for the statuses that have no response yet.
  const keys = model.operations.toSorted((a, b) => Number(a.name === "*") - Number(b.name === "*"));
  const ofKeys = keys.map(({ name, answers }) => ({
    key: name,
    groups: keyGroups(name, answers, model, settings),
  }));
  const ofAll = keys.length === 0 ? statusGroups(model, settings) : [];
  const forEvery = { key: "*", groups: [...ofAll, ...fallbackGroups(model, settings)] };
  const additions = [...ofKeys, forEvery];
  const components = componentsOf(model, mergeGroups(additions.flatMap(({ groups }) => groups)), settings);
  return {
    overlay: "1.0.0",
    info: { title: `Errors of ${model.title}`, version: model.version ?? "0.0.0" },
    actions: [
      ...removals(components),
      { target: "$", description: "The components of the errors.", update: { components } },
      ...additions.flatMap(({ key, groups }) => groups.map((group) => addition(key, group))),
    ],
  };
}

function removals(components: Components): readonly JsonObject[] {
  return Object.entries(components).flatMap(([kind, named]) =>
    Object.keys(named as JsonObject).map((name) => ({
      target: `$.components.${kind}${memberSegment(name)}`,
      remove: true,
    })),
  );
}

function addition(key: string, { range, name }: ResponseGroup): JsonObject {
  const update: Json = { responses: { [range]: { $ref: refTo("responses", name) } } };
  return { target: targetOf(key, `!@.responses${memberSegment(String(range))}`), update };
}

/** The JSONPath of the operations of a key: the members of path items that have responses. */
function targetOf(key: string, condition: string): string {
  if (key === "*") return `$.paths.*[?(@.responses && ${condition})]`;
  const { method, path } = methodAndPath(key) ?? {};
  if (method === undefined || path === undefined)
    return `$.paths.*[?(@.operationId == ${textLiteral(key)} && ${condition})]`;
  // A JSONPath filter selects members only, so the operation is selected as the member that equals it.
  const item = `$.paths${memberSegment(path)}`;
  return `${item}[?(@ == ${item}.${method} && ${condition})]`;
}
