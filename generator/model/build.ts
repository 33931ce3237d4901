// A resolved table without errors becomes the model: names chosen, defaults filled, texts gathered, everything sorted.
import { compareText } from "../diagnostic/diagnostic.ts";
import type { Table } from "../reader/spec.gen.ts";
import { type Answer, answeredError } from "../reader/table/answered-errors.ts";
import type { ResolvedError, ResolvedTable } from "../reader/table/resolve.ts";
import { recordOf } from "../text/json/value.ts";
import { bodyLayout } from "./body-layout.ts";
import type { BodyModel, MemberModel } from "./body-model.ts";
import { buildError } from "./build-error.ts";
import { chosenNames } from "./chosen-names.ts";
import { buildLifecycle, extensionsOf, optional, pick, schemaOf } from "./fields.ts";
import type {
  AnswerModel,
  ErrorModel,
  GroupModel,
  Model,
  OperationModel,
  RetiredModel,
  SourceModel,
  TableTexts,
  TagModel,
} from "./model.ts";
import { compareCodes } from "./wire-code.ts";

/**
 * The table must have passed validation and every required rule. `known` are errors of a model with the same fields at the top, for
 * entries that are made of the same; the model is the same without them.
 */
export function buildModel(
  table: ResolvedTable,
  known: (entry: ResolvedError) => ErrorModel | undefined = () => undefined,
): Model {
  const { table: root, document } = table.root;
  const body = buildBody(root.body);
  const names = chosenNames(table);
  const errors = [...table.errors.values()].map((error, order) => {
    const identifier = names.get(error.code)?.identifier;
    const before = known(error);
    if (before === undefined || before.identifier !== identifier)
      return buildError(error, identifier, order, root.documentation, body);
    return before.order === order ? before : { ...before, order };
  });
  return deepFreeze({
    name: root.name,
    title: root.title ?? root.name,
    ...pick(root, "description", "version"),
    locale: ownLocale(root),
    locales: localesOf(table),
    ...optional("source", root.source && buildSource(root.source)),
    file: document.source.path.slice(document.source.path.lastIndexOf("/") + 1),
    body,
    groups: buildGroups(table),
    tags: buildTags(table),
    errors: errors.toSorted((a, b) => compareCodes(a.code, b.code, body.code)),
    operations: buildOperations(table),
    ...optional("fallback", root.fallback === undefined ? undefined : answeredError(root.fallback, table.errors).code),
    disclosure: root.disclosure ?? "message",
    retired: buildRetired(table),
    texts: buildTexts(table),
    textIsContract: root.textIsContract ?? false,
    isClosed: root.closed ?? false,
    extensions: extensionsOf(root),
  });
}

function buildSource(source: NonNullable<Table["source"]>): SourceModel {
  return { ...pick(source, "url", "retrieved"), extensions: extensionsOf(source) };
}

/** Also freezes parts that are shared with the parsed file; nothing changes those either. */
function deepFreeze<Value>(value: Value): Value {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const name in value) deepFreeze(value[name]);
  }
  return value;
}

/** The table's own locale first, the others by code unit. */
export function localesOf({ root, tables }: ResolvedTable): readonly string[] {
  const own = ownLocale(root.table);
  const others = new Set(tables.flatMap(({ translations }) => translations.map((one) => one.translation.locale)));
  others.delete(own);
  return [own, ...[...others].toSorted(compareText)];
}

function ownLocale(table: Table): string {
  return table.locale ?? "en";
}

function buildBody(body: Table["body"]): BodyModel {
  const { members, list, ...layout } = bodyLayout(body);
  return {
    ...layout,
    members: members.map(buildMember),
    ...(list === undefined ? {} : { list: { ...list, members: list.members.map(buildMember) } }),
  };
}

function buildMember(member: MemberModel): MemberModel {
  return { ...member, schema: schemaOf(member.schema) };
}

/** The table's own groups first; an imported group is added where the table has none of its name. */
function buildGroups({ tables }: ResolvedTable): readonly GroupModel[] {
  const groups = new Map<string, GroupModel>();
  for (const { table } of tables.toReversed()) {
    for (const [name, group] of Object.entries(table.groups ?? {}))
      if (!groups.has(name)) groups.set(name, named(name, group));
  }
  return [...groups.values()];
}

/** As groups; a tag that errors have without a description of it comes last. */
function buildTags({ tables, errors }: ResolvedTable): readonly TagModel[] {
  const tags = new Map<string, TagModel>();
  for (const { table } of tables.toReversed()) {
    for (const [name, tag] of Object.entries(table.tags ?? {})) if (!tags.has(name)) tags.set(name, named(name, tag));
  }
  const used = new Set([...errors.values()].flatMap(({ spec }) => spec.tags ?? []));
  for (const name of [...used].toSorted(compareText)) if (!tags.has(name)) tags.set(name, named(name, {}));
  return [...tags.values()];
}

function named(name: string, texts: { readonly title?: string; readonly description?: string }): GroupModel {
  return { name, title: texts.title ?? name, ...pick(texts, "description"), extensions: extensionsOf(texts) };
}

function buildOperations({ root, errors }: ResolvedTable): readonly OperationModel[] {
  const operations = Object.entries(root.table.operations ?? {}).toSorted(([a], [b]) =>
    a === "*" || b === "*" ? Number(b === "*") - Number(a === "*") : compareText(a, b),
  );
  return operations.map(([name, answers]) => {
    const built = new Map(
      answers.map((answer) => buildAnswer(answer, errors)).map((answer) => [answerKey(answer), answer]),
    );
    return { name, answers: [...built.values()].toSorted((a, b) => compareText(answerKey(a), answerKey(b))) };
  });
}

function buildAnswer(answer: Answer, errors: ResolvedTable["errors"]): AnswerModel {
  const long = typeof answer === "object" ? answer : {};
  return {
    ...answeredError(answer, errors),
    ...pick(long as Exclude<Answer, string | number>, "status", "description"),
    extensions: extensionsOf(long),
  };
}

function answerKey({ code, case: name = "", status }: AnswerModel): string {
  return [code, name, status === undefined ? "" : String(status)].join("\u0000");
}

function buildRetired({ tables }: ResolvedTable): readonly RetiredModel[] {
  const retired = new Map(tables.flatMap(({ table }) => Object.entries(table.retired ?? {})));
  return [...retired]
    .toSorted(([a], [b]) => compareText(a, b))
    .map(([code, lifecycle]) => ({ code, ...buildLifecycle(lifecycle) }));
}

function buildTexts({ root, tables }: ResolvedTable): Readonly<Record<string, TableTexts>> {
  const texts = recordOf<TableTexts>([]);
  for (const table of tables) {
    for (const { translation } of table.translations) {
      const groups = Object.entries(texts[translation.locale]?.groups ?? {});
      const tags = Object.entries(texts[translation.locale]?.tags ?? {});
      texts[translation.locale] = {
        ...(table === root ? pick(translation, "title", "description") : {}),
        groups: recordOf([...groups, ...Object.entries(translation.groups ?? {})]),
        tags: recordOf([...tags, ...Object.entries(translation.tags ?? {})]),
      };
    }
  }
  return texts;
}
