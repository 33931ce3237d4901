// Chooses the language and the form of a reply by the headers of the request: weights as RFC 9110 has them, languages by
// the lookup of RFC 4647.
import type { FailureFacts, FailureRow } from "./failure-facts.ts";
import { type Negotiator, type Reply, type ReplyOptions, type ReplyTable, replyWith } from "./reply.ts";

/** The texts of an error in a language. Meaning and solution are Markdown. */
export interface ErrorTexts<Message> {
  readonly message?: Message;
  readonly title?: string;
  readonly meaning?: string;
  readonly solution?: string;
}

/** Of a code with cases, the texts of each case. */
export type ByCodeAndCase<Texts> = Readonly<
  Record<string, Texts | { readonly cases: Readonly<Record<string, Texts>> }>
>;

export type TextsByCode<Message> = ByCodeAndCase<ErrorTexts<Message>>;

/** The texts of errors in another language: only of errors of which all texts are translated. */
export interface ReplyLocale<Message> extends Negotiator {
  readonly language: string;
  readonly texts: TextsByCode<Message>;
  readonly fill: (template: Message, params: object) => string;
}

/** A form of replies besides the one of the table. */
export interface ReplyFormat extends Negotiator {
  readonly types: readonly string[];
  readonly write: (shown: ShownError, type: string) => string;
  /** Headers that only this form has. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** An error as a form shows it. */
export interface ShownError {
  readonly facts: FailureFacts;
  readonly message: string;
  readonly language: string;
  /** In another language than that of the table. */
  readonly texts: ErrorTexts<unknown> | undefined;
  readonly options: ReplyOptions;
}

export function negotiate(facts: FailureFacts, table: ReplyTable, options: ReplyOptions): Reply {
  const { acceptLanguage, locales = [], accept, problem, pages } = options;
  const formats = [problem, pages].filter((each): each is ReplyFormat => each !== undefined);
  const [{ tableLanguage } = { tableLanguage: "" }] = [...formats, ...locales];
  const local = localTexts(facts, acceptLanguage, tableLanguage, locales as readonly ReplyLocale<unknown>[]);
  const { message, language, texts } = local || { message: facts.message, language: tableLanguage, texts: undefined };
  const [type, format] = chosenFormat(accept, table.type, formats);
  const body =
    format === undefined
      ? table.write(facts, message, options)
      : format.write({ facts, message, language, texts, options }, type);
  const { status, headers } = replyWith(facts, table, options, withCharset(type), body);
  const vary = [formats.length === 0 ? "" : "Accept", locales.length === 0 ? "" : "Accept-Language"];
  const more = { "Content-Language": language, Vary: vary.filter((name) => name !== "").join(", ") };
  return { status, headers: { ...more, ...headers, ...format?.headers }, body };
}

interface LocalTexts {
  readonly language: string;
  readonly message: string;
  readonly texts: ErrorTexts<unknown>;
}

/** Undefined for the language of the table. */
function localTexts(
  facts: FailureFacts,
  header: unknown,
  own: string,
  locales: readonly ReplyLocale<unknown>[],
): LocalTexts | undefined {
  const found = new Map(locales.map((locale) => [locale.language.toLowerCase(), locale] as const));
  const weights = readWeights(header);
  const wanted = [...weights].filter(([, weight]) => weight > 0).sort(([, a], [, b]) => b - a);
  for (const [range] of wanted) {
    if (range.length > LONGEST_TAG) continue;
    for (let tag = range; tag !== ""; tag = shortened(tag)) {
      if (weights.get(tag) === 0) continue;
      if (tag === own.toLowerCase()) return undefined;
      const texts = textsIn(found.get(tag), facts);
      if (texts !== undefined) return texts;
    }
  }
  return undefined;
}

function textsIn<Message>(locale: ReplyLocale<Message> | undefined, facts: FailureFacts): LocalTexts | undefined {
  if (locale === undefined) return undefined;
  const { row, source = row, params } = facts;
  const texts = textsOf(locale.texts, source);
  if (texts === undefined) return undefined;
  const message = texts.message === undefined ? facts.message : locale.fill(texts.message, params);
  return { language: locale.language, message, texts };
}

/** The message in another language; undefined if the texts of the error are not translated, or if the message is a param. The member `key` of the params names the case. */
export function messageIn<Message>(
  locale: ReplyLocale<Message>,
  code: string | number,
  params: object,
  key: string,
): string | undefined {
  const name = (params as Readonly<Record<string, unknown>>)[key];
  const row = { code, status: 0, ...(typeof name === "string" ? { case: name } : {}) };
  const found = textsIn(locale, { row, params, message: "" });
  return found?.texts.message === undefined ? undefined : found.message;
}

/** Longer tags are no languages. */
const LONGEST_TAG = 35;

/** A language tag without its last part, and without the single letter that would be its last part then. */
function shortened(tag: string): string {
  return tag.replace(/(?:^|(?:-[a-z0-9])?-)[^-]*$/, "");
}

export function textsOf<Texts>(byCode: ByCodeAndCase<Texts>, row: FailureRow): Texts | undefined {
  const code = String(row.code);
  const texts = code.hasOwnProperty.call(byCode, code) ? byCode[code] : undefined;
  const { cases } = Object(texts) as { readonly cases?: Readonly<Record<string, Texts>> };
  if (cases === undefined) return texts as Texts | undefined;
  const { case: name = "" } = row;
  return name.hasOwnProperty.call(cases, name) ? cases[name] : undefined;
}

/** The form of the table, unless the client would rather have another one and says so. */
function chosenFormat(
  header: unknown,
  own: string,
  formats: readonly ReplyFormat[],
): readonly [type: string, format: ReplyFormat | undefined] {
  const weights = readWeights(header);
  const ranges = [own, own.replace(/\/.*/, "/*"), "*/*"];
  const range = ranges.find((each) => weights.has(each));
  let best: readonly [string, ReplyFormat | undefined] = [own, undefined];
  let most = range === undefined ? 0 : weights.get(range) || 0;
  for (const format of formats) {
    for (const type of format.types) {
      const weight = weights.get(type) || 0;
      // A client that asks for problem details knows them, and wants them for errors.
      if (weight > most || (weight === most && weight > 0 && type === PROBLEM && own !== PROBLEM)) {
        best = [type, format];
        most = weight;
      }
    }
  }
  return best;
}

export const PROBLEM = "application/problem+json";

/** The types of texts say how their signs are coded. */
function withCharset(type: string): string {
  return type.startsWith("text/") ? `${type}; charset=utf-8` : type;
}

/** The weights of the ranges in a header such as Accept. Only the first few thousand characters are read. */
export function readWeights(header: unknown): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  if (typeof header !== "string") return weights;
  for (const item of header.slice(0, MAX_HEADER).match(ITEMS) || []) {
    const [range = "", ...params] = item.toLowerCase().replace(QUOTED, "").split(";");
    const [weight] = params.map((param) => WEIGHT.exec(param)).filter((found) => found !== null);
    const name = range.trim();
    if (name !== "" && !weights.has(name)) weights.set(name, weight ? Number(weight[1]) : 1);
  }
  return weights;
}

const MAX_HEADER = 4096;
const ITEMS = /(?:[^",]|"(?:[^"\\]|\\.)*"?)+/g;
const QUOTED = /"(?:[^"\\]|\\.)*"?/g;
const WEIGHT = /^\s*q\s*=\s*(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)\s*$/;
