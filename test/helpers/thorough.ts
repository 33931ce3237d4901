// Every night the same tests try more: further compilers, and ten times as many random values.
export const isThorough: boolean = process.env["ERRTABLE_THOROUGH"] !== undefined;

export function runs(count: number): number {
  return isThorough ? 10 * count : count;
}
