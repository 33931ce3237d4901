// The values that a project has for a part of a command line: tables, targets, codes, rules, branches. They may be those of strangers.
import { dirname, resolve } from "node:path";
import { git } from "../../output/git/git.ts";
import { REPORTS } from "../../report/index.ts";
import type { Session } from "../session/session.ts";

export interface Candidate {
  readonly value: string;
  readonly description?: string;
}

export type Subject = "code" | "file" | "name" | "reference" | "report" | "step" | "table" | "target";

/** The session is opened only where the project has to be read. */
export async function candidatesOf(
  subject: Subject,
  partial: string,
  open: () => Session,
): Promise<readonly Candidate[]> {
  switch (subject) {
    case "code":
      return codesOf(open());
    case "name":
      return [...(await rules()), ...(await codesOf(open()))];
    case "table":
      return tablesBeside(partial, open());
    case "target":
      return targetsOf(open());
    case "reference":
      return referencesOf(open());
    case "report":
      return Object.keys(REPORTS).map((format) => ({ value: `${format}=` }));
    case "step":
      return ["major", "minor", "patch"].map((value) => ({ value }));
    case "file":
      return [];
    default:
      return subject satisfies never;
  }
}

async function rules(): Promise<readonly Candidate[]> {
  const { allKinds } = await import("../../explain/all-kinds.ts");
  return allKinds.map(({ id, summary }) => ({ value: id, description: summary }));
}

/** Of all tables that can be read, with mistakes or without. */
async function codesOf(session: Session): Promise<readonly Candidate[]> {
  const { host, tables } = session;
  const { codesIn } = await import("../../reader/table/codes-in.ts");
  const named = tables.length > 0 ? tables : (await configOf(session))?.tables;
  return codesIn(named ?? [], host).map(({ code, description = "" }) => ({ value: code, description }));
}

/** Tables in the folder that a path leads to, and the folders in it. */
function tablesBeside(partial: string, { folder, host }: Session): readonly Candidate[] {
  const start = partial.endsWith("/") ? partial : partial.includes("/") ? `${dirname(partial)}/` : "";
  const entries = host.entries(resolve(folder, start));
  if ("failure" in entries) return [];
  return entries
    .filter(({ name }) => !name.startsWith(".") && name !== "node_modules")
    .flatMap(({ name, kind }): readonly Candidate[] => {
      if (kind === "folder") return [{ value: `${start}${name}/` }];
      return /\.errors\.ya?ml$/.test(name) ? [{ value: `${start}${name}` }] : [];
    });
}

async function targetsOf(session: Session): Promise<readonly Candidate[]> {
  const config = await configOf(session);
  if (config === undefined) return [];
  const { ownedSlots } = await import("../../config/owned-entries.ts");
  const { targets } = config;
  const named = new Map<string, string>();
  for (const { kind, table, out, label } of targets) {
    named.set(kind, "every target of the kind");
    named.set(table, "every target of the table");
    named.set(out, label);
  }
  for (const { kind, path } of ownedSlots(config, session.host)) {
    named.set(kind, `every file of ${kind}`);
    named.set(session.host.show(path), "the file");
  }
  return Array.from(named, ([value, description]) => ({ value, description }));
}

async function configOf(session: Session) {
  const { readConfig } = await import("../../config/targets.ts");
  return readConfig(session, session.host).value;
}

function referencesOf({ folder }: Session): readonly Candidate[] {
  const listed = git(folder, "for-each-ref", "--format=%(refname:short)", "refs/heads", "refs/tags", "refs/remotes");
  return (listed ?? "")
    .split("\n")
    .filter((name) => name !== "")
    .map((value) => ({ value }));
}
