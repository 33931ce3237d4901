// The examples of an error become whole response bodies. An error without examples gets one from the examples and types of
// its params, members and details.
import type { Example } from "../reader/spec.gen.ts";
import { fits } from "../schema/conforms.ts";
import { holderSchema } from "../schema/members.ts";
import { sampleOf } from "../schema/sample.ts";
import { formatTemplate } from "../template/read-template.ts";
import type { Template } from "../template/template.ts";
import { pointerText } from "../text/json/pointer.ts";
import { isObject, type Json, type JsonObject, type JsonSchema, objectOf, recordOf } from "../text/json/value.ts";
import { memberTokens } from "./body-layout.ts";
import type { BodyModel, WireCode } from "./body-model.ts";
import { commonMembers, isListed } from "./body-schema.ts";
import { extensionsOf } from "./fields.ts";
import { itemPlace } from "./item-place.ts";
import type { CaseModel, ExampleModel, ParamModel } from "./model.ts";
import {
  type ListMaker,
  mergedValue,
  type PlacedValue,
  placedValues,
  withListed,
  withPlaced,
} from "./placed-values.ts";

/** The message of an example where the API promises no text and the error has no description. */
const NO_TEMPLATE = "…";

/** The name of the example of an error that writes none. */
export const UNNAMED = "default";

type CaseWithoutExamples = Omit<CaseModel, "examples">;

/** The entry of a case in the table, with the fields of its row. */
interface Described {
  readonly description?: string;
  readonly examples?: Readonly<Record<string, Example>>;
}

export function buildExamples(
  one: CaseWithoutExamples,
  code: WireCode,
  { examples = {}, description }: Described,
  body: BodyModel,
): readonly ExampleModel[] {
  const named = Object.keys(examples).length === 0 ? { [UNNAMED]: {} } : examples;
  return Object.entries<Example>(named).flatMap(([name, example]) => {
    const params = exampleValues(one.params, example.params);
    const members = exampleMembers(one, params, example, body);
    // Without a sample value there is no example, rather than a wrong one.
    if (members === undefined) return [];
    const text =
      one.template === undefined ? wordsInstead(description, body) : exampleMessage(one.template, one.params, params);
    return [
      {
        name,
        ...(example.summary === undefined ? {} : { summary: example.summary }),
        params,
        body: bodyOf(code, text, members, body),
        extensions: extensionsOf(example),
      },
    ];
  });
}

/** The members besides code and message; undefined where one has no sample value. */
function exampleMembers(
  { constants, params: named, details }: CaseWithoutExamples,
  params: Readonly<Record<string, string | number>>,
  { properties, details: given }: Example,
  body: BodyModel,
): Json | undefined {
  const values = Object.entries(properties ?? {}).map(([key, value]) => ({
    at: memberTokens(key),
    value: value as Json,
  }));
  // Without values of its own, an example also shows the optional members that have one.
  const ofExample = properties === undefined ? undefined : placedValues(values);
  const common = fill(holderSchema(commonMembers(body)), ofExample);
  const own = details === undefined ? {} : fill(details.schema, given as Json | undefined);
  if (common === undefined || own === undefined) return undefined;
  const ofDetails = details === undefined ? [] : [{ at: details.at, value: own }];
  const ofParams = named.flatMap((param) => placedParam(param, params[param.name] ?? ""));
  const inBody = constants.filter(({ at }) => itemPlace(at).list === undefined);
  const whole = [...ofDetails, ...inBody, ...ofParams].reduce(withPlaced, common);
  return withListed(whole, constants, ofExample === undefined ? madeUpList(body) : undefined);
}

/** The item with the members that its schema requires besides: alone, below the items of an example, or as often as the list has items. */
function madeUpList({ members }: BodyModel): ListMaker {
  return ({ at, items, item, isConstant }) => {
    const pointer = pointerText(at);
    const { schema = true } = members.find((member) => pointerText(member.at) === pointer) ?? {};
    const { items: ofItem = true, minItems = 1 } = objectOf(schema);
    const whole = (!isConstant && isObject(ofItem) && isObject(item) ? sampleOf(ofItem, item) : undefined) ?? item;
    const repeated = Array.from({ length: Math.min(Number(minItems), LONGEST_LIST) }, () => whole);
    return [[whole], [...items, whole], repeated].find((list) => fits(schema, list));
  };
}

const LONGEST_LIST = 100;

/** An integer of any size is a text among the params, and a number in the body. */
function placedParam({ at, type }: ParamModel, value: string | number): readonly PlacedValue[] {
  return at === undefined ? [] : [{ at, value: type === "int64" ? Number(value) : value }];
}

/** The canonical body: code and message where their pointers say, further members beside them. */
export function bodyOf(code: WireCode, message: string, members: Json, body: BodyModel): Json {
  const text = body.message === undefined ? [] : [{ at: body.message.at, value: isListed(body) ? [message] : message }];
  const values = [{ at: body.code.at, value: code }, ...text];
  // They come first in an object, and have their positions in a list.
  return values.reduce(withPlaced, mergedValue(placedValues(values), members));
}

/** The response with one error in its list, or the error itself; undefined where a member around the list has no sample value. */
export function responseBody(error: Json, { list }: BodyModel): Json | undefined {
  if (list === undefined) return error;
  if (list.at.length === 0) return [error];
  const around = fill(holderSchema(commonMembers(list)), undefined);
  return around && withPlaced(around, { at: list.at, value: [error] });
}

/** The message that an example shows; the values are of the types of their params. */
export function exampleMessage(
  template: Template,
  params: readonly Pick<ParamModel, "name" | "type">[],
  values: Readonly<Record<string, string | number>>,
): string {
  const all = params.map(({ name, type }) => {
    const value = values[name] ?? "";
    return type === "int64" ? BigInt(value) : value;
  });
  return formatTemplate(template, all);
}

/** A value for each param: that of the example, or one that the param itself offers. Sensitive params show their names. */
export function exampleValues(
  params: readonly Pick<ParamModel, "name" | "type" | "example" | "enum" | "sensitive">[],
  given: Readonly<Record<string, string | number>> = recordOf([]),
): Readonly<Record<string, string | number>> {
  return recordOf(
    params.map(({ name, type, example, enum: values, sensitive }) => [
      name,
      (sensitive ? undefined : (given[name] ?? example)) ?? values?.[0] ?? DEFAULTS[type] ?? name,
    ]),
  );
}

/** The message of an example where the API promises no text: a description that is longer than messages may be is none. */
function wordsInstead(description: string | undefined, { message }: BodyModel): string {
  return description === undefined || lengthOf(description) > (message?.maxLength ?? Number.POSITIVE_INFINITY)
    ? NO_TEMPLATE
    : description;
}

/** In code points. */
export function lengthOf(text: string): number {
  return Array.from(text).length;
}

const DEFAULTS: Readonly<Partial<Record<ParamModel["type"], number>>> = { integer: 1, int64: 1, number: 1.5 };

function fill(schema: JsonSchema, given: Json | undefined): JsonObject | undefined {
  return sampleOf(schema, given as JsonObject | undefined) as JsonObject | undefined;
}
