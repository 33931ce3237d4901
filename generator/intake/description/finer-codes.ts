// The finer codes that come with a code: those that a schema of this code alone lists, and those that examples show.

import { groupBy } from "../../diagnostic/group-by.ts";
import { memoize } from "../../diagnostic/memoize.ts";
import { entriesOf, isObject, type Json, type JsonObject } from "../../text/json/value.ts";
import { enumTexts } from "../enum-texts.ts";
import { nameRank } from "../member-names.ts";
import {
  alternativesOf,
  type Bodies,
  type Example,
  membersAt,
  type Place,
  type ReadResponse,
} from "./described-bodies.ts";
import { constantKey, finerAt } from "./finer-places.ts";
import type { Places } from "./found-places.ts";
import { codeOf, fixedValues, shownAt } from "./place-values.ts";
import type { Resolve } from "./reference-resolver.ts";

export interface FinerCode {
  /** The constant that tells it, by its pointer. */
  readonly constant: JsonObject;
  /** What is said of it alone. */
  readonly text: string | undefined;
  /** The examples that show it. */
  readonly examples: readonly Example[];
  /** Whether a schema lists it. */
  readonly isListed: boolean;
}

export type FinerCodes = (code: string, bodies: Bodies) => readonly FinerCode[];

/** A list of several finer codes that schemas of several codes have tells nothing of any of these. */
export function finerCodesIn(
  responses: readonly ReadResponse[],
  places: Places | undefined,
  resolve: Resolve,
): FinerCodes {
  if (places === undefined || places.finer.length === 0) return () => [];
  const owners = new Map<string, Set<string>>();
  const keyOf = (place: Place, values: readonly Json[]): string =>
    JSON.stringify([constantKey(place), values.toSorted()]);
  const listsIn = memoize(({ alternatives }: Bodies) =>
    alternatives.flatMap((schema) => {
      const [value, ...more] = codesIn(schema, places.code, resolve);
      const code = codeOf(value, places.code);
      if (code === undefined || more.length > 0) return [];
      return places.finer.flatMap((place) => {
        const values = codesIn(schema, place, resolve, code);
        return values.length === 0 ? [] : [{ code, place, values, texts: listedTexts(schema, place, resolve) }];
      });
    }),
  );
  for (const { bodies } of responses)
    for (const { code, place, values } of bodies === undefined ? [] : listsIn(bodies)) {
      const key = keyOf(place, values);
      owners.set(key, (owners.get(key) ?? new Set()).add(code));
    }
  const isTelling = ({ place, values }: { readonly place: Place; readonly values: readonly Json[] }): boolean =>
    values.length === 1 || owners.get(keyOf(place, values))?.size === 1;
  const listsByCode = memoize((bodies: Bodies) => groupBy(listsIn(bodies), (list) => list.code));
  const examplesByCode = memoize(({ examples }: Bodies) => {
    const shown = examples.flatMap((example) => {
      const codes = shownAt(example.value, places.code).map(({ value }) => codeOf(value, places.code));
      return [...new Set(codes)].map((code) => ({ code, example }));
    });
    return groupBy(shown, ({ code }) => code);
  });
  return (code, bodies) => {
    const found = new Map<string, FinerCode>();
    const add = (place: Place, value: Json, more: Omit<FinerCode, "constant">): void => {
      const constant = { [constantKey(place)]: value };
      const known = found.get(JSON.stringify(constant));
      found.set(JSON.stringify(constant), {
        constant,
        text: known?.text ?? more.text,
        examples: [...(known?.examples ?? []), ...more.examples],
        isListed: known?.isListed ?? more.isListed,
      });
    };
    for (const list of (listsByCode(bodies).get(code) ?? []).filter(isTelling))
      for (const value of list.values)
        add(list.place, value, {
          text: list.texts.get(value),
          examples: [],
          isListed: true,
        });
    for (const { example } of examplesByCode(bodies).get(code) ?? []) {
      for (const place of places.finer)
        for (const { value, owner } of finerAt(example.value, place))
          if (isFiner(value, place, code))
            add(place, value, { text: shownText(owner), examples: [example], isListed: false });
    }
    return [...found.values()];
  };
}

/** A finer code that is the code itself tells nothing. */
function isFiner(value: Json, place: Place, code: string | undefined): boolean {
  const finer = codeOf(value, place);
  return finer !== undefined && finer !== code;
}

/** The values that a schema fixes at the place of a code, without the code that they belong to. */
function codesIn(schema: JsonObject, place: Place, resolve: Resolve, code?: string): readonly Json[] {
  const values = membersAt(schema, place, resolve).flatMap(fixedValues);
  return [...new Set(values.filter((value) => isFiner(value, place, code)))];
}

/** The message beside a finer code. */
function shownText(owner: Json): string | undefined {
  if (!isObject(owner)) return undefined;
  const names = Object.keys(owner).filter((name) => isSentence(owner[name]) && nameRank(name, "message") !== undefined);
  const [name = ""] = names.toSorted((a, b) => (nameRank(a, "message") ?? 0) - (nameRank(b, "message") ?? 0));
  return textOf(owner[name]);
}

/** The texts that a schema fixes beside finer codes, or says of them; the first one of each. */
function listedTexts(schema: JsonObject, place: Place, resolve: Resolve): ReadonlyMap<Json, string> {
  const name = place.steps.at(-1);
  const texts = new Map<Json, string>();
  for (const owner of membersAt(schema, { ...place, steps: place.steps.slice(0, -1) }, resolve)) {
    const members = name === undefined ? [owner] : membersAt(owner, { steps: [name] }, resolve);
    const values = members.flatMap(fixedValues);
    const own = values.length === 1 ? ownText(owner, members, resolve) : undefined;
    for (const value of values) {
      const [text] = [own, ...members.map((member) => enumTexts(member).get(String(value)))].filter(
        (one) => one !== undefined,
      );
      if (text !== undefined && !texts.has(value)) texts.set(value, text);
    }
  }
  return texts;
}

/** The fixed message beside a finer code, else the description of its item or of itself. */
function ownText(owner: JsonObject, members: readonly JsonObject[], resolve: Resolve): string | undefined {
  const beside = entriesOf(owner["properties"]).flatMap(([key, member]) => {
    const [only, ...more] = alternativesOf(member, resolve).flatMap(fixedValues);
    return only === undefined || more.length > 0 ? [] : [[key, only] as const];
  });
  return (
    shownText(Object.fromEntries<Json>(beside)) ?? textOf(owner["description"]) ?? textOf(members[0]?.["description"])
  );
}

function isSentence(value: Json | undefined): boolean {
  return textOf(value) !== undefined && /\s/.test(String(value));
}

function textOf(value: Json | undefined): string | undefined {
  return typeof value === "string" && value.trim() !== "" && value.isWellFormed() ? value.trim() : undefined;
}
