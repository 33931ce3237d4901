// Counts the ways to divide a text among slots.
import { parseDirective, printedCharacters, printsInteger } from "./directive.ts";
import type { Slot } from "./parts.ts";

export function printsAnything([, directive]: Slot): boolean {
  return directive.endsWith("s");
}

/**
 * The places of the separators, if the slots allow one division only. From the last slot to the first and at each
 * position, it counts the ways (0, 1, or 2 for several) to divide the rest of the text, and follows the only way.
 */
export function countPlaces(body: string, separators: readonly string[], slots: readonly Slot[]): number[] | undefined {
  const layers = countAll(body, separators, slots);
  if (layers[0]?.ways[0] !== 1) return undefined;
  let from = 0;
  return separators.map((separator, index) => {
    const layer = layers[index];
    if (layer === undefined) return 0;
    const { ends, closings, shortest } = layer;
    const place = closings?.[from] ?? ends.indexOf(1, from + shortest);
    from = place + separator.length;
    return place;
  });
}

/** One layer per slot. */
export function countAll(body: string, separators: readonly string[], slots: readonly Slot[]): Layer[] {
  const layers: Layer[] = [];
  let ways: Uint8Array = new Uint8Array(body.length + 1);
  ways[body.length] = 1;
  for (let index = slots.length - 1; index >= 0; index -= 1) {
    const directive = slots[index]?.[1] ?? "%s";
    const layer = countWays(body, directive, separators[index] ?? "", ways);
    layers.unshift(layer);
    ways = layer.ways;
  }
  return layers;
}

/** For one slot, the number of ways from each possible end and from each possible start. */
export interface Layer {
  readonly ends: Uint8Array;
  readonly ways: Uint8Array;
  readonly shortest: number;
  readonly closings: Int32Array | undefined;
}

function countWays(body: string, directive: string, separator: string, after: Uint8Array): Layer {
  const { conversion, width, precision } = parseDirective(directive);
  const isSingle = conversion === "c" && width < 2;
  const isNothing = printsInteger(conversion) && precision === 0;
  const shortest = conversion === "s" || isNothing ? 0 : 1;
  const allowed = printedCharacters(directive);
  const closings = conversion === "q" && width === 0 ? closingsOf(body) : undefined;
  const ends = new Uint8Array(body.length + 1);
  const ways = new Uint8Array(body.length + 1);
  let open = 0;
  for (let at = body.length; at >= 0; at -= 1) {
    if (body.startsWith(separator, at)) {
      ends[at] = after[at + separator.length] ?? 0;
    }
    // `open` is the number of ways from the ends that the slot can reach from here.
    if (open > 0 && allowed?.includes(body.charAt(at)) === false) open = 0;
    const longer = open;
    open = Math.min(2, longer + (ends[at] ?? 0));
    ways[at] = shortest === 0 ? open : longer;
    if (isSingle) {
      const isPair = (body.codePointAt(at) || 0) > 0xffff;
      ways[at] = ends[isPair ? at + 2 : at + 1] ?? 0;
    }
    const closing = closings?.[at] ?? -1;
    if (closings !== undefined) ways[at] = ends[closing] ?? 0;
  }
  return { ends, ways, shortest, closings };
}

/** For each quotation mark, the end of the quoted text that begins there; -1 where none does. */
function closingsOf(body: string): Int32Array {
  const ends = new Int32Array(body.length + 2).fill(-1);
  const closings = new Int32Array(body.length + 1).fill(-1);
  for (let at = body.length - 1; at >= 0; at -= 1) {
    const sign = body.charAt(at);
    if (sign === '"') closings[at] = ends[at + 1] ?? -1;
    // The end of a quoted text that has begun before this place.
    ends[at] = sign === '"' ? at + 1 : (ends[sign === "\\" ? at + 2 : at + 1] ?? -1);
  }
  return closings;
}
