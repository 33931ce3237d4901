// A table becomes decode.ts: a function that finds the errors which a message may belong to.
import { blockDoc, callDoc, mappedKey } from "../printer/code.ts";
import { declareAlias, declareFunction, declareInterface } from "../printer/declarations.ts";
import { type Declaration, declareTypeText, declareValueText, type Module } from "../printer/module.ts";
import { declareData } from "../printer/typescript-data.ts";
import { assigned, type Doc, layout, typed } from "../printer/typescript-layout.ts";
import { member, named, orUndefined } from "../printer/typescript-type.ts";
import { importsFrom, type Plan, type PlannedError } from "../product-plan.ts";
import { hasTemplateMap } from "./message-templates.ts";

export function emitDecode(plan: Plan): Module {
  const { names } = plan;
  const own = hasTemplateMap(plan) ? ["templateOf", "templates"] : ["templateOf"];
  return {
    name: "decode",
    declarations: [
      ...importsFrom(
        {
          matcher: { types: ["Matcher"], values: ["findTemplates", "makeMatcher"] },
          messages: { types: [names.params], values: [names.parse] },
          printf: { values: ["isPossibleMessage", "wordsOf"] },
          templates: { values: own },
          types: { types: [names.code] },
        },
        plan,
      ),
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
      doc: "An error that a message may belong to; its code determines the type of its params.",
      type: named(`ByCode[${names.code}]`),
    }),
    // A mapped type is looked into only where it is used, and only for the codes that it is used with.
    declareTypeText(layout([byCode, ";"])),
    declareInterface({
      name: "Candidate",
      isLocal: true,
      typeParameters: [`Code extends ${names.code}`],
      members: [
        member("code", named("Code")),
        member(
          "params",
          orUndefined(named(`${names.params}<Code>`)),
          "The params of the message; undefined if several params make the same message.",
        ),
      ],
    }),
  ];
}

function decodeFunction({ names }: Plan): Declaration {
  return declareFunction({
    name: names.decode,
    doc: {
      paragraphs: [
        "The errors that this message may belong to, best first: an error with more literal text comes earlier.",
        "Errors whose messages have no literal text are not found.",
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
        typed("// The params were read with the template of this code."),
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
      (hasTypes) => `/** The first call makes it. */\nlet matcher${hasTypes ? ": TableMatcher | undefined" : ""};`,
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
      : [declareData({ name: "codes", type: `readonly ${names.code}[]`, doc: CODES_DOC }, () => codes)]),
  ];
}

const CODES_DOC = "The codes whose messages have literal text.";

const MAPPED_CODES: readonly Doc[] = [
  typed("// The map has exactly the codes of the table."),
  ["const codes = [...templates.keys()]", typed(" as (keyof ByCode)[]"), ";"],
];

function hasWords({ template }: PlannedError): boolean {
  return template?.tokens.some((token) => token.kind === "literal") === true;
}
