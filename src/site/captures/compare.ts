import { decodeValue, encodeValue, type EncodedValue } from "#course/exercise/value.ts";
import type { Exercise } from "#course/exercise/exercise.ts";
import { equalValues } from "#course/grading/equal.ts";
import type { FiledFrame } from "#course/network/capture-file.ts";
import { layersOf } from "#course/network/dissection/layers.ts";
import type { GradingClient } from "#worker/client.ts";

/** The outermost IPv4 packet of a frame, as the link brought it; null where there is none. */
export function ipv4PacketOf({ data, link }: FiledFrame): Uint8Array | null {
  if (link === null) return null;
  const layer = layersOf(data, link).find(({ layout }) => layout.name === "ipv4");
  return layer?.bytes ?? null;
}

export type Comparison =
  | { readonly kind: "same"; readonly packets: number }
  | {
      readonly kind: "differs";
      /** Index of the frame in the file. */
      readonly frame: number;
      readonly expected: EncodedValue;
      readonly actual: EncodedValue;
    }
  | { readonly kind: "not-opened" | "stopped" };

/** How many packets go to the worker at a time: the most that one request takes. */
const batch = 20;

/** Runs the learner's function on every packet, in order, until it answers otherwise than the reference. */
export async function compareOnCapture(
  client: GradingClient,
  exercise: Pick<Exercise, "reference" | "sameResult">,
  id: string,
  source: string,
  packets: readonly { readonly frame: number; readonly packet: Uint8Array }[],
  told: (done: number) => void,
  signal: AbortSignal,
): Promise<Comparison> {
  const same = exercise.sameResult ?? equalValues;
  for (let from = 0; from < packets.length; from += batch) {
    const part = packets.slice(from, from + batch);
    const answer = await client.tryOut(
      { exercise: id, source, seed: 1, inputs: part.map(({ packet }) => [encodeValue(packet)]) },
      signal,
    );
    if ("kind" in answer) return { kind: "stopped" };
    if (answer.failure !== null) return { kind: "not-opened" };
    for (const [i, { frame, packet }] of part.entries()) {
      const result = answer.results[i];
      if (result === undefined || result.stopped === "not-accepted") continue;
      const expected = exercise.reference(packet);
      const actual = result.actual ?? { $undefined: true };
      if (!same(expected, decodeValue(actual), [packet]))
        return { kind: "differs", frame, expected: encodeValue(expected), actual };
    }
    told(from + part.length);
  }
  return { kind: "same", packets: packets.length };
}
