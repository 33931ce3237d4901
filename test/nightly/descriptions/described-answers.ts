// A description with an operation for each response of a table, and the bodies that it should answer with.
import { modelFor } from "../../../generator/model/audience.ts";
import type { Path } from "../../../generator/text/json/pointer.ts";
import { type Json, type JsonObject, objectOf } from "../../../generator/text/json/value.ts";
import { modelOfFile } from "../../helpers/model-fixtures.ts";
import { componentsOf, documentAround } from "../../helpers/openapi-document.ts";
import { tame } from "../../helpers/openapi-tables.ts";

export const TABLES = [
  "spec/function-compute.errors.yaml",
  "test/cases/kitchen-sink/kitchen-sink.errors.yaml",
  "test/cases/kitchen-sink/nested.errors.yaml",
  "test/cases/kitchen-sink/problem.errors.yaml",
  "test/cases/openapi-forms/cases.errors.yaml",
  "test/cases/openapi-forms/integer-codes.errors.yaml",
  "test/cases/openapi-forms/list.errors.yaml",
  "test/cases/openapi-forms/pointers.errors.yaml",
];

export interface Answer {
  readonly path: string;
  readonly operationId: string;
  readonly status: number;
  readonly mediaType: string;
  /** The name of the example. */
  readonly example: string;
  readonly body: JsonObject;
  /** The body with a code that the table does not have. */
  readonly wrong: JsonObject;
}

/** Only the answers with a status of their own. */
export async function describedAnswers(
  table: string,
  version: string,
): Promise<{ readonly document: JsonObject; readonly answers: readonly Answer[] }> {
  const model = modelFor({}, modelOfFile(table));
  const { code, list } = model.body;
  const at = list === undefined ? code.at : [...list.at, 0, ...code.at];
  const written = await componentsOf(model, { version: version.startsWith("3.0") ? "3.0" : "3.1" });
  const components = JSON.parse(tame(JSON.stringify(written))) as typeof written;
  const document = documentAround(version, components);
  const answers = Object.entries(components.responses).flatMap(([name, response]): readonly Answer[] => {
    const status = /^\d+/.exec(String(response["description"]))?.[0];
    const [content] = Object.entries(objectOf(response["content"]));
    if (status === undefined || content === undefined) return [];
    const [mediaType, { examples }] = content as [string, JsonObject];
    return Object.entries(objectOf(examples)).map(([example, shown]) => {
      const body = objectOf(objectOf(shown)["value"]);
      const wrong = withValue(body, at, "no-such-code") as JsonObject;
      const place = { path: `/of/${name}`, operationId: `get${name}`, status: Number(status), mediaType };
      return { ...place, example, body, wrong };
    });
  });
  return { document, answers };
}

function withValue(value: Json | undefined, [token, ...rest]: Path, other: Json): Json {
  if (token === undefined) return other;
  const members: JsonObject = Array.isArray(value) ? Object.fromEntries(Object.entries(value)) : objectOf(value);
  const changed: JsonObject = { ...members, [token]: withValue(members[token], rest, other) };
  return Array.isArray(value) ? Object.values(changed) : changed;
}
