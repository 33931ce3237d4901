// The bodies of an XML response lose their root element: a Schema Object describes the inside of it, and has its name.
import { isXmlType } from "../../model/media-type.ts";
import type { CaseModel, ErrorModel, Model } from "../../model/model.ts";
import type { Path } from "../../text/json/pointer.ts";
import { type JsonObject, objectOf } from "../../text/json/value.ts";

/** A model in which no place begins with the root element of its XML bodies. */
export interface RootlessModel extends Model {
  /** The name of the root element; absent where bodies are not in XML. */
  readonly root?: string;
}

/** The items of a list have no root element of their own. */
export function withoutRoot(model: Model): RootlessModel {
  const { body } = model;
  const { mediaType, code, message, members, list } = body;
  const [root, ...inner] = list?.at ?? code.at;
  if (!isXmlType(mediaType) || typeof root !== "string" || inner.length === 0) return model;
  const inside = <Placed extends { readonly at: Path }>(placed: Placed): Placed =>
    placed.at[0] === root ? { ...placed, at: placed.at.slice(1) } : placed;
  if (list !== undefined)
    return { ...model, root, body: { ...body, list: { ...list, at: inner, members: list.members.map(inside) } } };
  return {
    ...model,
    root,
    body: {
      ...body,
      code: inside(code),
      ...(message === undefined ? {} : { message: inside(message) }),
      members: members.map(inside),
    },
    errors: model.errors.map((error) => errorInside(error, root, inside)),
  };
}

type Inside = <Placed extends { readonly at: Path }>(placed: Placed) => Placed;

function errorInside(error: ErrorModel, root: string, inside: Inside): ErrorModel {
  return {
    ...error,
    cases: error.cases.map(
      (one): CaseModel => ({
        ...one,
        params: one.params.map((param) => (param.at === undefined ? param : { ...param, ...inside({ at: param.at }) })),
        constants: one.constants.map(inside),
        ...(one.details === undefined ? {} : { details: detailsInside(one.details, root, inside) }),
        examples: one.examples.map((example) => ({ ...example, body: objectOf(objectOf(example.body)[root]) })),
      }),
    ),
  };
}

/** Details of the whole document are those of its root element. */
function detailsInside(details: NonNullable<CaseModel["details"]>, root: string, inside: Inside) {
  if (details.at.length > 0) return inside(details);
  const { [root]: schema } = objectOf(details.schema["properties"]);
  return { at: [], schema: { type: "object", ...objectOf(schema) } satisfies JsonObject };
}
