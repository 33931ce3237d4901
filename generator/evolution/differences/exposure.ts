// The exposure of an error becomes the share of its answers that have another message in the place of its own.
import type { ErrorModel, Model } from "../../model/model.ts";

/** 0: none. 1: those with a status of 500 or more. 2: all. */
export function hiddenShare({ expose, statuses }: ErrorModel, { disclosure }: Model): number {
  if (expose === "generic") return 2;
  if (expose === "message" || disclosure === "message") return 0;
  // Servers answer with 500 where the API does not state a status.
  if (statuses.length === 0) return 2;
  const hidden = statuses.filter((status) => status >= FIRST_SERVER_ERROR);
  if (hidden.length === 0) return 0;
  return hidden.length === statuses.length ? 2 : 1;
}

const FIRST_SERVER_ERROR = 500;
