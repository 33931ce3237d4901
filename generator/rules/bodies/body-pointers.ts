// Checks that code, message and common members stand at different places of the body.
import { bodyLayout } from "../../model/body-layout.ts";
import type { BodyModel, MemberModel } from "../../model/body-model.ts";
import type { LoadedTable } from "../../reader/table/resolve.ts";
import { isPosition, type Path, pointerText } from "../../text/json/pointer.ts";
import { inTable } from "../engine/places.ts";
import { defineRule, type Finding } from "../engine/rule.ts";
import { factPlaces, isDescribed, memberPlaces, type NamedPlace, placesAround, placesOf } from "./named-places.ts";
import { checkPositions, kindFault } from "./tuple-places.ts";

export const bodyPointers = defineRule({
  id: "body-pointers",
  severity: "error",
  required: true,
  summary: "The body's pointers and members do not overlap.",
  explanation:
    "The code, the message, each common member, the id of the request and the delay are values of their own: two of them cannot stand at the same " +
    "place, one inside of the other, or in some item of a list; only a common member may describe the id or the delay. Where a response holds a list " +
    "of errors, `errors` names the list, and the other pointers start at one of its items. A number in a pointer, from 0 to 99, is a position in a " +
    "tuple: a value is no tuple and object at once, and a tuple has a value at every position before one that all bodies have. The same is true of each alias.",
  example: {
    wrong: "body: { code: /error, message: /error/message }\nerrors:\n  Busy: { status: 503, solution: Wait. }\n",
    right: "body: { code: /error/code, message: /error/message }\nerrors:\n  Busy: { status: 503, solution: Wait. }\n",
  },
  *check({ tables }) {
    for (const loaded of tables) {
      if (loaded.table.body === undefined) continue;
      const body = bodyLayout(loaded.table.body);
      const places = placesOf(body, loaded);
      const { list } = body;
      const around = list === undefined ? [] : placesAround(list.at, list.members, loaded);
      yield* checkPlaces(places);
      yield* checkPositions(places);
      if (list?.at.length === 0) yield* checkWholeList(list.members, loaded);
      else yield* checkPlaces(around, [], false);
      // Beside a list a fact stands around it, and in its items it is no common member.
      const inItem = places.filter(({ schema, at }) => schema === undefined && !isPosition(at[0]));
      const rivals = list === undefined ? places : [...inItem, ...around];
      yield* checkPlaces(factPlaces(body, loaded), rivals);
      for (const [index, alias] of body.aliases.entries()) yield* checkAlias(alias, index, body, loaded);
    }
  },
});

function* checkWholeList(members: readonly MemberModel[], loaded: LoadedTable): Iterable<Finding> {
  for (const { name, place } of memberPlaces(members, loaded, ["body", "response", "properties"])) {
    const message = `The ${name} stands beside the list of errors, which is the whole body.`;
    yield { ...place, message, help: 'Remove "response", or give "errors" the place of the list in the body.' };
  }
}

function* checkAlias(
  { code, message }: BodyModel["aliases"][number],
  index: number,
  body: BodyModel,
  loaded: LoadedTable,
): Iterable<Finding> {
  const path = ["body", "aliases", index] as const;
  const text =
    message === undefined ? [] : [{ name: "message", at: message, place: inTable(loaded, ...path, "message") }];
  yield* checkPlaces([{ name: "code", at: code, place: inTable(loaded, ...path, "code") }, ...text]);
  if (
    pointerText(code) === pointerText(body.code.at) &&
    pointerText(message ?? []) === pointerText(body.message?.at ?? [])
  ) {
    yield {
      ...inTable(loaded, ...path),
      message: "The alias has the same pointers as the body itself.",
      help: "Remove it.",
    };
  }
}

/** The places stand beside others, which are checked already. */
function* checkPlaces(
  places: readonly NamedPlace[],
  others: readonly NamedPlace[] = [],
  mayHavePositions = true,
): Iterable<Finding> {
  const seen: NamedPlace[] = [...others];
  for (const one of places) {
    yield* checkItems(one, mayHavePositions ? [...others, ...places] : undefined);
    for (const other of seen) {
      const fault = overlap(one, other);
      if (fault === undefined || isDescribed(one, other)) continue;
      yield {
        ...one.place,
        message: fault,
        help:
          kindFault(one.at, other.at) === undefined
            ? "Name two members, neither of which holds the other."
            : "A number is a position in a tuple, and a name is a member of an object: give both places names, or both numbers.",
        related: [{ ...other.place, message: `The ${other.name} stands here.` }],
      };
      // All other values of the tuple would say the same.
      if (kindFault(one.at, other.at) !== undefined) break;
    }
    seen.push(one);
  }
}

function overlap(one: NamedPlace, other: NamedPlace): string | undefined {
  const fault = kindFault(one.at, other.at);
  if (fault !== undefined) return `The ${one.name} ${fault} for the ${other.name}.`;
  const shared = Math.min(one.at.length, other.at.length);
  if (one.at.slice(0, shared).some((token, index) => token !== other.at[index])) return undefined;
  if (one.at.length === other.at.length)
    return `The ${one.name} stands where the ${other.name} does, at "${pointerText(one.at)}".`;
  const [outer, inner] = one.at.length < other.at.length ? [one, other] : [other, one];
  return `The ${inner.name} stands inside of the ${outer.name}, which is one value.`;
}

/** Readers would look for a member called "*", "-" or "100". `places` are those that may go through positions. */
function* checkItems(one: NamedPlace, places: readonly NamedPlace[] | undefined): Iterable<Finding> {
  const { name, at, place, isName = false } = one;
  if (isName) return;
  const item = at.find((token, index) =>
    isPosition(token) ? places === undefined || isLone(at, index, places) : /^(?:[1-9]\d{2,}|[-*])$/.test(token),
  );
  if (item === undefined) return;
  yield {
    ...place,
    message: `The pointer to the ${name} goes through the list item "${item}"; bodies are read through the members of objects and the positions of tuples.`,
    help: "Name the list in body.errors, and let the other pointers start at one of its items.",
  };
}

/** An object that is the first item of a list, none of whose other positions has a member, is one of several. */
function isLone(at: Path, index: number, places: readonly NamedPlace[]): boolean {
  const isInList = ({ at: other }: NamedPlace): boolean =>
    at.slice(0, index).every((token, step) => token === other[step]);
  return index < at.length - 1 && places.filter(isInList).every(({ at: other }) => other[index] === 0);
}
