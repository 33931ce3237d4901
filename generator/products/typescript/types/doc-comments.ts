// An error becomes the comment on its declarations: its meaning, its solution, and its deprecation.
import { capitalized } from "../../../diagnostic/sentence-words.ts";
import type { LifecycleModel, Retry } from "../../../model/model.ts";
import type { Comment } from "../printer/typescript-literal.ts";
import type { PlannedError } from "../product-plan.ts";

export function errorDoc(error: PlannedError): Comment {
  return rowDoc({ ...error, description: error.description ?? `The error with the code ${error.code}.` });
}

/** For a row whose key is the code. */
export function rowDoc(error: PlannedError): Comment {
  const facts = [
    ...(error.statuses.length === 0 ? [] : [`HTTP status ${alternatives(error.statuses)}`]),
    ...(error.retry === undefined ? [] : [RETRY_FACTS[error.retry]]),
    ...(error.since ? [`since ${error.since}`] : []),
  ];
  const cases = error.cases.flatMap(({ name }) => name ?? []);
  const see = error.documentation === undefined ? [] : [{ name: "see", text: addressText(error.documentation) }];
  return {
    paragraphs: [
      ...(error.description === undefined ? [] : [error.description]),
      ...(error.solution === undefined ? [] : [error.solution]),
      ...(facts.length === 0 ? [] : [capitalized(`${facts.join(", ")}.`)]),
      ...(cases.length === 0 ? [] : [`Cases: ${cases.join(", ")}.`]),
    ],
    tags: [...deprecationTags(error), ...see],
  };
}

function alternatives(statuses: readonly number[]): string {
  return statuses.length < 2 ? statuses.join("") : `${statuses.slice(0, -1).join(", ")} or ${statuses.at(-1)}`;
}

/** For declarations beside the one that explains the error. */
export function shortDoc(error: PlannedError, text?: string): Comment {
  return { paragraphs: text === undefined ? [] : [text], tags: deprecationTags(error) };
}

const RETRY_FACTS: Readonly<Record<Retry, string>> = {
  never: "the same request fails again",
  backoff: "the same request may succeed later",
  throttled: "the request was throttled",
};

function deprecationTags({ deprecated }: PlannedError): NonNullable<Comment["tags"]> {
  return deprecated === undefined ? [] : [{ name: "deprecated", text: deprecationText(deprecated) }];
}

function deprecationText({ since, replacedBy, reason }: LifecycleModel): string {
  const sentences = [
    ...(since === undefined ? [] : [`Since ${since}.`]),
    ...(replacedBy === undefined ? [] : [`Use ${replacedBy} instead.`]),
    ...(reason === undefined ? [] : [reason]),
  ];
  return sentences.length === 0 ? "It will be removed." : sentences.join(" ");
}

/** An address may spell the end of a comment with a percent code. */
function addressText(url: string): string {
  return url.replaceAll("*/", "*%2F");
}
