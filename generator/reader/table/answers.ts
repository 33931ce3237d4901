// An answer of an operation becomes its code, however it is written.
import type { Table } from "../spec.gen.ts";

export type Answer = NonNullable<Table["operations"]>[string][number];

export function answeredCode(answer: Answer): string {
  return String(typeof answer === "object" ? answer.code : answer);
}
