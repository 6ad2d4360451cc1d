import { tcpFlag } from "../wire/tcp.ts";
import type { NatEntry, TcpSign } from "./nat-entry.ts";

/** The signs that a TCP segment adds to those of its dialogue; a SYN after the end begins a new one. */
export function signsAfter(
  before: readonly TcpSign[],
  flags: number,
  direction: "out" | "in",
): readonly TcpSign[] {
  const has = (flag: number): boolean => (flags & flag) !== 0;
  const kept = has(tcpFlag.SYN) && isOver(before) ? [] : before;
  const news: TcpSign[] = [
    ...(has(tcpFlag.SYN) ? [`syn-${direction}` as const] : []),
    ...(has(tcpFlag.FIN) ? [`fin-${direction}` as const] : []),
    ...(has(tcpFlag.RST) ? ["rst" as const] : []),
  ];
  return [...new Set([...kept, ...news])];
}

const isOver = (signs: readonly TcpSign[]): boolean =>
  signs.includes("rst") || (signs.includes("fin-out") && signs.includes("fin-in"));

/**
 * Whether a TCP dialogue is only half open, or closed (RFC 5382 §5: a transitory phase): it is forgotten sooner than
 * one that stands. One whose beginning the box did not see counts as standing.
 */
export const isTransitory = ({ tcp = [] }: NatEntry): boolean =>
  isOver(tcp) || tcp.includes("syn-out") !== tcp.includes("syn-in");
