// Checks that code, message and common members stand at different places of the body.
import { bodyLayout } from "../../model/body-layout.ts";
import type { BodyModel, MemberModel } from "../../model/body-model.ts";
import type { LoadedTable } from "../../reader/table/resolve.ts";
import { pointerText } from "../../text/json/pointer.ts";
import { inTable } from "../engine/places.ts";
import { defineRule, type Finding } from "../engine/rule.ts";
import { factPlaces, isDescribed, memberPlaces, type NamedPlace, placesAround, placesOf } from "./named-places.ts";

export const bodyPointers = defineRule({
  id: "body-pointers",
  severity: "error",
  required: true,
  summary: "The body's pointers and members do not overlap.",
  explanation:
    "The code, the message, each common member, the id of the request and the delay are values of their own: two of them cannot stand at the same " +
    "place, one inside of the other, or in a list; only a common member may describe the id or the delay. Where a response holds a list of errors, " +
    "`errors` names the list, and the other pointers start at one of its items. The same is true of each alias.",
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
      yield* checkPlaces(places, [], list !== undefined);
      if (list?.at.length === 0) yield* checkWholeList(list.members, loaded);
      else yield* checkPlaces(around);
      // Beside a list a fact stands around it, and in its items it is no common member.
      const rivals = list === undefined ? places : [...places.filter(({ schema }) => schema === undefined), ...around];
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

/** The places stand beside others, which are checked already, or in an item of the list of errors. */
function* checkPlaces(
  places: readonly NamedPlace[],
  others: readonly NamedPlace[] = [],
  isInItem = false,
): Iterable<Finding> {
  const seen: NamedPlace[] = [...others];
  for (const one of places) {
    yield* checkItems(one, isInItem);
    for (const other of seen) {
      const fault = overlap(one, other);
      if (fault === undefined || isDescribed(one, other)) continue;
      yield {
        ...one.place,
        message: fault,
        help: "Name two members, neither of which holds the other.",
        related: [{ ...other.place, message: `The ${other.name} stands here.` }],
      };
    }
    seen.push(one);
  }
}

function overlap(one: NamedPlace, other: NamedPlace): string | undefined {
  const shared = Math.min(one.at.length, other.at.length);
  if (one.at.slice(0, shared).some((token, index) => token !== other.at[index])) return undefined;
  if (one.at.length === other.at.length)
    return `The ${one.name} stands where the ${other.name} does, at "${pointerText(one.at)}".`;
  const [outer, inner] = one.at.length < other.at.length ? [one, other] : [other, one];
  return `The ${inner.name} stands inside of the ${outer.name}, which is one value.`;
}

/** Readers follow members only, and would look for a member called "0" or "*". */
function* checkItems({ name, at, place, isName = false }: NamedPlace, isInItem: boolean): Iterable<Finding> {
  if (isName) return;
  const item = at.find((token) => /^(?:0|[1-9]\d*|[-*])$/.test(token));
  if (item === undefined) return;
  yield {
    ...place,
    message: `The pointer to the ${name} goes through the list item "${item}"; bodies are read through members only.`,
    help: isInItem
      ? "An error is an object: a program makes one of each list of values before it calls the guards."
      : "Name the list in body.errors, and let the other pointers start at one of its items.",
  };
}
