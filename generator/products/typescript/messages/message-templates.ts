// Message templates become templates.ts, data that the printf engine reads: parts, and the names and types of the params.
import { partsOf } from "../../../template/read-template.ts";
import { blockDoc } from "../printer/code.ts";
import { declareFunction } from "../printer/declarations.ts";
import { type Declaration, declareConstant, declareTypeText, type Item, type Module } from "../printer/module.ts";
import { type Data, dataLiteral, declareData } from "../printer/typescript-data.ts";
import { type Doc, HARD_LINE, indent } from "../printer/typescript-layout.ts";
import { stringLiteral } from "../printer/typescript-literal.ts";
import { importsFrom, type Plan, type PlannedError } from "../product-plan.ts";
import { hasClosedParams, WHOLE_MESSAGE } from "./message-types.ts";

/** It is a file of its own, because index.ts exports everything that messages.ts exports. */
export function emitTemplates(plan: Plan): Module {
  const { errors, perCode } = plan;
  const isNamed = perCode || !hasTemplateMap(plan);
  const hasSets = errors.some(hasClosedParams);
  return {
    name: "templates",
    publicNames: [],
    declarations: [
      ...importsFrom({ printf: { types: ["Part", ...(hasSets ? ["Value"] : []), "ValueType"] } }, plan),
      declareFunction({
        name: "templateOf",
        doc: "The template of the messages of the error with this code.",
        parameters: ["code: string"],
        returns: "Template",
        body: [hasTemplateMap(plan) ? "return templates.get(code) ?? NO_TEMPLATE;" : templateSwitch(errors)],
      }),
      templateType(hasSets),
      declareData({ name: "NO_TEMPLATE", type: "Template" }, () => [[], []]),
      ...(isNamed ? errors.map(templateConstant) : []),
      ...(hasTemplateMap(plan) ? templateMap(errors, isNamed) : []),
    ],
  };
}

/** In the order of the table, in which compilers then name codes. */
function templateSwitch(errors: readonly PlannedError[]): Doc {
  const cases = errors.map(({ code, names }): Doc => {
    return [`case ${stringLiteral(code)}:`, indent([HARD_LINE, `return ${names.template};`])];
  });
  return blockDoc("switch (code) {", [...cases, ["default:", indent([HARD_LINE, "return NO_TEMPLATE;"])]]);
}

/** Up to this number of codes a switch is fast enough. */
const SWITCH_LIMIT = 64;

/** Whether templates.ts exports a map of all templates, `templates`. */
export function hasTemplateMap({ errors }: Plan): boolean {
  return errors.length > SWITCH_LIMIT;
}

function templateType(hasSets: boolean): Declaration {
  const lines = [
    "/** The parts of a message, and the names, types and allowed values of its params. */",
    "export type Template = readonly [",
    "  parts: readonly Part[],",
    "  names: readonly string[],",
    "  types?: readonly ValueType[],",
    ...(hasSets ? ["  allowed?: readonly (readonly Value[])[],"] : []),
    "];",
  ];
  return declareTypeText(lines.join("\n"));
}

function templateConstant(error: PlannedError): Item {
  const name = error.names.template;
  return declareData({ name, type: "Template", isExported: true }, () => templateData(error));
}

/**
 * Marked as pure, so that bundlers leave it out where only the functions of single codes are used. Its type is a map
 * of strings, because compilers are slow with thousands of rows of different types.
 */
function templateMap(errors: readonly PlannedError[], isNamed: boolean): readonly Declaration[] {
  const rows = errors.map((error) =>
    isNamed
      ? `  [${stringLiteral(error.code)}, ${error.names.template}],\n`
      : `  ${dataLiteral([error.code, templateData(error)], 2, 2, 1)},\n`,
  );
  return [
    declareTypeText("type Templates = ReadonlyMap<string, Template>;"),
    declareConstant({ name: "templates", type: "Templates", isExported: true }, (head, isTyped) => {
      const types = isTyped ? "<string, Template>" : "";
      return `${head} /* @__PURE__ */ new Map${types}([\n${rows.join("")}]);`;
    }),
  ];
}

function templateData(error: PlannedError): readonly Data[] {
  const { template, params } = error;
  if (template === undefined) return [[[0, "%s"]], [WHOLE_MESSAGE]];
  const parts = partsOf(template);
  const names = params.map(({ name }) => name);
  const slots = parts.filter((part) => typeof part !== "string");
  const isText = slots.every(([param, directive], slot) => param === slot && directive === "%s");
  // Without types there is nothing to look at when messages are read.
  if (isText && params.every(({ type }) => type === "string") && !hasClosedParams(error)) return [parts, names];
  const data: Data[] = [parts, names, params.map(({ type }) => type)];
  if (hasClosedParams(error)) data.push(params.map((param) => param.enum ?? []));
  return data;
}
