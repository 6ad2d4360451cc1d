import { writeU16, writeU32 } from "../bytes/big-endian.ts";
import { concatBytes } from "../bytes/byte-string.ts";
import { outOfRange, type FieldValue } from "../bytes/range.ts";
import { fail, ok, type Result } from "../bytes/result.ts";
import { encodeName } from "./dns-name.ts";
import type { RecordData } from "./dns-rdata.ts";
import type { DnsMessage } from "./dns.ts";
import { ipv6AddressToBytes, isIpv6Address } from "./ipv6-address.ts";

/**
 * Writes a message. Names are compressed against earlier names of the same spelling (RFC 1035 §4.1.4), inside the data
 * only where RFC 3597 §4 allows it: not in SRV. Offsets of errors count from the start of the message.
 */
export function emitDns(message: DnsMessage): Result<Uint8Array, "out-of-range"> {
  const { questions, answers, authority, additional } = message;
  const writer = new Writer();
  const sections = [questions, answers, authority, additional];
  writer.numbers([
    ["ID", message.id, 16],
    ["Flags", message.flags | (message.opcode << 11) | message.rcode, 16],
    ...sections.map(
      (list, i) => [["QDCOUNT", "ANCOUNT", "NSCOUNT", "ARCOUNT"][i] ?? "", list.length, 16] as const,
    ),
  ]);
  for (const question of questions) {
    writer.name(question.name, true);
    writer.numbers([
      ["QTYPE", question.type, 16],
      ["QCLASS", question.class, 16],
    ]);
  }
  for (const record of [...answers, ...authority, ...additional]) {
    writer.name(record.name, true);
    writer.numbers([
      ["TYPE", record.type, 16],
      ["CLASS", record.class, 16],
      ["TTL", record.ttl, 32],
    ]);
    writer.data(record.data);
  }
  const fault = outOfRange([
    ["Opcode", 2, message.opcode, 4],
    ["RCODE", 3, message.rcode, 4],
  ]);
  return fault ?? writer.result();
}

/** Collects bytes, remembers where names stand, and keeps the first fault. */
class Writer {
  private readonly parts: Uint8Array[] = [];
  private length = 0;
  private readonly places = new Map<string, number>();
  private fault: Result<never, "out-of-range"> | null = null;

  result(): Result<Uint8Array, "out-of-range"> {
    return this.fault ?? ok(concatBytes(...this.parts));
  }

  private put(bytes: Uint8Array): void {
    this.parts.push(bytes);
    this.length += bytes.length;
  }

  private fail(field: string): void {
    this.fault ??= fail("out-of-range", this.length, field);
  }

  numbers(fields: readonly (readonly [field: string, value: number, bits: 16 | 32])[]): void {
    for (const [field, value, bits] of fields) {
      const check: FieldValue = [field, this.length, value, bits];
      this.fault ??= outOfRange([check]);
      const bytes = new Uint8Array(bits / 8);
      if (bits === 16) writeU16(bytes, 0, value);
      else writeU32(bytes, 0, value);
      this.put(bytes);
    }
  }

  name(name: string, compress: boolean): void {
    const encoded = encodeName(name);
    if (!encoded.ok) {
      this.fail(encoded.error.field ?? "Name");
      return;
    }
    const bytes = encoded.value;
    for (let at = 0; (bytes[at] ?? 0) > 0; at += 1 + (bytes[at] ?? 0)) {
      const rest = bytes.subarray(at).join();
      const place = this.places.get(rest);
      if (compress && place !== undefined) {
        this.put(bytes.subarray(0, at));
        this.put(Uint8Array.of(0xc0 | (place >>> 8), place));
        return;
      }
      // A pointer has 14 bits. Places inside this name are set before its bytes are, hence `+ at`.
      if (place === undefined && this.length + at < 0x4000) this.places.set(rest, this.length + at);
    }
    this.put(bytes);
  }

  /** RDLENGTH and the data. */
  data(data: RecordData): void {
    const header = new Uint8Array(2);
    this.put(header);
    const start = this.length;
    this.content(data);
    if (this.length - start > 0xffff) this.fail("RDLENGTH");
    writeU16(header, 0, this.length - start);
  }

  private content(data: RecordData): void {
    switch (data.kind) {
      case "ipv4": {
        this.numbers([["ADDRESS", data.address, 32]]);
        return;
      }
      case "ipv6": {
        if (!isIpv6Address(data.address)) this.fail("ADDRESS");
        this.put(ipv6AddressToBytes(data.address));
        return;
      }
      case "name": {
        this.name(data.name, true);
        return;
      }
      case "mx":
        this.numbers([["PREFERENCE", data.preference, 16]]);
        {
          this.name(data.exchange, true);
          return;
        }
      case "srv":
        this.numbers([
          ["Priority", data.priority, 16],
          ["Weight", data.weight, 16],
          ["Port", data.port, 16],
        ]);
        {
          this.name(data.target, false);
          return;
        }
      case "soa":
        this.name(data.mname, true);
        this.name(data.rname, true);
        {
          this.numbers([
            ["SERIAL", data.serial, 32],
            ["REFRESH", data.refresh, 32],
            ["RETRY", data.retry, 32],
            ["EXPIRE", data.expire, 32],
            ["MINIMUM", data.minimum, 32],
          ]);
          return;
        }
      case "text":
        if (data.strings.length === 0) this.fail("TXT-DATA");
        for (const string of data.strings) {
          if (string.length > 255) this.fail("TXT-DATA");
          this.put(Uint8Array.of(string.length));
          this.put(string);
        }
        return;
      case "other": {
        this.put(data.bytes);
        return;
      }
    }
  }
}
