import { parseDhcp } from "../../../net/wire/dhcp.ts";
import { dnsFlag, parseDns } from "../../../net/wire/dns.ts";
import { parseTcp, tcpFlagNames } from "../../../net/wire/tcp.ts";
import { parseUdpHeader, udpHeaderBytes } from "../../../net/wire/udp.ts";

/** `40000 → 33434 Len=32`. */
export function udpInfo(bytes: Uint8Array): string {
  const header = parseUdpHeader(bytes);
  if (!header.ok) return `UDP (${header.error.code})`;
  const { sourcePort, destinationPort, length } = header.value;
  return `${sourcePort} → ${destinationPort} Len=${length - udpHeaderBytes}`;
}

/** `54321 → 80 [SYN, ACK] Seq=0 Ack=1 Win=64240 Len=0`, with the numbers that are on the wire. */
export function tcpInfo(bytes: Uint8Array): string {
  const segment = parseTcp(bytes);
  if (!segment.ok) return `TCP (${segment.error.code})`;
  const { sourcePort, destinationPort, flags, sequenceNumber, acknowledgmentNumber, window, payload } =
    segment.value;
  const names = tcpFlagNames(flags);
  const ack = names.includes("ACK") ? ` Ack=${acknowledgmentNumber}` : "";
  return `${sourcePort} → ${destinationPort} [${names.join(", ")}] Seq=${sequenceNumber}${ack} Win=${window} Len=${payload.length}`;
}

const types = new Map([
  [1, "A"],
  [2, "NS"],
  [5, "CNAME"],
  [6, "SOA"],
  [12, "PTR"],
  [15, "MX"],
  [16, "TXT"],
  [28, "AAAA"],
]);

/** `Standard query 0x1234 A www.example.com`. */
export function dnsInfo(bytes: Uint8Array): string {
  const message = parseDns(bytes);
  if (!message.ok) return `DNS (${message.error.code})`;
  const { id, flags, rcode, questions, answers } = message.value;
  const [question] = questions;
  const asked =
    question === undefined ? "" : ` ${types.get(question.type) ?? question.type} ${question.name}`;
  const isAnswer = (flags & dnsFlag.QR) !== 0;
  const outcome = !isAnswer ? "" : rcode === 3 ? " No such name" : rcode === 0 ? "" : ` rcode ${rcode}`;
  const count = isAnswer && answers.length > 0 ? ` (${answers.length} RR)` : "";
  return `Standard query${isAnswer ? " response" : ""} 0x${id.toString(16).padStart(4, "0")}${outcome}${asked}${count}`;
}

const dhcpTypes = ["", "Discover", "Offer", "Request", "Decline", "ACK", "NAK", "Release", "Inform"];
const messageTypeOption = 53;

/** `DHCP Discover - Transaction ID 0x3903f326`. */
export function dhcpInfo(bytes: Uint8Array): string {
  const message = parseDhcp(bytes);
  if (!message.ok) return `DHCP (${message.error.code})`;
  const { options, xid } = message.value;
  const type = options.find(({ code }) => code === messageTypeOption)?.data[0] ?? 0;
  return `DHCP ${dhcpTypes[type] ?? ""} - Transaction ID 0x${xid.toString(16)}`;
}
