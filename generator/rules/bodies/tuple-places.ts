// The tuples in the bodies of a table: none is an object as well, and each has a value at every position.
import { isPosition, type Path, pointerText } from "../../text/json/pointer.ts";
import type { Finding } from "../engine/rule.ts";
import type { NamedPlace } from "./named-places.ts";

/** The place of a value that is a tuple for one of two places and an object for the other one. */
function mixedHolder(one: Path, other: Path): Path | undefined {
  const index = one.findIndex((token, step) => token !== other[step]);
  const [token, rival] = [one[index], other[index]];
  if (token === undefined || rival === undefined || isPosition(token) === isPosition(rival)) return undefined;
  return one.slice(0, index);
}

/** The reason why both places cannot be in one body; undefined where they can. */
export function kindFault(one: Path, other: Path): string | undefined {
  const holder = mixedHolder(one, other);
  if (holder === undefined) return undefined;
  const kinds = isPosition(one[holder.length]) ? ["a tuple", "an object"] : ["an object", "a tuple"];
  return `makes ${kinds[0]} of ${holderName(holder)}, which is ${kinds[1]}`;
}

function holderName(at: Path): string {
  return at.length === 0 ? "the body" : `the member "${pointerText(at)}"`;
}

/** The first position before a place, in a tuple on the way to it, that no known place has. */
export function openPosition(at: Path, known: readonly Path[]): Path | undefined {
  for (const [index, last] of at.entries()) {
    for (let position = 0; position < Number(last) && isPosition(last); position += 1) {
      const before = [...at.slice(0, index), position];
      if (!known.some((other) => startsWith(other, before))) return before;
    }
  }
  return undefined;
}

/** A tuple has values at all positions before one that it has. */
export function* checkPositions(places: readonly NamedPlace[]): Iterable<Finding> {
  const reported = new Set<string>();
  for (const { name, at, place, isNeeded = false } of places) {
    if (!at.some(isPosition)) continue;
    const open = openPosition(
      at,
      places.filter((other) => !isNeeded || other.isNeeded === true).map((other) => other.at),
    );
    const pointer = pointerText(open ?? []);
    if (open === undefined || reported.has(pointer)) continue;
    reported.add(pointer);
    const other = places.find((each) => startsWith(each.at, open));
    yield {
      ...place,
      message:
        other === undefined
          ? `The ${name} stands in a tuple at "${pointerText(at)}", and nothing is described at "${pointer}".`
          : `Bodies have the ${name} at "${pointerText(at)}", but may lack the ${other.name} at "${pointer}".`,
      help:
        other === undefined
          ? `Describe the position in "body": \`properties: { ${pointer}: {} }\` and \`required: [${pointer}]\`.`
          : `A tuple has values at all positions before its last one. Make that member required, as by \`required: [${pointer}]\`; its schema may allow null.`,
      related: other === undefined ? [] : [{ ...other.place, message: `The ${other.name} stands here.` }],
    };
  }
}

function startsWith(at: Path, start: Path): boolean {
  return start.every((token, index) => token === at[index]);
}
