// The messages of a table become templates.ts: one text per code, or one per case, which stands nowhere else among the generated messages.
import { ownItem } from "../printer/code.ts";
import { declareFunction } from "../printer/declarations.ts";
import { type Declaration, declareConstant, declareText, declareTypeText, type Module } from "../printer/module.ts";
import { declareData } from "../printer/typescript-data.ts";
import { typed } from "../printer/typescript-layout.ts";
import { dataKey, scriptKey, stringLiteral } from "../printer/typescript-literal.ts";
import { importsFrom, type Plan, type PlannedError } from "../product-plan.ts";
import { declareTypedRows } from "../typed-rows.ts";
import { codeKind } from "../types/code-kind.ts";
import { constantLine, type KeyOf, rowKey } from "./code-rows.ts";
import { textsModule } from "./message-engines.ts";
import { isOpen, leavesOutOpen, openTemplate, templateData } from "./template-text.ts";

/** It is a file of its own, because index.ts exports everything that messages.ts exports. */
export function emitTemplates(plan: Plan): Module {
  const { errors, perCode } = plan;
  return {
    name: "templates",
    publicNames: [],
    declarations: [
      ...importsFrom(
        {
          lookup: { values: leavesOutOpen(plan) ? ["factsOf"] : [] },
          [textsModule(plan)]: { types: ["CodeTemplate", "ReadyTemplate"], values: ["readyTemplate"] },
        },
        plan,
      ),
      ...templateLookup(plan),
      ...(perCode ? namedTemplates(errors, plan) : typedTemplates(errors, plan)),
    ],
  };
}

/** A map finds texts that were just parsed from JSON faster than an object does. */
function templateLookup(plan: Plan): readonly Declaration[] {
  const code = codeKind(plan);
  const hasOpen = leavesOutOpen(plan);
  return [
    declareFunction({
      name: "templateOf",
      doc: "The template of the messages of the error with this code.",
      parameters: [`code: ${code}`],
      returns: "ReadyTemplate | undefined",
      body: [
        "const known = ready.get(code);",
        "if (known !== undefined) return known;",
        ["const all", typed(": Templates"), " = templates;"],
        ["const template = ", ownItem("all", "code"), ";"],
        `if (template === undefined${hasOpen ? " && factsOf(code) === undefined" : ""}) return undefined;`,
        `const made = readyTemplate(${hasOpen ? `template === undefined ? ${stringLiteral(openTemplate(plan))} : ` : ""}template);`,
        "ready.set(code, made);",
        "return made;",
      ],
    }),
    declareConstant({ name: "ready", type: `Map<${code}, ReadyTemplate>` }, (head, hasTypes) =>
      hasTypes
        ? `const ready = /* @__PURE__ */ new Map<${code}, ReadyTemplate>();`
        : `${head} /* @__PURE__ */ new Map();`,
    ),
  ];
}

/** A constant per code, so that bundlers leave out the templates that no function uses. */
function namedTemplates(errors: readonly PlannedError[], plan: Plan): readonly Declaration[] {
  const rows = (keyOf: KeyOf): string =>
    errors.map(({ wireCode, names }) => constantLine(rowKey(wireCode, keyOf), names.template)).join("");
  return [
    ...errors.map((error) =>
      declareData({ name: error.names.template, type: "CodeTemplate", isExported: true }, () =>
        templateData(error, plan),
      ),
    ),
    TEMPLATES_TYPE,
    declareConstant({ name: "templates", type: "Templates", isExported: true }, (head, isTyped) =>
      errors.length === 0 ? `${head} {};` : `${head} {${rows(isTyped ? dataKey : scriptKey)}\n};`,
    ),
  ];
}

const TEMPLATES_TYPE = declareText("Templates", { isExported: false, isType: true }, (form) =>
  form === "js" ? undefined : "type Templates = Readonly<Record<string, CodeTemplate>>;",
);

const TEXTS_TYPE = "TemplateTexts";

/** The type of the text of a template. */
export function textType(plan: Plan, code: string): string {
  return leavesOutOpen(plan) ? `TextOf<${code}>` : `${TEXTS_TYPE}[${code}]`;
}

/** The name of a type that it needs. */
export function textTypeName(plan: Plan): string {
  return leavesOutOpen(plan) ? "TextOf" : TEXTS_TYPE;
}

function openTexts(plan: Plan): Declaration {
  return declareTypeText(`/** Other codes have no text of their own. */
export type TextOf<Code> = Code extends keyof ${TEXTS_TYPE}
  ? ${TEXTS_TYPE}[Code]
  : ${stringLiteral(openTemplate(plan))};`);
}

/** The types of params and messages are computed from the texts, because they would be longer than the texts. */
function typedTemplates(errors: readonly PlannedError[], plan: Plan): readonly Declaration[] {
  const isLess = leavesOutOpen(plan);
  const rows = errors
    .filter((error) => !isLess || !isOpen(error))
    .map((error) => ({ code: error.wireCode, data: templateData(error, plan) }));
  return [
    TEMPLATES_TYPE,
    ...declareTypedRows({ name: "templates", typeName: TEXTS_TYPE, doc: "The templates by code.", rows }),
    ...(isLess ? [openTexts(plan)] : []),
  ];
}
