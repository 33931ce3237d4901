// Parts that stand in many places of a catalogue: pointers, the fields of people's own, and ways out of use.
import type { Extensions } from "../model/body-model.ts";
import type { LifecycleModel } from "../model/model.ts";
import { isPosition, type Path, placeTokens } from "../text/json/pointer.ts";
import { recordOf } from "../text/json/value.ts";
import { type JsonNode, maybe, memberOf, objectIn, rootOf, textOf } from "./json-node.ts";

/** The fields of people's own. */
export function extensionsIn(node: JsonNode): Extensions {
  return recordOf(Object.entries(objectIn(node)).filter(([name]) => name.startsWith("x-")));
}

export function pointerIn(node: JsonNode): Path {
  return placeTokens(textOf(node));
}

/** The place of a common member: a number alone is a name, unless bodies are tuples. */
export function memberPlaceIn(node: JsonNode): Path {
  const at = pointerIn(node);
  const [token, ...inner] = at;
  return isPosition(token) && inner.length === 0 && !areTuples(rootOf(node)) ? [String(token)] : at;
}

function areTuples(root: JsonNode): boolean {
  const { value } = memberOf(memberOf(memberOf(root, "body"), "code"), "at");
  return isPosition(placeTokens(String(value))[0]);
}

export function lifecycleIn(node: JsonNode): LifecycleModel {
  return {
    ...maybe("since", memberOf(node, "since"), textOf),
    ...maybe("replacedBy", memberOf(node, "replacedBy"), textOf),
    ...maybe("reason", memberOf(node, "reason"), textOf),
    extensions: extensionsIn(node),
  };
}
