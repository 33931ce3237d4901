// Every kind of finding, in the order in which `errtable explain` lists them.
import { BASELINE_KINDS } from "../baseline/baseline-kinds.ts";
import { CONFIG_KINDS } from "../config/config-kinds.ts";
import { type DiagnosticKind, type FindingIds, listKinds } from "../diagnostic/kinds.ts";
import { ACCEPTED_KINDS } from "../evolution/accepted/accepted-kinds.ts";
import { changeKinds } from "../evolution/change-kinds.ts";
import { INTAKE_KINDS } from "../intake/intake-kinds.ts";
import { MIGRATE_KINDS } from "../migrate/migrate-kinds.ts";
import { OUTCOME_KINDS } from "../output/run/outcome-kinds.ts";
import { DESCRIPTION_KINDS } from "../owned/description/description-kinds.ts";
import { PAGE_KINDS } from "../owned/pages/page-kinds.ts";
import { FILE_KINDS } from "../reader/file-text.ts";
import { GRAMMAR_KINDS } from "../reader/grammar-kinds.ts";
import { VERSION_KINDS } from "../reader/language-version.ts";
import { SCHEMA_LINE_KINDS } from "../reader/schema-line.ts";
import { TABLE_KINDS } from "../reader/table/table-kinds.ts";
import { YAML_KINDS } from "../reader/yaml/yaml-kinds.ts";
import { REFACTOR_KINDS } from "../refactor/refactor-kinds.ts";
import { ignoreKinds } from "../rules/engine/ignore.ts";
import { rules } from "../rules/index.ts";
import { checkKinds } from "../rules/run.ts";

/** The kinds of each part of the generator; a part that is missing here does not compile. */
const KINDS: { readonly [Part in keyof FindingIds]: readonly DiagnosticKind<FindingIds[Part]>[] } = {
  rules,
  ignores: ignoreKinds,
  files: listKinds(FILE_KINDS),
  schemaLines: listKinds(SCHEMA_LINE_KINDS),
  yaml: listKinds(YAML_KINDS),
  version: listKinds(VERSION_KINDS),
  grammar: listKinds(GRAMMAR_KINDS),
  table: listKinds(TABLE_KINDS),
  config: listKinds(CONFIG_KINDS),
  pages: listKinds(PAGE_KINDS),
  description: listKinds(DESCRIPTION_KINDS),
  descriptionNotes: [],
  intake: listKinds(INTAKE_KINDS),
  outcome: listKinds(OUTCOME_KINDS),
  refactor: listKinds(REFACTOR_KINDS),
  migrate: listKinds(MIGRATE_KINDS),
  baseline: listKinds(BASELINE_KINDS),
  accepted: listKinds(ACCEPTED_KINDS),
  evolution: changeKinds,
};

export const allKinds: readonly DiagnosticKind[] = Object.values(KINDS).flat();

/** Kinds about files that cannot be read or changed for certain. */
export const fileKinds: readonly DiagnosticKind[] = allKinds.slice(checkKinds.length, -changeKinds.length);

export function kindOf(id: string): DiagnosticKind | undefined {
  return allKinds.find((kind) => kind.id === id);
}
