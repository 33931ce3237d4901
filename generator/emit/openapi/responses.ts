// The response of a status: its union, an example per code, its headers, and the codes for tools that read extensions.
import { statusLine } from "../../model/http-status.ts";
import type { Json, JsonObject } from "../../model/json.ts";
import type { ErrorModel, Model } from "../../model/model.ts";
import { codeText } from "../../render/openapi-text.ts";
import { type OpenapiSettings, schemaRef, statusErrorsName } from "./names.ts";

export function responseOf(
  status: number,
  errors: readonly ErrorModel[],
  headers: readonly (readonly [string, JsonObject])[],
  { body }: Model,
  settings: OpenapiSettings,
): JsonObject {
  const examples = errors.flatMap(examplesOf);
  return {
    description: `${statusLine(status)}: ${errors.map(({ code }) => codeText(code)).join(", ")}`,
    ...(headers.length === 0 ? {} : { headers: Object.fromEntries<Json>(headers) }),
    content: {
      [body.mediaType]: {
        schema: { $ref: schemaRef(statusErrorsName(status, settings)) },
        ...(examples.length === 0 ? {} : { examples: Object.fromEntries<Json>(examples) }),
      },
    },
    "x-error-codes": errors.map(({ code }) => code),
  };
}

/** An error's first example has the error's name, which therefore stays when more examples are added. */
function examplesOf({ code, identifier, examples }: ErrorModel): readonly (readonly [string, JsonObject])[] {
  return examples.map(({ name, summary, body }, index) => [
    index === 0 ? identifier : `${identifier}.${name}`,
    { summary: summary === undefined ? code : `${code}: ${summary}`, value: body },
  ]);
}
