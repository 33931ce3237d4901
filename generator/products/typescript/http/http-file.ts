// A table becomes http.ts: an Error class whose instances are made from any HTTP responses.

import { isTextAlone } from "../../../model/body-schema.ts";
import { textsModule } from "../messages/message-engines.ts";
import { hasCases } from "../messages/template-text.ts";
import { blockDoc, callDoc, catchDoc, listDoc } from "../printer/code.ts";
import { declareAlias, declareFunction, declareInterface, typeParameterDoc } from "../printer/declarations.ts";
import { withoutTypes } from "../printer/javascript.ts";
import { declareConstant, declareTypeText, declareValueText, type Item, type Module } from "../printer/module.ts";
import { dataLiteral } from "../printer/typescript-data.ts";
import { type Doc, HARD_LINE, layout, typed } from "../printer/typescript-layout.ts";
import { stringLiteral } from "../printer/typescript-literal.ts";
import {
  generic,
  literalType,
  type MemberShape,
  member,
  memberLines,
  NUMBER,
  named,
  optionalMember,
  orUndefined,
  type TypeShape,
  UNKNOWN,
} from "../printer/typescript-type.ts";
import { importsFrom, type Plan } from "../product-plan.ts";
import { codeKind } from "../types/code-kind.ts";
import { hasRetries, hasStatuses } from "../types/error-classes.ts";
import { union } from "../types/schema-types.ts";
import { bodyPlaces, isXml, requestIdPlace } from "./body-places.ts";
import { CASES_MODULE, hasRetryOfCases } from "./case-readers.ts";
import { codeReader, paramsReader } from "./fact-readers.ts";
import { declareErrorClass, type Extent } from "./service-error.ts";

export function emitHttp(plan: Plan): Module {
  const { names, parts, model } = plan;
  const has: Extent = {
    params: parts.has("messages"),
    retry: hasRetries(plan) || hasRetryOfCases(plan),
    cases: hasCases(plan),
    texts: (parts.has("messages") || hasCases(plan)) && !isTextAlone(model.body),
    list: model.body.list !== undefined,
  };
  const types = [names.code, names.error, names.of, names.unknown, names.wireCode];
  return {
    name: "http",
    declarations: [
      ...importsFrom(
        {
          decode: { values: decides(plan) ? [names.decode] : [] },
          guards: { values: [names.read] },
          lookup: {
            values: [
              ...(has.params || (decides(plan) && hasStatuses(plan)) ? ["factsOf"] : []),
              ...(hasRetries(plan) ? [names.findRetry] : []),
            ],
          },
          messages: has.params ? { types: [names.params] } : {},
          [textsModule(plan)]: { values: has.params ? ["readOutOf"] : [] },
          [CASES_MODULE]: { values: [...(has.cases ? ["caseOf"] : []), ...(hasRetryOfCases(plan) ? ["retryOf"] : [])] },
          response: {
            types: ["BodyReader", "ReadOptions", "ReceivedResponse", "ResponseLike"],
            values: [
              ...(requestIdPlace(plan) === undefined ? [] : ["textAt"]),
              ...["codeIn", "firstText", "hideMember", "orElse", "readReceived", "readResponse", "statusMessage"],
              ...(has.texts ? ["printedTexts"] : []),
            ],
          },
          templates: { values: has.params ? ["templateOf"] : [] },
          types: { types: [...types, ...(has.retry ? [names.retry] : [])] },
          xml: { values: isXml(plan) ? ["parseBody"] : [] },
        },
        plan,
      ),
      declareErrorClass(plan, has),
      knownErrorType(plan, has),
      factsType(plan, has),
      classGuard(plan),
      brand(plan),
      makerType(plan),
      ...bodyTypes(plan, has),
      bodyReader(plan, has),
      ...(has.params ? [paramsReader(plan, has)] : []),
      ...(decides(plan) ? [codeReader(plan)] : []),
    ],
  };
}

/** Whether status and message decide where a body has no code. */
function decides({ model, parts }: Plan): boolean {
  return model.body.code.isOptional && parts.has("decode");
}

