// The bodies of a description become the places of their code and message, by the names and values of their members.
import { valueAt } from "../../text/json/pointer.ts";
import { entriesOf, isObject, type Json, type JsonObject, listOf } from "../../text/json/value.ts";
import { codeOfAddress, isCode, isStatus } from "../code-values.ts";
import { nameRank } from "../member-names.ts";
import { type Bodies, type Example, errorsIn, itemsOf, membersAt, type Place } from "./described-bodies.ts";
import type { Resolve } from "./reference-resolver.ts";

export interface Places {
  readonly code: Place;
  /** In the same item, where the code is in a list. */
  readonly message: Place | undefined;
}

/** A member that is a text or an integer somewhere. */
interface Candidate extends Place {
  readonly name: string;
  /** The number of bodies that have it. */
  bodies: number;
  /** The codes that it has; without statuses of HTTP, which tell nothing more. */
  readonly codes: Set<string>;
  /** Values that are no codes: sentences, above all. */
  readonly texts: Set<string>;
  isDeclaredText: boolean;
}

/** Undefined where no member of any body holds codes. */
export function findPlaces(bodies: readonly Bodies[], resolve: Resolve): Places | undefined {
  const candidates = candidatesIn(bodies, resolve);
  const code = codeAmong(candidates);
  if (code === undefined) return undefined;
  return { code: placeOf(code), message: messageBeside(code, candidates) };
}

function placeOf({ list, steps }: Candidate): Place {
  return list === undefined ? { steps } : { list, steps };
}

/**
 * A member with the name of a code is one; a class such as "type" is taken for a code only where no member has such a name,
 * and where its values tell bodies apart.
 */
function codeAmong(candidates: readonly Candidate[]): Candidate | undefined {
  const named = candidates.filter(({ name }) => nameRank(name, "code") !== undefined);
  const holding = named.filter(({ codes }) => codes.size > 0);
  if (holding.length > 0) return mostCodes(holding, "code");
  // A member that could hold codes, and shows none, makes all others classes.
  if (named.some(({ isDeclaredText }) => isDeclaredText)) return undefined;
  const loose = candidates.filter(({ name, codes, texts }) => {
    return nameRank(name, "loose") !== undefined && codes.size > 1 && texts.size <= codes.size;
  });
  return mostCodes(loose, "loose");
}

function mostCodes(candidates: readonly Candidate[], kind: "code" | "loose"): Candidate | undefined {
  const score = ({ codes, bodies, name }: Candidate): number =>
    (codes.size * Math.sqrt(bodies)) / (1 + (nameRank(name, kind) ?? 0) / 4);
  return candidates.toSorted((a, b) => score(b) - score(a) || depthOf(a) - depthOf(b))[0];
}

function depthOf({ list = [], steps }: Candidate): number {
  return list.length + steps.length;
}

function messageBeside(code: Candidate, candidates: readonly Candidate[]): Place | undefined {
  const others = candidates.filter(
    (one) => one !== code && sameList(one, code) && !isWithin(one, code) && !isWithin(code, one),
  );
  const siblings = others.filter(({ steps }) => sameParent(steps, code.steps));
  const known = named(siblings) ?? named(others);
  if (known !== undefined) return placeOf(known);
  const varying = siblings.filter(({ texts }) => [...texts].filter((text) => /\s/.test(text)).length > 1);
  const best = varying.toSorted((a, b) => b.texts.size - a.texts.size)[0];
  return best && placeOf(best);
}

