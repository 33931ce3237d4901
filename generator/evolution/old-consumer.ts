// The old version of a table becomes a program that uses all of its generated code, as consumers and producers do.
import { memberKey } from "../model/body-layout.ts";
import { commonMembers, ownSchema } from "../model/body-schema.ts";
import type { ErrorModel, Model } from "../model/model.ts";
import { holderSchema } from "../schema/members.ts";
import { entriesOf, isObject, type JsonSchema } from "../text/json/value.ts";
import { factsOf, sharedFacts } from "./consumer-facts.ts";

/** A line of the program, and the code that it is about, if it is about one alone: as the old version has it, or a new one. */
export interface ConsumerLine {
  readonly text: string;
  readonly code?: string;
}

/**
 * It imports "./errors.js", the declarations of either version, and "./known.js", those of the old one: the types that a
 * program which was written with the old version has values of. `known` is the text of these. `added` are errors of the new version
 * alone: each one is handed to a program that knows the old list of codes, because an error about the whole list names the first
 * few new codes only.
 */
export function oldConsumer(
  model: Model,
  known: string,
  added: readonly Pick<ErrorModel, "code" | "wireCode">[] = [],
): readonly ConsumerLine[] {
  const { name, errors } = model;
  const has = (declared: string): boolean =>
    new RegExp(`\\b(?:function|const|type|interface) ${declared}\\b`).test(known);
  return [
    ...shared([
      'import * as api from "./errors.js";',
      'import type * as Known from "./known.js";',
      "declare const value: unknown;",
      "declare const text: string;",
      `declare const any: api.${name}Error | api.Unknown${name}Error;`,
      "/** Object literals may have no members that are not declared. */",
      "type Keys<Each> = Each extends object ? keyof Each : never;",
      "type Loss<Old, New> = Exclude<Keys<Old>, Keys<New>>;",
      "type First<F> = F extends (first: infer A, ...others: never[]) => unknown ? A : never;",
      "type Second<F> = F extends (first: never, second: infer B, ...others: never[]) => unknown ? B : never;",
      "const none = <Names extends never>(): Names[] => [];",
      `export const unknown = (error: api.Unknown${name}Error): Known.Unknown${name}Error => error;`,
      ...sharedFacts(model),
      `export const codes: Readonly<Record<api.${name}ErrorCode, string>> = {`,
    ]),
    ...errors.map(({ code, wireCode }) => ({ text: `  ${JSON.stringify(String(wireCode))}: "text",`, code })),
    { text: "};" },
    ...matches(model, /readonly (otherwise_*): \(/.exec(known)?.[1] ?? "otherwise"),
    ...errors.flatMap((error, index) =>
      [
        `export const name${index}: Known.${name}ErrorCode = api.${name}ErrorCodes.${error.identifier};`,
        ...consumer(error, index, model, has),
        ...producer(error, index, has),
        ...factsOf(error, index, model),
      ].map((text) => ({ text, code: error.code })),
    ),
    ...added.map(({ code, wireCode }, index) => ({
      text: `export const listed${index} = (code: api.${name}ErrorCode & ${JSON.stringify(wireCode)}): Known.${name}ErrorCode => code;`,
      code,
    })),
    ...shared([
      ...[...new Set(errors.flatMap(({ statuses }) => statuses))].map(
        (status) => `export type Of${status} = api.${name}ErrorOfStatus<${status}>;`,
      ),
      ...[...new Set(errors.flatMap(({ tags }) => tags))].map(
        (tag) =>
          `export const tagged_${tag.replace(/\W/g, "_")} = api.is${name}ErrorTagged(value, ${JSON.stringify(tag)});`,
      ),
      ...(model.body.list === undefined
        ? []
        : [
            `export const response = (): Known.${name}ErrorResponse | undefined => (api.is${name}ErrorResponse(value) ? value : undefined);`,
            `export const all: readonly unknown[] = api.read${name}Errors(value);`,
          ]),
    ]),
  ];
}

export function consumerText(lines: readonly ConsumerLine[]): string {
  return `${lines.map(({ text }) => text).join("\n")}\n`;
}

function shared(texts: readonly string[]): readonly ConsumerLine[] {
  return texts.map((text) => ({ text }));
}

/** By code, by status and by retry class, each with an arm for every error; `otherwise` is the arm of unknown ones. */
function matches({ name, errors }: Model, otherwise: string): readonly ConsumerLine[] {
  const arm = ({ code, wireCode }: ErrorModel) => ({
    text: `  ${JSON.stringify(String(wireCode))}: () => "text",`,
    code,
  });
  const match = (what: string, arms: readonly ConsumerLine[]) => [
    { text: `export const ${what} = api.match${name}Error(any, {` },
    ...arms,
    { text: `  ${otherwise}: () => "text",` },
    { text: "});" },
  ];
  const statuses = new Set(errors.flatMap((error) => (error.statuses.length === 1 ? error.statuses : [])));
  const arms = (keys: Iterable<string | number>) => Array.from(keys, (key) => `${key}: () => "text"`).join(", ");
  return [
    ...match("byCode", errors.map(arm)),
    // A table without statuses has no arms for them.
    ...(statuses.size === 0
      ? []
      : match("byStatus", [
          { text: `  status: { ${arms(statuses)} },` },
          ...errors.filter((error) => error.statuses.length !== 1 || isInherited(error)).map(arm),
        ])),
    // A table without retry classes has no arms for them.
    ...(errors.every(({ retry }) => retry === undefined)
      ? []
      : match("byRetry", [
          { text: `  retry: { ${arms(["never", "backoff", "throttled"])} },` },
          ...errors.filter((error) => error.retry === undefined || isInherited(error)).map(arm),
        ])),
  ];
}

/** Every object literal has a member of this name, which the compiler takes for an arm. */
function isInherited({ wireCode }: ErrorModel): boolean {
  return String(wireCode) in {};
}

function consumer(error: ErrorModel, index: number, model: Model, has: (name: string) => boolean): readonly string[] {
  const { errorName, identifier } = error;
  const reads = membersOf(error, model).map(
    (path) => `value${path.map((step) => `?.[${JSON.stringify(step)}]`).join("")}`,
  );
  return [
    `export const read${index} = (): unknown => {`,
    `  if (!api.is${errorName}(value)) return undefined;`,
    `  const known: Known.${errorName} = value;`,
    `  return [known, ${reads.join(", ")}];`,
    "};",
    ...(has(`parse${identifier}Message`)
      ? [
          `export const params${index}: ReturnType<typeof Known.parse${identifier}Message> = api.parse${identifier}Message(text);`,
        ]
      : []),
  ];
}

function producer(
  { errorName, identifier }: ErrorModel,
  index: number,
  has: (name: string) => boolean,
): readonly string[] {
  return [`create${errorName}`, `format${identifier}Message`]
    .filter(has)
    .flatMap((create) => [
      `export const ${create}${index} = (...given: Parameters<typeof Known.${create}>) => api.${create}(...given);`,
      `export const ${create}Lost${index} = [0, 1].map(() => [`,
      `  none<Loss<First<typeof Known.${create}>, First<typeof api.${create}>>>(),`,
      `  none<Loss<Second<typeof Known.${create}>, Second<typeof api.${create}>>>(),`,
      "]);",
    ]);
}

/** The paths of members that every body of the error has declared; those of alternatives need a look at the others first. */
function membersOf(error: ErrorModel, { body }: Model): readonly (readonly string[])[] {
  const common = commonMembers(body).map((member) => ({ ...member, key: memberKey(member.path) }));
  return [...declared(holderSchema(common)), ...declared(ownSchema(error, body) ?? true)];
}

function declared(schema: JsonSchema): readonly (readonly string[])[] {
  if (!isObject(schema) || schema["type"] !== "object") return [];
  return entriesOf<JsonSchema>(schema["properties"]).flatMap(([name, inner]) => [
    [name],
    ...declared(inner).map((path) => [name, ...path]),
  ]);
}
