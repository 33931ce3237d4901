// The common parts of service models: documentation in HTML, protocols, and members of errors that a table leaves out.
import type { Diagnostic } from "../../diagnostic/diagnostic.ts";
import type { SourceFile } from "../../diagnostic/source.ts";
import { type Json, type JsonObject, withoutUndefined } from "../../text/json/value.ts";
import type { FoundBody, FoundError, FoundTable } from "../found-table.ts";
import { headersOnce } from "../header-names.ts";
import { refuseSource } from "../intake-kinds.ts";
import { inlineSink } from "../pages/html-inline.ts";
import { htmlTokens } from "../pages/html-tokens.ts";

/** Paragraphs of Markdown; undefined where there are no words. */
export function htmlToMarkdown(html: Json | undefined): string | undefined {
  if (typeof html !== "string" || !html.isWellFormed()) return undefined;
  const sink = inlineSink();
  for (const token of htmlTokens(html)) sink.add(token);
  return sink.cell().markdown || undefined;
}

/** `s3` is `rest-xml` without an element around the error. */
export type Protocol = "json" | "rest-json" | "rest-xml" | "s3" | "query" | "ec2";

/** The places of code and message in the protocol; the names are the ones of the texts of errors. */
function protocolBody(protocol: Protocol | undefined, [message, other]: readonly string[]): FoundBody {
  const texts = {
    message: message === undefined ? ("none" as const) : [message],
    ...(other === undefined ? {} : { otherMessage: [other] }),
  };
  switch (protocol) {
    case "json":
      return { ...JSON_BODY, code: ["__type"], ...texts };
    case "rest-json":
      return { ...JSON_BODY, ...{ code: ["code"], isOptional: true, header: "x-amzn-errortype" }, ...texts };
    case "s3":
      return {
        mediaType: "application/xml",
        codeType: "string",
        code: ["Error", "Code"],
        message: ["Error", "Message"],
      };
    case "rest-xml":
    case "query":
      return {
        ...{ mediaType: "text/xml", codeType: "string" },
        ...{ code: ["ErrorResponse", "Error", "Code"], message: ["ErrorResponse", "Error", "Message"] },
      };
    case "ec2":
      return {
        ...{ mediaType: "text/xml", codeType: "string" },
        ...{ code: ["Response", "Errors", "Error", "Code"], message: ["Response", "Errors", "Error", "Message"] },
      };
    case undefined:
      return { codeType: "string" };
    default:
      return protocol satisfies never;
  }
}

const JSON_BODY: FoundBody = { mediaType: "application/json", codeType: "string" };

/** A member of an error, with the response header that carries it. */
export interface ModelMember {
  readonly name: string;
  readonly header: string | undefined;
  readonly documentation: Json | undefined;
}

/** The members that travel as headers, each header once. */
export function memberHeaders(members: readonly ModelMember[]): JsonObject {
  const headers = members.flatMap(({ header, documentation }) => {
    if (header === undefined || !/^[\w-]{1,128}$/.test(header)) return [];
    return [
      [header, withoutUndefined({ description: htmlToMarkdown(documentation), schema: { type: "string" } })] as const,
    ];
  });
  return headersOnce(headers);
}

/** The spellings of "message", the one that most errors have first. */
function messageMembers(members: readonly ModelMember[]): readonly string[] {
  const found = members.map(({ name }) => name).filter((name) => /^(?:error)?message$/i.test(name));
  const count = (name: string): number => found.filter((other) => other === name).length;
  return [...new Set(found)].toSorted((a, b) => count(b) - count(a));
}

export function modelTable(
  source: SourceFile,
  title: unknown,
  protocol: Protocol | undefined,
  errors: readonly FoundError[],
  operations: readonly string[],
  members: readonly ModelMember[],
): FoundTable | readonly Diagnostic[] {
  if (errors.length === 0) {
    const message = "The model has no errors: no shape says that it is one.";
    return [refuseSource(source, 0, "nothing-to-read", message, "Some services document their codes on pages alone.")];
  }
  const messages = messageMembers(members);
  const others = members.filter(({ name, header }) => header === undefined && !messages.includes(name));
  const taken = new Set(errors.flatMap(({ headers }) => Object.keys(headers ?? {})));
  const headers = members.flatMap(({ header }) => (header === undefined || taken.has(header) ? [] : [header]));
  return {
    ...(typeof title === "string" ? { title } : {}),
    body: protocolBody(protocol, messages),
    errors,
    operations,
    dropped: [
      ...[...new Set(others.map(({ name }) => name))].map((name) => ({ reason: "members of single errors", name })),
      ...[...new Set(headers)].map((name) => ({ reason: "headers", name })),
    ],
    examples: [],
  };
}