/** The likeliest name, if it is in about as many bodies as the most common one. */
function named(candidates: readonly Candidate[]): Candidate | undefined {
  const texts = candidates.filter(
    ({ name, isDeclaredText, texts, codes }) =>
      nameRank(name, "message") !== undefined && (isDeclaredText || texts.size + codes.size > 0),
  );
  const score = ({ name, bodies }: Candidate): number => bodies / (1 + (nameRank(name, "message") ?? 0) / 4);
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

const DEEPEST = 4;

function candidatesIn(bodies: readonly Bodies[], resolve: Resolve): readonly Candidate[] {
  const found = new Map<string, Candidate>();
  for (const body of bodies) {
    const seen = new Set<Candidate>();
    const at = (list: readonly string[] | undefined, steps: readonly string[]): Candidate => {
      const key = JSON.stringify([list ?? null, steps]);
      const fresh = {
        name: steps.at(-1) ?? "",
        bodies: 0,
        codes: new Set<string>(),
        texts: new Set<string>(),
        isDeclaredText: false,
      };
      const known = found.get(key) ?? { ...(list === undefined ? { steps } : { list, steps }), ...fresh };
      found.set(key, known);
      if (!seen.has(known)) known.bodies += 1;
      seen.add(known);
      return known;
    };
    const note = (candidate: Candidate, value: Json | undefined): void => {
      const code = codeOf(value);
      if (code !== undefined && !isStatus(code)) candidate.codes.add(code);
      else if (typeof value === "string") candidate.texts.add(value);
    };
    const visitSchema = (schema: JsonObject, list: readonly string[] | undefined, steps: readonly string[]): void => {
      for (const [name] of entriesOf(schema["properties"])) {
        if (!isStep(name)) continue;
        const inner = [...steps, name];
        for (const member of membersAt(schema, { steps: [name] }, resolve)) {
          if (isScalar(member)) {
            const candidate = at(list, inner);
            candidate.isDeclaredText ||= isText(member);
            for (const value of valuesOf(member)) note(candidate, value);
          } else if (inner.length + (list?.length ?? 0) < DEEPEST) {
            visitSchema(member, list, inner);
            if (list === undefined) for (const item of itemsOf(member, resolve)) visitSchema(item, inner, []);
          }
        }
      }
    };
    const visitValue = (value: JsonObject, list: readonly string[] | undefined, steps: readonly string[]): void => {
      for (const [name, member] of Object.entries(value)) {
        if (!isStep(name)) continue;
        const inner = [...steps, name];
        if (typeof member === "string" || typeof member === "number") note(at(list, inner), member);
        else if (inner.length + (list?.length ?? 0) >= DEEPEST) continue;
        else if (isObject(member)) visitValue(member, list, inner);
        else if (list === undefined) for (const item of listOf(member)) if (isObject(item)) visitValue(item, inner, []);
      }
    };
    for (const schema of body.alternatives.slice(0, MOST_SCHEMAS)) {
      visitSchema(schema, undefined, []);
      for (const item of itemsOf(schema, resolve)) visitSchema(item, [], []);
    }
    for (const { value } of body.examples) {
      if (isObject(value)) visitValue(value, undefined, []);
      else for (const item of value) visitValue(item, [], []);
    }
  }
  return [...found.values()];
}

const MOST_SCHEMAS = 50;

/** The pointers of a table have no empty names, and no numbers, which would be indexes of lists. */
function isStep(name: string): boolean {
  return !/^\d*$/.test(name) && name.isWellFormed();
}

function isText({ type, enum: values, const: value }: JsonObject): boolean {
  return (
    type === "string" ||
    listOf(type).includes("string") ||
    typeof value === "string" ||
    listOf(values).some((one) => typeof one === "string")
  );
}

function isScalar(schema: JsonObject): boolean {
  const { type, const: value, enum: values } = schema;
  return (
    isText(schema) ||
    [type, ...listOf(type)].some((one) => one === "integer" || one === "number") ||
    typeof value === "number" ||
    listOf(values).some((one) => typeof one === "number")
  );
}

/** The values of enum and const; without these, the examples of the schema. */
function valuesOf(member: JsonObject): readonly Json[] {
  const fixed = [member["const"], ...listOf(member["enum"])].filter((value) => value !== undefined);
  if (fixed.length > 0) return fixed;
  return [member["example"], ...listOf(member["examples"]), member["default"]].filter((value) => value !== undefined);
}

/** A code as the key of a table: also an address that ends in one. */
export function codeOf(value: Json | undefined): string | undefined {
  if (isCode(value)) return String(value);
  return typeof value === "string" && codeOfAddress(value) !== undefined ? value : undefined;
}

/** The values at a place that schemas list. */
export function listedAt(schema: JsonObject, place: Place, resolve: Resolve): readonly Json[] {
  return membersAt(schema, place, resolve).flatMap(valuesOf);
}

/** The values at a place of an example, with the errors that hold them. */
export function shownAt(
  body: Example["value"],
  { list, steps }: Place,
): readonly { readonly error: JsonObject; readonly value: Json }[] {
  return errorsIn(body, list).flatMap((error) => {
    const value = valueAt(error, steps);
    return value === undefined ? [] : [{ error, value }];
  });
}
