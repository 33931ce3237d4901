// Measures the depth of a YAML text before any recursive reader sees it, because an overflow of the stack can end the process.
import type { CST } from "yaml";
import type { YamlLibrary } from "./library.ts";

/** The offset of the first value that is nested deeper than `most`, or undefined where there is none. */
export function tooDeepAt(text: string, most: number, { Parser }: YamlLibrary): number | undefined {
  // The quick estimate counts brackets in strings too; it may be too high, but never too low.
  if (flowDepth(text) <= most && blockDepth(text) <= most) return undefined;
  const open: { readonly token: CST.Token; readonly depth: number }[] = [];
  for (const token of new Parser().parse(text)) open.push({ token, depth: 0 });
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { token, depth } = next;
    if (depth > most) return token.offset;
    if (token.type === "document" && token.value !== undefined) open.push({ token: token.value, depth });
    if (!("items" in token)) continue;
    for (const { key, value } of token.items) {
      for (const inner of [key, value]) if (inner) open.push({ token: inner, depth: depth + 1 });
    }
  }
  return undefined;
}

function flowDepth(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
    depth = bracket === "[" || bracket === "{" ? depth + 1 : Math.max(0, depth - 1);
    if (depth > deepest) deepest = depth;
  }
  return deepest;
}

/** Each level of a block begins at a column of its own. */
function blockDepth(text: string): number {
  let deepest = 0;
  for (const [indent] of text.matchAll(/^(?:[ \t]|[-?][ \t])+/gm)) if (indent.length > deepest) deepest = indent.length;
  return deepest;
}
