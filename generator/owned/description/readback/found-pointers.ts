// Finds out where the bodies of a description have their code and their message, by the names and values of their members.
import { isObject, type Json, type JsonObject, listOf } from "../../../text/json/value.ts";
import { type Bodies, membersAt, valueAt } from "./described-bodies.ts";
import type { Resolve } from "./described-responses.ts";

export interface Pointers {
  readonly code: readonly string[];
  readonly message: readonly string[];
}

/** The likeliest first. */
const CODE_NAMES = [
  "code",
  "errorcode",
  "errcode",
  "errorid",
  "errortype",
  "reason",
  "type",
  "id",
  "key",
  "name",
  "error",
  "status",
];
const MESSAGE_NAMES = [
  "message",
  "errormessage",
  "errmsg",
  "errormsg",
  "msg",
  "detail",
  "details",
  "description",
  "errordescription",
  "text",
  "title",
  "error",
];

/** Undefined where no member of any body holds a code. */
export function findPointers(bodies: readonly Bodies[], resolve: Resolve): Pointers | undefined {
  const votes = new Map<string, { readonly pointer: readonly string[]; codes: number; texts: number }>();
  for (const body of bodies) {
    for (const pointer of pointersIn(body, resolve)) {
      const values = codesAt(body, pointer, resolve);
      const key = JSON.stringify(pointer);
      const vote = votes.get(key) ?? { pointer, codes: 0, texts: 0 };
      votes.set(key, vote);
      if (values.length > 0) vote.codes += 1;
      vote.texts += 1;
    }
  }
  const all = [...votes.values()];
  const code = best(all, CODE_NAMES, ({ codes }) => codes);
  if (code === undefined) return undefined;
  const beside = all.filter(({ pointer }) => !isWithin(pointer, code) && !isWithin(code, pointer));
  const siblings = beside.filter(({ pointer }) => sameParent(pointer, code));
  const message =
    best(siblings, MESSAGE_NAMES, ({ texts }) => texts) ?? best(beside, MESSAGE_NAMES, ({ texts }) => texts);
  const name = MESSAGE_NAMES.find((one) => one !== code.at(-1)) ?? "message";
  return { code, message: message ?? [...code.slice(0, -1), name] };
}

/** One member is not both a text and what holds another, whatever two bodies say of it. */
function isWithin(inner: readonly string[], outer: readonly string[]): boolean {
  return outer.every((name, index) => name === inner[index]);
}

function sameParent(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.slice(0, -1).every((name, index) => name === b[index]);
}

/** A better name counts as much as twice the bodies. */
function best<Vote extends { readonly pointer: readonly string[] }>(
  votes: readonly Vote[],
  names: readonly string[],
  count: (vote: Vote) => number,
): readonly string[] | undefined {
  const scored = votes.flatMap((vote) => {
    const rank = names.indexOf(plainName(vote.pointer.at(-1) ?? ""));
    return rank < 0 || count(vote) === 0 ? [] : [{ pointer: vote.pointer, score: count(vote) / (1 + rank / 4) }];
  });
  return scored.toSorted((a, b) => b.score - a.score || a.pointer.length - b.pointer.length)[0]?.pointer;
}

function plainName(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z]/g, "");
}

const DEEPEST = 3;

/** Of members that are texts, in schemas and examples. */
function pointersIn({ alternatives, examples }: Bodies, resolve: Resolve): readonly (readonly string[])[] {
  const found = new Map<string, readonly string[]>();
  const add = (pointer: readonly string[]): void => void found.set(JSON.stringify(pointer), pointer);
  const visitSchema = (schema: JsonObject, pointer: readonly string[]): void => {
    for (const name of Object.keys(isObject(schema["properties"]) ? schema["properties"] : {}).filter(isStep)) {
      for (const member of membersAt(schema, [name], resolve)) {
        if (isText(member)) add([...pointer, name]);
        else if (pointer.length + 1 < DEEPEST) visitSchema(member, [...pointer, name]);
      }
    }
  };
  const visitValue = (value: JsonObject, pointer: readonly string[]): void => {
    for (const [name, member] of Object.entries(value)) {
      if (!isStep(name)) continue;
      if (typeof member === "string") add([...pointer, name]);
      else if (isObject(member) && pointer.length + 1 < DEEPEST) visitValue(member, [...pointer, name]);
    }
  };
  for (const schema of alternatives.slice(0, 50)) visitSchema(schema, []);
  for (const { value } of examples) visitValue(value, []);
  return [...found.values()];
}

/** A table's pointers go through members that have a name, and that are no items of lists. */
function isStep(name: string): boolean {
  return !/^\d*$/.test(name);
}

function isText({ type, enum: values, const: value }: JsonObject): boolean {
  const types: readonly (Json | undefined)[] = Array.isArray(type) ? type : [type];
  return types.includes("string") || typeof value === "string" || listOf(values).some((one) => typeof one === "string");
}

/** The codes that bodies have there: what schemas list, or else what examples show. */
export function codesAt(bodies: Bodies, pointer: readonly string[], resolve: Resolve): readonly string[] {
  const listed = bodies.alternatives.flatMap((schema) => listedAt(schema, pointer, resolve));
  const shown = bodies.examples.map(({ value }) => valueAt(value, pointer));
  return [...new Set([...listed, ...shown].filter(isCode))];
}

/** enum and const say which values there are; an example is one of them. */
export function listedAt(schema: JsonObject, pointer: readonly string[], resolve: Resolve): readonly string[] {
  return membersAt(schema, pointer, resolve).flatMap((member) => {
    const values = [member["const"], ...listOf(member["enum"])].filter(isCode);
    return values.length > 0
      ? values
      : [member["example"], ...listOf(member["examples"]), member["default"]].filter(isCode);
  });
}

/** One word, which means something: "string" is what tools put where nobody gave an example. */
export function isCode(value: Json | undefined): value is string {
  return isWord(value) && !/^(?:string|object|error|\d{3})$/i.test(value);
}

/** What a table takes for a code. */
export function isWord(value: Json | undefined): value is string {
  return typeof value === "string" && /^[^\s\p{C}]{1,128}$/u.test(value) && value.isWellFormed();
}
