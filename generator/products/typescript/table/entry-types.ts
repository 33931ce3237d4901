// The types of the entries of table.ts: facts of an error, of its cases, and their texts.

import { TEXT_FIELDS } from "../../../model/model.ts";
import { hasCases } from "../messages/template-text.ts";
import { declareInterface } from "../printer/declarations.ts";
import type { Item } from "../printer/module.ts";
import {
  type MemberShape,
  member,
  NUMBER,
  named,
  optionalMember,
  readonlyRecord,
  STRING,
  type TypeShape,
  UNKNOWN,
} from "../printer/typescript-type.ts";
import type { Plan } from "../product-plan.ts";
import { hasTags } from "../types/error-classes.ts";
import { extensionMember } from "./extension-types.ts";

export function entryTypes(plan: Plan): readonly Item[] {
  return [entryType(plan), ...(hasCases(plan) ? [caseType(plan)] : []), textsType(plan)];
}

function entryType(plan: Plan): Item {
  const { names, errors } = plan;
  const lifecycle = ["since", "replacedBy", "reason"].map((name) => optionalMember(name, STRING));
  const tags: TypeShape = { kind: "array", item: named(names.tag) };
  const cases = readonlyRecord(STRING, named(names.caseEntry));
  return declareInterface({
    name: names.entry,
    doc: "The facts and the texts of an error.",
    members: [
      ...factMembers(plan),
      optionalMember("group", STRING, "The name of its group."),
      ...(hasTags(plan) ? [optionalMember("tags", tags, "The names of its classes.")] : []),
      optionalMember("since", STRING, "The version that introduced the error."),
      optionalMember("deprecated", { kind: "object", members: lifecycle }, "Its deprecation."),
      optionalMember("documentation", STRING, "The address of its documentation."),
      ...extensionMembers(plan, errors),
      member("texts", readonlyRecord(STRING, named(names.texts)), "The texts for people by locale."),
      ...(hasCases(plan) ? [optionalMember("cases", cases, "Its cases by name; absent if it has none.")] : []),
    ],
  });
}

function caseType(plan: Plan): Item {
  const { names, errors } = plan;
  return declareInterface({
    name: names.caseEntry,
    doc: "The facts and the texts of a case of an error.",
    members: [
      ...factMembers(plan),
      ...extensionMembers(
        plan,
        errors.flatMap(({ cases }) => cases),
      ),
      member("texts", readonlyRecord(STRING, named(names.texts)), "The texts for people by locale."),
    ],
  });
}

function factMembers({ names, errors }: Plan): readonly MemberShape[] {
  const statuses: TypeShape = { kind: "array", item: NUMBER };
  const hasConstants = errors.some(({ cases }) => cases.some(({ constants }) => constants.length > 0));
  const constants = readonlyRecord(STRING, UNKNOWN);
  return [
    member("statuses", statuses, "The HTTP statuses; none if the API does not state one."),
    optionalMember("retry", named(names.retry), "The retry class; absent if the API does not state one."),
    ...(hasConstants
      ? [optionalMember("constants", constants, "The values of members that are always the same.")]
      : []),
  ];
}

function extensionMembers(
  { options }: Plan,
  rows: readonly { readonly extensions: Plan["model"]["extensions"] }[],
): readonly MemberShape[] {
  const members = (options.extensions ?? []).map((name) =>
    extensionMember(
      name,
      rows.map(({ extensions }) => (Object.hasOwn(extensions, name) ? extensions[name] : undefined)),
    ),
  );
  return members.filter((one) => one !== undefined);
}

function textsType(plan: Plan): Item {
  const { names } = plan;
  const link: TypeShape = { kind: "object", members: [member("title", STRING), member("url", STRING)] };
  return declareInterface({
    name: names.texts,
    doc: "The texts of an error in one language. Descriptions and solutions are Markdown.",
    members: [
      optionalMember("message", STRING, `${messageDoc(plan)}; absent if the API promises no text.`),
      ...TEXT_FIELDS.map((field) =>
        optionalMember(field, STRING, `The ${field === "description" ? "meaning of the error" : field}.`),
      ),
      optionalMember("links", { kind: "array", item: link }),
    ],
  });
}

/** Imported errors may have placeholders of another dialect. */
function messageDoc({ errors }: Plan): string {
  const templates = errors.flatMap(({ cases }) => cases.map(({ template }) => template));
  const dialects = new Set(templates.map((template) => template?.placeholders ?? "printf"));
  const forms = Array.from(dialects, (one) =>
    one === "printf" ? "directives of printf" : `placeholders such as ${one}`,
  );
  return `The message with ${forms.length === 0 ? "directives of printf" : forms.join(" or ")}`;
}
