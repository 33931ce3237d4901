// A pasted text becomes what it tells, in whatever shape it is: a body, an HTTP response, a line of a log, a bare message.

import type { Place } from "./decoder-table.ts";
import { readResponseText } from "./http-text.ts";
import { jsonValuesIn } from "./json-texts.ts";
import { codesIn, messagesIn, partsOf, requestIdIn, statusIn } from "./log-line.ts";
import { type Report, reportsOf } from "./reports.ts";

/** Longer texts are cut, and that is told. */
export const TEXT_LIMIT = 1_048_576;

/** How many lines of a text are looked at one by one. */
const LINES = 200;

export interface Shapes {
  readonly reports: readonly Report[];
  readonly status: number | undefined;
  readonly requestId: string | undefined;
  readonly retryAfter: string | undefined;
}

export function shapesOf(whole: string, places: readonly Place[], isCode: (word: string) => boolean): Shapes {
  const text = whole.slice(0, TEXT_LIMIT).replace(/\r\n?/g, "\n").trim();
  const response = readResponseText(text);
  const body = response?.body ?? text;
  const values = jsonValuesIn(body).map((value) => reportsOf(value, places));
  const reports = [
    ...values.flatMap((value) => value.reports),
    ...(response?.codes ?? []).map((value): Report => ({ codes: [...partsOf(value)], messages: [] })),
  ];
  // Where JSON was found, its members say better than its text what is meant.
  if (reports.length === 0) {
    // A word alone is asked for as a code.
    reports.push(
      { codes: /\s/.test(body) ? [] : [body], messages: [body] },
      ...linesOf(body).flatMap((line) => lineReports(line, isCode)),
    );
  } else if (response === undefined && !/^[[{"]/.test(text)) {
    reports.push(
      ...linesOf(text)
        .flatMap((line) => lineReports(line, isCode))
        .filter(({ codes }) => codes.length > 0),
    );
  }
  const outside = linesOf(text)
    .slice(0, 8)
    .map((line) => ({ status: statusIn(line), requestId: requestIdIn(line) }));
  const facts = [...(response ? [response] : []), ...values, ...outside];
  return {
    reports,
    status: facts.find(({ status }) => status !== undefined)?.status,
    requestId: facts.find(({ requestId }) => requestId !== undefined)?.requestId,
    retryAfter: response?.retryAfter,
  };
}

function linesOf(text: string): readonly string[] {
  return text.split("\n", LINES).filter((line) => line.trim() !== "");
}

function lineReports(line: string, isCode: (word: string) => boolean): readonly Report[] {
  const named = codesIn(line, isCode).map(
    ({ code, rest }): Report => ({ codes: [code], messages: messagesAfter(rest) }),
  );
  return [...named, { codes: [], messages: messagesIn(line) }];
}

/** "AliasNotFound: alias …", "[AliasNotFound] alias …", "code=AliasNotFound msg="alias …"" */
function messagesAfter(rest: string): readonly string[] {
  const start = rest.replace(/^["'\])}>]*\s*[:=,;|–—-]*\s*/, "");
  return [...new Set([start, ...messagesIn(start)].filter((message) => message !== ""))];
}
