import { z } from "zod";
import { toHex } from "#net/bytes/hex.ts";
import { formatIpv6Address } from "#net/wire/ipv6-address.ts";
import { emitExtensionHeader } from "#net/wire/ipv6-extension-emit.ts";
import { walkExtensionHeaders, type ExtensionHeader } from "#net/wire/ipv6-extensions.ts";
import { emitIpv6, parseIpv6, parseIpv6Header } from "#net/wire/ipv6.ts";
import { ipv6 } from "../addresses.ts";
import { bytesOf } from "../hex.ts";
import { same, vectors, type Suite } from "../suite.ts";

const fixed = {
  trafficClass: z.int(),
  flowLabel: z.int(),
  payloadLength: z.int(),
  nextHeader: z.int(),
  hopLimit: z.int(),
  src: z.string(),
  dst: z.string(),
};

const chains = vectors(
  z.union([
    z.object({ hex: z.string(), mustReject: z.literal(true) }),
    z.object({
      hex: z.string(),
      ...fixed,
      chain: z.array(z.record(z.string(), z.json())).optional(),
      upperLayer: z.object({ protocol: z.int(), offset: z.int() }).optional(),
    }),
  ]),
  (vector) => {
    const bytes = bytesOf(vector.hex);
    const walked = walkExtensionHeaders(bytes);
    if ("mustReject" in vector) return [same("rejected", true, !walked.ok)];
    const header = parseIpv6Header(bytes);
    if (!header.ok) return [same("error", null, header.error)];
    const { source, destination, ...rest } = header.value;
    const { hex, chain, upperLayer, ...fields } = vector;
    const read = same("fields", fields, {
      ...rest,
      src: formatIpv6Address(source),
      dst: formatIpv6Address(destination),
    });
    const whole = parseIpv6(bytes);
    // Without a chain: Payload Length points beyond the capture.
    if (chain === undefined)
      return [read, same("error", "payload-length", whole.ok ? null : whole.error.code)];
    if (!walked.ok || !whole.ok) return [same("error", null, walked.ok ? whole : walked.error)];
    const again = emitIpv6(whole.value);
    return [
      read,
      same("chain", chain, walked.value.headers.map(describe)),
      same("upperLayer", upperLayer, { protocol: walked.value.upper, offset: walked.value.upperOffset }),
      same("emitted again", hex, again.ok ? toHex(again.value) : again.error),
      ...walked.value.headers.map((one) => {
        const { offset, length } = one;
        const written = emitExtensionHeader(one);
        return same(
          `header at ${offset} emitted again`,
          toHex(bytes.subarray(offset, offset + length)),
          written.ok ? toHex(written.value) : written.error,
        );
      }),
    ];
  },
);

const names: Readonly<Record<number, string>> = {
  0: "HopByHop",
  43: "Routing",
  44: "Fragment",
  51: "AH",
  60: "DestinationOptions",
};

function describe(header: ExtensionHeader): Record<string, unknown> {
  const { type, offset, length, nextHeader } = header;
  const common = { type, name: names[type], offset, length, nextHeader };
  switch (header.kind) {
    case "authentication":
      return common;
    case "fragment":
      return {
        ...common,
        fragOffsetBytes: header.fragmentOffset,
        more: header.more,
        id: header.identification,
      };
    case "routing": {
      const { routingType, segmentsLeft, addresses } = header;
      return { ...common, routingType, segmentsLeft, addresses: addresses.map(formatIpv6Address) };
    }
    case "options":
      return {
        ...common,
        options: header.options.map((option) => ({ type: option.type, length: option.data?.length ?? null })),
      };
  }
}

const encode = vectors(
  z.object({
    fields: z.object({
      src: z.string(),
      dst: z.string(),
      hopLimit: z.int(),
      trafficClass: z.int(),
      flowLabel: z.int(),
      nextHeader: z.int(),
      payload: z.string(),
    }),
    hex: z.string(),
  }),
  ({ fields: { src, dst, payload, ...fields }, hex }) => {
    const emitted = emitIpv6({
      ...fields,
      source: ipv6(src),
      destination: ipv6(dst),
      payload: bytesOf(payload),
    });
    return [same("bytes", hex, emitted.ok ? toHex(emitted.value) : emitted.error)];
  },
);

export const ipv6Packets: Readonly<Record<string, Suite>> = {
  "ipv6/extension-chains.json": chains,
  "ipv6/header-encode.json": encode,
};
