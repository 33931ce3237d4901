// A table becomes mocks.ts: answers with its errors for tests of clients, with values of its examples.
import { exampleValues, responseBody } from "../../../model/examples.ts";
import type { CaseModel, ExampleModel } from "../../../model/model.ts";
import { sampleOf } from "../../../schema/sample.ts";
import { isObject, type Json, objectOf, recordOf } from "../../../text/json/value.ts";
import { isXml } from "../http/body-places.ts";
import { caseKey, hasCases, singleCase } from "../messages/template-text.ts";
import { adapterName } from "../names.ts";
import { declareAlias, declareFunction } from "../printer/declarations.ts";
import { declareMade } from "../printer/declare-made.ts";
import { declareTypeText, type Item, type Module } from "../printer/module.ts";
import { declareObject } from "../printer/object-constant.ts";
import { type Data, declareData } from "../printer/typescript-data.ts";
import { type Doc, group, indent, LINE, typed } from "../printer/typescript-layout.ts";
import { stringLiteral } from "../printer/typescript-literal.ts";
import { generic, named, STRING } from "../printer/typescript-type.ts";
import { importsFrom, type Plan, type PlannedError } from "../product-plan.ts";
import { MOCK } from "../runtime.gen.ts";
import { typedEngine } from "../typed-engine.ts";

export function emitMocks(plan: Plan): readonly Module[] {
  const { names } = plan;
  const body = isXml(plan) ? undefined : plan.model.body.list === undefined ? names.of : names.response;
  return [
    typedEngine("mock", MOCK, { params: { values: ["bigInt"] }, server: { types: ["Reply", "ReplyOptions"] } }, plan),
    {
      name: "mocks",
      declarations: [
        ...importsFrom(
          {
            failures: { types: [names.failureOptions], values: [names.createFailure] },
            messages: { types: [names.params] },
            mock: { types: ["Mock", "MockRow", "MockSource"], values: ["bodiesOf", "mocksOf"] },
            reply: { values: [names.toReply] },
            server: { types: ["Reply", "ReplyOptions"] },
            types: { types: [names.code, ...(body === undefined ? [] : [body])] },
          },
          plan,
        ),
        ...calls(plan),
        declareData({ name: "mockRows", type: "Readonly<Record<string, readonly MockRow[]>>" }, () =>
          recordOf<Data>(plan.errors.map((error) => [String(error.wireCode), rowsOf(error, plan)])),
        ),
        ...responseItem(plan),
        source(plan),
        declareMade({
          name: adapterName(names, "Mocks"),
          doc: "An answer with the error of each code, for tests of clients.",
          type: "Mocks",
          value: "mocksOf(mockSource)",
        }),
        ...types(plan, body),
        arbitrary(plan),
      ],
    },
  ];
}

/** The creator is called with the code of a key. */
const CREATE_MOCKED = {
  string: ["return create(code, params, options);"],
  integer: ["return create(Number(code), params, options);"],
  mixed: [
    "const number = Number(code);",
    "const isNumber = Number.isSafeInteger(number) && String(number) === code;",
    "return create(isNumber ? number : code, params, options);",
  ],
};

/** Programs of tests leave out params and options, so that the types of the table do not fit. */
function calls(plan: Plan): readonly Item[] {
  const { names, model } = plan;
  return [
    declareTypeText("type CreateAny = (code: unknown, params: object, options: object) => unknown;"),
    declareFunction({
      name: "createMocked",
      isLocal: true,
      parameters: ["code: string", "params: object", "options: object"],
      returns: "unknown",
      body: [cast("const create", names.createFailure, "CreateAny"), ...CREATE_MOCKED[model.body.code.type]],
    }),
    declareTypeText("type ReplyAny = (error: unknown, options: ReplyOptions) => Reply;"),
    declareFunction({
      name: "replyMocked",
      isLocal: true,
      parameters: ["error: unknown", "options: ReplyOptions"],
      returns: "Reply",
      body: [cast("const reply", names.toReply, "ReplyAny"), "return reply(error, options);"],
    }),
  ];
}

function cast(name: string, value: string, type: string): Doc {
  return [`${name} =`, group(indent([LINE, value, typed(` as unknown as ${type}`)])), ";"];
}

