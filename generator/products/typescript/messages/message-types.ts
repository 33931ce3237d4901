// A message template becomes types: an object of its params, and a template literal of the message that they make.
import type { ParamModel } from "../../../model/model.ts";
import type { Directive } from "../../../template/template.ts";
import { propertyAccess, stringLiteral, templatePart, templatePartBefore } from "../printer/typescript-literal.ts";
import { type MemberShape, named, type TypeShape } from "../printer/typescript-type.ts";
import type { PlannedError } from "../product-plan.ts";
import { union } from "../types/schema-types.ts";

/** The param that stands for the whole message where the API promises no text. */
export const WHOLE_MESSAGE = "message";

const NOTHING: TypeShape = {
  kind: "reference",
  name: "Readonly",
  arguments: [{ kind: "reference", name: "Record", arguments: [named("string"), named("never")] }],
};

export function hasParams({ template, params }: PlannedError): boolean {
  return template === undefined || params.length > 0;
}

/** Whether a param has a set of values that it may have. */
export function hasClosedParams({ params }: PlannedError): boolean {
  return params.some((param) => param.enum !== undefined);
}

export function paramsType({ template, params }: PlannedError): TypeShape {
  if (template === undefined)
    return { kind: "object", members: [{ name: WHOLE_MESSAGE, type: named("string"), required: true }] };
  if (params.length === 0) return NOTHING;
  return { kind: "object", members: params.map(paramMember) };
}

export function messageType({ template }: PlannedError): TypeShape {
  if (template === undefined) return named("string");
  const { tokens } = template;
  if (tokens.every((token) => token.kind === "literal"))
    return named(stringLiteral(tokens.map((token) => token.text).join("")));
  // A placeholder for any text between two ends that are empty is any text.
  if (tokens.length === 1 && tokens[0]?.kind === "directive" && placeholder(tokens[0]) === "string")
    return named("string");
  return named(templateText(template.tokens, placeholder));
}

/** The message as an expression over params; undefined where it takes more than putting strings together. */
export function templateExpression({ template, params }: PlannedError, from: string): string | undefined {
  if (template === undefined) return `${from}.${WHOLE_MESSAGE}`;
  const { tokens } = template;
  if (tokens.every((token) => token.kind === "literal"))
    return stringLiteral(tokens.map((token) => token.text).join(""));
  const isPlain = tokens.every((token) => token.kind === "literal" || token.text.replace(/^%\d+\$/, "%") === "%s");
  if (!isPlain || combinations(tokens, params) > MANY_COMBINATIONS) return undefined;
  const access = (directive: Directive): string => propertyAccess(from, params[directive.argument]?.name ?? "");
  if (tokens.length === 1 && tokens[0]?.kind === "directive") return access(tokens[0]);
  return templateText(tokens, access);
}

/** How many texts compilers see in a template whose params have sets of values; they look at each of them. */
function combinations(tokens: readonly PlannedToken[], params: readonly ParamModel[]): number {
  const sizes = tokens.map((token) => (token.kind === "directive" ? params[token.argument]?.enum?.length : undefined));
  return sizes.reduce<number>((product, size) => product * (size ?? 1), 1);
}

/** They give up at 100,000. */
const MANY_COMBINATIONS = 1000;

function templateText(tokens: readonly PlannedToken[], inner: (directive: Directive) => string): string {
  const parts = tokens.map((token, index) => {
    if (token.kind === "directive") return `\${${inner(token)}}`;
    return tokens[index + 1] === undefined ? templatePart(token.text) : templatePartBefore(token.text);
  });
  return `\`${parts.join("")}\``;
}

type PlannedToken = NonNullable<PlannedError["template"]>["tokens"][number];

/** The type of the text that a directive prints; template literal types cannot express padding and signs. */
function placeholder({ conversion, flags, width, precision }: Directive): "string" | "bigint" | "number" {
  if (flags !== "" || width !== undefined) return "string";
  switch (conversion) {
    case "d":
    case "i":
    case "u":
      return precision === undefined ? "bigint" : "string";
    case "f":
    case "e":
    case "g":
      return "number";
    default:
      return "string";
  }
}

function paramMember(param: ParamModel): MemberShape {
  const example = param.example === undefined ? [] : [`For example ${JSON.stringify(param.example)}.`];
  const paragraphs = [...(param.description === undefined ? [] : [param.description]), ...example];
  return {
    name: param.name,
    type: valueTypeOf(param),
    required: true,
    ...(paragraphs.length === 0 ? {} : { doc: { paragraphs } }),
  };
}

function valueTypeOf(param: ParamModel): TypeShape {
  if (param.type === "int64") return named("bigint");
  if (param.type !== "string") return named("number", "number");
  return param.enum === undefined
    ? named("string", "string")
    : union(param.enum.map((value) => named(stringLiteral(value), "string")));
}
