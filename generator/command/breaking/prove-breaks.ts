// The breaks of generated code are proven: a program of the old version is compiled with the new types, and the compiler says why it fails.
import type { Related } from "../../diagnostic/diagnostic.ts";
import type { Change } from "../../evolution/change.ts";
import { comparisonOf } from "../../evolution/pairs/comparison.ts";
import type { ChangeRule } from "../../evolution/rules/engine/change-rule.ts";
import { changeRules } from "../../evolution/rules/index.ts";
import type { Session } from "../session/session.ts";
import type { ComparedTable } from "./breaking-tables.ts";
import { compileProgram, type OldProgram, programOf, type Said } from "./compile-old-program.ts";
import { findTypeScript } from "./find-typescript.ts";

export interface Proofs {
  /** The compiler's own errors, at lines of the old program, by the path of the table and the fingerprint of the change. */
  readonly errors: ReadonlyMap<string, ReadonlyMap<string, readonly Related[]>>;
  /** For people: the compiler that was asked, and the breaks that it found. */
  readonly words: readonly string[];
}

export async function proveBreaks(tables: readonly ComparedTable[], session: Session): Promise<Proofs> {
  const compiler = findTypeScript(session);
  if (compiler === undefined) {
    const words = ["No TypeScript is installed here, so that nothing was proven: npm install --save-dev typescript\n"];
    return { errors: new Map(), words };
  }
  const errors = new Map<string, ReadonlyMap<string, readonly Related[]>>();
  const words: string[] = [];
  for (const table of tables) {
    const claimed = table.judged.filter(({ change, standing }) => standing !== "unreleased" && claims(change));
    if (table.against === undefined || claimed.length === 0) continue;
    session.terminal.progress(`Compiling a program of the old ${table.model.name}`);
    const changes = claimed.map(({ change }) => change);
    const { old, new: now } = comparisonOf(table.against.model, table.model);
    const program = await programOf(old, now, changes);
    const said = compileProgram(program, compiler, session);
    const { name } = table.model;
    if (typeof said === "string") {
      words.push(`${name}: nothing was proven, because ${said}.\n`);
      continue;
    }
    const proven = claimed.flatMap(({ change, fingerprint }) => {
      const own = clearestFirst(
        said.filter((one) => isAbout(one, change, program)),
        change,
        program,
      );
      return own.length === 0 ? [] : [[fingerprint, own.slice(0, MOST_SHOWN).map(relatedOf)] as const];
    });
    errors.set(table.path, new Map(proven));
    const of = `${proven.length} of ${claimed.length} ${claimed.length === 1 ? "break" : "breaks"} of generated code`;
    words.push(`${name}: TypeScript ${compiler.version} proves ${of}.\n`);
  }
  return { errors, words };
}

const MOST_SHOWN = 3;

const BREAKING_RULES = new Set(
  (changeRules as readonly ChangeRule[]).filter(({ compiles }) => !compiles).map(({ id }) => id),
);

function claims({ rule, scope }: Change): boolean {
  return scope !== "wire" && BREAKING_RULES.has(rule);
}

/**
 * By the code of the line. Differences of the whole table show in the lines of all codes, and so in those of codes that have no
 * difference of their own, where there are any.
 */
function isAbout({ line }: Said, change: Change, { lines, same }: OldProgram): boolean {
  const code = lines[line - 1]?.code;
  if (change.code !== undefined) return code === change.code;
  return code === undefined || same.size === 0 || same.has(code);
}

/** The errors that name the part itself, where there are any; those of helper types of the program come last. */
function clearestFirst(
  said: readonly Said[],
  { part, old, new: after }: Change,
  { lines }: OldProgram,
): readonly Said[] {
  const names = [part, old, after].filter((name) => typeof name === "string");
  const exact = said.filter(({ message }) =>
    names.some((name) => message.includes(`'${name}'`) || message.includes(`"${name}"`)),
  );
  const isHelper = ({ line }: Said): number => Number(lines[line - 1]?.text.includes("Loss<") === true);
  return (exact.length > 0 ? exact : said).toSorted((a, b) => isHelper(a) - isHelper(b));
}

function relatedOf({ message, place }: Said): Related {
  return { message: message.length > LONGEST ? `${message.slice(0, LONGEST)}…` : message, place, hasNoFile: true };
}

const LONGEST = 400;