function rowsOf(error: PlannedError, plan: Plan): Data {
  return error.cases.map((one): Data => {
    const example = one.examples[0];
    const headers = one.headers.map(({ name, schema }) => [name, headerValue(name, schema)] as const);
    return {
      case: hasCases(plan) && singleCase(error) === undefined ? one.name : undefined,
      params: paramsOf(one, plan, example),
      headers: headers.length === 0 ? undefined : recordOf<Data>(headers),
      members: example?.body as Data,
    };
  });
}

/** Any text may be an example, but for that of a delay. */
function headerValue(name: string, schema: Json | undefined): Data {
  const value = isObject(schema) ? sampleOf(schema) : undefined;
  const isDelay = name.toLowerCase() === "retry-after";
  if (typeof value === "string") return isDelay && !/^\d+$|^\w+, .* GMT$/.test(value) ? "1" : value;
  return typeof value === "number" ? value : "1";
}

/** Errors without a template take the message itself. */
function paramsOf({ params, template }: CaseModel, { model }: Plan, example: ExampleModel | undefined): Data {
  const values = example?.params ?? exampleValues(params);
  const shown = params.map(
    ({ name, type, enum: choice, pattern }): Data => ({
      ...{ name, type, value: values[name] ?? name },
      ...{ enum: choice, pattern },
    }),
  );
  const isText = template === undefined && model.body.message !== undefined && params.length === 0;
  return isText ? [{ name: "message", type: "string", value: "…" }] : shown;
}

function source(plan: Plan): Item {
  const response = responseBody({}, plan.model.body);
  const isListed = plan.model.body.list !== undefined && isObject(response);
  return declareObject({ name: "mockSource", type: "MockSource" }, [
    `caseKey: ${stringLiteral(caseKey(plan))},`,
    "create: createMocked,",
    "reply: replyMocked,",
    'requestId: "mock",',
    ...(isListed ? ["response: mockResponse,"] : []),
    "rows: mockRows,",
  ]);
}

/** The members around a list of errors. */
function responseItem(plan: Plan): readonly Item[] {
  const response = responseBody({}, plan.model.body);
  if (plan.model.body.list === undefined || !isObject(response)) return [];
  return [declareData({ name: "mockResponse", type: "object" }, () => objectOf(response) as Data)];
}

function types({ names }: Plan, body: string | undefined): readonly Item[] {
  const ofCode = { isLocal: true, typeParameters: ["Code extends MockCode"] } as const;
  return [
    declareAlias({ name: "MockCode", isLocal: true, type: named(names.code) }),
    declareAlias({ name: "MockParams", ...ofCode, type: generic("Partial", named(`${names.params}<Code>`)) }),
    declareAlias({ name: "MockOptions", ...ofCode, type: generic("Partial", named(`${names.failureOptions}<Code>`)) }),
    ...(body === names.of ? [declareAlias({ name: "MockBody", ...ofCode, type: named(`${names.of}<Code>`) })] : []),
    ...(body === names.of
      ? []
      : [declareAlias({ name: "AnyBody", isLocal: true, type: body === undefined ? STRING : named(body) })]),
    ...(body === names.of ? [] : [declareTypeText("type MockBody<Code> = Code extends MockCode ? AnyBody : never;")]),
    declareTypeText(MAKE_MOCK),
    declareTypeText("type Mocks = {\n  readonly [Code in MockCode]: MakeMock<Code>;\n};"),
  ];
}

const MAKE_MOCK = `/** The values of params and the options that are left out are those of examples. */
type MakeMock<Code extends MockCode> = (
  params?: MockParams<Code>,
  options?: MockOptions<Code>,
) => Mock<MockBody<Code>>;`;

function arbitrary({ names }: Plan): Item {
  return declareFunction({
    name: adapterName(names, "Arbitrary"),
    doc: "An arbitrary of fast-check: bodies of these codes, or of all, with any values of their params.",
    typeParameters: ["Made"],
    parameters: ["fc: object", "...codes: readonly MockCode[]"],
    returns: "Made",
    body: ["return bodiesOf(mockSource, codes, fc);"],
  });
}
