import { array, boolean, constantFrom, integer, record } from "fast-check";
import { ok, type Result } from "#net/bytes/result.ts";
import { ipProtocol } from "#net/wire/ip-protocol.ts";
import {
  emitAuthenticationHeader,
  emitExtensionHeader,
  emitFragmentHeader,
  emitOptionsHeader,
  emitRoutingHeader,
} from "#net/wire/ipv6-extension-emit.ts";
import { walkExtensionHeaders, type ExtensionHeader, type Ipv6Option } from "#net/wire/ipv6-extensions.ts";
import { emitIpv6 } from "#net/wire/ipv6.ts";
import { codec, exactly, none, u, type Codec } from "./codec.ts";

/** The one extension header of a packet whose fixed header announces it. */
const headerOf =
  (type: number) =>
  (bytes: Uint8Array): Result<ExtensionHeader> => {
    const emitted = emitIpv6({ ...packet, nextHeader: type, payload: bytes });
    const chain = emitted.ok ? walkExtensionHeaders(emitted.value) : emitted;
    if (!chain.ok) return chain;
    const [header] = chain.value.headers;
    return header === undefined ? { ok: false, error: { code: "none", offset: 0 } } : ok(header);
  };
/** The same of one kind. */
const only =
  <Kind extends ExtensionHeader["kind"]>(type: number, kind: Kind) =>
  (bytes: Uint8Array): Result<Extract<ExtensionHeader, { kind: Kind }>> => {
    const header = headerOf(type)(bytes);
    if (!header.ok) return header;
    return isOf(header.value, kind) ? ok(header.value) : { ok: false, error: { code: "kind", offset: 0 } };
  };
const isOf = <Kind extends ExtensionHeader["kind"]>(
  header: ExtensionHeader,
  kind: Kind,
): header is Extract<ExtensionHeader, { kind: Kind }> => header.kind === kind;

const packet = { trafficClass: 0, flowLabel: 0, hopLimit: 64, source: 1n, destination: 2n };
const nextHeader = constantFrom<number[]>(6, 17, 58, 59);
/** One option of 6 bytes, or 5, or 9: with the header's own 2 they leave no room that padding would fill. */
const options = constantFrom(1, 5, 9).chain((count) =>
  array(record({ type: integer({ min: 2, max: 255 }), data: exactly(4) }), {
    minLength: count,
    maxLength: count,
  }),
);

export const extensionCodecs: readonly Codec[] = [
  codec({
    emitter: "emitFragmentHeader",
    values: record({
      nextHeader,
      fragmentOffset: u(13).map((units) => units * 8),
      more: boolean(),
      identification: u(32),
    }),
    emit: emitFragmentHeader,
    parse: only(ipProtocol.fragment, "fragment"),
    good: { nextHeader: 17, fragmentOffset: 0, more: true, identification: 1 },
    refused: [
      ["Next Header", { nextHeader: 256 }],
      ["Fragment Offset", { fragmentOffset: 4 }],
      ["Identification", { identification: 2 ** 32 }],
    ],
  }),
  codec({
    emitter: "emitRoutingHeader",
    values: record({
      nextHeader,
      routingType: integer({ min: 2, max: 255 }),
      segmentsLeft: u(8),
      data: integer({ min: 0, max: 4 }).chain((n) => exactly(4 + 8 * n)),
    }),
    emit: emitRoutingHeader,
    parse: only(ipProtocol.routing, "routing"),
    good: { nextHeader: 17, routingType: 4, segmentsLeft: 0, data: new Uint8Array(4) },
    refused: [
      ["Next Header", { nextHeader: 256 }],
      ["Routing Type", { routingType: 256 }],
      ["Segments Left", { segmentsLeft: 256 }],
      ["Hdr Ext Len", { data: new Uint8Array(5) }],
    ],
  }),
  codec({
    emitter: "emitAuthenticationHeader",
    values: record({
      nextHeader,
      spi: u(32),
      sequenceNumber: u(32),
      icv: integer({ min: 0, max: 3 }).chain((n) => exactly(4 + 8 * n)),
    }),
    emit: emitAuthenticationHeader,
    parse: only(ipProtocol.ah, "authentication"),
    good: { nextHeader: 17, spi: 1, sequenceNumber: 1, icv: new Uint8Array(12) },
    refused: [
      ["Next Header", { nextHeader: 256 }],
      ["Security Parameters Index", { spi: 2 ** 32 }],
      ["Sequence Number Field", { sequenceNumber: -1 }],
      ["Payload Len", { icv: new Uint8Array(8) }],
    ],
  }),
  codec<{ readonly nextHeader: number; readonly options: readonly Ipv6Option[] }>({
    emitter: "emitOptionsHeader",
    values: record({ nextHeader, options }),
    emit: ({ nextHeader, options }) => emitOptionsHeader(nextHeader, options),
    parse: only(ipProtocol.destinationOptions, "options"),
    good: { nextHeader: 17, options: [] },
    refused: [
      ["Next Header", { nextHeader: 256 }],
      ["Option Type", { options: [{ type: 256, data: none }] }],
      ["Opt Data Len", { options: [{ type: 5, data: new Uint8Array(256) }] }],
      ["Hdr Ext Len", { options: Array.from({ length: 9 }, () => ({ type: 5, data: new Uint8Array(255) })) }],
    ],
  }),
  codec<ExtensionHeader>({
    emitter: "emitExtensionHeader",
    values: record({ nextHeader, options }).map((fields): ExtensionHeader => {
      const length = 2 + 6 * fields.options.length;
      return { kind: "options", type: 60, offset: 40, length, ...fields };
    }),
    emit: emitExtensionHeader,
    parse: headerOf(ipProtocol.destinationOptions),
    good: { kind: "options", type: 60, offset: 40, length: 8, nextHeader: 17, options: [] },
    refused: [["Next Header", { nextHeader: 256 }]],
  }),
];
