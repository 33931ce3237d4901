// The templates of an error become the texts by which generated code knows them: params in braces, with their directives and types.
import { memoize } from "../../../diagnostic/memoize.ts";
import type { CaseModel } from "../../../model/model.ts";
import type { Template } from "../../../template/template.ts";
import { slotOf } from "../../../template/verdict.ts";
import { callDoc } from "../printer/code.ts";
import type { Data } from "../printer/typescript-data.ts";
import type { Doc } from "../printer/typescript-layout.ts";
import { stringLiteral } from "../printer/typescript-literal.ts";
import type { Plan, PlannedError } from "../product-plan.ts";

/** The param that stands for the whole message where the API promises no text. */
export const WHOLE_MESSAGE = "message";

/** A template, or templates by case. */
export function templateData(error: PlannedError, plan: Plan): Data {
  const single = singleCase(error);
  if (single !== undefined) return caseTemplate(single, plan);
  return Object.fromEntries<Data>(error.cases.map((one) => [one.name ?? "", caseTemplate(one, plan)]));
}

/** The case of an error without cases. */
export function singleCase({ cases: [first] }: Pick<PlannedError, "cases">): CaseModel | undefined {
  return first?.name === undefined ? first : undefined;
}

/** The template of one case. */
export function caseTemplate(one: CaseModel, plan: Plan): Data {
  const text = templateText(one, plan);
  const closed = one.params.filter((param) => param.enum !== undefined);
  if (closed.length === 0) return text;
  return [text, Object.fromEntries<Data>(closed.map((param) => [param.name, param.enum ?? []]))];
}

function templateText({ template, params }: CaseModel, plan: Plan): string {
  if (template === undefined) return openTemplate(plan);
  return template.tokens
    .map((token) => {
      if (token.kind === "literal") return token.text.replace(/\{+/g, "{$&}");
      const { name = "", type = "string" } = params[token.argument] ?? {};
      const [, directive] = slotOf(token);
      return type === "string" && directive === "%s" ? `{${name}}` : `{${name} ${directive} ${type}}`;
    })
    .join("");
}

/** The template of the messages of errors whose texts the API does not promise. */
export function openTemplate({ model }: Plan): string {
  return model.body.message === undefined ? "" : `{${WHOLE_MESSAGE}}`;
}

/** Whether large tables leave out the templates of such errors: where the guards know the codes. */
export const leavesOutOpen = memoize((plan: Plan): boolean => {
  return !plan.perCode && plan.parts.has("guards") && plan.errors.some(isOpen);
});

export function isOpen(error: PlannedError): boolean {
  const single = singleCase(error);
  return single !== undefined && single.template === undefined;
}

/** The member of params that names the case: "case", unless a param has that name. */
export const caseKey = memoize(({ errors }: Plan): string => {
  if (!hasCases({ errors })) return "case";
  const taken = new Set(errors.flatMap(({ cases }) => cases.flatMap(({ params }) => params.map(({ name }) => name))));
  let key = "case";
  while (taken.has(key)) key += "_";
  return key;
});

/** Whether no message of any language has params or braces, and no error has cases: such templates are the messages themselves. */
export const arePlain = memoize(({ errors }: Plan): boolean => {
  return errors.every((error) => {
    const single = singleCase(error);
    return single !== undefined && [single, ...Object.values(single.texts)].every(({ template }) => isPlain(template));
  });
});

function isPlain(template: Template | undefined): boolean {
  return template?.tokens.every((token) => token.kind === "literal" && !token.text.includes("{")) ?? true;
}

/** A call of a function of the engine, which takes the member of params that names the case. */
export function engineCall(plan: Plan, name: string, values: readonly Doc[]): Doc {
  return callDoc(name, [...values, ...caseArgument(plan)]);
}

/** The last argument of such a function, unless it is the one that the function supposes. */
export function caseArgument(plan: Plan): readonly Doc[] {
  const key = caseKey(plan);
  return key === "case" ? [] : [stringLiteral(key)];
}

export function hasCases({ errors }: Pick<Plan, "errors">): boolean {
  return errors.some((error) => singleCase(error) === undefined);
}
