// An API description, OpenAPI or Swagger, becomes the errors that it describes for its operations.
import type { Diagnostic } from "../../diagnostic/diagnostic.ts";
import type { SourceFile } from "../../diagnostic/source.ts";
import type { Host } from "../../reader/host.ts";
import { valueAt } from "../../text/json/pointer.ts";
import type { JsonObject } from "../../text/json/value.ts";
import type { FoundTable } from "../found-table.ts";
import { refuseSource } from "../intake-kinds.ts";
import { readBodies } from "./described-bodies.ts";
import { findErrorResponses } from "./described-responses.ts";
import { describedTable } from "./described-table.ts";
import { createResolver } from "./reference-resolver.ts";
import { readSharedEnum } from "./shared-enum.ts";

export function readApiDescription(
  data: JsonObject,
  source: SourceFile,
  path: string,
  host: Host,
): FoundTable | readonly Diagnostic[] {
  const { resolve, missing } = createResolver(data, path, host);
  const { responses, operations } = findErrorResponses(data, resolve);
  const found = describedTable(readBodies(responses, resolve), resolve);
  if (found === undefined) return readSharedEnum(data) ?? [nothingFound(source, responses.length, missing)];
  const title = valueAt(data, ["info", "title"]);
  const lost = [...missing].map((name) => ({ reason: "references that lead to nothing", name }));
  return {
    ...found,
    ...(typeof title === "string" ? { title } : {}),
    operations,
    dropped: [...lost, ...found.dropped],
  };
}

function nothingFound(source: SourceFile, responses: number, missing: ReadonlySet<string>): Diagnostic {
  const at = Math.max(0, source.text.search(/^\s*"?paths"?\s*:/m));
  const [lost] = missing;
  const message =
    responses === 0
      ? "No operation has a response of a client or server error."
      : `None of the ${responses} error responses tells a code: no schema lists any, and no example shows one.`;
  const help =
    lost === undefined
      ? "The API has no error codes here. If it has some, add an example, or an enum, to the schema of the errors' bodies, or start without: errtable init"
      : `The reference "${lost}" leads to nothing: name the file that bundles all parts, or keep the parts beside it.`;
  return refuseSource(source, at, "nothing-to-read", message, help);
}
