// The members of bodies, each with its place and all of its values: one of them may hold codes, another one messages.
import type { MessageType } from "../../model/body-model.ts";
import { entriesOf, isObject, type Json, type JsonObject, listOf } from "../../text/json/value.ts";
import { isCode, isListedCode, isStatus } from "../code-values.ts";
import { messageType } from "../found-message.ts";
import { nameRank } from "../member-names.ts";
import { type Bodies, itemsOf, membersAt, type Place } from "./described-bodies.ts";
import { codeOf, fixedValues, valuesOf } from "./place-values.ts";
import type { Resolve } from "./reference-resolver.ts";
import { isScalar, isText, textType } from "./text-schemas.ts";

/** A member that is a text or an integer somewhere, or holds texts; or the items of a list of texts. */
export interface Candidate extends Place {
  /** Items of a list are named as it is, without the "s" at its end. */
  readonly name: string;
  /** What it would be as a message; `string` for integers, too. */
  readonly types: Set<MessageType>;
  readonly phrases: Set<string>;
  /** The bodies that have it. */
  readonly bodies: Set<Bodies>;
  /** The codes that it has; without statuses of HTTP, which tell nothing more. */
  readonly codes: Set<string>;
  /** The codes that a schema lists beside others: the list says nothing of any single body. */
  readonly listed: Set<string>;
  /** Values that are no codes: sentences, above all. */
  readonly texts: Set<string>;
  isDeclaredText: boolean;
  /** Whether a schema fixes its values, or an example of a whole body has it. */
  isPlain: boolean;
}

export function placeOf({ list, steps, phrases }: Candidate): Place {
  return { ...(list === undefined ? {} : { list }), steps, phrases };
}

const DEEPEST = 4;

/** All members of texts and integers, with their values. */
export function candidatesIn(bodies: readonly Bodies[], resolve: Resolve): readonly Candidate[] {
  const found = new Map<string, Candidate>();
  for (const body of bodies) {
    const at = (list: readonly string[] | undefined, steps: readonly string[]): Candidate => {
      const key = JSON.stringify([list ?? null, steps]);
      const fresh = {
        name: steps.at(-1) ?? list?.at(-1)?.replace(/s$/, "") ?? "",
        types: new Set<MessageType>(),
        phrases: new Set<string>(),
        bodies: new Set<Bodies>(),
        codes: new Set<string>(),
        listed: new Set<string>(),
        texts: new Set<string>(),
        isDeclaredText: false,
        isPlain: false,
      };
      const known = found.get(key) ?? { ...(list === undefined ? { steps } : { list, steps }), ...fresh };
      found.set(key, known);
      known.bodies.add(body);
      return known;
    };
    const note = (candidate: Candidate, value: Json | undefined): void => {
      const code = codeOf(value, candidate);
      if (code !== undefined && !isStatus(code)) candidate.codes.add(code);
      else if (typeof value === "string") candidate.texts.add(value);
    };
    const visitSchema = (schema: JsonObject, list: readonly string[] | undefined, steps: readonly string[]): void => {
      for (const [name] of entriesOf(schema["properties"])) {
        if (!isStep(name)) continue;
        const inner = [...steps, name];
        for (const member of membersAt(schema, { steps: [name] }, resolve)) {
          const type = textType(member, resolve);
          if (type !== undefined) at(list, inner).types.add(type);
          if (type === "array") {
            at(list, inner).isDeclaredText = true;
            const values = itemsOf(member, resolve).flatMap(valuesOf);
            for (const value of values) note(at(list, inner), value);
            if (list === undefined) for (const value of values) note(at(inner, []), value);
          }
          if (isScalar(member)) {
            const candidate = at(list, inner);
            candidate.types.add("string");
            candidate.isDeclaredText ||= isText(member);
            candidate.isPlain ||= fixedValues(member).length > 0;
            if (nameRank(name, "code") !== undefined)
              for (const value of fixedValues(member))
                if (isListedCode(value) && !isCode(value)) candidate.phrases.add(value);
            for (const value of valuesOf(member)) note(candidate, value);
            const enumerated = listOf(member["enum"]).flatMap((value) => codeOf(value, candidate) ?? []);
            if (enumerated.length > 1) for (const code of enumerated) candidate.listed.add(code);
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
        if (typeof member === "string" || typeof member === "number") {
          const candidate = at(list, inner);
          candidate.isPlain = true;
          candidate.types.add("string");
          note(candidate, member);
          continue;
        }
        const type = isEmpty(member) ? undefined : messageType(member);
        if (type !== undefined) at(list, inner).types.add(type);
        if (type === "array") {
          for (const value of listOf(member)) note(at(list, inner), value);
          if (list === undefined) for (const value of listOf(member)) note(at(inner, []), value);
        }
        if (inner.length + (list?.length ?? 0) >= DEEPEST) continue;
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

function isEmpty(value: Json): boolean {
  return typeof value === "object" && value !== null && Object.keys(value).length === 0;
}
