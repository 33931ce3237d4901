// Message templates become data that the printf engine reads: parts, and the names and types of the params.
import type { Statement } from "../../artifact.ts";
import { partsOf } from "../../model/template.ts";
import { constant, type Data, dataLiteral } from "../../render/typescript-data.ts";
import { stringLiteral } from "../../render/typescript-literal.ts";
import { declareFunction } from "./declarations.ts";
import { SWITCH_LIMIT, switchOn } from "./lookup.ts";
import { hasClosedParams, WHOLE_MESSAGE } from "./message-types.ts";
import type { Plan, PlannedError } from "./plan.ts";

/** The function `templateOf(code)`, and what it finds. */
export function declareTemplates({ errors, perCode }: Plan): readonly Statement[] {
  const isSmall = errors.length <= SWITCH_LIMIT;
  const isNamed = perCode || isSmall;
  const named = new Map(errors.map((error) => [error.code, error.names.template]));
  return [
    declareFunction({
      name: "templateOf",
      isLocal: true,
      parameters: ["code: string"],
      returns: "Template",
      body: [isSmall ? switchOn(named, "NO_TEMPLATE") : "return templates.get(code) ?? NO_TEMPLATE;"],
    }),
    templateType(errors.some(hasClosedParams)),
    "const NO_TEMPLATE: Template = [[], [], []];",
    ...(isNamed ? errors.map(templateConstant) : []),
    ...(isSmall ? [] : [templateMap(errors, isNamed)]),
  ];
}

function templateType(hasSets: boolean): string {
  return [
    "/** What a message is made of. */",
    "type Template = readonly [",
    "  parts: readonly Part[],",
    "  names: readonly string[],",
    "  types: readonly ValueType[],",
    ...(hasSets ? ["  allowed?: readonly (readonly Value[])[],"] : []),
    "];",
  ].join("\n");
}

function templateConstant(error: PlannedError): string {
  return constant(`const ${error.names.template}: Template =`, templateData(error));
}

/** Marked as pure, so that bundlers leave it out where only the functions of single codes are used. */
function templateMap(errors: readonly PlannedError[], isNamed: boolean): string {
  const rows = errors.map((error) =>
    isNamed
      ? `  [${stringLiteral(error.code)}, ${error.names.template}],\n`
      : `  ${dataLiteral([error.code, templateData(error)], 2, 2, 1)},\n`,
  );
  return `const templates = /* @__PURE__ */ new Map<string, Template>([\n${rows.join("")}]);`;
}

function templateData(error: PlannedError): readonly Data[] {
  const { template, params } = error;
  if (template === undefined) return [[[0, "%s"]], [WHOLE_MESSAGE], ["string"]];
  const data: Data[] = [partsOf(template), params.map(({ name }) => name), params.map(({ type }) => type)];
  if (hasClosedParams(error)) data.push(params.map((param) => param.enum ?? []));
  return data;
}
