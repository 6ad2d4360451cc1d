import { readU16, readU32, readU8 } from "../bytes/big-endian.ts";
import { fail, ok, type Result } from "../bytes/result.ts";
import { formatIpv4Address, type Ipv4Address } from "./address.ts";
import { decodeName, type NameError } from "./dns-name.ts";
import { formatIpv6Groups, ipv6AddressFromBytes, type Ipv6Address } from "./ipv6-address.ts";

/** Types of records that this course meets (RFC 1035 §3.2.2; AAAA RFC 3596; SRV RFC 2782; OPT RFC 6891). */
export const dnsType = {
  A: 1,
  NS: 2,
  CNAME: 5,
  SOA: 6,
  PTR: 12,
  MX: 15,
  TXT: 16,
  AAAA: 28,
  SRV: 33,
  OPT: 41,
} as const;

/** What a record says; names inside are written out. */
export type RecordData =
  | { readonly kind: "ipv4"; readonly address: Ipv4Address }
  | { readonly kind: "ipv6"; readonly address: Ipv6Address }
  /** NS, CNAME, PTR. */
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "mx"; readonly preference: number; readonly exchange: string }
  | { readonly kind: "text"; readonly strings: readonly Uint8Array[] }
  | {
      readonly kind: "srv";
      readonly priority: number;
      readonly weight: number;
      readonly port: number;
      readonly target: string;
    }
  | {
      readonly kind: "soa";
      readonly mname: string;
      readonly rname: string;
      readonly serial: number;
      /** Seconds, as the three that follow. */
      readonly refresh: number;
      readonly retry: number;
      readonly expire: number;
      readonly minimum: number;
    }
  | { readonly kind: "other"; readonly bytes: Uint8Array };

/** `rdata`: the data does not fill its length, or does not fit its type. */
export type RdataError = NameError | "rdata";

/** Reads the data of a record, which stands at `start` up to `end` of the message; names may point before it. */
export function parseRecordData(
  message: Uint8Array,
  type: number,
  start: number,
  end: number,
): Result<RecordData, RdataError> {
  const length = end - start;
  /** A name that must end where the data ends. */
  const lastName = (at: number): Result<string, RdataError> => {
    const decoded = decodeName(message.subarray(0, end), at);
    if (!decoded.ok) return decoded;
    return decoded.value.next === end ? ok(decoded.value.name) : fail("rdata", at, "RDATA");
  };
  switch (type) {
    case dnsType.A:
      return length === 4
        ? ok({ kind: "ipv4", address: readU32(message, start) })
        : fail("rdata", start, "RDLENGTH");
    case dnsType.AAAA:
      return length === 16
        ? ok({ kind: "ipv6", address: ipv6AddressFromBytes(message, start) })
        : fail("rdata", start, "RDLENGTH");
    case dnsType.NS:
    case dnsType.CNAME:
    case dnsType.PTR: {
      const name = lastName(start);
      return name.ok ? ok({ kind: "name", name: name.value }) : name;
    }
    case dnsType.MX: {
      if (length < 3) return fail("rdata", start, "RDLENGTH");
      const exchange = lastName(start + 2);
      return exchange.ok
        ? ok({ kind: "mx", preference: readU16(message, start), exchange: exchange.value })
        : exchange;
    }
    case dnsType.SRV: {
      if (length < 7) return fail("rdata", start, "RDLENGTH");
      const target = lastName(start + 6);
      if (!target.ok) return target;
      const [priority, weight, port] = [0, 2, 4].map((at) => readU16(message, start + at));
      return ok({
        kind: "srv",
        priority: priority ?? 0,
        weight: weight ?? 0,
        port: port ?? 0,
        target: target.value,
      });
    }
    case dnsType.TXT:
      return parseStrings(message, start, end);
    case dnsType.SOA:
      return parseSoa(message, start, end);
    default:
      return ok({ kind: "other", bytes: message.subarray(start, end) });
  }
}

/** One or more strings, each with its length (RFC 1035 §3.3.14). */
function parseStrings(message: Uint8Array, start: number, end: number): Result<RecordData, "rdata"> {
  const strings: Uint8Array[] = [];
  for (let at = start; at < end;) {
    const next = at + 1 + readU8(message, at);
    if (next > end) return fail("rdata", at, "TXT-DATA");
    strings.push(message.subarray(at + 1, next));
    at = next;
  }
  return strings.length > 0 ? ok({ kind: "text", strings }) : fail("rdata", start, "RDLENGTH");
}

/** Two names and five numbers of 32 bits (RFC 1035 §3.3.13). */
function parseSoa(message: Uint8Array, start: number, end: number): Result<RecordData, RdataError> {
  const data = message.subarray(0, end);
  const mname = decodeName(data, start);
  if (!mname.ok) return mname;
  const rname = decodeName(data, mname.value.next);
  if (!rname.ok) return rname;
  const at = rname.value.next;
  if (at + 20 !== end) return fail("rdata", at, "RDATA");
  return ok({
    kind: "soa",
    mname: mname.value.name,
    rname: rname.value.name,
    serial: readU32(data, at),
    refresh: readU32(data, at + 4),
    retry: readU32(data, at + 8),
    expire: readU32(data, at + 12),
    minimum: readU32(data, at + 16),
  });
}

/** The data as zone files write it (RFC 1035 §5.1): `192.0.2.10`, `10 mail.example.com.`, `"v=spf1"`. */
export function formatRecordData(data: RecordData): string {
  switch (data.kind) {
    case "ipv4":
      return formatIpv4Address(data.address);
    case "ipv6":
      return formatIpv6Groups(data.address);
    case "name":
      return data.name;
    case "mx":
      return `${data.preference} ${data.exchange}`;
    case "srv":
      return `${data.priority} ${data.weight} ${data.port} ${data.target}`;
    case "soa":
      return [data.mname, data.rname, data.serial, data.refresh, data.retry, data.expire, data.minimum].join(
        " ",
      );
    case "text":
      return data.strings.map(quote).join(" ");
    case "other":
      // RFC 3597 §5
      return `\\# ${data.bytes.length} ${Array.from(data.bytes, (b) => b.toString(16).padStart(2, "0")).join("")}`;
  }
}

const quote = (bytes: Uint8Array): string => {
  let text = "";
  for (const byte of bytes) {
    const character = String.fromCharCode(byte);
    if (character === '"' || character === "\\") text += `\\${character}`;
    else text += byte >= 0x20 && byte < 0x7f ? character : `\\${String(byte).padStart(3, "0")}`;
  }
  return `"${text}"`;
};
