// The result of decoding becomes text for people, without control characters of strangers, or JSON.
import type { Colors } from "picocolors/types.js";
import type { Candidate } from "../../decode/candidates.ts";
import type { Decoding } from "../../decode/decoder.ts";
import type { Reading } from "../../decode/message-readings.ts";
import { caseName } from "../../diagnostic/case-name.ts";
import { escapeControls, showControls } from "../../diagnostic/unseen.ts";
import { entryText, explainRetired, type Field, meaningFields, referenceFields } from "../../explain/explain-error.ts";
import { optional, pick } from "../../model/fields.ts";
import { statusLines } from "../../model/http-status.ts";
import { type CaseModel, type ErrorModel, type Model, mainCase, TEXT_FIELDS } from "../../model/model.ts";
import { shownMessage } from "../../model/shown-message.ts";

export interface TableDecoding {
  readonly model: Model;
  readonly decoding: Decoding;
}

interface Found extends TableDecoding {
  readonly error: ErrorModel;
  readonly candidate: Candidate;
}

/** Retired errors follow the others. */
export function decodingText(decodings: readonly TableDecoding[], colors: Colors): string {
  const [first] = decodings;
  const { requestId, retryAfter } = first?.decoding ?? {};
  const facts: readonly Field[] = [
    ["Retry-After", retryAfter?.replace(/^\d+$/, "$& seconds")],
    ["Request", requestId],
  ];
  const found = foundIn(decodings);
  const unknown = unknownLines(decodings);
  const texts = [
    ...found.map((one, index) => candidateText(one, index === 0 ? facts : [], colors)),
    ...retiredIn(decodings).map(({ model, retired }) => explainRetired(retired, model, colors)),
    ...(unknown.length === 0 ? [] : [`${unknown.join("\n")}\n`]),
  ];
  return texts.join("\n");
}

export function decodingJson(decodings: readonly TableDecoding[]): string {
  const found = foundIn(decodings).map(({ model, error, decoding, candidate }) => {
    const { message, matchedOn } = candidate;
    const known = caseOf(error, candidate);
    const { statuses, retry } = known ?? error;
    const { code, description, solution, documentation } = { ...error, ...texts(known) };
    return {
      code,
      case: candidate.case,
      status: statuses[0] ?? null,
      statuses,
      params: message?.values === undefined ? null : shownParams({ error, candidate }, message),
      matchedOn,
      message: message && messageText({ error, candidate }, message),
      locale: message?.locale,
      share: message === undefined ? undefined : Math.round(message.share * 100) / 100,
      table: model.name,
      description,
      solution,
      retry,
      documentation,
      responseStatus: decoding.status,
      requestId: decoding.requestId,
      retryAfter: decoding.retryAfter,
    };
  });
  const retired = retiredIn(decodings).map(({ model, decoding, retired: { code, since, replacedBy, reason } }) => ({
    code,
    status: null,
    params: null,
    matchedOn: ["code"],
    table: model.name,
    retired: { since, replacedBy, reason },
    requestId: decoding.requestId,
  }));
  return `${escapeControls(JSON.stringify([...found, ...retired], undefined, 2))}\n`;
}

export function unrecognised(decodings: readonly TableDecoding[]): string {
  const success = decodings.flatMap(({ decoding }) => decoding.success ?? [])[0];
  if (success !== undefined) return `This is no error: the code "${showControls(success)}" stands for success.\n`;
  const lines = ["Nothing in this text is an error of the table.", ...unknownLines(decodings)];
  for (const { decoding } of decodings) {
    if (decoding.status !== undefined && decoding.sameStatus.length > 0) {
      const codes = decoding.sameStatus.map(showControls).join(", ");
      lines.push(`Errors with the status ${decoding.status}: ${codes}.`);
    }
  }
  return `${[...new Set(lines)].join("\n")}\n`;
}

function unknownLines(decodings: readonly TableDecoding[]): readonly string[] {
  return decodings.flatMap(({ decoding }) =>
    decoding.unknown.map(({ code, nearest }) => {
      const hint = nearest === undefined ? "" : ` Did you mean "${showControls(nearest)}"?`;
      return `There is no code "${showControls(code)}".${hint}`;
    }),
  );
}

