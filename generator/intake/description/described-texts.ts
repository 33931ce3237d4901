// A code in a response becomes its texts there: those of its own schema, and those of the examples that show it.
import { groupBy } from "../../diagnostic/group-by.ts";
import { memoize } from "../../diagnostic/memoize.ts";
import { valueAt } from "../../text/json/pointer.ts";
import { isObject, type Json, type JsonObject, listOf } from "../../text/json/value.ts";
import { isStatus } from "../code-values.ts";
import { enumTexts } from "../enum-texts.ts";
import { messageText } from "../found-message.ts";
import type { FoundError } from "../found-table.ts";
import { nameRank } from "../member-names.ts";
import { type Bodies, type Example, errorSchemas, membersAt, type ReadResponse } from "./described-bodies.ts";
import type { Places } from "./found-places.ts";
import { codeOf, fixedValues, listedAt, shownAt, valuesOf } from "./place-values.ts";
import type { Resolve } from "./reference-resolver.ts";

export type Texts = Pick<
  FoundError,
  "message" | "marks" | "description" | "solution" | "retry" | "constants" | "finer"
> &
  Partial<Pick<FoundError, "statuses">>;

export type PlainTexts = (code: string, codes: readonly string[], response: ReadResponse) => readonly Texts[];

/** The schemas and the examples of a response are looked through once for all of its codes. */
export function plainTextsIn(places: Places | undefined, resolve: Resolve): PlainTexts {
  if (places === undefined) return () => [{ marks: "none" }];
  const schemasOf = memoize((alternatives: Bodies["alternatives"]) => {
    const schemas = errorSchemas({ alternatives }, places.code.list, resolve);
    const owned = groupBy(schemas, (schema) => {
      const [listed, ...more] = listedAt(schema, { steps: places.code.steps }, resolve);
      return more.length === 0 ? codeOf(listed, places.code) : undefined;
    });
    const listed = new Map<string, string>();
    for (const schema of alternatives)
      for (const [code, text] of listedTexts(schema, places, resolve)) if (!listed.has(code)) listed.set(code, text);
    return { count: schemas.length, owned, listed };
  });
  const shownIn = memoize((examples: readonly Example[]) => {
    const shown = examples.flatMap(({ value, summary }) =>
      shownAt(value, places.code).map((one) => ({ error: one.error, summary, code: codeOf(one.value, places.code) })),
    );
    return groupBy(shown, ({ code }) => code);
  });
  return (code, codes, response) => {
    const { bodies } = response;
    if (bodies === undefined) return [{ marks: "none" }];
    const { count, owned, listed } = schemasOf(bodies.alternatives);
    const found = { owns: owned.get(code) ?? [], isOne: count === 1, listed: listed.get(code) };
    return plainTexts(
      code,
      codes,
      response,
      { ...found, shown: shownIn(bodies.examples).get(code) ?? [] },
      places,
      resolve,
    );
  };
}

/** The parts of a code that schemas and examples show. */
interface Found {
  readonly owns: readonly JsonObject[];
  /** Whether there is only one schema. */
  readonly isOne: boolean;
  /** The text that a list of codes has for it. */
  readonly listed: string | undefined;
  readonly shown: readonly { readonly error: JsonObject; readonly summary: string | undefined }[];
}

/** One per message that examples show; one without a message where none shows any. */
function plainTexts(
  code: string,
  codes: readonly string[],
  { status, response }: ReadResponse,
  { owns, isOne, listed, shown }: Found,
  places: Places,
  resolve: Resolve,
): readonly Texts[] {
  const isWritten = owns.some((own) => own["x-error-code"] !== undefined);
  const summary = shown.map((one) => one.summary).find((text) => text !== undefined && text !== code);
  const alone = codes.length === 1 ? textOf(response["description"]) : undefined;
  const wordsOf = (own: JsonObject | undefined): Partial<Texts> => {
    const isOwn = !isOne || isWritten || own?.["title"] === code;
    const solution = textOf(own?.["x-solution"])?.trim();
    const stated = isOwn ? textOf(own?.["description"])?.trim() : undefined;
    const whole = isWritten
      ? withoutFrame(stated, own)
      : (stated ?? listed ?? textOf(summary)?.trim() ?? alone?.trim());
    const description = withoutEnd(whole, solution);
    const retry = /^(?:never|backoff|throttled)$/.exec(textOf(own?.["x-retry"]) ?? "")?.[0] as FoundError["retry"];
    return {
      ...(description === undefined ? {} : { description }),
      ...(solution === undefined ? {} : { solution }),
      ...(retry === undefined ? {} : { retry }),
    };
  };
  const common = wordsOf(owns[0]);
  const templates = owns.flatMap((own): readonly Texts[] =>
    [own, ...casesOf(own, status)].flatMap((part) => {
      const template = textOf(part["x-message-template"])?.trim();
      return template === undefined ? [] : [{ ...wordsOf(own), ...wordsOf(part), message: template, marks: "printf" }];
    }),
  );
  if (templates.length > 0) return templates;
  // The message in the example of an error without a template is made up.
  if (isWritten) return [{ ...common, marks: "none" }];
  const place = places.message && { steps: places.message.steps };
  const texts = shown.map(({ error }) => textsOf(error, status, places));
  // An example that only repeats the description is no promise of a message.
  const isTold = ({ message, description = common.description }: Texts): boolean =>
    message !== undefined && message !== description;
  // Each schema of the code may fix a message of its own, as each example may show one.
  const declared = owns.flatMap((own): readonly Texts[] =>
    place === undefined
      ? []
      : membersAt(own, place, resolve)
          .flatMap(texts.some(isTold) ? fixedValues : valuesOf)
          .map((value) => ({ ...wordsOf(own), ...messageOf(value), marks: "none" })),
  );
  const given = [...texts, ...declared].filter(isTold);
  const all = given.length > 0 ? given : texts.slice(0, 1);
  return all.length === 0
    ? [{ ...common, marks: "none" }]
    : all.map((text) => {
        const { message, ...more } = { ...common, ...text };
        return { ...more, ...(message === more.description ? {} : messageOf(message)) };
      });
}

