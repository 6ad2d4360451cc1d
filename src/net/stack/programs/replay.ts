import type { Process, Program } from "../host/process.ts";

/** Packets with the time of each, in ms from the start of the program, in order. */
export type TimedPackets = readonly { readonly at: number; readonly packet: Uint8Array }[];

/** Sends whole IP packets as they are, each at its time: made by hand, or taken from a capture. */
export function replay(packets: TimedPackets): Program {
  const from = (next: number, began: number): Process =>
    function step(event, now) {
      if (event.kind !== "timer" && event.kind !== "start") return { process: step, actions: [] };
      const start = event.kind === "start" ? now : began;
      const due = packets.slice(next).findIndex(({ at }) => start + at > now);
      const end = due === -1 ? packets.length : next + due;
      const sent = packets.slice(next, end).map(({ packet }) => ({ kind: "send-packet" as const, packet }));
      const following = packets[end];
      return following === undefined
        ? { process: null, actions: sent }
        : {
            process: from(end, start),
            actions: [...sent, { kind: "timer", at: start + following.at }],
          };
    };
  return { command: "replay", process: from(0, 0) };
}
