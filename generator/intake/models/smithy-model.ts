// A Smithy model in its JSON form becomes its errors: the structures with the trait of one.
import type { Diagnostic } from "../../diagnostic/diagnostic.ts";
import { groupBy } from "../../diagnostic/group-by.ts";
import type { SourceFile } from "../../diagnostic/source.ts";
import { entriesOf, isObject, type Json, type JsonObject, listOf, objectOf } from "../../text/json/value.ts";
import { isWord } from "../code-values.ts";
import type { FoundError, FoundTable } from "../found-table.ts";
import { htmlToMarkdown, type ModelMember, memberHeaders, modelTable, type Protocol } from "./model-errors.ts";

const PROTOCOLS: readonly (readonly [trait: string, protocol: Protocol])[] = [
  ["aws.protocols#awsJson1_0", "json"],
  ["aws.protocols#awsJson1_1", "json"],
  ["aws.protocols#restJson1", "rest-json"],
  ["aws.protocols#restXml", "rest-xml"],
  ["aws.protocols#awsQuery", "query"],
  ["aws.protocols#ec2Query", "ec2"],
];

export function readSmithy(model: JsonObject, source: SourceFile): FoundTable | readonly Diagnostic[] {
  const shapes = entriesOf(model["shapes"]).flatMap(([id, shape]) =>
    isObject(shape) ? [{ id, shape, traits: objectOf(shape["traits"]) }] : [],
  );
  const service = shapes.find(({ shape }) => shape["type"] === "service");
  const [trait, named] = PROTOCOLS.find(([name]) => service?.traits[name] !== undefined) ?? [];
  const isBare = trait !== undefined && objectOf(service?.traits[trait])["noErrorWrapping"] === true;
  const protocol = isBare && named === "rest-xml" ? "s3" : named;
  const operations = shapes.filter(({ shape }) => shape["type"] === "operation");
  const common = targetsOf(service?.shape["errors"]);
  const answers = operations.flatMap(({ id, shape }) => {
    const targets = new Set([...targetsOf(shape["errors"]), ...common]);
    return [...targets].map((target) => ({ target, operation: localName(id) }));
  });
  const answersOf = groupBy(answers, ({ target }) => target);
  const structures = shapes.filter(({ traits }) => traits["smithy.api#error"] !== undefined);
  const errors = structures.flatMap(({ id, shape, traits }): readonly FoundError[] => {
    const query = objectOf(traits["aws.protocols#awsQueryError"]);
    const isQuery = protocol === "query" && isWord(query["code"]);
    const code = isQuery ? query["code"] : localName(id);
    if (!isWord(code)) return [];
    const status = isQuery ? query["httpResponseCode"] : traits["smithy.api#httpError"];
    const description = htmlToMarkdown(traits["smithy.api#documentation"]);
    const retryable = traits["smithy.api#retryable"];
    return [
      {
        code,
        statuses: typeof status === "number" ? [status] : [],
        marks: "none",
        ...(description === undefined ? {} : { description }),
        ...(isObject(retryable) ? { retry: retryable["throttling"] === true ? "throttled" : "backoff" } : {}),
        headers: memberHeaders(membersOf(shape)),
        operations: (answersOf.get(id) ?? []).map(({ operation }) => operation),
      },
    ];
  });
  const members = structures.flatMap(({ shape }) => membersOf(shape));
  const title = service?.traits["smithy.api#title"] ?? (service && localName(service.id));
  const names = operations.map(({ id }) => localName(id));
  return modelTable(source, title, protocol, errors, names, members);
}

function membersOf(shape: JsonObject): readonly ModelMember[] {
  return entriesOf(shape["members"]).map(([name, member]) => {
    const traits = objectOf(objectOf(member)["traits"]);
    const header = traits["smithy.api#httpHeader"];
    const documentation = traits["smithy.api#documentation"];
    return { name, header: typeof header === "string" ? header : undefined, documentation };
  });
}

function targetsOf(errors: Json | undefined): readonly string[] {
  return listOf(errors).flatMap((one) => {
    const { target } = objectOf(one);
    return typeof target === "string" ? [target] : [];
  });
}

/** "com.example#NotFound" is called NotFound in bodies. */
function localName(id: string): string {
  return id.slice(id.indexOf("#") + 1);
}
