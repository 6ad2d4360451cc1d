import { emitIpv4, type Ipv4Fields } from "#net/wire/ipv4.ts";
import { emitIpv6, type Ipv6Fields } from "#net/wire/ipv6.ts";
import { valueOf } from "../vectors.ts";

/** Packets as tests write them: what a test does not name has a plain value. */
export const packet4 = (fields: Partial<Ipv4Fields> & { readonly payload: Uint8Array }): Uint8Array =>
  valueOf(
    emitIpv4({
      dscp: 0,
      ecn: 0,
      identification: 0x1234,
      df: false,
      mf: false,
      fragmentOffset: 0,
      ttl: 64,
      protocol: 17,
      source: 0xc0a8640a,
      destination: 0xc0a8960a,
      options: new Uint8Array(),
      ...fields,
    }),
  );

export const packet6 = (fields: Partial<Ipv6Fields> & { readonly payload: Uint8Array }): Uint8Array =>
  valueOf(
    emitIpv6({
      trafficClass: 0,
      flowLabel: 0,
      nextHeader: 17,
      hopLimit: 64,
      source: 0x2001_0db8n << 96n,
      destination: (0x2001_0db8n << 96n) + 1n,
      ...fields,
    }),
  );

/** 0, 1, 2, … so that every byte of it says where it stood. */
export const counted = (length: number): Uint8Array =>
  Uint8Array.from({ length }, (_, i) => i * 7 + (i >> 8));
