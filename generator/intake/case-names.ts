// The cases of a code get names of the words that only their own messages have.
import { reasonPhrase } from "../model/http-status.ts";
import type { Variant } from "./folded-entry.ts";

/** In the order of the cases, each name once. */
export function caseNames(cases: readonly Variant[]): readonly string[] {
  const words = cases.map(({ message, description }) => wordsOf(message ?? description ?? ""));
  const counts = new Map<string, number>();
  for (const one of words) for (const word of new Set(one)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const isAlone = cases.filter(hasFiner).length === cases.length - 1;
  // With the last number that each name got. The language has no names that mean something in every object.
  const taken = new Map([...Object.getOwnPropertyNames(Object.prototype), "then"].map((name) => [name, 1]));
  return cases.map((variant, index) => {
    const own = words[index] ?? [];
    const rare = own.filter((word) => (counts.get(word) ?? 0) <= Math.max(1, cases.length / 4));
    const wordy = camelCase((rare.length > 0 ? rare : own).slice(0, MOST_WORDS));
    const status = camelCase(wordsOf(variant.statuses.map((one) => reasonPhrase(one) ?? "").join(" ")));
    const plain = isAlone && !hasFiner(variant) ? [] : [finerName(variant), wordy, status];
    const base = plain.find((name) => name !== "") ?? "other";
    let name = base;
    for (let next = taken.get(base) ?? 1; taken.has(name); ) {
      next += 1;
      name = `${base}${next}`;
      taken.set(base, next);
    }
    taken.set(name, 1);
    return name;
  });
}

function hasFiner({ finer }: Variant): boolean {
  return Object.keys(finer).length > 0;
}

/** "ORDER_NOT_APPROVED" and "OrderNotApproved" become "orderNotApproved"; empty without letters. */
function finerName({ finer }: Variant): string {
  const code = Object.values(finer)
    .join(" ")
    .replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, " ");
  return camelCase((code.match(/[A-Za-z][A-Za-z0-9]*/g) ?? []).map((word) => word.toLowerCase()));
}

const MOST_WORDS = 4;
const LONGEST = 48;

/** Words that say something, without the marks of values. */
function wordsOf(text: string): readonly string[] {
  const plain = text.replaceAll(/%(?:\d+\$)?[-+ 0#]*\d*(?:\.\d+)?[a-z]|\{[^}]*\}|<[^>]*>/gi, " ");
  return (plain.match(/[A-Za-z][A-Za-z0-9]*/g) ?? [])
    .map((word) => word.toLowerCase())
    .filter((word) => !EMPTY.has(word));
}

function camelCase(words: readonly string[]): string {
  let name = "";
  for (const word of words) {
    if (name.length + word.length > LONGEST) break;
    name += name === "" ? word : `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
  }
  return name;
}

const EMPTY = new Set(
  "a an and are as at be been by can cannot could do does for from has have if in is it its may must not of on or s should that the this to was were will with you your specified error".split(
    " ",
  ),
);
