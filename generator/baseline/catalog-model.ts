// The catalogue of a table, errors.json, becomes the model that it was made of: the inverse of products/catalog/errors-json.ts.
import { codeTypeOf } from "../model/body-layout.ts";
import type { BodyModel, CodeModel, ListModel, MemberModel, MessageType, WireCode } from "../model/body-model.ts";
import type { AnswerModel, GroupModel, Model, OperationModel, TableTexts, TagModel } from "../model/model.ts";
import { compareCodes } from "../model/wire-code.ts";
import { pointerTokens } from "../text/json/pointer.ts";
import { isObject, type Json, type JsonObject } from "../text/json/value.ts";
import { errorIn } from "./catalog-errors.ts";
import { extensionsIn, lifecycleIn, memberPlaceIn, pointerIn } from "./catalog-nodes.ts";
import {
  integerOf,
  itemsOf,
  type JsonFault,
  type JsonNode,
  maybe,
  memberOf,
  rootNode,
  schemaIn,
  textOf,
  textOrNumberOf,
  truthOf,
  valuesOf,
  wordOf,
} from "./json-node.ts";

/** The layout of errors.json that this errtable writes. */
export const CATALOG_LAYOUT = 1;

/** Whether data is a catalogue of any layout: a file of another tool has neither of its marks. */
export function isCatalog(data: Json): data is JsonObject {
  return isObject(data) && typeof data["name"] === "string" && Array.isArray(data["errors"]);
}

export interface CatalogRead {
  /** Not for use where there are faults. */
  readonly model: Model;
  readonly faults: readonly JsonFault[];
}

/** The data must be a catalogue of this layout. Members that a newer errtable adds are left alone. */
export function modelOfCatalog(data: JsonObject): CatalogRead {
  const root = rootNode(data);
  const body = bodyIn(memberOf(root, "body"));
  const errors = itemsOf(memberOf(root, "errors"), (node) => errorIn(node, Number(node.name)));
  const model: Model = {
    name: textOf(memberOf(root, "name")),
    title: textOf(memberOf(root, "title")),
    ...maybe("description", memberOf(root, "description"), textOf),
    ...maybe("version", memberOf(root, "version"), textOf),
    locale: textOf(memberOf(root, "locale")),
    locales: itemsOf(memberOf(root, "locales"), textOf),
    ...maybe("source", memberOf(root, "source"), (source) => ({
      ...maybe("url", memberOf(source, "url"), textOf),
      ...maybe("retrieved", memberOf(source, "retrieved"), textOf),
      extensions: extensionsIn(source),
    })),
    file: textOf(memberOf(root, "file")),
    body,
    groups: itemsOf(memberOf(root, "groups"), namedIn),
    tags: itemsOf(memberOf(root, "tags"), namedIn),
    errors: errors.toSorted((a, b) => compareCodes(a.code, b.code, body.code)),
    operations: itemsOf(memberOf(root, "operations"), operationIn),
    ...maybe("fallback", memberOf(root, "fallback"), textOf),
    disclosure: memberOf(root, "disclosure").value === "generic" ? "generic" : "message",
    retired: itemsOf(memberOf(root, "retired"), (node) => ({
      code: textOf(memberOf(node, "code")),
      ...lifecycleIn(node),
    })),
    texts: valuesOf(memberOf(root, "texts"), tableTextsIn),
    textIsContract: memberOf(root, "textIsContract").value === true,
    isClosed: memberOf(root, "closed").value === true,
    extensions: extensionsIn(root),
  };
  return { model, faults: root.faults };
}

