// The errors of a table become the rows that replies are made of: statuses, headers, retry classes, and the exposure of messages.
import type { CaseModel, Model } from "../../../model/model.ts";
import { shownMessage } from "../../../model/shown-message.ts";
import { fixedData } from "../messages/fixed-members.ts";
import { hasParams } from "../messages/message-types.ts";
import { caseKey, singleCase } from "../messages/template-text.ts";
import { callDoc } from "../printer/code.ts";
import type { Data } from "../printer/typescript-data.ts";
import type { Doc } from "../printer/typescript-layout.ts";
import { stringLiteral } from "../printer/typescript-literal.ts";
import type { Plan, PlannedError } from "../product-plan.ts";

/** The error that replies show in place of anything unknown; undefined where the table has none that is fit for it. */
export function fallbackOf(plan: Plan): PlannedError | undefined {
  const error = plan.errors.find(({ code }) => code === plan.model.fallback);
  if (error === undefined || error.audience === "internal" || hasParams(error, plan)) return undefined;
  return error;
}

export function rowData(error: PlannedError, plan: Plan): Readonly<Record<string, Data>> {
  const single = singleCase(error);
  const [first] = error.cases;
  const shared = {
    code: error.wireCode,
    tags: error.tags.length === 0 ? undefined : error.tags,
    hiddenFrom: needsGuard(error, plan) ? hiddenFrom(error, plan.model) : undefined,
    isInternal: error.audience === "internal" ? true : undefined,
  };
  if (single !== undefined || first === undefined) return { ...shared, ...caseData(error, first, fixedData(error)) };
  const { status } = caseData(error, first, undefined);
  const fixed = fixedData(error) as Readonly<Record<string, Data>>;
  return {
    ...shared,
    status,
    cases: Object.fromEntries<Data>(
      error.cases.map((one) => [one.name ?? "", caseData(error, one, fixed[one.name ?? ""])]),
    ),
  };
}

function caseData(error: PlannedError, one: CaseModel | undefined, fixed: Data): Readonly<Record<string, Data>> {
  const { statuses, headers, retry } = one ?? { statuses: [], headers: [], retry: undefined };
  const isFilled = Array.isArray(fixed) && JSON.stringify(fixed) !== "[[]]";
  return {
    status: statuses[0] ?? DEFAULT_STATUS,
    statuses: statuses.length === 1 ? undefined : statuses,
    retry: retry ?? error.retry,
    headerNames: headers.length === 0 ? undefined : headers.map(({ name }) => name),
    fixed: isFilled ? fixed : undefined,
    hidden: one === undefined ? undefined : hiddenFacts(one),
  };
}

/** The params whose values logs hide, and the message with their names. */
function hiddenFacts(one: CaseModel): Data | undefined {
  const params = one.params.filter(({ sensitive }) => sensitive).map(({ name }) => name);
  if (params.length === 0) return undefined;
  return { params, message: one.template && shownMessage(one, one.template) };
}

/** Whether logs hide values of its params. */
export function hasSensitive({ errors }: Plan): boolean {
  return errors.some(({ cases }) => cases.some((one) => hiddenFacts(one) !== undefined));
}

/** Of errors whose status the API does not state. */
const DEFAULT_STATUS = 500;

function hiddenFrom({ expose, statuses }: PlannedError, { disclosure }: Model): number | undefined {
  if (expose === "generic") return 100;
  if (expose === "message" || disclosure === "message") return undefined;
  return statuses.length === 0 || statuses.some((status) => status >= FIRST_SERVER_ERROR)
    ? FIRST_SERVER_ERROR
    : undefined;
}

const FIRST_SERVER_ERROR = 500;

/** Whether programs choose a status or give headers. */
export function needsChoice({ cases }: PlannedError): boolean {
  return cases.some(({ statuses, headers }) => statuses.length !== 1 || headers.length > 0);
}

/** Whether replies show something else than the error. */
export function needsGuard(error: PlannedError, { model }: Plan): boolean {
  if (error.code === model.fallback) return false;
  return error.audience === "internal" || hiddenFrom(error, model) !== undefined;
}

export function hasHeaders({ errors }: Plan): boolean {
  return errors.some(({ cases }) => cases.some(({ headers }) => headers.length > 0));
}

/** The expressions that a row depends on; `options` has the status and the headers that a program chose. */
interface RowSources {
  readonly row: Doc;
  readonly params: string;
  readonly options: string;
}

/** The row of one failure, as an expression. */
export function rowDoc(plan: Plan, errors: readonly PlannedError[], { row, params, options }: RowSources): Doc {
  const hasCase = errors.some((error) => singleCase(error) === undefined);
  const ofCase = hasCase ? callDoc("rowOfCase", [row, params, stringLiteral(caseKey(plan))]) : row;
  return errors.some(needsChoice) ? callDoc("chosenRow", [ofCase, options]) : ofCase;
}
