// The model becomes JSON Schema 2020-12 of the error body: validators accept exactly the bodies that the table describes.
// Unknown members are allowed.
import { codeAndMessage, commonMembers, ownSchema } from "../../model/body-schema.ts";
import { type ErrorModel, type Model, mainCase } from "../../model/model.ts";
import { jsonSchema2020 } from "../../schema/draft2020.ts";
import { objectSchema } from "../../schema/members.ts";
import { type Json, type JsonObject, withoutUndefined } from "../../text/json/value.ts";

/**
 * All codes stand in one enum, and an error with members of its own adds a condition on its code. So a validator looks
 * a code up once, reports an unknown code once, and reports problems in the details of this error alone. Each error is a
 * definition too, so that other schemas can refer to it.
 */
export function errorsSchema(model: Model): JsonObject {
  const conditions = model.errors
    .filter((error) => ownSchema(error, model.body) !== undefined)
    .map((error) => ({ if: isCode(error, model), [THEN]: { $ref: `#/$defs/${error.errorName}` } }));
  return withoutUndefined({
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: `${model.title}: error body`,
    description: model.description,
    $ref: `#/$defs/${BODY}`,
    ...(conditions.length === 0 ? {} : { type: "object", allOf: conditions }),
    $defs: Object.fromEntries<Json>([
      [BODY, bodySchema(model)],
      ...model.errors.map((error) => [error.errorName, definition(error, model)] as const),
    ]),
  });
}

/** No error has this name, because names of errors end in "Error". */
const BODY = "Body";

/** A constant, because linters take an object with a literal `then` for a promise. */
const THEN = "then";

/** The schema that the bodies of all codes match. */
function bodySchema({ errors, body }: Model): JsonObject {
  const codes = errors.map(({ wireCode }) => wireCode);
  const [code = ""] = codes;
  const members = commonMembers(body).map((member) => ({ ...member, schema: jsonSchema2020(member.schema) }));
  return objectSchema([...codeAndMessage(body, codes.length === 1 ? { const: code } : { enum: codes }), ...members]);
}

function definition(error: ErrorModel, model: Model): JsonObject {
  const { code, description, deprecated } = error;
  const { examples } = mainCase(error);
  const details = detailsSchema(error, model);
  return withoutUndefined({
    title: code,
    description,
    deprecated: deprecated === undefined ? undefined : true,
    $ref: `#/$defs/${BODY}`,
    ...isCode(error, model),
    allOf: details === undefined ? undefined : [details],
    examples: examples.length === 0 ? undefined : examples.map(({ body }) => body),
  });
}

/** The schema of the members that only this error has; undefined where it has none. */
function detailsSchema(error: ErrorModel, { body }: Model): JsonObject | undefined {
  const details = ownSchema(error, body);
  if (details === undefined) return undefined;
  const schema = jsonSchema2020(details, ["object"]);
  return typeof schema === "boolean" ? { type: "object", not: {} } : schema;
}

function isCode({ wireCode }: ErrorModel, { body }: Model): JsonObject {
  return objectSchema([{ path: body.code.at, schema: { const: wireCode }, required: true }]);
}
