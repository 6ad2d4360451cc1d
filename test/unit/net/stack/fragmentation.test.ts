import { constantFrom, integer, property, record, shuffledSubarray, tuple, uint8Array } from "fast-check";
import { expect, test } from "vitest";
import { fragmentIpv4 } from "#net/stack/ipv4-fragmentation.ts";
import { receiveIpv4Fragment } from "#net/stack/ipv4-reassembly.ts";
import { fragmentIpv6 } from "#net/stack/ipv6-fragmentation.ts";
import { receiveIpv6Fragment } from "#net/stack/ipv6-reassembly.ts";
import type { ReassemblyState } from "#net/stack/reassembly.ts";
import { parseIpv4, verifiesIpv4Checksum } from "#net/wire/ipv4.ts";
import { parseIpv6 } from "#net/wire/ipv6.ts";
import { bytes, valueOf } from "../vectors.ts";
import { holds } from "../holds.ts";
import { counted, packet4, packet6 } from "./packets.ts";

const header = (packet: Uint8Array) => valueOf(parseIpv4(packet));
const hopByHop = bytes("3c00010400000000");
const destinationOptions = bytes("1100010400000000");

/** Feeds all packets in; the packets that came out. */
const receiveAll = (
  receive: typeof receiveIpv4Fragment | typeof receiveIpv6Fragment,
  packets: Uint8Array[],
) => {
  let state: ReassemblyState = new Map();
  const complete: Uint8Array[] = [];
  for (const packet of packets) {
    const step = receive(state, packet, 0);
    state = step.state;
    if (step.outcome.kind === "complete") complete.push(step.outcome.packet);
  }
  return { complete, left: state.size };
};

const sized = record({
  payload: integer({ min: 9, max: 3000 }).map(counted),
  mtu: integer({ min: 68, max: 1500 }),
  options: constantFrom("", "94040000", "1e046162", "0707040000000000", "940400001e03780001000000").map(
    bytes,
  ),
});

test("fragments fit, begin on multiples of 8, and carry the data whole, each with a sound checksum", () => {
  holds(
    property(sized, ({ payload, mtu, options }) => {
      const whole = packet4({ payload, options });
      const fragments = valueOf(fragmentIpv4(whole, mtu));
      let next = 0;
      for (const [i, fragment] of fragments.entries()) {
        const last = i === fragments.length - 1;
        const { fragmentOffset, mf, payload: data, identification, ttl } = header(fragment);
        expect([fragmentOffset, mf, identification, ttl]).toEqual([next, !last, 0x1234, 64]);
        expect(data).toEqual(payload.subarray(next, next + data.length));
        expect(fragment.length).toBeLessThanOrEqual(mtu);
        // No fragment but the last leaves room for another unit of 8 bytes.
        if (!last) expect(fragment.length).toBeGreaterThan(mtu - 8);
        expect(verifiesIpv4Checksum(fragment)).toBe(true);
        next += data.length;
      }
      expect(next).toBe(payload.length);
    }),
  );
});

test("what is cut twice and shuffled comes together as it was", () => {
  const shuffled = tuple(sized, integer({ min: 68, max: 400 })).chain(
    ([{ payload, mtu, options }, second]) => {
      const whole = packet4({ payload, options });
      const pieces = valueOf(fragmentIpv4(whole, mtu)).flatMap((piece) =>
        valueOf(fragmentIpv4(piece, second)),
      );
      return record({
        whole: constantFrom(whole),
        pieces: shuffledSubarray(pieces, { minLength: pieces.length }),
      });
    },
  );
  holds(
    property(shuffled, ({ whole, pieces }) => {
      expect(receiveAll(receiveIpv4Fragment, pieces)).toEqual({ complete: [whole], left: 0 });
      if (pieces.length > 1) expect(receiveAll(receiveIpv4Fragment, pieces.slice(1)).complete).toEqual([]);
    }),
    150,
  );
});

