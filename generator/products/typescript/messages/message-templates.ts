// The messages of a table become templates.ts: one text per code, or one per case, which stands nowhere else among the generated messages.
import type { WireCode } from "../../../model/body-model.ts";
import { ownItem } from "../printer/code.ts";
import { declareFunction } from "../printer/declarations.ts";
import { type Declaration, declareConstant, declareText, type Item, type Module } from "../printer/module.ts";
import { declareTypeMap } from "../printer/type-map.ts";
import { type Data, declareData, memberLine } from "../printer/typescript-data.ts";
import { typed } from "../printer/typescript-layout.ts";
import { codeKey, dataKey, scriptKey } from "../printer/typescript-literal.ts";
import { literalType, member, type TypeShape } from "../printer/typescript-type.ts";
import { importsFrom, type Plan, type PlannedError } from "../product-plan.ts";
import { type CodeKind, codeKind } from "../types/code-kind.ts";
import { constantLine, type KeyOf, rowKey } from "./code-rows.ts";
import { templateData } from "./template-text.ts";

/** It is a file of its own, because index.ts exports everything that messages.ts exports. */
export function emitTemplates(plan: Plan): Module {
  const { errors, perCode } = plan;
  return {
    name: "templates",
    publicNames: [],
    declarations: [
      ...importsFrom({ printf: { types: ["CodeTemplate", "ReadyTemplate"], values: ["readyTemplate"] } }, plan),
      ...templateLookup(codeKind(plan)),
      ...(perCode ? namedTemplates(errors, plan) : typedTemplates(errors, plan)),
    ],
  };
}

/** A map finds texts that were just parsed from JSON faster than an object does. */
function templateLookup(code: CodeKind): readonly Declaration[] {
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
        "if (template === undefined) return undefined;",
        "const made = readyTemplate(template);",
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

/** The types of params and messages are computed from the texts, because they would be longer than the texts. */
function typedTemplates(errors: readonly PlannedError[], plan: Plan): readonly Declaration[] {
  const rows = errors.map((error) => ({ code: error.wireCode, data: templateData(error, plan) }));
  const name = "templates";
  const constant = declareText(name, { isExported: true, isType: false }, (form, isExported) => {
    const keyword = isExported ? "export " : "";
    if (form === "d.ts") return `${keyword}declare const ${name}: TemplateTexts;`;
    const keyOf = form === "ts" ? dataKey : scriptKey;
    const lines = rows.map(({ code, data }) => memberLine(rowKey(code, keyOf), data, 2, keyOf));
    const text = lines.length === 0 ? "{}" : `{${lines.join("")}\n}`;
    return `${keyword}const ${name} = ${text}${form === "ts" ? " as const" : ""};`;
  });
  return [TEMPLATES_TYPE, typeOfTexts(rows), constant];
}

interface Row {
  readonly code: WireCode;
  readonly data: Data;
}

/** Declarations of types spell the texts out. */
function typeOfTexts(rows: readonly Row[]): Item {
  const name = "TemplateTexts";
  return {
    kind: "item",
    name,
    isType: true,
    isExported: true,
    print: (form, isExported) => {
      if (form === "ts") return [`${isExported ? "export " : ""}type ${name} = typeof templates;`];
      const types = rows.map(({ code, data }) => ({ ...member("", typeOfData(data)), key: codeKey(code) }));
      return declareTypeMap({ name, doc: "The templates by code.", rows: types }).print(form, isExported);
    },
  };
}

function typeOfData(data: Data): TypeShape {
  if (typeof data === "string") return literalType(data);
  if (Array.isArray(data)) return { kind: "tuple", items: data.map(typeOfData), required: data.length };
  const members = Object.entries(data as Readonly<Record<string, Data>>);
  return { kind: "object", members: members.map(([name, value]) => member(name, typeOfData(value))) };
}
