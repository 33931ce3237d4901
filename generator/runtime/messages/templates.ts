// Templates are messages with their params in braces; the engine of printf fills them in and reads them.

import type { BigIntMaker, Value } from "../printf/param-values.ts";
import { type Part, type ValueType, wordsOf } from "../printf/parts.ts";
import { formatMessage, isPossibleMessage, readMessage } from "../printf/printf.ts";
import { type DirectTemplate, directTemplate, type ReadParams, readDirectly } from "./direct.ts";
import { givenCase, paramOf } from "./given.ts";

/**
 * "{name}" is the place of a text, and "{name %d integer}" that of another param, with its directive and its type. Braces of
 * the message that open are in braces themselves. If a param has few allowed values, they come second.
 */
export type Template = string | readonly [text: string, allowed: AllowedValues];

type AllowedValues = Readonly<Record<string, readonly string[]>>;

/** The template of a code, or its templates by case. */
export type CodeTemplate = Template | Readonly<Record<string, Template>>;

/** A template as printing and reading take it. One with cases has nothing but them. */
export interface ReadyTemplate {
  readonly cases: Readonly<Record<string, ReadyTemplate>> | undefined;
  readonly parts: readonly Part[];
  readonly names: readonly string[];
  /** Undefined if all params are texts that `%s` prints, each once. */
  readonly types: readonly ValueType[] | undefined;
  readonly allowed: AllowedValues | undefined;
  readonly direct: DirectTemplate | undefined;
  /** The number of characters of literal text. */
  readonly size: number;
}

/** Each template is made ready once. */
export function readyTemplate(template: CodeTemplate): ReadyTemplate {
  const before = readyTemplates.get(template);
  if (before !== undefined) return before;
  const ready = isSingle(template) ? parseTemplate(template, undefined) : parseTemplate("", readyCases(template));
  readyTemplates.set(template, ready);
  return ready;
}

const readyTemplates = /* @__PURE__ */ new Map<CodeTemplate, ReadyTemplate>();

function readyCases(templates: Readonly<Record<string, Template>>): Readonly<Record<string, ReadyTemplate>> {
  const cases = {};
  for (const [name, template] of Object.entries(templates))
    Object.defineProperty(cases, name, { value: readyTemplate(template), enumerable: true });
  return cases;
}

function isSingle(template: CodeTemplate): template is Template {
  return typeof template === "string" || Array.isArray(template);
}

