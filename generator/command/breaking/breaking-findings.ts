// The changes of tables become findings: new breaks fail, and accepted, older and unreleased ones are notes.
import type { Diagnostic, Related } from "../../diagnostic/diagnostic.ts";
import type { Baseline } from "../../evolution/baseline.ts";
import { type Change, concerns, type Programs } from "../../evolution/change.ts";
import { SEVERITY_OF_LEVEL } from "../../evolution/change-kinds.ts";
import { isBreak, type JudgedChange } from "../../evolution/judged-changes.ts";
import type { ChangeRuleId } from "../../evolution/rules/index.ts";
import { placesIn } from "../../evolution/table-places.ts";
import { compareVersions } from "../../model/version.ts";
import type { ComparedTable } from "./breaking-tables.ts";

/** The programs that count, and the lowest level that fails. */
export interface Gate {
  readonly whom: Programs;
  readonly failOn: "major" | "dangerous";
}

/** The changes that let the command fail. */
export function failsBy({ judged }: ComparedTable, { whom, failOn }: Gate): readonly Change[] {
  return judged
    .filter(({ change, standing }) => standing === "new" && concerns(change, whom))
    .map(({ change }) => change)
    .filter(({ level }) => level === "major" || (level === "dangerous" && failOn === "dangerous"));
}

/** `proofOf` has the errors of a compiler, by the fingerprint of a change. */
export function changeFindings(
  compared: ComparedTable,
  whom: Programs,
  proofOf: (fingerprint: string) => readonly Related[] = () => [],
): readonly Diagnostic[] {
  const found = compared.judged
    .filter(({ change }) => concerns(change, whom))
    .map((judged) => {
      const finding = findingOf(judged, compared);
      const related = [...(finding.related ?? []), ...proofOf(judged.fingerprint)];
      return related.length === 0 ? finding : { ...finding, related };
    });
  return [...found, ...versionFindings(compared), ...compared.diagnostics];
}

function findingOf({ change, standing, acceptance }: JudgedChange, compared: ComparedTable): Diagnostic {
  const { rule, level, message, help } = change;
  const code = rule as ChangeRuleId;
  const places = placesOf(change, compared, standing === "unreleased" ? compared.since : compared.against);
  if (standing === "new" || !isBreak(change)) {
    return { code, severity: SEVERITY_OF_LEVEL[level], message, help, ...places };
  }
  const note = { code, severity: "note", message, ...places } as const;
  switch (standing) {
    case "accepted": {
      const here = acceptance === undefined ? [] : [{ message: "It is accepted here.", place: acceptance.place }];
      return { ...note, help: `Accepted: ${acceptance?.reason ?? ""}`, related: [...(places.related ?? []), ...here] };
    }
    case "older":
      return { ...note, help: `It is not of now: "${compared.since?.label}" has it already.` };
    case "unreleased":
      return { ...note, help: `Only "${compared.since?.label}" has what it breaks; no release has it.` };
    default:
      return standing satisfies never;
  }
}

/** A part that is gone has its place in the baseline beside the nearest one in the table, which is the file that people change. */
function placesOf({ where }: Change, { table }: ComparedTable, old: Baseline | undefined) {
  const place = placesIn(table)(where.path);
  const before = where.in === "new" ? undefined : (old?.placeOf?.(where.path) ?? old?.document);
  return { place, ...(before && { related: [{ message: `It stands here in "${old?.label}".`, place: before }] }) };
}

/** Only a break has to be told by a version; other changes get advice, and a lowered version a warning. */
function versionFindings(compared: ComparedTable): readonly Diagnostic[] {
  const { advice, model, table, against } = compared;
  const severity = versionFault(compared);
  const place = placesIn(table)(["version"]);
  const before = against?.model.version;
  if (severity === undefined && before !== undefined && isLowered(model.version, before)) {
    const message = `The table ${model.version === undefined ? "has no version" : `has the version ${model.version}`}, and "${against?.label}" has ${before}, which comes after it.`;
    const help = `Write version: ${advice?.next ?? before}, or rebase on the commits that raised it.`;
    return [{ code: "version-not-bumped", severity: "warning", message, help, place }];
  }
  if (advice === undefined || severity === undefined) return [];
  const has = model.version === undefined ? "has no version" : `has the version ${model.version}`;
  const message = `The table ${has}, and its breaks since "${against?.label}" (${advice.from}) ask for ${advice.next}.`;
  const help = `Write version: ${advice.next}.`;
  return [{ code: "version-not-bumped", severity, message, help, place }];
}

/** A note where the later version has all of the breaks and no higher version either: others have missed it before. */
export function versionFault({ advice, judged, model, since }: ComparedTable): "error" | "note" | undefined {
  if (advice === undefined || advice.isBumped || advice.step !== "major") return undefined;
  const before = since?.model.version;
  const breaks = judged.filter(({ change, standing }) => standing !== "unreleased" && advice.because.includes(change));
  return since !== undefined &&
    !(before !== undefined && isLowered(model.version, before)) &&
    breaks.every(({ isOlder }) => isOlder)
    ? "note"
    : "error";
}

function isLowered(version: string | undefined, before: string): boolean {
  return version === undefined || compareVersions(version, before) < 0;
}

const MOST_REASONS = 3;

/** The next version of a table, and why. */
export function adviceLines({ advice, model, against }: ComparedTable): readonly string[] {
  if (advice === undefined) return [];
  const { step, because, from, next, isBumped } = advice;
  const reasons = because
    .slice(0, MOST_REASONS)
    .map(({ rule, code }) => (code === undefined ? rule : `${rule} ${code}`));
  const rest = because.length - reasons.length;
  const why = `${reasons.join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`;
  if (from === undefined) {
    return [
      `${model.name}: its changes since "${against?.label}" are ${step} (${why}), and "${against?.label}" has no version.\n`,
    ];
  }
  return isBumped
    ? [`${model.name}: the version ${model.version} tells of its ${step} changes since ${from} (${why}).\n`]
    : [`${model.name}: the next version is ${next} after ${from}, because of ${step} changes (${why}).\n`];
}
