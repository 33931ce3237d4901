// The params that programs give.

/** The member of the case that the params name. It throws a TypeError where they name none. */
export function givenCase<Item>(byCase: Readonly<Record<string, Item>>, params: unknown, key: string): Item {
  const name = String(givenMember(params, key));
  const item = name.hasOwnProperty.call(byCase, name) ? byCase[name] : undefined;
  if (item === undefined) throw new TypeError(`The member "${key}" of the params names no case of the error.`);
  return item;
}

/** The value of a param. It throws a TypeError that names a missing param, or one that is no text and no number. */
export function paramOf<Params, Name extends string & keyof Params>(params: Params, name: Name): Params[Name] {
  const value: unknown = params === undefined || params === null ? undefined : params[name];
  if (!/string|number|bigint/.test(typeof value)) throw new TypeError(`The param "${name}" is no text and no number.`);
  // The value was just read from the params.
  return value as Params[Name];
}

function givenMember(params: unknown, name: string): unknown {
  const isNothing = params === undefined || params === null;
  return isNothing ? undefined : (params as Readonly<Record<string, unknown>>)[name];
}
