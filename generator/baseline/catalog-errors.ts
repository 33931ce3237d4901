// The errors of a catalogue become errors of the model: templates are read anew, and all else is taken as it stands.
import { optional } from "../model/fields.ts";
import {
  type CaseModel,
  type CaseTexts,
  type ErrorModel,
  type ErrorTexts,
  type LinkModel,
  type ParamModel,
  RETRIES,
  TEXT_FIELDS,
} from "../model/model.ts";
import { DIALECTS, type Placeholders } from "../template/dialects.ts";
import { readTemplate, type TemplateContext } from "../template/read-template.ts";
import type { Template } from "../template/template.ts";
import { recordOf } from "../text/json/value.ts";
import { extensionsIn, lifecycleIn, memberPlaceIn, pointerIn } from "./catalog-nodes.ts";
import {
  anythingIn,
  bodyIn,
  integerOf,
  itemsOf,
  type JsonNode,
  maybe,
  memberOf,
  objectIn,
  schemaIn,
  textOf,
  textOrNumberOf,
  valuesOf,
  wordOf,
} from "./json-node.ts";

export function errorIn(node: JsonNode, order: number): ErrorModel {
  return {
    code: textOf(memberOf(node, "code")),
    wireCode: textOrNumberOf(memberOf(node, "wireCode")),
    identifier: textOf(memberOf(node, "identifier")),
    errorName: textOf(memberOf(node, "name")),
    order,
    statuses: itemsOf(memberOf(node, "statuses"), integerOf),
    cases: casesIn(memberOf(node, "cases")),
    ...plainTextsIn(node),
    links: itemsOf(memberOf(node, "links"), linkIn),
    ...maybe("group", memberOf(node, "group"), textOf),
    tags: itemsOf(memberOf(node, "tags"), textOf),
    ...maybe("retry", memberOf(node, "retry"), (retry) => wordOf(retry, RETRIES)),
    audience: wordOf(memberOf(node, "audience"), ["public", "internal"]),
    ...maybe("expose", memberOf(node, "expose"), (expose) => wordOf(expose, ["message", "generic"])),
    ...maybe("since", memberOf(node, "since"), textOf),
    ...maybe("deprecated", memberOf(node, "deprecated"), lifecycleIn),
    ...maybe("documentation", memberOf(node, "documentation"), textOf),
    texts: valuesOf(memberOf(node, "texts"), errorTextsIn),
    extensions: extensionsIn(node),
  };
}

function casesIn(node: JsonNode): readonly CaseModel[] {
  const cases = itemsOf(node, caseIn);
  // A list without a case is a fault like a list that is missing.
  if (cases.length === 0) itemsOf({ ...node, value: undefined }, caseIn);
  return cases;
}

function caseIn(node: JsonNode): CaseModel {
  const params = itemsOf(memberOf(node, "params"), paramIn);
  const context = { params: recordOf(params.map(({ name, type }) => [name, { type }])) };
  const { template } = maybe("template", memberOf(node, "message"), (message) => templateIn(message, context));
  const original = { ...context, original: template };
  return {
    ...maybe("name", memberOf(node, "name"), textOf),
    statuses: itemsOf(memberOf(node, "statuses"), integerOf),
    ...optional("template", template),
    params,
    ...plainTextsIn(node),
    links: itemsOf(memberOf(node, "links"), linkIn),
    ...maybe("retry", memberOf(node, "retry"), (retry) => wordOf(retry, RETRIES)),
    headers: itemsOf(memberOf(node, "headers"), (header) => ({
      name: textOf(memberOf(header, "name")),
      ...maybe("description", memberOf(header, "description"), textOf),
      schema: schemaIn(memberOf(header, "schema")),
      extensions: extensionsIn(header),
    })),
    constants: itemsOf(memberOf(node, "constants"), (constant) => ({
      at: memberPlaceIn(memberOf(constant, "at")),
      value: anythingIn(memberOf(constant, "value")),
    })),
    ...maybe("details", memberOf(node, "details"), (details) => ({
      at: pointerIn(memberOf(details, "at")),
      schema: objectIn(memberOf(details, "schema")),
    })),
    texts: valuesOf(memberOf(node, "texts"), (texts) => caseTextsIn(texts, original)),
    extensions: extensionsIn(node),
    examples: itemsOf(memberOf(node, "examples"), (example) => ({
      name: textOf(memberOf(example, "name")),
      ...maybe("summary", memberOf(example, "summary"), textOf),
      params: valuesOf(memberOf(example, "params"), textOrNumberOf),
      body: bodyIn(memberOf(example, "body")),
      extensions: extensionsIn(example),
    })),
  };
}

const PLACEHOLDERS = ["printf", ...(Object.keys(DIALECTS) as (keyof typeof DIALECTS)[])] as const satisfies readonly [
  Placeholders,
  ...Placeholders[],
];

/** The tokens and the verdict are those of today's reader, so that two models differ only where their tables do. */
function templateIn(node: JsonNode, context: TemplateContext): Template {
  const dialect = memberOf(node, "placeholders");
  const placeholders = dialect.value === undefined ? "printf" : wordOf(dialect, PLACEHOLDERS);
  return readTemplate(textOf(memberOf(node, "template")), { ...context, placeholders }).template;
}

function paramIn(node: JsonNode): ParamModel {
  return {
    name: textOf(memberOf(node, "name")),
    type: wordOf(memberOf(node, "type"), ["string", "integer", "int64", "number"]),
    ...maybe("description", memberOf(node, "description"), textOf),
    ...maybe("example", memberOf(node, "example"), textOrNumberOf),
    ...maybe("enum", memberOf(node, "enum"), (values) => itemsOf(values, textOf)),
    ...maybe("pattern", memberOf(node, "pattern"), textOf),
    ...maybe("format", memberOf(node, "format"), textOf),
    ...maybe("sensitive", memberOf(node, "sensitive"), () => true),
    ...maybe("at", memberOf(node, "at"), pointerIn),
    extensions: extensionsIn(node),
  };
}

function linkIn(node: JsonNode): LinkModel {
  return {
    title: textOf(memberOf(node, "title")),
    url: textOf(memberOf(node, "url")),
    extensions: extensionsIn(node),
  };
}

function errorTextsIn(node: JsonNode): ErrorTexts {
  return { ...plainTextsIn(node), ...maybe("links", memberOf(node, "links"), (links) => itemsOf(links, linkIn)) };
}

function caseTextsIn(node: JsonNode, original: TemplateContext): CaseTexts {
  return {
    ...maybe("template", memberOf(node, "message"), (message) => templateIn(message, original)),
    ...errorTextsIn(node),
  };
}

function plainTextsIn(node: JsonNode): ErrorTexts {
  return Object.assign({}, ...TEXT_FIELDS.map((field) => maybe(field, memberOf(node, field), textOf))) as ErrorTexts;
}
