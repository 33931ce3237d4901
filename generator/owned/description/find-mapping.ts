// Finds in the text the mapping that changes are in, or says why it cannot be edited with certainty.
import type { Diagnostic } from "../../diagnostic/diagnostic.ts";
import { memoize } from "../../diagnostic/memoize.ts";
import type { Span } from "../../diagnostic/source.ts";
import type { Member, YamlNode } from "../../reader/yaml/tree-node.ts";
import type { Description } from "./description.ts";
import { refuse } from "./description-kinds.ts";
import type { MemberPath } from "./member-changes.ts";

/** A mapping with the mappings around it, the outermost first; or a member whose value is not written yet. */
type FoundMapping =
  | { readonly mapping: YamlNode; readonly parents: readonly YamlNode[] }
  | { readonly mapping: undefined; readonly member: Member; readonly parent: YamlNode };

export function findMapping({ root, source, aliased }: Description, at: MemberPath): FoundMapping | Diagnostic {
  let node: YamlNode | undefined = root;
  let member: Member | undefined;
  const parents: YamlNode[] = [];
  for (const [depth, step] of at.entries()) {
    if (node?.kind !== "mapping") break;
    parents.push(node);
    const shown = at.slice(0, depth + 1).join(" › ");
    member = findMember(node, step);
    if (member === undefined) {
      const message = `"${shown}" is merged from elsewhere. Only members that are written here can be edited.`;
      return refuse(source, findMember(node, "<<")?.key ?? node, "description-alias", message, ALIAS_HELP);
    }
    node = member.value;
    if (node === undefined) continue;
    const isShared = node.anchor !== undefined && (aliased.has(node.anchor) || isEmpty(node));
    if (node.kind === "alias" || isShared) {
      const reason = isShared ? `has the anchor "&${node.anchor}"` : `is the alias "*${node.target?.anchor}"`;
      const message = `"${shown}" ${reason}, so that an edit would change other places too.`;
      return refuse(source, node, "description-alias", message, ALIAS_HELP);
    }
    if (node.tag !== undefined && isEmpty(node))
      return refuse(source, node, "description-shape", `"${shown}" is a tag without a value.`, "Remove the tag.");
  }
  if (node?.kind === "mapping") return { mapping: node, parents };
  const parent = parents.at(-1);
  if (member !== undefined && parent !== undefined && (node === undefined || isEmpty(node)))
    return { mapping: undefined, member, parent };
  const message = `"${at.join(" › ")}" is not a map, so that nothing can be added to it.`;
  return refuse(source, node ?? root, "description-shape", message, "Make it a map, or remove it.");
}

const ALIAS_HELP = "Write the value out at this place, or embed into the file that it stands in.";

const membersByName = memoize(
  ({ members }: YamlNode): ReadonlyMap<string | undefined, Member> =>
    new Map(members.map((member) => [member.name, member])),
);

function isEmpty({ start, end }: YamlNode): boolean {
  return start === end;
}

export function findMember(mapping: YamlNode, name: string): Member | undefined {
  return membersByName(mapping).get(name);
}

/** The place of the last key of a path, or of the last part of the path that is there. */
export function spanAt({ root }: Description, at: MemberPath): Span {
  let node: YamlNode | undefined = root;
  // A path of which nothing exists is at the start of the file.
  let span: Span = { start: root.start, end: root.start };
  for (const step of at) {
    const value: YamlNode | undefined = node?.target ?? node;
    if (value?.kind === "sequence") {
      node = value.items[Number(step)];
      span = node ?? span;
      continue;
    }
    const member = value?.kind === "mapping" ? findMember(value, step) : undefined;
    if (member === undefined) break;
    span = member.key;
    node = member.value;
  }
  return span;
}
