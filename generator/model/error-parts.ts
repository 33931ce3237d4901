// The cases of an error become the facts that they share and, by case, the facts that only it has, for pages that show a code once.
import { recordOf } from "../text/json/value.ts";
import { optional, pick } from "./fields.ts";
import { type CaseModel, type ErrorModel, mainCase, TEXT_FIELDS } from "./model.ts";

export interface ErrorParts {
  /** The facts of every case. Descriptions, solutions and links of the error stand in the error itself. */
  readonly shared: CaseModel;
  /** The cases that have a name, in the order of the table, without the facts that are shared. */
  readonly cases: readonly CaseModel[];
}

export function errorParts(error: Pick<ErrorModel, "cases" | "statuses">): ErrorParts {
  const first = mainCase(error);
  if (first.name === undefined) return { shared: first, cases: [] };
  const { cases } = error;
  const differs = (factOf: (one: CaseModel) => unknown): boolean => {
    const fact = JSON.stringify(factOf(first));
    return cases.some((one) => JSON.stringify(factOf(one)) !== fact);
  };
  const own: OwnFacts = {
    statuses: differs(({ statuses }) => statuses),
    message: differs(messageOf),
    retry: differs(({ retry }) => retry),
    headers: differs(({ headers }) => headers),
    details: differs(({ details }) => details),
    constant: (text) => cases.some(({ constants }) => !constants.some((one) => JSON.stringify(one) === text)),
  };
  return {
    shared: {
      ...factsOf(first, own, false),
      statuses: error.statuses,
      ...{ links: [], examples: [], extensions: {} },
    },
    cases: cases.map((one) => ({
      ...factsOf(one, own, true),
      ...pick(one, "name", ...TEXT_FIELDS, "links", "examples", "extensions"),
    })),
  };
}

/** Whether the cases of an error differ in a fact. */
interface OwnFacts extends Readonly<Record<"statuses" | "message" | "retry" | "headers" | "details", boolean>> {
  /** For the text of a constant. */
  readonly constant: (text: string) => boolean;
}

/** The facts of a case in which the cases differ, or the others. */
function factsOf(one: CaseModel, own: OwnFacts, isOwn: boolean): Omit<CaseModel, "links" | "examples" | "extensions"> {
  const hasMessage = own.message === isOwn;
  return {
    statuses: own.statuses === isOwn ? one.statuses : [],
    ...optional("template", hasMessage ? one.template : undefined),
    params: hasMessage ? one.params : [],
    ...optional("retry", own.retry === isOwn ? one.retry : undefined),
    headers: own.headers === isOwn ? one.headers : [],
    constants: one.constants.filter((constant) => own.constant(JSON.stringify(constant)) === isOwn),
    ...optional("details", own.details === isOwn ? one.details : undefined),
    texts: recordOf(
      Object.entries(one.texts).map(([locale, texts]) => [
        locale,
        { ...(hasMessage ? pick(texts, "template") : {}), ...(isOwn ? pick(texts, ...TEXT_FIELDS, "links") : {}) },
      ]),
    ),
  };
}

function messageOf({ template, params, texts }: CaseModel): unknown {
  const translations = Object.entries(texts).flatMap(([locale, { template: own }]) =>
    own === undefined ? [] : [[locale, own.text]],
  );
  return [template?.text, params, translations];
}
