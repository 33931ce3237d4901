// A table becomes the forms and languages of its replies: problem details, pages for people, and a file for each language.
import { RESERVED_MEMBERS } from "../../../model/problem-members.ts";
import { recordOf } from "../../../text/json/value.ts";
import { textsModule } from "../messages/message-engines.ts";
import { caseKey } from "../messages/template-text.ts";
import { callDoc } from "../printer/code.ts";
import { declareAlias, declareFunction } from "../printer/declarations.ts";
import type { Item, Module } from "../printer/module.ts";
import { declareObject } from "../printer/object-constant.ts";
import { type Data, declareData } from "../printer/typescript-data.ts";
import { stringLiteral } from "../printer/typescript-literal.ts";
import { generic, named } from "../printer/typescript-type.ts";
import { importsFrom, type Plan, type PlannedError } from "../product-plan.ts";
import { localTexts, pageTexts, titleOf } from "./view-texts.ts";

export function emitProblem(plan: Plan): Module {
  const isDocumented = plan.errors.some((error) => error.documentation !== undefined);
  return {
    name: "problem",
    declarations: [
      ...importsFrom(
        {
          negotiation: { types: ["ReplyFormat"], values: ["negotiate"] },
          "problem-text": { types: ["ProblemTitles"], values: ["problemText"] },
        },
        plan,
      ),
      format(plan, {
        name: plan.names.problem,
        doc: "Problem details, for the option problem of replies.",
        types: ["application/problem+json"],
        write: `(shown) => problemText(shown, problemTitles${isDocumented ? ", documentation" : ""})`,
      }),
      declareData({ name: "problemTitles", type: "ProblemTitles" }, () => byCode(plan, titleData)),
      ...(isDocumented
        ? [
            declareData({ name: "documentation", type: "Readonly<Record<string, string>>" }, () =>
              byCode(plan, (error) => error.documentation),
            ),
          ]
        : []),
    ],
  };
}

/** Compilers read a text much sooner than an object. */
function titleData(error: PlannedError): Data {
  const names = new Set(error.cases.flatMap(({ params }) => params.map(({ name }) => name)));
  const shown = [...names].filter((name) => !RESERVED_MEMBERS.includes(name));
  const title = titleOf(error);
  return shown.length === 0 ? title : [title, ...shown];
}

export function emitPages(plan: Plan): Module {
  return {
    name: "pages",
    declarations: [
      ...importsFrom(
        {
          negotiation: { types: ["ByCodeAndCase", "ReplyFormat"], values: ["negotiate"] },
          "page-text": { values: ["PAGE_HEADERS", "pageText"] },
        },
        plan,
      ),
      format(plan, {
        name: plan.names.pages,
        doc: "Pages for people in HTML and in Markdown, for the option pages of replies.",
        types: ["text/html", "text/markdown"],
        write: "(shown, type) => pageText(shown, type, pageTexts)",
        headers: "PAGE_HEADERS",
      }),
      declareData({ name: "pageTexts", type: "ByCodeAndCase<string>" }, () => byCode(plan, pageTexts)),
    ],
  };
}

interface Format {
  readonly name: string;
  readonly doc: string;
  readonly types: readonly string[];
  readonly write: string;
  readonly headers?: string;
}

function format({ model }: Plan, { name, doc, types, write, headers }: Format): Item {
  const lines = [
    `tableLanguage: ${stringLiteral(model.locale)},`,
    `types: [${types.map(stringLiteral).join(", ")}],`,
    "negotiate,",
    `write: ${write},`,
    ...(headers === undefined ? [] : [`headers: ${headers},`]),
  ];
  return declareObject({ name, type: "ReplyFormat", doc, isExported: true }, lines);
}

/** A file for each language that has texts besides the one of the table. */
export function emitLocales(plan: Plan): readonly Module[] {
  const { model, options } = plan;
  const others = model.locales.filter(
    (locale) => locale !== model.locale && (options.locales?.includes(locale) ?? true),
  );
  return others.length === 0 ? [] : [emitFormatter(plan), ...others.map((locale) => emitLocale(locale, plan))];
}

function emitLocale(locale: string, plan: Plan): Module {
  const { names, model } = plan;
  const suffix = locale
    .split("-")
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join("");
  const texts = `texts${suffix}`;
  const lines = [
    `tableLanguage: ${stringLiteral(model.locale)},`,
    `language: ${stringLiteral(locale)},`,
    `texts: ${texts},`,
    "negotiate,",
    "fill: fillTemplate,",
  ];
  return {
    name: `locale-${locale}`,
    declarations: [
      ...importsFrom(
        {
          locales: { types: [names.locale] },
          negotiation: { types: ["TextsByCode"], values: ["negotiate"] },
          [textsModule(plan)]: { types: ["Template"], values: ["fillTemplate"] },
        },
        plan,
      ),
      declareData({ name: texts, type: "TextsByCode<Template>" }, () =>
        byCode(plan, (error) => localTexts(error, locale, plan)),
      ),
      declareObject(
        {
          name: `${names.createFailure.replace(/Failure$/, "")}Locale${suffix}`,
          type: names.locale,
          doc: `Replies in the language ${locale}, for the option locales of replies.`,
          isExported: true,
        },
        lines,
      ),
    ],
  };
}

function emitFormatter(plan: Plan): Module {
  const { names } = plan;
  const key = stringLiteral(caseKey(plan));
  return {
    name: "locales",
    declarations: [
      ...importsFrom(
        {
          messages: { types: [names.params], values: [names.format] },
          negotiation: { types: ["ReplyLocale"], values: ["messageIn"] },
          [textsModule(plan)]: { types: ["Template"] },
          types: { types: [names.code] },
        },
        plan,
      ),
      declareAlias({
        name: names.locale,
        doc: "The texts of errors in another language, as the files of languages have them.",
        type: generic("ReplyLocale", named("Template")),
      }),
      declareFunction({
        name: names.formatIn,
        doc: "The message of the error in this language, or else in that of the table.",
        typeParameters: [`Code extends ${names.code}`],
        parameters: [`locale: ${names.locale}`, "code: Code", `params: ${names.params}<Code>`],
        returns: "string",
        body: [
          ["const local = ", callDoc("messageIn", ["locale", "code", "params", key]), ";"],
          "if (local !== undefined) return local;",
          ["return ", callDoc(names.format, ["code", "params"]), ";"],
        ],
      }),
    ],
  };
}

function byCode(plan: Plan, dataOf: (error: PlannedError) => Data): Data {
  return recordOf<Data>(plan.errors.map((error) => [String(error.wireCode), dataOf(error)]));
}
