// The texts of errors become data for people: titles, meanings and solutions, in one language each.
import { capitalized } from "../../../diagnostic/sentence-words.ts";
import { pick } from "../../../model/fields.ts";
import { type CaseModel, type CaseTexts, TEXT_FIELDS } from "../../../model/model.ts";
import { caseTemplate, singleCase } from "../messages/template-text.ts";
import type { Data } from "../printer/typescript-data.ts";
import type { Plan, PlannedError } from "../product-plan.ts";

/** A name of the kind of error for people, the same for each occurrence. */
export function titleOf(error: PlannedError): string {
  return firstSentence(error.description) ?? wordsOf(error.identifier);
}

/** The first sentence of Markdown, without its marks. */
function firstSentence(markdown: string | undefined): string | undefined {
  if (markdown === undefined) return undefined;
  const [paragraph = ""] = markdown.trim().split(/\n\s*\n/);
  const plain = paragraph
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/[`*_]+/g, "")
    .replace(/\s+/g, " ")
    .trim();
  const [sentence = ""] = /^.*?[.!?。！？](?=\s|$)/u.exec(plain) ?? [plain];
  return sentence === "" ? undefined : sentence;
}

/** "OrderNotFound" says "Order not found". */
function wordsOf(identifier: string): string {
  const words = identifier
    .replace(/_/g, " ")
    .replace(/(?<=[a-z\d])(?=[A-Z])/g, " ")
    .toLowerCase();
  return capitalized(words);
}

/** The meaning and the solution in the language of the table, as one text. */
export function pageTexts(error: PlannedError): Data {
  const textOf = (one: CaseModel): Data => {
    const { description, solution } = ownCase(error, one);
    const paragraphs = [description, solution].filter((text) => text !== undefined);
    return paragraphs.length === 0 ? undefined : paragraphs.join("\n\n");
  };
  const single = singleCase(error);
  if (single !== undefined) return textOf(single);
  return { cases: Object.fromEntries<Data>(error.cases.map((one) => [one.name ?? "", textOf(one)])) };
}

/** In another language; undefined where texts of the error are missing in it. */
export function localTexts(error: PlannedError, locale: string, plan: Plan): Data {
  const single = singleCase(error);
  const rows = error.cases.map((one): readonly [CaseModel, Data] => {
    const given = { ...(error.texts[locale] ?? {}), ...(one.texts[locale] ?? {}) };
    const own = ownCase(error, one);
    const lacks = TEXT_FIELDS.some((field) => own[field] !== undefined && given[field] === undefined);
    const lacksMessage = one.template !== undefined && given.template === undefined;
    if (lacks || lacksMessage) return [one, undefined];
    const { template } = given;
    const message = template === undefined ? undefined : caseTemplate({ ...one, template }, plan);
    const { description, solution } = given;
    return [one, { message, title: firstSentence(description), meaning: description, solution }];
  });
  if (rows.some(([, data]) => data === undefined)) return undefined;
  if (single !== undefined) return rows[0]?.[1];
  return { cases: Object.fromEntries<Data>(rows.map(([one, data]) => [one.name ?? "", data])) };
}

/** A case without texts of its own has those of its error. */
function ownCase(error: PlannedError, one: CaseModel): CaseTexts {
  return { ...pick(error, ...TEXT_FIELDS), ...pick(one, ...TEXT_FIELDS) };
}