/** Best first, over all tables: a named code comes before a message that reads like an error's. */
function foundIn(decodings: readonly TableDecoding[]): readonly Found[] {
  const found = decodings.flatMap(({ model, decoding }) =>
    decoding.candidates.flatMap((candidate): readonly Found[] => {
      const error = model.errors.find(({ code }) => code === candidate.error.code);
      return error === undefined ? [] : [{ model, error, decoding, candidate }];
    }),
  );
  const weight = ({ candidate: { matchedOn, message } }: Found): number =>
    (matchedOn.includes("code") ? 4 : 0) + (matchedOn.includes("status") ? 1 : 0) + (message?.share ?? 0);
  return decodings.length === 1 ? found : found.toSorted((a, b) => weight(b) - weight(a));
}

function retiredIn(decodings: readonly TableDecoding[]) {
  return decodings.flatMap(({ model, decoding }) =>
    model.retired
      .filter(({ code }) => decoding.retired.includes(code))
      .map((retired) => ({ model, decoding, retired })),
  );
}

/** The case that the text tells apart; undefined for errors without cases. */
function caseOf({ cases }: ErrorModel, candidate: Candidate): CaseModel | undefined {
  return cases.find(({ name }) => name !== undefined && name === candidate.case);
}

/** The texts of a case that replace those of its error. */
function texts(one: CaseModel | undefined): Pick<CaseModel, "description" | "solution"> {
  return one === undefined ? {} : pick(one, ...TEXT_FIELDS);
}

function candidateText({ model, error, candidate }: Found, facts: readonly Field[], colors: Colors): string {
  const { message } = candidate;
  const known = caseOf(error, candidate);
  const params = message?.values === undefined ? [] : Object.entries(shownParams({ error, candidate }, message));
  const isAmbiguous = message !== undefined && message.values === undefined && candidate.error.names.length > 0;
  const fields: readonly Field[] = [
    ["Matched on", matchedWords(candidate)],
    ["Message", message && messageText({ error, candidate }, message)],
    ...params.map(([name, value]) => [`  ${showControls(name)}`, String(value)] as const),
    ...meaningFields({ ...error, ...texts(known), ...optional("retry", known?.retry) }),
    ...referenceFields({ ...error, links: [...(known?.links ?? []), ...error.links] }),
    ["Values", isAmbiguous ? "the message leaves more than one answer." : undefined],
    ...facts,
  ];
  return entryText(caseName(error.code, known?.name), statusLines(known ?? error), model, fields, colors);
}

/** "code, status and message", "message (64 % of it are this error's own words)" */
function matchedWords({ matchedOn, message }: Candidate): string {
  const last = matchedOn.at(-1) ?? "";
  const names = matchedOn.length < 2 ? last : `${matchedOn.slice(0, -1).join(", ")} and ${last}`;
  if (matchedOn.includes("code") || message === undefined) return names;
  return `${names} (${Math.round(message.share * 100)} % of the message are this error's own words)`;
}

type Shown = Pick<Found, "error" | "candidate">;

/** The values by the names of their params; those of sensitive params are hidden, because answers are pasted into tickets. */
function shownParams({ error, candidate }: Shown, { values }: Reading): Readonly<Record<string, string | number>> {
  const hidden = sensitiveNames(caseIn(error, candidate));
  return Object.fromEntries(
    (values ?? []).map((value, index) => {
      const name = candidate.error.names[index] ?? String(index);
      return [name, hidden.has(name) ? HIDDEN : typeof value === "bigint" ? String(value) : value];
    }),
  );
}

/** The message, or its template where a value of it is sensitive. */
function messageText({ error, candidate }: Shown, { text, locale }: Reading): string {
  const one = caseIn(error, candidate);
  const template = locale === undefined ? one.template : (one.texts[locale]?.template ?? one.template);
  return template === undefined || sensitiveNames(one).size === 0 ? text : shownMessage(one, template);
}

const HIDDEN = "[hidden]";

function caseIn(error: ErrorModel, candidate: Candidate): CaseModel {
  return caseOf(error, candidate) ?? mainCase(error);
}

function sensitiveNames({ params }: CaseModel): ReadonlySet<string> {
  return new Set(params.filter(({ sensitive }) => sensitive).map(({ name }) => name));
}
