// A program that uses the generated TypeScript of a table with members, details, closed params and lifecycles.
import {
  createItemNotFoundError,
  createKitchenSinkError,
  formatInvalidParameter_UnitMessage,
  formatKeyTakenMessage,
  type ItemNotFoundError,
  isItemNotFoundError,
  isKitchenSinkError,
  type KitchenSinkErrorParams,
  parseKeyTakenMessage,
} from "./generated/kitchen-sink/index.js";

export function narrow(value: unknown): string {
  if (isItemNotFoundError(value)) {
    // @ts-expect-error: this member need not be there
    value.timestamp satisfies string;
    const names: readonly string[] = value.suggestions ?? [];
    return value.requestId + value.lastSeen + names.join();
  }
  return isKitchenSinkError(value, "40013") ? value.message : "";
}

export const unit: KitchenSinkErrorParams<"InvalidParameter.Unit">["unit"] = "oz";
// @ts-expect-error: not one of the values
formatInvalidParameter_UnitMessage({ unit: "mile" });

export const taken: `key '${string}' is taken: tenant ${bigint} owns '${string}' since order ${bigint}` =
  formatKeyTakenMessage({ tenant: 7, key: "k", order: 9007199254740993n });
export const order: bigint | undefined = parseKeyTakenMessage("…")?.order;

export const item: ItemNotFoundError = createItemNotFoundError(
  { sku: "AB-1234", shelf: 1 },
  { requestId: "r", lastSeen: "2026-11-22T17:40:00Z" },
);
// @ts-expect-error: members that are always there are needed
createItemNotFoundError({ sku: "AB-1234", shelf: 1 }, { requestId: "r" });
createKitchenSinkError("ShelfGone", {}, { requestId: "r" });
