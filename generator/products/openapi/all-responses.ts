// All responses that a table has: those of its statuses, of its operations, and those that stand for whatever else there is.

import { type Model, withoutInternal } from "../../model/model.ts";
import type { OpenapiOptions } from "../options.gen.ts";
import { fallbackGroups, keyGroups, mergeGroups, statusGroups } from "./code-sets.ts";
import { type Components, componentsOf } from "./components.ts";
import { settingsOf } from "./settings.ts";

/** To be referred to by hand: every one of the responses is of use, and nothing else is there. */
export function describeTable(whole: Model, options: OpenapiOptions): Components {
  const settings = settingsOf(options);
  const model = settings.internal ? whole : withoutInternal(whole);
  const groups = mergeGroups([
    ...statusGroups(model, settings),
    ...model.operations.flatMap(({ name, codes }) => keyGroups(name, codes, model, settings)),
    ...fallbackGroups(model, settings.fallbacks, settings),
  ]);
  return componentsOf(model, groups, settings);
}
