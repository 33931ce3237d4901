// The bodies of a description become the pointers to their code and message, by the names and values of their members.
import { groupBy } from "../../../diagnostic/group-by.ts";
import { valueAt } from "../../../text/json/pointer.ts";
import { entriesOf, isObject, type Json, type JsonObject, listOf } from "../../../text/json/value.ts";
import { type Bodies, membersAt } from "./described-bodies.ts";
import type { Resolve } from "./described-responses.ts";

export interface Pointers {
  readonly code: readonly string[];
  readonly message: readonly string[];
}

/** A member, and the number of bodies in which it is a text, or holds a code. */
interface Candidate {
  readonly pointer: readonly string[];
  readonly texts: number;
  readonly codes: number;
}

/** The likeliest names first. */
const CODE_NAMES = "code errorcode errcode errorid errortype reason type id key name error status".split(" ");
const MESSAGE_NAMES =
  "message errormessage errmsg errormsg msg detail details description errordescription text title error".split(" ");

/** Undefined where no member of any body holds a code. */
export function findPointers(bodies: readonly Bodies[], resolve: Resolve): Pointers | undefined {
  const votes = bodies.flatMap((body) =>
    pointersIn(body, resolve).map((pointer) => ({ pointer, isCode: codesAt(body, pointer, resolve).length > 0 })),
  );
  const all = [...groupBy(votes, ({ pointer }) => JSON.stringify(pointer)).values()].map(
    (ofPointer): Candidate => ({
      pointer: ofPointer[0]?.pointer ?? [],
      texts: ofPointer.length,
      codes: ofPointer.filter((vote) => vote.isCode).length,
    }),
  );
  const code = best(all, CODE_NAMES, "codes");
  if (code === undefined) return undefined;
  const beside = all.filter(({ pointer }) => !isWithin(pointer, code) && !isWithin(code, pointer));
  const siblings = beside.filter(({ pointer }) => sameParent(pointer, code));
  const message = best(siblings, MESSAGE_NAMES, "texts") ?? best(beside, MESSAGE_NAMES, "texts");
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
function best(candidates: readonly Candidate[], names: readonly string[], count: "texts" | "codes") {
  const scored = candidates.flatMap(({ pointer, [count]: bodies }) => {
    const rank = names.indexOf(plainName(pointer.at(-1) ?? ""));
    return rank < 0 || bodies === 0 ? [] : [{ pointer, score: bodies / (1 + rank / 4) }];
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
    for (const [name] of entriesOf(schema["properties"])) {
      if (!isStep(name)) continue;
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

/** The codes at a pointer, listed by schemas or shown by examples. */
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
