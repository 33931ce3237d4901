// Two versions of an error become the facts that readers of docs see and that differ, each with its label, its old and its new value.
import { caseName } from "../../../diagnostic/case-name.ts";
import type { CasePair, ErrorPair } from "../../../evolution/pairs/comparison.ts";
import { memberKey } from "../../../model/body-layout.ts";
import type { BodyModel } from "../../../model/body-model.ts";
import type { CaseModel } from "../../../model/model.ts";
import { code, type Words } from "../../../text/document/blocks.ts";
import { pointerText } from "../../../text/json/pointer.ts";
import { entriesOf, type JsonSchema } from "../../../text/json/value.ts";
import { type LocalizedTable, messageOf } from "../fragments/localized-table.ts";
import { joinedWords } from "../fragments/shared-parts.ts";
import type { Label } from "../languages/language.ts";

export interface ChangedFact {
  readonly label: Label;
  /** The case that it is about, as docs name it. */
  readonly of?: string;
  readonly old: Words;
  readonly new: Words;
}

/** Each version in the words of its own table. */
export interface Versions {
  readonly old: LocalizedTable;
  readonly new: LocalizedTable;
}

type Read<Subject> = (subject: Subject, table: LocalizedTable) => readonly Words[];

const OF_CASE: readonly (readonly [label: Label, read: Read<CaseModel>])[] = [
  ["status", ({ statuses }) => statuses.map((status) => [code(String(status))])],
  ["message", (one, table) => codes(messageOf(table, one))],
  [
    "params",
    ({ params }) =>
      params.map(({ name, type, at }) => [code(name), ` (${type}${at === undefined ? "" : `, ${pointerText(at)}`})`]),
  ],
  ["retry", ({ retry }, { label }) => (retry === undefined ? [] : [[label(RETRY[retry])]])],
  ["headers", ({ headers }) => headers.map(({ name, schema }) => [code(name), ...typeOf(schema)])],
  [
    "details",
    ({ details, constants }) => [
      ...constants.map(({ at, value }): Words => [code(`${memberKey(at)}: ${JSON.stringify(value)}`)]),
      ...entriesOf<JsonSchema & object>(details?.schema["properties"]).map(
        ([name, schema]): Words => [code(name), ...typeOf(schema)],
      ),
    ],
  ],
];

const RETRY = { never: "retryNever", backoff: "retryBackoff", throttled: "retryThrottled" } as const;

export function changedFacts({ old, new: after, cases }: ErrorPair, versions: Versions): readonly ChangedFact[] {
  const tags = compared(
    "tags",
    old.tags.map((tag) => [code(tag)]),
    after.tags.map((tag) => [code(tag)]),
    versions,
  );
  const wire = compared("wireCode", codes(String(old.wireCode)), codes(String(after.wireCode)), versions);
  const ofCases = cases.map((pair) => ({ name: pair.new.name, facts: caseFacts(pair, versions) }));
  const operations = compared(
    "operations",
    operationsOf(old.code, versions.old),
    operationsOf(after.code, versions.new),
    versions,
  );
  return [
    // A code that was renamed says so itself.
    ...(old.code === after.code ? wire : []),
    ...shared(ofCases.map(({ facts }) => facts)),
    ...ofCases.flatMap(({ name, facts }) => {
      const own = facts.filter(
        (fact) =>
          !isShared(
            fact,
            ofCases.map((one) => one.facts),
          ),
      );
      return own.map((fact) => (name === undefined ? fact : { ...fact, of: caseName(after.code, name) }));
    }),
    ...tags,
    ...operations,
  ];
}

/** A fact that changed alike in every case is told once. */
function shared(facts: readonly (readonly ChangedFact[])[]): readonly ChangedFact[] {
  return facts.length < 2 ? [] : (facts[0] ?? []).filter((fact) => isShared(fact, facts));
}

function isShared(fact: ChangedFact, all: readonly (readonly ChangedFact[])[]): boolean {
  const key = JSON.stringify(fact);
  return all.length > 1 && all.every((facts) => facts.some((one) => JSON.stringify(one) === key));
}

function caseFacts(pair: CasePair, versions: Versions): readonly ChangedFact[] {
  return OF_CASE.flatMap(([label, read]) =>
    compared(label, read(pair.old, versions.old), read(pair.new, versions.new), versions),
  );
}

/** The layout of all bodies. */
export function bodyFacts(versions: Versions): readonly ChangedFact[] {
  const of = (read: (body: BodyModel) => readonly Words[]) =>
    [read(versions.old.model.body), read(versions.new.model.body)] as const;
  const members = ({ members: all, list }: BodyModel) =>
    [...all, ...(list?.members ?? [])].map(
      ({ at, schema, required }): Words => [
        code(memberKey(at)),
        ...typeOf(schema),
        ...(required ? [", ", versions.new.label("required")] : []),
      ],
    );
  return [
    ...compared("code", ...of((body) => codes(pointerText(body.code.at))), versions),
    ...compared(
      "message",
      ...of((body) => (body.message === undefined ? [] : codes(pointerText(body.message.at)))),
      versions,
    ),
    ...compared("details", ...of(members), versions),
    ...compared("headers", ...of((body) => codes(`Content-Type: ${body.mediaType}`)), versions),
  ];
}

function compared(
  label: Label,
  old: readonly Words[],
  after: readonly Words[],
  { new: table }: Versions,
): readonly ChangedFact[] {
  if (JSON.stringify(old) === JSON.stringify(after)) return [];
  return [{ label, old: listed(old, table), new: listed(after, table) }];
}

/** A dash where there is nothing. */
function listed(items: readonly Words[], { labels }: LocalizedTable): Words {
  return items.length === 0 ? ["–"] : joinedWords(items, labels.comma);
}

function codes(text: string | undefined): readonly Words[] {
  return text === undefined ? [] : [[code(text)]];
}

function typeOf(schema: JsonSchema): Words {
  const type = typeof schema === "object" ? schema["type"] : undefined;
  return type === undefined ? [] : [` (${[type].flat().join(", ")})`];
}

function operationsOf(key: string, { answers, label }: LocalizedTable): readonly Words[] {
  const names = new Set((answers.get(key) ?? []).map(({ operation }) => operation));
  return Array.from(names, (name) => [name === "*" ? label("everyOperation") : code(name)]);
}
