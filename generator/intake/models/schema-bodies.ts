// A JSON Schema of error bodies becomes the errors that it describes, as a response with this schema does.
import type { Host } from "../../reader/host.ts";
import type { JsonObject } from "../../text/json/value.ts";
import { readBodies } from "../description/described-bodies.ts";
import { describedTable } from "../description/described-table.ts";
import { createResolver } from "../description/reference-resolver.ts";
import type { FoundTable } from "../found-table.ts";
import { nameRank } from "../member-names.ts";

/** Undefined where the schema is not one of bodies with a code: that of the codes alone, or one of something else than errors. */
export function readSchemaBodies(root: JsonObject, path: string, host: Host): FoundTable | undefined {
  const { resolve, missing } = createResolver(root, path, host);
  const response = { content: { "application/json": { schema: root } } };
  const found = describedTable(readBodies([{ status: undefined, response, operations: [] }], resolve), resolve);
  const { title, description } = root;
  const code = found?.body.code?.at(-1) ?? "";
  const isNamed =
    nameRank(code, "code") !== undefined || /error|fault|problem/i.test(`${String(title)} ${String(description)}`);
  if (found === undefined || !isNamed) return undefined;
  const { mediaType: _, ...body } = found.body;
  return {
    ...found,
    body,
    ...(typeof title === "string" ? { title } : {}),
    operations: [],
    dropped: [...[...missing].map((name) => ({ reason: "references that lead to nothing", name })), ...found.dropped],
  };
}
