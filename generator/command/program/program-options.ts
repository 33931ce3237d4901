// The options that several commands share.
import { type Command, InvalidArgumentError, Option } from "commander";
import { REPORTS } from "../../report/index.ts";
import { type ReportFile, reportFileOf } from "../session/report-files.ts";

const CONFIG_HELP = "a configuration, instead of the nearest errtable.config.yaml; may be repeated";

export function configOption(command: Command): Command {
  return repeatedOption(command, "--config <file>", CONFIG_HELP);
}

/** One value each time, so that the words behind it are arguments. */
export function repeatedOption(command: Command, flags: string, help: string): Command {
  return command.option(flags, help, (value: string, before: readonly string[] = []) => [...before, value]);
}

/** A command that changes parts of files that people own. */
export function pagesCommand(program: Command, usage: string, description: string): Command {
  const command = configOption(program.command(usage)).description(description);
  repeatedOption(command, "--table <file>", `the table, instead of those of the configuration${REPEATED}`)
    .option("--check", "fail if anything would change")
    .option("--dry-run", "show the changes as a patch, and write nothing")
    .option("--force", "give up hand edits of errtable's text");
  return reportOptions(command);
}

/** A command that changes single places of tables, or of the programs that use them. */
export function changeCommand(program: Command, usage: string, description: string, tableHelp: string): Command {
  const command = configOption(program.command(usage)).description(description);
  repeatedOption(command, "--table <file>", `${tableHelp}${REPEATED}`).option(
    "--dry-run",
    "show the changes as a patch, and write nothing",
  );
  return reportOptions(command);
}

/** A command that a build engine runs. */
export function buildCommand(program: Command, name: string, description: string): Command {
  return targetsCommand(program, name, description)
    .option("--depfile <file>", "write the inputs to a dependency file of Make and Ninja, such as errors.stamp.d")
    .option("--depfile-target <name>", "the file that it is about, instead of its own name without .d");
}

export function targetsCommand(program: Command, name: string, description: string): Command {
  return selectionOptions(tablesCommand(program, name, description));
}

export function selectionOptions(command: Command): Command {
  command.option("--out <folder>", "make every product of the named tables below this folder");
  const help = "only targets of this kind, table or folder; pages and descriptions count as kinds";
  return repeatedOption(command, "--only <target>", `${help}${REPEATED}`);
}

export function tablesCommand(program: Command, name: string, description: string): Command {
  return reportOptions(configOption(program.command(`${name} [tables...]`).description(description)));
}

const REPEATED = "; may be repeated";

const OUTPUT_HELP =
  "also write a report to a file, as its name ends (.sarif, .xml for junit, .json, .txt) or as format=file says; may be repeated";

function addReport(text: string, before: readonly ReportFile[] = []): readonly ReportFile[] {
  const report = reportFileOf(text, before);
  if ("problem" in report) throw new InvalidArgumentError(report.problem);
  return [...before, report];
}

function reportOptions(command: Command): Command {
  return command
    .addOption(new Option("--format <format>", "how findings are shown").choices(Object.keys(REPORTS)).default("text"))
    .option("--output <file>", OUTPUT_HELP, addReport)
    .option("--all", "show every finding, instead of the first few of each rule")
    .option("--quiet", "show errors alone: no warnings, no notes, no words of success")
    .option("--verbose", "tell on stderr how long each step took")
    .option("--fail-on-warnings", "exit 1 where there are only warnings");
}