function bodyIn(node: JsonNode): BodyModel {
  return {
    mediaType: textOf(memberOf(node, "mediaType")),
    code: codeIn(memberOf(node, "code")),
    ...maybe("message", memberOf(node, "message"), (message) => ({
      at: pointerIn(memberOf(message, "at")),
      types: maybe("types", memberOf(message, "type"), messageTypesIn).types ?? ["string"],
      isOptional: truthOf(memberOf(message, "optional")),
      ...maybe("maxLength", memberOf(message, "maxLength"), integerOf),
      extensions: extensionsIn(message),
    })),
    members: itemsOf(memberOf(node, "properties"), bodyMemberIn),
    aliases: itemsOf(memberOf(node, "aliases"), (alias) => ({
      code: pointerIn(memberOf(alias, "code")),
      ...maybe("message", memberOf(alias, "message"), pointerIn),
      extensions: extensionsIn(alias),
    })),
    ...maybe("requestId", memberOf(node, "requestId"), pointerIn),
    ...maybe("retryAfter", memberOf(node, "retryAfter"), (retryAfter) => ({
      at: pointerIn(memberOf(retryAfter, "at")),
      unit: wordOf(memberOf(retryAfter, "unit"), ["s", "ms"]),
      extensions: extensionsIn(retryAfter),
    })),
    ...maybe("list", memberOf(node, "list"), listIn),
    extensions: extensionsIn(node),
  };
}

function messageTypesIn(node: JsonNode): readonly MessageType[] {
  return itemsOf(node, (type) => wordOf(type, ["string", "array", "object"]));
}

function codeTypeIn(node: JsonNode): CodeModel["type"] {
  return codeTypeOf(Array.isArray(node.value) ? itemsOf(node, codeTypeWord) : codeTypeWord(node));
}

function codeTypeWord(node: JsonNode): "string" | "integer" {
  return wordOf(node, ["string", "integer"]);
}

function codeIn(node: JsonNode): CodeModel {
  return {
    at: pointerIn(memberOf(node, "at")),
    type: codeTypeIn(memberOf(node, "type")),
    prefix: textOf(memberOf(node, "prefix")),
    isOptional: truthOf(memberOf(node, "optional")),
    success: itemsOf(memberOf(node, "success"), (code): WireCode => textOrNumberOf(code)),
    ...maybe("header", memberOf(node, "header"), textOf),
    extensions: extensionsIn(node),
  };
}

function listIn(node: JsonNode): ListModel {
  return {
    at: pointerIn(memberOf(node, "at")),
    members: itemsOf(memberOf(node, "properties"), aroundMemberIn),
    extensions: extensionsIn(node),
  };
}

/** No place around a list goes through a position. */
function aroundMemberIn(node: JsonNode): MemberModel {
  return { ...bodyMemberIn(node), at: pointerTokens(textOf(memberOf(node, "at"))) };
}

function bodyMemberIn(node: JsonNode): MemberModel {
  return {
    at: memberPlaceIn(memberOf(node, "at")),
    schema: schemaIn(memberOf(node, "schema")),
    required: truthOf(memberOf(node, "required")),
  };
}

function namedIn(node: JsonNode): GroupModel & TagModel {
  return {
    name: textOf(memberOf(node, "name")),
    title: textOf(memberOf(node, "title")),
    ...maybe("description", memberOf(node, "description"), textOf),
    extensions: extensionsIn(node),
  };
}

function operationIn(node: JsonNode): OperationModel {
  return { name: textOf(memberOf(node, "name")), answers: itemsOf(memberOf(node, "answers"), answerIn) };
}

function answerIn(node: JsonNode): AnswerModel {
  return {
    code: textOf(memberOf(node, "code")),
    ...maybe("case", memberOf(node, "case"), textOf),
    ...maybe("status", memberOf(node, "status"), integerOf),
    ...maybe("description", memberOf(node, "description"), textOf),
    extensions: extensionsIn(node),
  };
}

function tableTextsIn(node: JsonNode): TableTexts {
  const names = (all: JsonNode) =>
    valuesOf(all, (one) => ({
      ...maybe("title", memberOf(one, "title"), textOf),
      ...maybe("description", memberOf(one, "description"), textOf),
      ...extensionsIn(one),
    }));
  return {
    ...maybe("title", memberOf(node, "title"), textOf),
    ...maybe("description", memberOf(node, "description"), textOf),
    groups: names(memberOf(node, "groups")),
    tags: names(memberOf(node, "tags")),
  };
}
