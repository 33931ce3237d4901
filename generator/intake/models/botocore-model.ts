// A service model of botocore (service-2.json) becomes its errors: the shapes that are exceptions.
import type { Diagnostic } from "../../diagnostic/diagnostic.ts";
import { groupBy } from "../../diagnostic/group-by.ts";
import type { SourceFile } from "../../diagnostic/source.ts";
import { entriesOf, isObject, type JsonObject, listOf, objectOf } from "../../text/json/value.ts";
import { isWord } from "../code-values.ts";
import type { FoundError, FoundTable } from "../found-table.ts";
import { htmlToMarkdown, type ModelMember, memberHeaders, modelTable, type Protocol } from "./model-errors.ts";

const PROTOCOLS: readonly Protocol[] = ["json", "rest-json", "rest-xml", "query", "ec2"];

export function readBotocore(model: JsonObject, source: SourceFile): FoundTable | readonly Diagnostic[] {
  const metadata = objectOf(model["metadata"]);
  const named = PROTOCOLS.find((one) => one === metadata["protocol"]);
  const protocol = named === "rest-xml" && metadata["endpointPrefix"] === "s3" ? "s3" : named;
  const shapes = entriesOf(model["shapes"]).flatMap(([name, shape]) =>
    isObject(shape) && (shape["exception"] === true || isObject(shape["error"])) ? [{ name, shape }] : [],
  );
  const operations = entriesOf(model["operations"]);
  const answers = operations.flatMap(([operation, data]) =>
    listOf(objectOf(data)["errors"]).map((one) => ({ shape: objectOf(one)["shape"], operation })),
  );
  const answersOf = groupBy(answers, ({ shape }) => shape);
  const errors = shapes.flatMap(({ name, shape }): readonly FoundError[] => {
    const { code, httpStatusCode } = objectOf(shape["error"]);
    // Bodies in JSON name the shape; the others have the code of the older protocols.
    const own = protocol === "json" || protocol === "rest-json" || !isWord(code) ? name : code;
    if (!isWord(own)) return [];
    const description = htmlToMarkdown(shape["documentation"]);
    const { retryable } = shape;
    return [
      {
        code: own,
        statuses: typeof httpStatusCode === "number" ? [httpStatusCode] : [],
        marks: "none",
        ...(description === undefined ? {} : { description }),
        ...(isObject(retryable) ? { retry: retryable["throttling"] === true ? "throttled" : "backoff" } : {}),
        headers: memberHeaders(membersOf(shape)),
        operations: (answersOf.get(name) ?? []).map(({ operation }) => operation),
      },
    ];
  });
  const members = shapes.flatMap(({ shape }) => membersOf(shape));
  const names = operations.map(([name]) => name);
  return modelTable(source, metadata["serviceFullName"], protocol, errors, names, members);
}

function membersOf(shape: JsonObject): readonly ModelMember[] {
  return entriesOf(shape["members"]).map(([name, member]) => {
    const { location, locationName, documentation } = objectOf(member);
    const header = location === "header" && typeof locationName === "string" ? locationName : undefined;
    return { name, header, documentation };
  });
}
