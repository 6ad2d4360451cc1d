import { graderFile } from "./exercise-page.ts";

/** The text with parts of it replaced. Throws where a part is not there, so that a new model solution is noticed. */
function changed(text: string, ...changes: readonly (readonly [part: string, instead: string])[]): string {
  return changes.reduce((before, [part, instead]) => {
    if (!before.includes(part)) throw new Error(`not in the model solution: ${part}`);
    return before.replace(part, instead);
  }, text);
}

/** A capstone on its way to the model solution: each text is one stage further than the one before. */
export type HalfRight = { readonly id: string; readonly texts: readonly string[] };

const router = graderFile("routing/router", "solution.ts");
const noHostile = changed(
  router,
  [`if (!isIntact(packet)) return drop("bad-header");`, ""],
  ["if (source === 0 || source === 127 || source >= 224) return drop();", ""],
);
const noMtu = changed(noHostile, ["if (uint16(packet, 2) > mtu)", "if (uint16(packet, 2) > 65535)"]);
const noErrors = changed(
  noMtu,
  ["return icmpError(router, packet, 11, 0)", "return drop()"],
  ["return icmpError(router, packet, 3, 0)", "return drop()"],
);
const noNeighbours = changed(noErrors, [`? { kind: "resolve", iface, ip } :`, "? drop() :"]);
const noRoutes = changed(noNeighbours, [
  ".filter(({ dest, length }) => {",
  ".filter(({ dest, length, gateway }) => {\n      if (gateway !== null) return false;",
]);
const noTtl = changed(
  noRoutes,
  ["copy[8] -= 1;", ""],
  ["writeChecksum(copy.subarray(0, headerBytes(copy)), 10);", ""],
);

/** Capstone 09.5, after each of its seven stages. */
export const halfRouters: HalfRight = {
  id: "routing/router",
  texts: [noTtl, noRoutes, noNeighbours, noErrors, noMtu, noHostile, router],
};

const traceroute = graderFile("icmp/traceroute", "solution.ts");
const anyRefusal = changed(traceroute, [
  "if (reply.type === 3 && reply.code === 3)",
  "if (reply.type === 3)",
]);
const anyReply = changed(anyRefusal, ["reply !== null && reply.quotedDstPort === dstPort", "reply !== null"]);
const noSilence = changed(anyReply, ["if (reply !== null)", "if (true)"]);
const noEnd = changed(noSilence, ["if (unreachable) return { hops, reached };", ""]);

/** Capstone 09.4, after each of its five stages. */
export const halfTraceroutes: HalfRight = {
  id: "icmp/traceroute",
  texts: [noEnd, noSilence, anyReply, anyRefusal, traceroute],
};