function parseTemplate(template: Template, cases: ReadyTemplate["cases"]): ReadyTemplate {
  const [text, allowed] = typeof template === "string" ? [template] : template;
  const parts: Part[] = [];
  const names: string[] = [];
  const types: ValueType[] = [];
  let literal = "";
  let slots = 0;
  let isPlain = true;
  for (const [index, piece] of text.split(/\{(\{+|[^{}]+)\}/).entries()) {
    if (index % 2 === 0 || piece.startsWith("{")) {
      literal += piece;
      continue;
    }
    const [, name = piece, directive = "%s", type = "string"] = /^(\w+) (.+) (\w+)$/.exec(piece) || [];
    if (literal !== "") parts.push(literal);
    literal = "";
    if (!names.includes(name)) names.push(name);
    const param = names.indexOf(name);
    parts.push([param, directive]);
    // The generator writes no other words here.
    types[param] = type as ValueType;
    isPlain = isPlain && name === piece && param === slots;
    slots += 1;
  }
  if (literal !== "") parts.push(literal);
  return {
    cases,
    parts,
    names,
    types: isPlain ? undefined : types,
    allowed,
    direct: directTemplate(parts, names, types),
    size: wordsOf(parts).join("").length,
  };
}

/**
 * The message of the params; of the case that the member `key` of the params names, if the code has cases. It throws a TypeError
 * for a code without a template, for a case that the code does not have, and for a param that is no text and no number.
 */
export function fillIn(template: ReadyTemplate | undefined, params: unknown, key = "case"): string {
  if (template === undefined) throw new TypeError("The table has no error with this code.");
  const { cases, parts, names } = template;
  if (cases !== undefined) return fillIn(givenCase(cases, params, key), params, key);
  const values = names.map((name) => paramOf(params as Readonly<Record<string, Value>>, name));
  return formatMessage(parts, values);
}

/** The message of a template without cases. */
export function fillTemplate(template: Template, params: object): string {
  return fillIn(readyTemplate(template), params);
}

/** The text that `%d` prints of a value. */
export function wholeText(value: unknown): `${bigint}` {
  const whole = typeof value === "bigint" ? value : Math.trunc(value as number);
  // Numbers print all of their digits only up to a size, and then as bigints do.
  const isLong = /e|\d{17}/.test(`${whole}`);
  return `${isLong ? (globalThis as unknown as { BigInt: BigIntMaker }).BigInt(whole) : (whole as bigint)}`;
}

/** The params of a message, with the case as the member `key`; undefined if it is no such message, or if several params make it. */
export function readOut(template: ReadyTemplate | undefined, message: string, key = "case"): ReadParams | undefined {
  if (template === undefined) return undefined;
  return template.cases === undefined ? readParams(template, message) : readCase(template.cases, message, key);
}

function readParams(template: ReadyTemplate, message: string): ReadParams | undefined {
  const { direct, allowed } = template;
  const found = direct === undefined ? "unsure" : readDirectly(direct, message);
  const params = found === "unsure" ? readClosely(template, message) : found;
  return params === undefined || allowed === undefined || areAllowed(allowed, params) ? params : undefined;
}

function readClosely({ parts, names, types, direct }: ReadyTemplate, message: string): ReadParams | undefined {
  // If only the division of the message into texts is unsure, there are several ways to divide it.
  const values = types === undefined && direct !== undefined ? undefined : readMessage(parts, types, message);
  if (values === undefined) return undefined;
  const params: Record<string, Value> = {};
  for (let index = 0; index < names.length; index += 1) params[names[index] ?? ""] = values[index] ?? "";
  return params;
}

function areAllowed(allowed: AllowedValues, params: ReadParams): boolean {
  return Object.entries(allowed).every(([name, set]) => set.some((value) => value === params[name]));
}

/** The case with the most literal text is meant, unless two have as much. */
function readCase(
  cases: Readonly<Record<string, ReadyTemplate>>,
  message: string,
  key: string,
): ReadParams | undefined {
  let best: ReadParams | undefined;
  let most = -1;
  for (const [name, template] of Object.entries(cases)) {
    if (template.size < most || !isMessageOf(template, message)) continue;
    const params = template.size === most ? undefined : readParams(template, message);
    best = params === undefined ? undefined : { [key]: name, ...params };
    most = template.size;
  }
  return best;
}

/** Whether params may make the message. */
export function isMessageOf(template: ReadyTemplate, message: string): boolean {
  const { direct, allowed, parts } = template;
  const found = direct === undefined ? "unsure" : readDirectly(direct, message);
  const params = found === "unsure" ? readClosely(template, message) : found;
  if (params !== undefined) return allowed === undefined || areAllowed(allowed, params);
  return found === "unsure" && isPossibleMessage(parts, message);
}

/** The template of a code, or of one of its cases. */
export interface CodedTemplate {
  readonly code: string;
  readonly name: string | undefined;
  readonly template: ReadyTemplate;
}

/** With the words of each template, as the matcher takes them. */
export function codedTemplates(
  templates: Readonly<Record<string, CodeTemplate>>,
): readonly (readonly [CodedTemplate, readonly string[]])[] {
  const all: (readonly [CodedTemplate, readonly string[]])[] = [];
  for (const [code, ofCode] of Object.entries(templates)) {
    const ready = readyTemplate(ofCode);
    const cases = ready.cases === undefined ? [[undefined, ready] as const] : Object.entries(ready.cases);
    for (const [name, template] of cases) all.push([{ code, name, template }, wordsOf(template.parts)]);
  }
  return all;
}

/** The same for a code of which the case may be known. */
export function readOutOf(
  template: ReadyTemplate | undefined,
  name: string | undefined,
  message: string,
  key = "case",
): ReadParams | undefined {
  const known = caseTemplate(template, name);
  if (known === undefined) return readOut(template, message, key);
  const params = readParams(known, message);
  return params === undefined ? undefined : { [key]: String(name), ...params };
}

/** The size of the literal text of the template of a case, if the message is one of its messages; otherwise -1. A missing message says nothing, and neither does a case without a template. */
export function fitOf(template: ReadyTemplate | undefined, name: string, message: string | undefined): number {
  const known = caseTemplate(template, name);
  if (message === undefined || known === undefined) return 0;
  return isMessageOf(known, message) ? known.size : -1;
}

function caseTemplate(template: ReadyTemplate | undefined, name: string | undefined): ReadyTemplate | undefined {
  if (template === undefined || template.cases === undefined || name === undefined) return undefined;
  return name.hasOwnProperty.call(template.cases, name) ? template.cases[name] : undefined;
}
