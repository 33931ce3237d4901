// The response of a group of codes: its union, an example per code, its headers, and the codes for tools that read extensions.
import { statusLine } from "../../model/http-status.ts";
import type { ErrorModel, Model } from "../../model/model.ts";
import type { Json, JsonObject } from "../../text/json/value.ts";
import { codeText, plainText } from "../../text/markdown/openapi-text.ts";
import type { ResponseGroup } from "./code-sets.ts";
import { refTo } from "./component-names.ts";

export function responseOf(
  group: ResponseGroup,
  headers: readonly (readonly [string, JsonObject])[],
  model: Model,
): JsonObject {
  const { name, errors } = group;
  const examples = errors.flatMap(examplesOf);
  return {
    description: descriptionOf(group, model),
    ...(headers.length === 0 ? {} : { headers: Object.fromEntries<Json>(headers) }),
    content: {
      [model.body.mediaType]: {
        schema: { $ref: refTo("schemas", name) },
        ...(examples.length === 0 ? {} : { examples: Object.fromEntries<Json>(examples) }),
      },
    },
    "x-error-codes": errors.map(({ code }) => code),
  };
}

function descriptionOf({ range, errors }: ResponseGroup, { title }: Model): string {
  if (typeof range === "number") return `${statusLine(range)}: ${errors.map(({ code }) => codeText(code)).join(", ")}`;
  return `${FALLBACKS[range]} of ${plainText(title)}.`;
}

const FALLBACKS = { "4XX": "Any client error", "5XX": "Any server error", default: "Any error" } as const;

/** An error's first example has the error's name, which therefore stays when more examples are added. */
function examplesOf({ code, identifier, examples }: ErrorModel): readonly (readonly [string, JsonObject])[] {
  return examples.map(({ name, summary, body }, index) => [
    index === 0 ? identifier : `${identifier}.${name}`,
    { summary: summary === undefined ? code : `${code}: ${summary}`, value: body },
  ]);
}
