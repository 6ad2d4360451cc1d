import { containsAddress, lastOf, parseIpAddress, parsePrefix } from "../../net/wire/prefix.ts";
import type { AddressPlace } from "./parts.ts";

export type AddressMistake = keyof AddressPlace["wrong"];

/** Why an interface of that network cannot have the address that was typed, or null (RFC 1122 §3.2.1.3). */
export function addressMistake(
  { network, taken }: Pick<AddressPlace, "network" | "taken">,
  typed: string,
): AddressMistake | null {
  const address = parseIpAddress(typed.trim());
  const prefix = parsePrefix(network);
  if (address === null || prefix === null) return "invalid";
  if (!containsAddress(prefix, address)) return "off-link";
  if (address.value === prefix.network) return "network";
  if (address.value === lastOf(prefix)) return "broadcast";
  return taken.includes(typed.trim()) ? "taken" : null;
}
