// The params of a case in two versions become pairs, and lists of the others.
import { memoize } from "../../diagnostic/memoize.ts";
import type { ParamModel } from "../../model/model.ts";
import type { Template } from "../../template/template.ts";
import type { CasePair } from "./comparison.ts";

export interface ParamPairs {
  /** The params that both have, by name or as renamed ones. */
  readonly pairs: readonly { readonly old: ParamModel; readonly new: ParamModel }[];
  /** By old name, the new one. */
  readonly renamed: ReadonlyMap<string, string>;
  readonly removed: readonly ParamModel[];
  readonly added: readonly ParamModel[];
}

/** A renamed param has the type and the place among the arguments that the old one had, and stands beside its word or between the same words. */
export const paramPairs = memoize(({ old, new: after }: CasePair): ParamPairs => {
  // With its message the params of a case come and go as a whole.
  if (old.template === undefined || after.template === undefined) return NONE;
  const isSameText = JSON.stringify(literalsOf(old.template)) === JSON.stringify(literalsOf(after.template));
  const [before, now] = [wordBeside(old.template), wordBeside(after.template)];
  const isBeside = (index: number): boolean =>
    isSameText || (before.has(index) && before.get(index) === now.get(index));
  const byName = new Map(after.params.map((param) => [param.name, param]));
  const oldNames = new Set(old.params.map(({ name }) => name));
  const renamed = new Map<string, string>();
  const pairs: { readonly old: ParamModel; readonly new: ParamModel }[] = [];
  const removed: ParamModel[] = [];
  for (const [index, param] of old.params.entries()) {
    const same = byName.get(param.name);
    const there = after.params[index];
    if (same !== undefined) pairs.push({ old: param, new: same });
    else if (there !== undefined && !oldNames.has(there.name) && there.type === param.type && isBeside(index)) {
      pairs.push({ old: param, new: there });
      renamed.set(param.name, there.name);
    } else removed.push(param);
  }
  const known = new Set([...oldNames, ...renamed.values()]);
  return { pairs, renamed, removed, added: after.params.filter(({ name }) => !known.has(name)) };
});

function literalsOf({ tokens }: Template): readonly (string | null)[] {
  return tokens.map((token) => (token.kind === "literal" ? token.text : null));
}

/** By argument, the word before its first place, which tells what it is, or the one after it where none is before: "before:in". */
function wordBeside({ tokens }: Template): ReadonlyMap<number, string> {
  const words = new Map<number, string>();
  for (const [index, token] of tokens.entries()) {
    if (token.kind === "literal" || words.has(token.argument)) continue;
    const [left, right] = [tokens[index - 1], tokens[index + 1]];
    const before = left?.kind === "literal" ? /[\p{L}\p{N}]+(?=[^\p{L}\p{N}]*$)/u.exec(left.text)?.[0] : undefined;
    const after = right?.kind === "literal" ? /[\p{L}\p{N}]+/u.exec(right.text)?.[0] : undefined;
    if (before !== undefined) words.set(token.argument, `before:${before}`);
    else if (after !== undefined) words.set(token.argument, `after:${after}`);
  }
  return words;
}

const NONE: ParamPairs = { pairs: [], renamed: new Map(), removed: [], added: [] };
