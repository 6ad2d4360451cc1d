import { readU32, readU8 } from "../bytes/big-endian.ts";
import { fail, ok, type Result } from "../bytes/result.ts";
import { macFromBytes, type Mac } from "./mac.ts";

/** RFC 2132 §9.6. */
export const dhcpMessageType = {
  discover: 1,
  offer: 2,
  request: 3,
  decline: 4,
  ack: 5,
  nak: 6,
  release: 7,
  inform: 8,
} as const;

/** Options that this course meets (RFC 2132). */
export const dhcpOption = {
  pad: 0,
  subnetMask: 1,
  router: 3,
  domainNameServer: 6,
  requestedAddress: 50,
  leaseTime: 51,
  messageType: 53,
  serverIdentifier: 54,
  renewalTime: 58,
  rebindingTime: 59,
  end: 255,
} as const;

export type DhcpOption = { readonly code: number; readonly data: Uint8Array };

/**
 * Code, length, data; pad and end are single bytes (RFC 2132 §2). The options begin at `start` of the message; `option-length`:
 * one runs past the end, or there is no end option.
 */
export function parseDhcpOptions(bytes: Uint8Array, start: number): Result<DhcpOption[], "option-length"> {
  const options: DhcpOption[] = [];
  let at = start;
  while (at < bytes.length) {
    const code = readU8(bytes, at);
    if (code === dhcpOption.end) return ok(options);
    if (code === dhcpOption.pad) {
      at += 1;
      continue;
    }
    const end = at + 2 + readU8(bytes, at + 1);
    if (end > bytes.length || at + 2 > bytes.length) return fail("option-length", at, "Len");
    options.push({ code, data: bytes.subarray(at + 2, end) });
    at = end;
  }
  return fail("option-length", bytes.length, "End");
}

type Options = { readonly options: readonly DhcpOption[] };

/** The data of an option of four bytes, as an unsigned number: an address, or seconds; null without it. */
export function dhcpNumber({ options }: Options, code: number): number | null {
  const data = options.find((option) => option.code === code)?.data;
  return data?.length === 4 ? readU32(data, 0) : null;
}

/** What kind of message it is (see `dhcpMessageType`); null for plain BOOTP. */
export function dhcpTypeOf({ options }: Options): number | null {
  const data = options.find(({ code }) => code === dhcpOption.messageType)?.data;
  return data?.length === 1 ? readU8(data, 0) : null;
}

/** The client's MAC address on Ethernet, else null. */
export const dhcpClientMac = ({
  htype,
  hlen,
  chaddr,
}: {
  readonly htype: number;
  readonly hlen: number;
  readonly chaddr: Uint8Array;
}): Mac | null => (htype === 1 && hlen === 6 ? macFromBytes(chaddr) : null);
