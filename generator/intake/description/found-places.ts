// The bodies of a description become the places of their code and message, by the names and values of their members.

import type { MessageType } from "../../model/body-model.ts";
import { reasonPhrase } from "../../model/http-status.ts";
import { nameRank } from "../member-names.ts";
import type { Bodies, Place } from "./described-bodies.ts";
import { finerMember } from "./finer-members.ts";
import { constantKey, finerPlaces } from "./finer-places.ts";
import { type Candidate, candidatesIn, placeOf } from "./place-candidates.ts";
import type { Resolve } from "./reference-resolver.ts";

export interface Places {
  readonly code: Place;
  /** In the same item, where the code is in a list. */
  readonly message: MessagePlace | undefined;
  /** Further places with the name of a code, and with codes. */
  readonly others: readonly Place[];
  /** The places of finer codes: in lists and in objects of the bodies that have the code. */
  readonly finer: readonly Place[];
}

export interface MessagePlace extends Place {
  readonly types: readonly MessageType[];
}

/** Undefined where no member of any body holds codes. */
export function findPlaces(bodies: readonly Bodies[], resolve: Resolve): Places | undefined {
  const candidates = candidatesIn(bodies, resolve);
  const scalars = candidates.filter(({ types, steps }) => types.has("string") && steps.length > 0);
  const codes = scalars.filter(({ name }) => nameRank(name, "code") !== undefined);
  const holding = codes.filter((one) => one.codes.size > 0 && !isOnlyDrawn(one));
  // A member that could hold codes, and shows none, makes all others classes.
  const isSilent = codes.some(({ isDeclaredText }) => isDeclaredText);
  const code = holding.length > 0 ? outermost(holding) : isSilent ? undefined : looseAmong(scalars);
  if (code === undefined) return undefined;
  const others = holding.filter((one) => one !== code && !isIdentity(one, code)).map(placeOf);
  const message = messageBeside(code, candidates);
  const finer = finerPlaces(code, message, candidates).filter(
    (place) => finerMember(bodies, place, resolve) !== undefined,
  );
  const keys = new Set(others.map(constantKey));
  const further = [...others, ...finer.filter((place) => !keys.has(constantKey(place)))];
  return { code: placeOf(code), message, others: further, finer };
}

/** An "errorId" beside the code of every body that has it names one occurrence. */
function isIdentity({ name, bodies }: Candidate, code: Candidate): boolean {
  return /id$/i.test(name) && [...bodies].every((body) => code.bodies.has(body));
}

/** A value that only illustrates a schema, in bodies whose examples do not even have the member, is no sign of codes. */
function isOnlyDrawn({ isPlain, bodies }: Candidate): boolean {
  return !isPlain && [...bodies].some(({ examples }) => examples.length > 0);
}

/** The code of the whole error, not one of the details in it: those often are a list, with more codes than the errors have. */
function outermost(holding: readonly Candidate[]): Candidate | undefined {
  const outer = holding.filter((one) => !holding.some((other) => isWithinBodies(one, other)));
  return mostCodes(outer, "code");
}

function isWithinBodies(inner: Candidate, outer: Candidate): boolean {
  const shared = [...inner.bodies].filter((body) => outer.bodies.has(body));
  return depthOf(outer) < depthOf(inner) && shared.length * 2 >= inner.bodies.size;
}

/** The kind of an error stands above its details; an id or a status above them is that of something else. */
function isKind({ name }: Candidate): boolean {
  return !/^(?:id|status)$/i.test(name);
}

/**
 * A class such as "type" is taken for a code only where no member has the name of one, and where its values tell bodies
 * apart.
 */
function looseAmong(candidates: readonly Candidate[]): Candidate | undefined {
  const loose = candidates.filter((one) => {
    const { name, codes, texts } = one;
    return nameRank(name, "loose") !== undefined && codes.size > 1 && texts.size <= codes.size && !isCategory(one);
  });
  const outer = loose.filter((one) => !loose.some((other) => isKind(other) && isWithinBodies(one, other)));
  return mostCodes(outer, "loose");
}

/** A list of plain words such as "user" and "system" in a member that is not named as reasons of errors are. */
function isCategory({ name, codes, listed }: Candidate): boolean {
  if (/issue|reason|^error$/i.test(name)) return false;
  return [...codes].every(
    (code) => listed.has(code) && /^(?:[A-Z]?[a-z]+|[A-Z]+)$/.test(code) && !PHRASES.has(code.toLowerCase()),
  );
}

/** Words of statuses such as "conflict", which are codes by themselves. */
const PHRASES = new Set(
  Array.from({ length: 200 }, (_, index) =>
    reasonPhrase(400 + index)
      ?.toLowerCase()
      .replaceAll(/[^a-z]/g, ""),
  ),
);

function mostCodes(candidates: readonly Candidate[], kind: "code" | "loose"): Candidate | undefined {
  const score = ({ codes, bodies, name }: Candidate): number =>
    (codes.size * Math.sqrt(bodies.size)) / (1 + (nameRank(name, kind) ?? 0) / 4);
  return candidates.toSorted((a, b) => score(b) - score(a) || depthOf(a) - depthOf(b))[0];
}

/** The items of a list are one level below the list. */
function depthOf({ list, steps }: Candidate): number {
  return (list === undefined ? 0 : list.length + 1) + steps.length;
}

function messageBeside(code: Candidate, candidates: readonly Candidate[]): MessagePlace | undefined {
  const others = candidates.filter(
    (one) =>
      one !== code &&
      sameList(one, code) &&
      one.steps.length > 0 &&
      [...one.types].some((type) => type !== "object") &&
      !isWithin(one, code) &&
      !isWithin(code, one),
  );
  const siblings = others.filter(({ steps }) => sameParent(steps, code.steps));
  const varying = siblings.filter(({ texts }) => [...texts].filter((text) => /\s/.test(text)).length > 1);
  const longest = varying.toSorted((a, b) => b.texts.size - a.texts.size)[0];
  const best = named(siblings) ?? named(others) ?? longest;
  return best && { ...placeOf(best), types: MESSAGE_TYPES.filter((type) => best.types.has(type)) };
}

const MESSAGE_TYPES: readonly MessageType[] = ["string", "array", "object"];

/** The likeliest name, if it is in about as many bodies as the most common one. */
function named(candidates: readonly Candidate[]): Candidate | undefined {
  const texts = candidates.filter(
    ({ name, isDeclaredText, texts, codes }) =>
      nameRank(name, "message") !== undefined && (isDeclaredText || texts.size + codes.size > 0),
  );
  const score = ({ name, bodies }: Candidate): number => bodies.size / (1 + (nameRank(name, "message") ?? 0) / 4);
  return texts.toSorted((a, b) => score(b) - score(a) || depthOf(a) - depthOf(b))[0];
}

function sameList({ list: a }: Place, { list: b }: Place): boolean {
  return a?.join("\n") === b?.join("\n");
}

function sameParent(a: readonly string[], b: readonly string[]): boolean {
  return a.slice(0, -1).join("\n") === b.slice(0, -1).join("\n");
}

/** A member cannot be a text in one body and hold other members in another. */
function isWithin({ steps: inner }: Place, { steps: outer }: Place): boolean {
  return outer.every((name, index) => name === inner[index]);
}
