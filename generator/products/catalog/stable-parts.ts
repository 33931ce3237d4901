// A long list becomes parts whose borders follow from the names of their first items alone: one item more moves no other border.

/** Shorter lists are one part. */
const MOST_TOGETHER = 64;
/** The mean length of a part. */
const LENGTH = 32;

export function partsOf<Item>(items: readonly Item[], nameOf: (item: Item) => string): readonly (readonly Item[])[] {
  if (items.length <= MOST_TOGETHER) return items.length === 0 ? [] : [items];
  const parts: Item[][] = [];
  for (const item of items) {
    const last = parts.at(-1);
    if (last === undefined || hashOf(nameOf(item)) % LENGTH === 0) parts.push([item]);
    else last.push(item);
  }
  return parts;
}

/** FNV-1a, with its upper bits mixed into the lower ones. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}
