// The texts of errors, cases and answers become Markdown of OpenAPI descriptions.
import { caseName } from "../../diagnostic/case-name.ts";
import { statusLine, statusLines } from "../../model/http-status.ts";
import { type CaseModel, type ErrorModel, type Model, TEXT_FIELDS } from "../../model/model.ts";
import { shownMessage } from "../../model/shown-message.ts";
import { codeText, descriptionText, isSafeTitle, linkText, plainText } from "../../text/markdown/openapi-text.ts";
import type { GroupedError, ResponseGroup } from "./response-groups.ts";
import type { OpenapiSettings } from "./settings.ts";

/** How the texts inside of schemas are written. */
export const SCHEMA_TEXTS = { description: descriptionText, isSafeTitle };

export function safeText(markdown: string | undefined): string | undefined {
  return markdown === undefined ? undefined : descriptionText(markdown);
}

/** The paragraph that begins a description of the error; titles are names of types. */
export function codeLine({ code }: ErrorModel): string {
  return `Error code: ${codeText(code)}`;
}

/** Paragraphs: the plain texts, the reason of the deprecation, and the links. */
export function errorText({ deprecated, links, ...error }: ErrorModel): string {
  return paragraphs([...TEXT_FIELDS.map((field) => error[field]), deprecated?.reason, linkList({ links })]);
}

/** A list of the cases; empty for an error without cases. */
export function casesText({ code, cases }: ErrorModel): string {
  return cases
    .flatMap((one) => (one.name === undefined ? [] : listItem(caseHead(code, one), caseBody(one))))
    .join("\n");
}

/** Whether a response is for any error, of which there are too many to list. */
export function isForAny({ range }: ResponseGroup, settings: OpenapiSettings): boolean {
  return typeof range === "string" && (range !== "default" || settings.default);
}

/** The status and the codes of a response and of its union. */
export function groupLine(
  group: ResponseGroup,
  errors: readonly GroupedError[],
  { title }: Model,
  settings: OpenapiSettings,
): string {
  const { range } = group;
  if (typeof range === "string" && isForAny(group, settings)) return `${FALLBACKS[range]} of ${plainText(title)}.`;
  const codes = errors.map(({ error }) => codeText(error.code)).join(", ");
  return `${typeof range === "number" ? statusLine(range) : "Any status"}: ${codes}`;
}

const FALLBACKS = { "4XX": "Any client error", "5XX": "Any server error", default: "Any error" } as const;

/** A list of the cases of an error and of the answers, as one response has them; empty where the code says it all. */
export function groupedText({ error, cases, answers }: GroupedError): string {
  const said = answers.flatMap(({ code, case: name, description }) =>
    description === undefined ? [] : listItem(codeText(caseName(code, name)), description),
  );
  const named = cases.flatMap((one) => {
    const isSaid = answers.some((answer) => answer.case === one.name && answer.description !== undefined);
    return one.name === undefined || isSaid ? [] : listItem(codeText(caseName(error.code, one.name)), meaningOf(one));
  });
  return [...said, ...named].join("\n");
}

function caseHead(code: string, { name, statuses }: CaseModel): string {
  const at = statusLines({ statuses });
  return codeText(caseName(code, name)) + (at === "" ? "" : ` (${at})`);
}

function caseBody(one: CaseModel): string {
  return paragraphs([meaningOf(one), one.solution, linkList(one)]);
}

/** The description of a case, or else its message. */
function meaningOf(one: CaseModel): string {
  return one.description ?? (one.template === undefined ? "" : plainText(shownMessage(one, one.template)));
}

function linkList({ links }: Pick<ErrorModel, "links">): string {
  return links.map(({ title, url }) => `- ${linkText(title, url)}`).join("\n");
}

function paragraphs(parts: readonly (string | undefined)[]): string {
  return parts
    .map((part) => part?.trimEnd())
    .filter((part) => part !== undefined && part !== "")
    .join("\n\n");
}

/** Further lines are indented, so that they stay in the item. */
function listItem(head: string, text: string): string {
  const lines = text.trim().split(/\r\n|\r|\n/);
  // Another sign than that of links begins another list.
  return `* ${head}${text.trim() === "" ? "" : `: ${lines.map((line, at) => (at === 0 || line === "" ? line : `  ${line}`)).join("\n")}`}`;
}
