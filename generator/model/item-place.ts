// The place of a member in some item of a list, which the token "-" of a pointer stands for.
import { ITEM } from "../schema/members.ts";
import type { Path } from "../text/json/pointer.ts";

export interface ItemPlace {
  /** The place of the list; undefined where the pointer goes through none. */
  readonly list?: Path;
  /** The place in the item, or in the body. */
  readonly inner: Path;
}

/** A body is no list, so the first token is the name of a member. */
export function itemPlace(at: Path): ItemPlace {
  const index = at.indexOf(ITEM, 1);
  return index < 0 ? { inner: at } : { list: at.slice(0, index), inner: at.slice(index + 1) };
}