/** The codes of a schema: in an enum, or each of them in an alternative of its own. */
function listedTexts(
  schema: JsonObject,
  { code: place }: Places,
  resolve: Resolve,
): readonly (readonly [code: string, text: string])[] {
  const members = membersAt(schema, place, resolve);
  return members.flatMap((member) => {
    const [value, ...more] = fixedValues(member);
    const code = members.length > 1 && more.length === 0 ? codeOf(value, place) : undefined;
    const text = textOf(member["description"]) ?? textOf(member["title"]);
    const texts = enumTexts(member);
    return [...texts, ...(code === undefined || text === undefined || texts.has(code) ? [] : [[code, text] as const])];
  });
}

/** The facts in an example of an error: its message, its status where the response has none, and its classes. */
function textsOf(error: JsonObject, status: number | undefined, { code, message }: Places): Texts {
  const constants = Object.entries(error).filter(([name, value]) => {
    return (
      name !== code.steps[0] &&
      nameRank(name, "category") !== undefined &&
      typeof value === "string" &&
      value.isWellFormed()
    );
  });
  const stated =
    status === undefined
      ? STATUSES.map((name) => error[name]).find((value) => typeof value === "number" && isStatus(value))
      : undefined;
  return {
    ...messageOf(messageText(message && valueAt(error, message.steps))),
    marks: "none",
    ...(typeof stated === "number" && stated >= 300 ? { statuses: [stated] } : {}),
    ...(constants.length === 0 || code.steps.length > 1 ? {} : { constants: Object.fromEntries<Json>(constants) }),
  };
}

const STATUSES = ["status", "statusCode", "status_code", "httpStatus", "http_status", "httpStatusCode"];

export function messageOf(value: Json | undefined): { readonly message?: string } {
  const text = textOf(value)?.trim();
  return text === undefined ? {} : { message: text };
}

function textOf(value: Json | undefined): string | undefined {
  return typeof value === "string" && value.trim() !== "" && value.isWellFormed() ? value : undefined;
}

/** The cases with this status, as errtable writes them beside the schema of the whole error. */
function casesOf(own: JsonObject, status: number | undefined): readonly JsonObject[] {
  return listOf(own["x-error-cases"])
    .filter(isObject)
    .filter(
      ({ statuses }) => status === undefined || listOf(statuses).length === 0 || listOf(statuses).includes(status),
    );
}

/** In descriptions that errtable wrote, a paragraph with the code comes first, and a list of the cases last. */
function withoutFrame(text: string | undefined, own: JsonObject | undefined): string | undefined {
  const [first] = listOf(own?.["x-error-cases"]).filter(isObject);
  const lines = text?.replace(/^Error code: .*/, "").split("\n") ?? [];
  const at = lines.findIndex((line) => line.startsWith("* ") && line.includes(`.${first?.["case"]}`));
  return textOf(lines.slice(0, at < 0 ? lines.length : at).join("\n"))?.trim();
}

/** In descriptions that errtable wrote, paragraphs with the solution and with links follow the description itself. */
function withoutEnd(text: string | undefined, end: string | undefined): string | undefined {
  const at = text === undefined || end === undefined ? -1 : text.indexOf(end);
  if (text === undefined || at < 0 || !/(?:^|\n\n)$/.test(text.slice(0, at))) return text;
  const rest = text.slice(0, at).trim();
  return rest === "" ? undefined : rest;
}
