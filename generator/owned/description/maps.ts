// The maps that changes are in, found in the text; where one cannot be edited for certain, it is said why.
import type { Alias, Node, Pair, Scalar, YAMLMap } from "yaml";
import type { Path } from "./changes.ts";
import { type Description, keyText, type Refusal, refuse, spanOf } from "./description.ts";

/** A map in brackets, one in lines, or a key that nothing stands behind. */
export type FoundMap =
  | { readonly kind: "flow"; readonly map: YAMLMap; readonly parents: readonly YAMLMap[] }
  | { readonly kind: "block"; readonly map: YAMLMap; readonly parents: readonly YAMLMap[] }
  | { readonly kind: "nothing"; readonly pair: Pair; readonly parents: readonly YAMLMap[] };

export function findMap(description: Description, at: Path): FoundMap | Refusal {
  const { root, yaml, source } = description;
  let node: unknown = root;
  let pair: Pair | undefined;
  const parents: YAMLMap[] = [];
  for (const [depth, step] of at.entries()) {
    if (!yaml.isMap(node)) break;
    parents.push(node as YAMLMap);
    pair = findPair(node as YAMLMap, step, description);
    if (pair === undefined) {
      const key = mergeKey(node as YAMLMap, description);
      const message = `"${at.slice(0, depth + 1).join(" › ")}" comes from elsewhere: only what is written here can be edited.`;
      return refuse(source, spanOf(key ?? (node as Node)), "description-alias", message, ALIAS_HELP);
    }
    node = pair.value;
    const problem = propertyProblem(node, at.slice(0, depth + 1), description);
    if (problem !== undefined) return problem;
  }
  if (yaml.isMap(node)) {
    const map = node as YAMLMap;
    return map.flow === true ? { kind: "flow", map, parents } : { kind: "block", map, parents };
  }
  const isNothing = node === null || (yaml.isScalar(node) && (node as Scalar).value === null && isUnwritten(node));
  if (isNothing && pair !== undefined) return { kind: "nothing", pair, parents };
  const message = `"${at.join(" › ")}" is no map that could be added to.`;
  const place = spanOf((node ?? pair?.key) as Node);
  return refuse(source, place, "description-shape", message, "Make it a map, or remove it.");
}

const ALIAS_HELP = "Write the value out at this place, or embed into the file that it stands in.";

function isUnwritten(node: unknown): boolean {
  const [start, end] = spanOf(node as Node);
  return start === end;
}

function propertyProblem(node: unknown, at: Path, { yaml, source, aliased }: Description): Refusal | undefined {
  const shown = at.join(" › ");
  if (yaml.isAlias(node)) {
    const message = `"${shown}" is the alias "*${(node as Alias).source}": an edit would change other places too.`;
    return refuse(source, spanOf(node), "description-alias", message, ALIAS_HELP);
  }
  const { anchor, tag } = (node ?? {}) as { readonly anchor?: string; readonly tag?: string };
  if (anchor !== undefined && (aliased.has(anchor) || isUnwritten(node))) {
    const message = `"${shown}" has the anchor "&${anchor}": an edit would change other places too.`;
    return refuse(source, spanOf(node as Node), "description-alias", message, ALIAS_HELP);
  }
  if (tag !== undefined && isUnwritten(node)) {
    return refuse(source, spanOf(node as Node), "description-shape", `"${shown}" is a tag alone.`, "Remove the tag.");
  }
  return undefined;
}

const indexes = new WeakMap<YAMLMap, ReadonlyMap<string, Pair>>();

export function findPair(map: YAMLMap, name: string, { yaml }: Pick<Description, "yaml">): Pair | undefined {
  let index = indexes.get(map);
  if (index === undefined) {
    index = new Map(map.items.map((pair) => [keyText(pair, yaml) ?? "", pair as Pair]));
    indexes.set(map, index);
  }
  return index.get(name);
}

function mergeKey(map: YAMLMap, description: Description): Node | undefined {
  return findPair(map, "<<", description)?.key as Node | undefined;
}

/** Of the key at the end of a path, or of the last part of the path that is there. */
export function spanAt(description: Description, at: Path): readonly [number, number] {
  const { root, yaml, resolve } = description;
  let node: unknown = root;
  // A file is shown by its start.
  let span: readonly [number, number] = [spanOf(root)[0], spanOf(root)[0]];
  for (const step of at) {
    const map = resolve(node);
    if (yaml.isSeq(map)) {
      node = map.items[Number(step)];
      if (yaml.isNode(node)) span = spanOf(node);
      continue;
    }
    const pair = yaml.isMap(map) ? findPair(map as YAMLMap, step, description) : undefined;
    if (pair === undefined) break;
    span = spanOf(pair.key as Node);
    node = pair.value;
  }
  return span;
}
