// An error becomes a short line beside its code in a list.
import { statusLines } from "../../model/http-status.ts";
import { type ResolvedCase, statusesOf } from "../../reader/table/resolve.ts";

const LONGEST = 100;

export function codeDetail(one: ResolvedCase): string {
  const { message, description } = one.spec;
  const text = (message ?? description ?? "").replaceAll(/\s+/g, " ").trim();
  const short = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  return [statusLines({ statuses: statusesOf(one) }), short].filter((part) => part !== "").join(" · ");
}
