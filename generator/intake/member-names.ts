// The names that members of bodies have where they hold a code or a message, the likeliest first.

/** These are codes wherever they stand. */
const CODE =
  "errorcode errcode code errorid errorkey errno errornumber internalcode subcode faultcode resultcode".split(" ");

/** These are codes in some APIs, and classes, states or texts in others. */
const LOOSE = "issue reason error type name key id status errortype".split(" ");

const MESSAGE =
  "message errormessage errmsg errormsg msg faultstring detail details errorsummary usermessage errordescription description summary reason text title error developermessage".split(
    " ",
  );

const CATEGORY = "errortype type category class errorclass errorcategory kind severity level domain".split(" ");

/** Undefined for other names; `code` counts only the names that are codes wherever they stand. */
export function nameRank(name: string, kind: "code" | "loose" | "message" | "category"): number | undefined {
  const rank = LISTS[kind].indexOf(name.toLowerCase().replaceAll(/[^a-z]/g, ""));
  return rank < 0 ? undefined : rank;
}

const LISTS = { code: CODE, loose: LOOSE, message: MESSAGE, category: CATEGORY };