test("IPv6: the source cuts behind the Per-Fragment headers, and it comes together as it was", () => {
  const chains = constantFrom(
    { nextHeader: 17, before: [] },
    { nextHeader: 0, before: [hopByHop, destinationOptions] },
    { nextHeader: 60, before: [destinationOptions] },
  );
  const shuffled = tuple(chains, integer({ min: 1300, max: 4000 }), integer({ min: 1280, max: 1500 })).chain(
    ([{ nextHeader, before }, length, mtu]) => {
      const payload = Uint8Array.from([...before.flatMap((part) => [...part]), ...counted(length)]);
      const whole = packet6({ nextHeader, payload });
      const pieces = valueOf(fragmentIpv6(whole, mtu, 0xdeadbeef));
      return record({
        mtu: constantFrom(mtu),
        whole: constantFrom(whole),
        inOrder: constantFrom(pieces),
        pieces: shuffledSubarray(pieces, { minLength: pieces.length }),
      });
    },
  );
  holds(
    property(shuffled, ({ mtu, whole, pieces, inOrder }) => {
      for (const piece of pieces) expect(piece.length).toBeLessThanOrEqual(mtu);
      for (const piece of inOrder.slice(0, -1)) expect(piece.length).toBeGreaterThan(mtu - 8);
      // Every piece repeats the Hop-by-Hop header, none the Destination Options of the receiver alone.
      if (valueOf(parseIpv6(whole)).nextHeader === 0) {
        for (const piece of pieces) expect([piece[6], piece[40]]).toEqual([0, inOrder.length > 1 ? 44 : 60]);
      }
      expect(receiveAll(receiveIpv6Fragment, pieces)).toEqual({ complete: [whole], left: 0 });
    }),
    100,
  );
});

// E9: the headers of the course's example, computed by hand from RFC 791.
test("3000 bytes over 1500 are 1500, 1500 and 40; 3020 are 1500, 1500 and 60; 4000 over 1006 end with 64", () => {
  const heads = (total: number, mtu: number): string[] =>
    valueOf(fragmentIpv4(packet4({ payload: counted(total - 20) }), mtu)).map((fragment) =>
      [...fragment.subarray(0, 12)].map((byte) => byte.toString(16).padStart(2, "0")).join(""),
    );
  expect(heads(3000, 1500)).toEqual([
    "450005dc123420004011c777",
    "450005dc123420b94011c6be",
    "45000028123401724011ebb9",
  ]);
  expect(heads(3020, 1500).map((head) => head.slice(4, 8))).toEqual(["05dc", "05dc", "003c"]);
  expect(heads(4000, 1006).map((head) => head.slice(4, 8))).toEqual(["03ec", "03ec", "03ec", "03ec", "0040"]);
});

test("options without the copied bit stay with the first fragment", () => {
  // RR (not copied), Router Alert (copied), EOOL.
  const options = bytes("070704000000009404000000");
  const [first, second] = valueOf(fragmentIpv4(packet4({ payload: counted(100), options }), 100)).map(header);
  expect(first?.options).toEqual(options);
  expect(second?.options).toEqual(bytes("010101010101019404000000"));
  // Options that cannot be read are left alone.
  const broken = bytes("07ff0400");
  const [, later] = valueOf(fragmentIpv4(packet4({ payload: counted(100), options: broken }), 100)).map(
    header,
  );
  expect(later?.options).toEqual(broken);
});

test("DF and links that are too small are refused, exactly the MTU passes", () => {
  const code = (packet: Uint8Array, mtu: number): string => {
    const result = fragmentIpv4(packet, mtu);
    return result.ok ? `${result.value.length}` : result.error.code;
  };
  const packet = packet4({ payload: counted(100) });
  expect(code(packet, 120)).toBe("1");
  expect(code(packet, 119)).toBe("2");
  expect(code(packet4({ payload: counted(100), df: true }), 119)).toBe("df");
  expect(code(packet4({ payload: counted(100), df: true }), 120)).toBe("1");
  expect(code(packet, 28)).toBe("13");
  expect(code(packet, 27)).toBe("mtu");
  expect(code(packet.subarray(0, 60), 100)).toBe("total-length");
  expect(code(packet4({ payload: counted(100), fragmentOffset: 65528 }), 100)).toBe("out-of-range");
  const six = fragmentIpv6(packet6({ payload: counted(100) }), 55, 1);
  expect(six.ok ? null : six.error.code).toBe("mtu");
});

test("the link's padding is no part of what is cut", () => {
  const padded = new Uint8Array([...packet4({ payload: counted(10) }), ...counted(16)]);
  expect(valueOf(fragmentIpv4(padded, 1500))).toEqual([padded.subarray(0, 30)]);
});

test("cutting and putting together never throw, on any bytes", () => {
  const start = constantFrom("", "45", "46000030", "6000000000302c40", "6000000000300040");
  const any = tuple(start.map(bytes), uint8Array({ maxLength: 120 }), integer({ min: 0, max: 200 }));
  holds(
    property(any, ([head, tail, mtu]) => {
      const packet = new Uint8Array([...head, ...tail]);
      expect(typeof fragmentIpv4(packet, mtu).ok).toBe("boolean");
      expect(typeof fragmentIpv6(packet, mtu, 1).ok).toBe("boolean");
      expect(receiveIpv4Fragment(new Map(), packet, 0).outcome.kind).toMatch(/^[a-z]+$/);
      expect(receiveIpv6Fragment(new Map(), packet, 0).outcome.kind).toMatch(/^[a-z]+$/);
    }),
    1000,
  );
});
