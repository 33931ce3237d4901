// The params of an error that have a place in the body become findings where another value stands at that place.
import { memberTokens } from "../../model/body-layout.ts";
import { namedParams } from "../../model/named-params.ts";
import type { ResolvedCase } from "../../reader/table/resolve.ts";
import { listedTypes, type SchemaType } from "../../schema/keywords.ts";
import { heldParts } from "../../schema/members.ts";
import type { ParamType } from "../../template/template.ts";
import { isPosition, type Path, placeTokens, pointerText } from "../../text/json/pointer.ts";
import { isObject, type JsonObject, type JsonSchema } from "../../text/json/value.ts";
import { readable } from "../engine/body.ts";
import { inEntry, labelOf } from "../engine/places.ts";
import type { Finding } from "../engine/rule.ts";
import { kindFault } from "./tuple-places.ts";

/** A value of every body. */
export interface Owner {
  readonly at: Path;
  readonly reason: string;
  /** Whether all bodies have it. */
  readonly isNeeded: boolean;
  /** A member of the same name may narrow it; absent for the code and the message. */
  readonly schema?: JsonSchema;
}

interface PlacedParam {
  readonly name: string;
  readonly at: Path;
  readonly type: ParamType | undefined;
}

export function* checkParamPlaces(one: ResolvedCase, owners: readonly Owner[]): Iterable<Finding> {
  const types = new Map(namedParams(one).map(({ name, type }) => [name, type]));
  const seen: PlacedParam[] = [];
  for (const [name, { at: written }] of Object.entries(one.spec.params ?? {})) {
    if (written === undefined) continue;
    const param = { name, at: placeTokens(written), type: types.get(name) };
    const fault = owners.map((owner) => ownerFault(owner, param)).find((one) => one !== undefined);
    if (fault === undefined) yield* checkParam(param, seen, one);
    else {
      const message = `The param "${name}" of "${labelOf(one)}" ${fault}.`;
      yield { ...inEntry(one, "params", name, "at"), message, help: "Name another member." };
    }
    seen.push(param);
  }
}

/** A value at the place would replace the owner's value, stand inside of it, or be of another type. */
function ownerFault({ at, reason, schema }: Owner, param: PlacedParam): string | undefined {
  const fault = kindFault(param.at, at);
  if (fault !== undefined) return `${fault} in every body`;
  if (!isOneInOther(at, param.at)) return undefined;
  if (schema === undefined) return `stands ${reason}`;
  return at.length === param.at.length ? typeFault(param, schema, reason) : `${relation(param.at, at)} ${reason}`;
}

/** One of the places begins with the other. */
function relation(place: Path, other: Path): string {
  if (place.length === other.length) return "has the place of";
  return place.length > other.length ? "stands inside of" : "stands on the way to";
}

function typeFault({ type, at }: PlacedParam, schema: JsonSchema, owner: string): string | undefined {
  const own = type === "int64" ? "integer" : type;
  const allowed = typesOf(schema);
  if (own === undefined || allowed === undefined || allowed.includes(own)) return undefined;
  if (own === "integer" && allowed.includes("number")) return undefined;
  return `is of type ${own}, but at "${pointerText(at)}" stands ${owner} of type ${allowed.join(" or ")}`;
}

function isOneInOther(one: Path, other: Path): boolean {
  const shared = Math.min(one.length, other.length);
  return one.slice(0, shared).every((token, index) => token === other[index]);
}

/** The cases of a row share its params, so that the message names no case. */
function* checkParam(param: PlacedParam, seen: readonly PlacedParam[], one: ResolvedCase): Iterable<Finding> {
  const place = inEntry(one, "params", param.name, "at");
  const rival = seen.find(({ at }) => isOneInOther(at, param.at) || kindFault(param.at, at) !== undefined);
  if (rival !== undefined) {
    const fault = kindFault(param.at, rival.at);
    const shown = fault === undefined ? `${relation(param.at, rival.at)} the` : `${fault} for the`;
    yield {
      ...place,
      message: `The param "${param.name}" ${shown} param "${rival.name}".`,
      help: "Name two members, neither of which holds the other.",
      related: [
        { ...inEntry(one, "params", rival.name, "at"), message: `The param "${rival.name}" has its place here.` },
      ],
    };
  }
  const fault = detailsFault(param, one);
  if (fault === undefined) return;
  yield { ...place, message: `The param "${param.name}" ${fault}.`, help: "Name another member, or let both agree." };
}

function detailsFault(param: PlacedParam, { spec }: ResolvedCase): string | undefined {
  const details = readable(spec.details as JsonObject | undefined);
  if (details === undefined) return undefined;
  const { at } = param;
  const top = spec.at === undefined ? [] : memberTokens(spec.at);
  if (!isOneInOther(top, at)) return undefined;
  if (at.length <= top.length) return `stands where the details do, at "${pointerText(at)}"`;
  let schema: JsonSchema | undefined = details;
  for (const [index, token] of at.slice(top.length).entries()) {
    const types = typesOf(schema);
    if (types !== undefined && !types.includes(isPosition(token) ? "array" : "object")) {
      const holder = at.slice(0, top.length + index).join("/");
      return `stands inside of "/${holder}", a member of the details of type ${types.join(" or ")}`;
    }
    schema = heldParts(schema).find((part) => part.token === token)?.schema;
    if (schema === undefined) return undefined;
  }
  return typeFault(param, schema, "a member of the details");
}

function typesOf(schema: JsonSchema): readonly SchemaType[] | undefined {
  return isObject(schema) ? listedTypes(schema) : undefined;
}
