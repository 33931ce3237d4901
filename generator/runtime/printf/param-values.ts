// The values of params.

export type Value = string | number | bigint;

export interface BigIntMaker {
  (value: bigint | number | string): bigint;
  asIntN(bits: number, value: bigint): bigint;
  asUintN(bits: number, value: bigint): bigint;
}

/** Older libraries of types do not know it, and older engines need it only for int64 and for fractions. */
export function bigInt(): BigIntMaker {
  return (globalThis as unknown as { readonly BigInt: BigIntMaker }).BigInt;
}
