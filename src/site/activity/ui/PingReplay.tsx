import type { PartOf } from "#course/activities/parts.ts";
import type { Ping } from "#course/activities/pings.ts";
import { replayPing } from "#course/activities/replay-ping.ts";
import { NetworkPlayer } from "../../network/NetworkPlayer.tsx";
import "../../packet/install.ts";
import "../../styles/network.css";

type Props = { readonly part: PartOf<"tables">; readonly value: readonly string[]; readonly ping: Ping };

/** A ping of the reader's tables, frame by frame. It is loaded when it is asked for: see Tables.tsx. */
export function PingReplay({ part, value, ping }: Props) {
  const { figure, journal } = replayPing(part, value, ping);
  return (
    <div class="network" data-replay={`${ping.from.node}-${ping.to.node}`}>
      <NetworkPlayer figure={figure} journal={journal} fileName={`ping-${ping.from.node}-${ping.to.node}`} />
    </div>
  );
}