/** It does not extend the class: the compiler would try each body of the class on each body of the table. */
function knownErrorType(plan: Plan, has: Extent): Item {
  const { names } = plan;
  const members = [
    member("code", named("Code")),
    member(
      "body",
      union([named(`${names.of}<Code>`), ...(mayLackCode(plan) ? [named(names.unknown)] : []), named("undefined")]),
    ),
    ...(has.params ? [member("params", orUndefined(named(`${names.params}<Code>`)))] : []),
  ];
  const text = layout([
    "/** Such an error with a code of the table. */",
    HARD_LINE,
    `export interface ${names.serviceErrorOf}`,
    listDoc("<", [typeParameterDoc(`Code extends ${names.code}`)], ">"),
    blockDoc(" extends CommonMembers {", members.flatMap(memberLines)),
  ]);
  return declareTypeText(text);
}

/** Whether the code of an error may stand elsewhere than in its body. */
function mayLackCode({ model }: Plan): boolean {
  return model.body.code.isOptional;
}

function factsType(plan: Plan, has: Extent): Item {
  const { names } = plan;
  const optional = (name: string, type: string, doc?: string): MemberShape =>
    optionalMember(name, named(`${type} | undefined`), doc);
  return declareInterface({
    name: names.serviceErrorFacts,
    doc: "The arguments of the constructor, for programs that have no response to read.",
    members: [
      member("status", NUMBER),
      optional("body", "TableBody"),
      ...(has.list ? [optional("bodies", "readonly TableBody[]")] : []),
      optional("code", codeKind(plan), "The code in a body that does not fit the table."),
      ...(has.cases ? [optional("case", "string")] : []),
      optional("message", "string"),
      optional("requestId", "string"),
      optional("retryAfter", "number"),
      optional("excerpt", "string"),
      optionalMember("cause", UNKNOWN),
    ],
  });
}

function classGuard({ names }: Plan): Item {
  return declareFunction({
    name: names.isServiceError,
    doc: "Whether a value is such an error, of this or another copy of this module.",
    parameters: ["value: unknown"],
    returns: `value is ${names.serviceError}`,
    body: [
      [
        blockDoc("try {", ['return typeof value === "object" && value !== null && brand in value;']),
        " ",
        catchDoc(["// Proxies can throw.", "return false;"]),
      ],
    ],
  });
}

/** A name that all copies of the module share. */
function brand({ names }: Plan): Item {
  const value: Doc = callDoc("/* @__PURE__ */ Symbol.for", [stringLiteral(names.serviceError)]);
  return declareValueText("brand", () => layout(["const brand = ", value, ";"]));
}

/** The class, or a subclass of it. */
function makerType({ names }: Plan): Item {
  const signature = ["new ", listDoc("(", [`facts: ${names.serviceErrorFacts}`], ")"), ": Made;"];
  return declareTypeText(layout(blockDoc("interface Maker<Made> {", [signature])));
}

function bodyTypes({ names }: Plan, has: Extent): readonly Item[] {
  const own = union(["code", "body", ...(has.params ? ["params"] : [])].map(literalType));
  const alias = (name: string, type: TypeShape, doc?: string): Item => declareAlias({ name, isLocal: true, doc, type });
  return [
    alias(
      "CommonMembers",
      generic("Omit", named(names.serviceError), own),
      "The members that do not depend on the code.",
    ),
    alias("TableBody", union([named(names.error), named(names.unknown)])),
    ...(has.params ? [alias("ParamsOfAny", named(`${names.params}<${names.code}>`))] : []),
  ];
}

function bodyReader(plan: Plan, has: Extent): Item {
  const { names } = plan;
  const members: readonly Doc[] = [
    isXml(plan)
      ? "parse: parseBody,"
      : ["parse: ", typed("(text): unknown => JSON.parse(text)", "(text) => JSON.parse(text)"), ","],
    `read: ${names.read},`,
    ["places: ", dataLiteral(bodyPlaces(plan), 2, "  places: ".length, 1), ","],
    ...(decides(plan) ? ["codeOf: codeByMessage,"] : []),
    ...(has.cases ? ["caseOf,"] : []),
  ];
  const type = `BodyReader<TableBody, ${codeKind(plan)}>`;
  return declareConstant({ name: "reader", type }, (head, isTyped) => {
    const text: Doc = [head, " ", blockDoc("{", members), ";"];
    return layout(isTyped ? text : withoutTypes(text));
  });
}
