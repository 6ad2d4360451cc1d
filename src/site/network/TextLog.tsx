import type { ReplayStep } from "#course/network/replay/steps.ts";
import { summarise, type PacketSummary } from "#course/network/dissection/summary.ts";
import type { Link } from "#course/network/dissection/layers.ts";
import { eventSentence, seconds, words } from "./words.ts";

type Props = { readonly steps: readonly ReplayStep[]; readonly linkOf: (link: string) => Link };

/** Everything that happens, in sentences: for those who do not see the drawing, and for those who like to read. */
export function TextLog({ steps, linkOf }: Props) {
  return (
    <details class="network-log">
      <summary>{words.log}</summary>
      <ol>
        {steps.map((step, index) => (
          <li key={index}>
            <span class="quiet">{seconds(step.at)}</span> <StepText step={step} linkOf={linkOf} />
          </li>
        ))}
      </ol>
    </details>
  );
}

/** One step in sentences. */
export function StepText({ step, linkOf }: { readonly step: ReplayStep; readonly linkOf: Props["linkOf"] }) {
  return (
    <>
      {step.flights.map((flight) => {
        const { protocol, info }: PacketSummary = summarise(flight.bytes, linkOf(flight.link));
        return (
          <span key={flight.n} class="network-said">
            <strong>{words.sends(flight.from.node, flight.to?.node ?? null)}</strong>{" "}
            <span lang="en">
              {protocol}, {info}
            </span>
            {flight.lost !== null && ` (${words.lostOn(flight.link, flight.lost)})`}.{" "}
          </span>
        );
      })}
      {sentencesOf(step).map((sentence) => (
        <span key={sentence} class="network-said">
          {sentence}{" "}
        </span>
      ))}
    </>
  );
}

const sentencesOf = ({ events }: ReplayStep): string[] => [
  ...new Set(events.map(eventSentence).filter((sentence) => sentence !== null)),
];
