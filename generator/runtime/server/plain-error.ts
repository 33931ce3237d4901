// The class of failures of programs that want no stacks.

type AnyError = new (message: string, options?: { readonly cause?: unknown }) => Error;

/** Its objects are errors for `instanceof`, and engines make them several times as fast as errors. */
export const PlainError: AnyError = /* @__PURE__ */ plainError();

function plainError(): AnyError {
  function Plain(this: { message: string }, message: string, options?: object): void {
    this.message = message;
    const { cause } = (options || {}) as { readonly cause?: unknown };
    if (cause !== undefined) Object.defineProperty(this, "cause", { value: cause, configurable: true, writable: true });
  }
  Plain.prototype = Error.prototype;
  return Plain as unknown as AnyError;
}
