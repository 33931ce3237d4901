// A table becomes decode.ts: from a bare message to the errors that it may be of.

import { blockDoc, callDoc, mappedKey } from "../printer/code.ts";
import { declareAlias, declareFunction, declareInterface } from "../printer/declarations.ts";
import { declareImport } from "../printer/imports.ts";
import { type Declaration, declareTypeText, declareValueText, type Module } from "../printer/module.ts";
import { constant } from "../printer/typescript-data.ts";
import { assigned, type Doc, layout, typed } from "../printer/typescript-layout.ts";
import { named } from "../printer/typescript-type.ts";
import { modulePath, type Plan, type PlannedError } from "../product-plan.ts";
import { hasTemplateMap } from "./message-templates.ts";

export function emitDecode(plan: Plan): Module {
  const { names } = plan;
  const own = hasTemplateMap(plan) ? ["templateOf", "templates"] : ["templateOf"];
  return {
    name: "decode",
    declarations: [
      declareImport(modulePath("matcher", plan), ["Matcher"], true),
      declareImport(modulePath("matcher", plan), ["findTemplates", "makeMatcher"], false),
      declareImport(modulePath("messages", plan), [names.params], true),
      declareImport(modulePath("messages", plan), [names.parse], false),
      declareImport(modulePath("printf", plan), ["isPossibleMessage", "wordsOf"], false),
      declareImport(modulePath("templates", plan), own, false),
      declareImport(modulePath("types", plan), [names.code], true),
      ...candidateTypes(plan),
      decodeFunction(plan),
      ...tableMatcher(plan),
    ],
  };
}

function candidateTypes({ names }: Plan): readonly Declaration[] {
  const byCode = blockDoc("type ByCode = {", [[mappedKey("Code", names.code), ": Candidate<Code>;"]]);
  return [
    declareAlias({
      name: names.candidate,
      doc: "An error that a message may be of; its code tells the type of its params.",
      type: named(`ByCode[${names.code}]`),
    }),
    // A mapped type is looked into only where it is used, and only for the codes that it is used with.
    declareTypeText("ByCode", layout([byCode, ";"])),
    declareInterface({
      name: "Candidate",
      isLocal: true,
      typeParameters: [`Code extends ${names.code}`],
      members: [
        { name: "code", type: named("Code"), required: true },
        {
          name: "params",
          doc: "What the message tells; undefined where it leaves more than one answer.",
          type: { kind: "union", members: [named(`${names.params}<Code>`), named("undefined")] },
          required: true,
        },
      ],
    }),
  ];
}

function decodeFunction({ names }: Plan): Declaration {
  return declareFunction({
    name: names.decode,
    doc: {
      paragraphs: [
        "The errors that this message may be of, best first: the more of it is their own words, the better.",
        "Errors that have no words of their own are not among them.",
      ],
    },
    parameters: [["message", typed(": string")]],
    returns: { kind: "array", item: named(names.candidate) },
    body: [
      "matcher ??= makeTableMatcher();",
      ["const found", typed(`: ${names.candidate}[]`), " =", assigned("[]"), ";"],
      blockDoc("for (const code of findTemplates(matcher, message)) {", [
        ["const params =", assigned(callDoc(names.parse, ["code", "message"])), ";"],
        "const [parts] = templateOf(code);",
        "if (params === undefined && !isPossibleMessage(parts, message)) continue;",
        typed("// The params were read as those of this very code."),
        ["found.push({ code, params }", typed(" as ByCode[typeof code]"), ");"],
      ]),
      "return found;",
    ],
  });
}

function tableMatcher(plan: Plan): readonly Declaration[] {
  const { names, errors } = plan;
  const codes = errors.filter(hasWords).map(({ code }) => code);
  const isMapped = hasTemplateMap(plan);
  return [
    declareValueText(
      "matcher",
      (hasTypes) => `/** Made when it is first needed. */\nlet matcher${hasTypes ? ": TableMatcher | undefined" : ""};`,
    ),
    declareAlias({ name: "TableMatcher", isLocal: true, type: named(`Matcher<${names.code}>`) }),
    declareFunction({
      name: "makeTableMatcher",
      isLocal: true,
      parameters: [],
      returns: "TableMatcher",
      body: [
        ...(isMapped ? MAPPED_CODES : []),
        [
          blockDoc("const rows = codes.map((code) => {", [
            "const [parts] = templateOf(code);",
            ["return [code, wordsOf(parts)]", typed(" as const"), ";"],
          ]),
          ");",
        ],
        "return makeMatcher(rows);",
      ],
    }),
    ...(isMapped
      ? []
      : [
          declareValueText("codes", (hasTypes) => {
            const head = `const codes${hasTypes ? `: readonly ${names.code}[]` : ""} =`;
            return `/** Those whose messages have words. */\n${constant(head, codes)}`;
          }),
        ]),
  ];
}

const MAPPED_CODES: readonly Doc[] = [
  typed("// The map has the codes of the table, and no others."),
  ["const codes = [...templates.keys()]", typed(" as (keyof ByCode)[]"), ";"],
];

function hasWords({ template }: PlannedError): boolean {
  return template?.tokens.some((token) => token.kind === "literal") === true;
}
