// The model becomes JSON Schema 2020-12 of the error body: validators accept exactly the bodies that the table describes.

import type { ErrorModel, Model } from "../../model/model.ts";
import { nestedMembers } from "../../schema/nested-members.ts";
import { type Json, type JsonObject, withoutUndefined } from "../../text/json/value.ts";
import { commonBodySchema, detailsSchema } from "./body-schema.ts";

/**
 * All codes stand in one enum, and an error with members of its own adds a condition on its code. So a validator looks
 * a code up once, reports an unknown code once, and reports problems in the details of this error alone. Each error is a
 * definition too, so that other schemas can refer to it.
 */
export function errorsSchema(model: Model): JsonObject {
  const { errors, body } = model;
  const conditions = errors.filter(({ details }) => details !== undefined).map((error) => condition(error, model));
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: `${model.title}: error body`,
    ...(model.description === undefined ? {} : { description: model.description }),
    $ref: `#/$defs/${BODY}`,
    ...(conditions.length === 0 ? {} : { type: "object", allOf: conditions }),
    $defs: Object.fromEntries<Json>([
      [
        BODY,
        commonBodySchema(
          errors.map(({ code }) => code),
          body,
        ),
      ],
      ...errors.map((error) => [error.errorName, definition(error, model)] as const),
    ]),
  };
}

/** No error has this name, because names of errors end in "Error". */
const BODY = "Body";

function definition(error: ErrorModel, model: Model): JsonObject {
  const { code, description, deprecated, examples } = error;
  const details = detailsSchema(error);
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

function condition(error: ErrorModel, model: Model): JsonObject {
  return { if: isCode(error, model), [THEN]: { $ref: `#/$defs/${error.errorName}` } };
}

/** A constant, because linters take an object with a literal `then` for a promise. */
const THEN = "then";

function isCode({ code }: ErrorModel, { body }: Model): JsonObject {
  const { properties, required } = nestedMembers([{ path: body.code, schema: { const: code } }]);
  return { type: "object", required, properties: Object.fromEntries(properties) };
}
