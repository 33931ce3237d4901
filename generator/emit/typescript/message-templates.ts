// Message templates become data that the printf engine reads: parts, and the names and types of the params.
import { partsOf } from "../../model/template.ts";
import { constant, type Data, dataLiteral } from "../../render/typescript-data.ts";
import { stringLiteral } from "../../render/typescript-literal.ts";
import { declareFunction } from "./declarations.ts";
import { SWITCH_LIMIT, switchOn } from "./lookup.ts";
import { hasClosedParams, WHOLE_MESSAGE } from "./message-types.ts";
import { type Declaration, declareTypeText, declareValueText } from "./module.ts";
import type { Plan, PlannedError } from "./plan.ts";

/** The function `templateOf(code)`, and what it finds. */
export function declareTemplates({ errors, perCode }: Plan): readonly Declaration[] {
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
    declareValueText("NO_TEMPLATE", (hasTypes) => `const NO_TEMPLATE${hasTypes ? ": Template" : ""} = [[], [], []];`),
    ...(isNamed ? errors.map(templateConstant) : []),
    ...(isSmall ? [] : [templateMap(errors, isNamed)]),
  ];
}

function templateType(hasSets: boolean): Declaration {
  const lines = [
    "/** What a message is made of. */",
    "type Template = readonly [",
    "  parts: readonly Part[],",
    "  names: readonly string[],",
    "  types: readonly ValueType[],",
    ...(hasSets ? ["  allowed?: readonly (readonly Value[])[],"] : []),
    "];",
  ];
  return declareTypeText("Template", lines.join("\n"));
}

function templateConstant(error: PlannedError): Declaration {
  const name = error.names.template;
  return declareValueText(name, (hasTypes) =>
    constant(`const ${name}${hasTypes ? ": Template" : ""} =`, templateData(error)),
  );
}

/** Marked as pure, so that bundlers leave it out where only the functions of single codes are used. */
function templateMap(errors: readonly PlannedError[], isNamed: boolean): Declaration {
  const row = (error: PlannedError): string =>
    isNamed
      ? `[${stringLiteral(error.code)}, ${error.names.template}]`
      : dataLiteral([error.code, templateData(error)], 2, 2, 1);
  return declareValueText("templates", (hasTypes) => {
    const rows = errors.map((error) => `  ${row(error)},\n`);
    return `const templates = /* @__PURE__ */ new Map${hasTypes ? "<string, Template>" : ""}([\n${rows.join("")}]);`;
  });
}

function templateData(error: PlannedError): readonly Data[] {
  const { template, params } = error;
  if (template === undefined) return [[[0, "%s"]], [WHOLE_MESSAGE], ["string"]];
  const data: Data[] = [partsOf(template), params.map(({ name }) => name), params.map(({ type }) => type)];
  if (hasClosedParams(error)) data.push(params.map((param) => param.enum ?? []));
  return data;
}
