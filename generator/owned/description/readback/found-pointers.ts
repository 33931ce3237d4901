// The bodies of a description become the pointers to their code and message, by the names and values of their members.
import { entriesOf, isObject, type Json, type JsonObject, listOf } from "../../../text/json/value.ts";
import { valueAt } from "../references.ts";
import { type Bodies, membersAt } from "./described-bodies.ts";
import type { Resolve } from "./described-responses.ts";

export interface Pointers {
  readonly code: readonly string[];
  readonly message: readonly string[];
}

/** The likeliest names first. */
const CODE_NAMES = "code errorcode errcode errorid errortype reason type id key name error status".split(" ");
const MESSAGE_NAMES =
  "message errormessage errmsg errormsg msg detail details description errordescription text title error".split(" ");

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

/** A member cannot be a text in one body and hold other members in another. */
function isWithin(inner: readonly string[], outer: readonly string[]): boolean {
  return outer.every((name, index) => name === inner[index]);
}

function sameParent(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.slice(0, -1).every((name, index) => name === b[index]);
}

/** The pointer of the most bodies, where a likelier name counts more. */
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

/** The pointers to texts in schemas and examples. */
function pointersIn({ alternatives, examples }: Bodies, resolve: Resolve): readonly (readonly string[])[] {
  const found = new Map<string, readonly string[]>();
  const add = (pointer: readonly string[]): void => void found.set(JSON.stringify(pointer), pointer);
  const visitSchema = (schema: JsonObject, pointer: readonly string[]): void => {
    for (const name of entriesOf(schema["properties"])
      .map(([key]) => key)
      .filter(isStep)) {
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

/** The pointers of a table have no empty names, and no numbers, which would be indexes of lists. */
function isStep(name: string): boolean {
  return !/^\d*$/.test(name);
}

function isText({ type, enum: values, const: value }: JsonObject): boolean {
  return (
    type === "string" ||
    listOf(type).includes("string") ||
    typeof value === "string" ||
    listOf(values).some((one) => typeof one === "string")
  );
}

/** The codes at a pointer: those that schemas list and those of examples. */
export function codesAt(bodies: Bodies, pointer: readonly string[], resolve: Resolve): readonly string[] {
  const listed = bodies.alternatives.flatMap((schema) => listedAt(schema, pointer, resolve));
  const shown = bodies.examples.map(({ value }) => valueAt(value, pointer));
  return [...new Set([...listed, ...shown].filter(isCode))];
}

/** The values of enum and const; without these, the examples of the schema. */
export function listedAt(schema: JsonObject, pointer: readonly string[], resolve: Resolve): readonly string[] {
  return membersAt(schema, pointer, resolve).flatMap((member) => {
    const values = [member["const"], ...listOf(member["enum"])].filter(isCode);
    return values.length > 0
      ? values
      : [member["example"], ...listOf(member["examples"]), member["default"]].filter(isCode);
  });
}

/** A word that is no placeholder: tools write "string" where nobody gave an example. */
export function isCode(value: Json | undefined): value is string {
  return isWord(value) && !/^(?:string|object|error|\d{3})$/i.test(value);
}

/** Whether a table may have this code. */
export function isWord(value: Json | undefined): value is string {
  return typeof value === "string" && /^[^\s\p{C}]{1,128}$/u.test(value) && value.isWellFormed();
}
