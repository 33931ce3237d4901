// The directives of a message become params, each named by the words around it.
import { templateArguments } from "../template/arguments.ts";
import type { Template, Token } from "../template/template.ts";

/** One name per argument, each once. */
export function paramNames(template: Template): readonly string[] {
  const { tokens } = template;
  const taken = new Set<string>();
  return templateArguments(template).map((directive) => {
    const at = tokens.indexOf(directive);
    const base = nameBeside(tokens, at) ?? (tokens.length === 1 ? "reason" : "value");
    let name = base;
    for (let count = 2; taken.has(name); count += 1) name = `${base}${count}`;
    taken.add(name);
    return name;
  });
}

/** The unit after it ("%d bytes"), else the nearest word before it, else the nearest one after it. */
function nameBeside(tokens: readonly Token[], at: number): string | undefined {
  const before = literalAt(tokens, at - 1);
  const after = literalAt(tokens, at + 1);
  const unit = /^ ([a-z]+s)\b(?! not\b)/.exec(after)?.[1];
  if (unit !== undefined && !EMPTY.has(unit)) return unit.slice(0, LONGEST);
  const last = before.split(/[.;!?]\s/).at(-1) ?? "";
  if (/\b(?:than|least|most|exceeds?|limit(?: is| of)?)\W*$/i.test(last)) return "limit";
  const words = wordsOf(last).filter((word) => !EMPTY.has(word.toLowerCase()));
  // "domain name" and "access key ID" name a value together.
  const from = words.findLastIndex((word) => !PARTS.has(word.toLowerCase()));
  if (words.length > 0) return camelCase(words.slice(Math.max(0, from), from + MOST_WORDS));
  const next = wordsOf(after.split(/[.;!?]\s/)[0] ?? "").find((word) => !EMPTY.has(word.toLowerCase()));
  return next === undefined || tokens.length > 3 ? undefined : camelCase([next]);
}

function literalAt(tokens: readonly Token[], at: number): string {
  const token = tokens[at];
  return token?.kind === "literal" ? token.text : "";
}

function wordsOf(text: string): readonly string[] {
  return text.match(/[A-Za-z][A-Za-z0-9_]*/g) ?? [];
}

const LONGEST = 32;

/** Capitals that begin a word stay within it: "InstanceId" becomes "instanceId", "ID" becomes "id". */
function camelCase(words: readonly string[]): string {
  const parts = words.map((word, index) => {
    const first = word.charAt(0);
    const rest = /[a-z]/.test(word) ? word.slice(1) : word.slice(1).toLowerCase();
    return (index === 0 ? first.toLowerCase() : first.toUpperCase()) + rest;
  });
  return parts.join("").slice(0, LONGEST);
}

const MOST_WORDS = 4;
const PARTS = new Set(["code", "id", "ids", "key", "name", "number", "size", "type"]);

const EMPTY = new Set(
  "a an and are as at be been but by can cannot could current currently did do does doesn equal equals exist exists expected for found from given got greater has have in invalid is it its less likely maximum minimum missing more must named no not of on only or provided received required s should specified supported such than that the this to too unknown was were while with you your against value values".split(
    " ",
  ),
);
