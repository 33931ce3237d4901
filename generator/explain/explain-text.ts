// A rule, or an error of a table, becomes a text that explains it; without a name, the list of rules.
import type { Colors } from "picocolors/types.js";
import { caseName } from "../diagnostic/case-name.ts";
import type { DiagnosticKind } from "../diagnostic/kinds.ts";
import { createHinter } from "../diagnostic/suggest.ts";
import { showControls } from "../diagnostic/unseen.ts";
import { changeKinds, SEVERITY_OF_LEVEL } from "../evolution/change-kinds.ts";
import type { ChangeRule } from "../evolution/rules/engine/change-rule.ts";
import { changeRules } from "../evolution/rules/index.ts";
import type { ErrorModel, Model } from "../model/model.ts";
import { errorNameOf } from "../model/naming.ts";
import { ignoreKinds } from "../rules/engine/ignore.ts";
import type { RuleExample } from "../rules/engine/rule.ts";
import { rules } from "../rules/index.ts";
import { checkKinds } from "../rules/run.ts";
import { allKinds, fileKinds } from "./all-kinds.ts";
import { explainError, explainRetired } from "./explain-error.ts";

interface ExplainRequest {
  /** The id of a rule, a code, or an identifier of a code; undefined lists the rules. */
  readonly name: string | undefined;
  /** Tables whose codes can be asked for; none where there is no project. */
  readonly models: readonly Model[];
  readonly colors: Colors;
}

/** Where the name is unknown, the text is an error message. */
export function explanationOf({ name, models, colors }: ExplainRequest) {
  if (name === undefined) return { text: listKinds(colors), isKnown: true };
  const { kinds, errors, retired } = named(name, models);
  const texts = [
    ...kinds.map((kind) => explainKind(kind, colors)),
    ...models.flatMap((model) => [
      ...errors.filter((one) => one.model === model).map(({ error }) => explainError(error, model, colors)),
      ...retired.filter((one) => one.model === model).map((one) => explainRetired(one.retired, model, colors)),
    ]),
  ];
  return texts.length > 0 ? { text: texts.join("\n"), isKnown: true } : { text: unknown(name, models), isKnown: false };
}

/** Everything that has a name: rules by their ids, errors by codes, cases and names in generated code. */
export function named(name: string, models: readonly Model[]) {
  const isCode = ({ code }: { readonly code: string }): boolean => code === name;
  const isCase = ({ code, cases }: ErrorModel): boolean => cases.some((one) => caseName(code, one.name) === name);
  // Programs and stack traces show the names of types.
  const isName = ({ errorName }: ErrorModel): boolean => errorName === errorNameOf(name);
  const errorsOf = ({ errors, retired }: Model): readonly ErrorModel[] =>
    errors.some(isCode) || retired.some(isCode)
      ? errors.filter(isCode)
      : errors.filter((error) => isName(error) || isCase(error));
  return {
    kinds: allKinds.filter(({ id }) => id === name),
    errors: models.flatMap((model) => errorsOf(model).map((error) => ({ model, error }))),
    retired: models.flatMap((model) => model.retired.filter(isCode).map((retired) => ({ model, retired }))),
  };
}

function listKinds(colors: Colors): string {
  const width = Math.max(...allKinds.map(({ id }) => id.length));
  const row = ({ id, summary }: DiagnosticKind): string => `  ${id.padEnd(width)}  ${summary}`;
  const sections: readonly (readonly [string, readonly DiagnosticKind[]])[] = [
    ["Errors that are never lowered, because outputs would be wrong", checkKinds.filter(({ required }) => required)],
    ["Errors", checkKinds.filter(({ required, severity }) => !required && severity === "error")],
    ["Warnings", checkKinds.filter(({ severity }) => severity === "warning")],
    ["Differences to an older version of a table (errtable breaking)", changeKinds],
    ["Files that cannot be read or changed for certain", fileKinds],
  ];
  const blocks = sections.map(([title, kinds]) => [colors.bold(title), ...kinds.map(row), ""].join("\n"));
  return `${blocks.join("\n")}\nerrtable explain <rule> says more about one of them, errtable explain <code> about an error of your table.\n`;
}

function explainKind(kind: DiagnosticKind, colors: Colors): string {
  const rule = rules.find(({ id }) => id === kind.id);
  const change = changeRules.find(({ id }) => id === kind.id);
  if (change !== undefined) return explainChange(change, colors);
  const lines = [
    `${colors.bold(kind.id)} (${kind.severity}${kind.required === true ? ", always" : ""})`,
    kind.summary,
    "",
    ...wrap(kind.explanation),
    ...(rule === undefined ? [] : explainExample(rule.example, colors)),
    ...(kind.required === true ? [] : ["", ...explainSettings(kind)]),
  ];
  return `${lines.join("\n")}\n`;
}

function explainChange({ id, level, side, scope, models, summary, explanation, example }: ChangeRule, colors: Colors) {
  const hit = side === "both" ? "consumers and producers" : `${side}s`;
  const by = { both: "bodies and generated code", wire: "bodies", source: "generated code alone" }[scope];
  const lines = [
    `${colors.bold(id)} (${level}: ${SEVERITY_OF_LEVEL[level]} of errtable breaking)`,
    summary,
    "",
    ...wrap(explanation),
    "",
    `It concerns ${hit}, by ${by}.`,
    `It follows: ${models.join("; ")}.`,
    ...["", "Before:", ...indent(example.old)],
    ...["", colors.red("Found after:"), ...indent(example.new)],
    ...["", colors.green("Not found after:"), ...indent(example.fine)],
    ...["", 'Accept it, if it is meant: errtable breaking --accept "the reason"'],
    `Set its severity in errtable.config.yaml: rules: { ${id}: off }`,
  ];
  return `${lines.join("\n")}\n`;
}

function explainExample({ wrong, right, beside }: RuleExample, colors: Colors): readonly string[] {
  const files = Object.entries(beside ?? {}).flatMap(([name, text]) => ["", `${name}:`, ...indent(text)]);
  return [...files, "", colors.red("Wrong:"), ...indent(wrong), "", colors.green("Right:"), ...indent(right)];
}

function explainSettings({ id }: DiagnosticKind): readonly string[] {
  const accept = `Accept one finding in place: # errtable-ignore ${id}: reason`;
  const set = `Set its severity in errtable.config.yaml: rules: { ${id}: off }`;
  return ignoreKinds.some((kind) => kind.id === id) ? [set] : [accept, set];
}

function unknown(name: string, models: readonly Model[]): string {
  const codes = models.flatMap(({ errors, retired }) => [...errors, ...retired].map(({ code }) => code));
  const names = models.flatMap(({ errors }) => errors.flatMap(({ identifier, errorName }) => [identifier, errorName]));
  const hint = createHinter([...allKinds.map(({ id }) => id), ...codes, ...names])(name);
  const shown = showControls(name);
  // Codes are known where a project or an option names a table.
  if (models.length > 0)
    return `There is no rule and no code "${shown}". ${hint ?? "errtable explain lists the rules."}\n`;
  const help = hint ?? "Name the table of a code with --table, or list the rules with errtable explain.";
  return `There is no rule "${shown}". ${help}\n`;
}

function indent(text: string): readonly string[] {
  return text
    .trimEnd()
    .split("\n")
    .map((line) => `  ${line}`);
}

/** At words, to lines that are read at one glance. */
function wrap(text: string): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + word.length >= 100) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
