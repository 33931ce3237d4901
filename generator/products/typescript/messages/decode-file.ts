// A table becomes decode.ts: a function that finds the errors which a message may belong to.
import { blockDoc, callDoc, ifDoc, mappedKey } from "../printer/code.ts";
import { declareAlias, declareFunction, declareInterface } from "../printer/declarations.ts";
import { type Declaration, declareTypeText, declareValueText, type Module } from "../printer/module.ts";
import { assigned, type Doc, group, indent, LINE, layout, typed } from "../printer/typescript-layout.ts";
import { propertyKey } from "../printer/typescript-literal.ts";
import { member, named, orUndefined } from "../printer/typescript-type.ts";
import { type ImportedNames, importsFrom, type Plan } from "../product-plan.ts";
import { matcherModule, textsModule } from "./message-engines.ts";
import { caseKey, engineCall, hasCases } from "./template-text.ts";

export function emitDecode(plan: Plan): Module {
  const { names } = plan;
  return {
    name: "decode",
    declarations: [
      ...importsFrom(
        {
          messages: { types: [...(hasCases(plan) ? [names.case] : []), names.params] },
          ...decodeImports(plan),
          templates: { values: ["templates"] },
          types: { types: [names.code] },
        },
        plan,
      ),
      ...candidateTypes(plan),
      decodeFunction(plan),
      ...tableMatcher(),
    ],
  };
}

function decodeImports(plan: Plan): Readonly<Record<string, ImportedNames>> {
  const [texts, matcher] = [textsModule(plan), matcherModule(plan)];
  const finding = { types: ["Matcher"], values: ["findTemplates", "makeMatcher"] };
  const reading = { types: ["CodedTemplate"], values: ["codedTemplates", "isMessageOf", "readOut"] };
  return texts === matcher
    ? { [texts]: { types: [...reading.types, ...finding.types], values: [...reading.values, ...finding.values] } }
    : { [matcher]: finding, [texts]: reading };
}

function candidateTypes(plan: Plan): readonly Declaration[] {
  const { names } = plan;
  const byCode = blockDoc("type ByCode = {", [[mappedKey("Code", names.code), ": Candidate<Code>;"]]);
  const ofCase = orUndefined(named(`${names.case}<Code>`));
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
        ...(hasCases(plan) ? [member("case", ofCase, "Undefined if the error has no cases.")] : []),
        member(
          "params",
          orUndefined(named(`${names.params}<Code>`)),
          "The params of the message; undefined if several params make the same message.",
        ),
      ],
    }),
  ];
}

function decodeFunction(plan: Plan): Declaration {
  const { names, model } = plan;
  const withCases = hasCases(plan);
  const code = CODES_OF_ROWS[model.body.code.type];
  const read: Doc = engineCall(plan, "readOut", ["row.template", "message"]);
  const named: readonly Doc[] = [
    ["const { name } = row;"],
    "const isCase = own !== undefined && name !== undefined;",
    [`const params = isCase ? Object.assign({ ${propertyKey(caseKey(plan))}: name }, own) : own;`],
  ];
  const members = [code, ...(withCases ? ["case: name", "params"] : ["params: own"])];
  return declareFunction({
    name: names.decode,
    doc: {
      paragraphs: [
        "The errors that this message may belong to, best first: an error with more literal text comes earlier.",
        "Errors whose messages have no literal text are not found.",
      ],
    },
    parameters: [["message", typed(": string")]],
    returns: { kind: "array", item: { kind: "name", text: names.candidate } },
    body: [
      ifDoc("matcher === undefined", "matcher = makeMatcher(codedTemplates(templates));"),
      ["const found", typed(`: ${names.candidate}[]`), " =", assigned("[]"), ";"],
      blockDoc("for (const row of findTemplates(matcher, message)) {", [
        ["const own = ", read, ";"],
        // A message with params may belong to an error although several params make it.
        "if (own === undefined && !isMessageOf(row.template, message)) continue;",
        ...(withCases ? named : []),
        ...(model.body.code.type === "mixed" ? INTEGER_OF_ROW : []),
        ["const candidate", typed(": unknown"), ` = { ${members.join(", ")} };`],
        typed("// The params were read with the template of this code."),
        [callDoc("found.push", [["candidate", typed(` as ${names.candidate}`)]]), ";"],
      ]),
      "return found;",
    ],
  });
}

const CODES_OF_ROWS = { string: "code: row.code", integer: "code: Number(row.code)", mixed: "code" };

/** Keys that are decimal integers are integers in bodies. */
const INTEGER_OF_ROW: readonly Doc[] = [
  "const number = Number(row.code);",
  ["const isInteger =", group(indent([LINE, "Number.isSafeInteger(number) && String(number) === row.code"])), ";"],
  "const code = isInteger ? number : row.code;",
];

function tableMatcher(): readonly Declaration[] {
  return [
    declareValueText(
      "matcher",
      (hasTypes) => `/** The first call makes it. */\nlet matcher${hasTypes ? ": TableMatcher | undefined" : ""};`,
    ),
    declareAlias({ name: "TableMatcher", isLocal: true, type: named("Matcher<CodedTemplate>") }),
  ];
}
