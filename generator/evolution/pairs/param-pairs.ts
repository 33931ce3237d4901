// The params of a case in two versions become pairs, and lists of the others.
import { memoize } from "../../diagnostic/memoize.ts";
import type { ParamModel } from "../../model/model.ts";
import type { CasePair } from "./comparison.ts";

export interface ParamPairs {
  /** The params that both have, by name or as renamed ones. */
  readonly pairs: readonly { readonly old: ParamModel; readonly new: ParamModel }[];
  /** By old name, the new one. */
  readonly renamed: ReadonlyMap<string, string>;
  readonly removed: readonly ParamModel[];
  readonly added: readonly ParamModel[];
}

/** A renamed param has the type and the place among the arguments that the old one had. */
export const paramPairs = memoize(({ old, new: after }: CasePair): ParamPairs => {
  // With its message the params of a case come and go as a whole.
  if (old.template === undefined || after.template === undefined) return NONE;
  const byName = new Map(after.params.map((param) => [param.name, param]));
  const oldNames = new Set(old.params.map(({ name }) => name));
  const renamed = new Map<string, string>();
  const pairs: { readonly old: ParamModel; readonly new: ParamModel }[] = [];
  const removed: ParamModel[] = [];
  for (const [index, param] of old.params.entries()) {
    const same = byName.get(param.name);
    const there = after.params[index];
    if (same !== undefined) pairs.push({ old: param, new: same });
    else if (there !== undefined && !oldNames.has(there.name) && there.type === param.type) {
      pairs.push({ old: param, new: there });
      renamed.set(param.name, there.name);
    } else removed.push(param);
  }
  const known = new Set([...oldNames, ...renamed.values()]);
  return { pairs, renamed, removed, added: after.params.filter(({ name }) => !known.has(name)) };
});

const NONE: ParamPairs = { pairs: [], renamed: new Map(), removed: [], added: [] };
