import type { ReplayStep } from "#course/network/replay/steps.ts";
import type { Player, Speed } from "./use-player.ts";
import { words } from "./words.ts";

type Props = { readonly player: Player; readonly steps: readonly ReplayStep[] };

/** Play, pause, one step on, one back, from the start; how fast; and where one is. */
export function Controls({ player, steps }: Props) {
  const { step, playing, speed, go, toggle, setSpeed } = player;
  const at = steps[step];
  return (
    <div class="network-controls" role="group" aria-label={words.player}>
      <button type="button" class="px-button" data-action="first" onClick={() => go(-1)}>
        {words.first}
      </button>
      <button type="button" class="px-button" data-action="back" onClick={() => go(step - 1)}>
        {words.back}
      </button>
      <button type="button" class="px-button primary" data-action="play" onClick={toggle}>
        {playing ? words.pause : words.play}
      </button>
      <button type="button" class="px-button" data-action="next" onClick={() => go(step + 1)}>
        {words.next}
      </button>
      <label>
        {words.speed}{" "}
        <select value={speed} onChange={({ currentTarget }) => setSpeed(speedNamed(currentTarget.value))}>
          {speeds.map((one) => (
            <option key={one} value={one}>
              {words.speeds[one]}
            </option>
          ))}
        </select>
      </label>
      <label class="network-position">
        {words.position}{" "}
        <input
          type="range"
          min={0}
          max={steps.length}
          value={step + 1}
          onInput={({ currentTarget }) => go(currentTarget.valueAsNumber - 1)}
          aria-valuetext={at === undefined ? words.start : words.step(step, steps.length, at.at)}
        />
      </label>
      <span class="quiet network-count">{at === undefined ? "" : words.step(step, steps.length, at.at)}</span>
    </div>
  );
}

const speeds: readonly Speed[] = ["slow", "normal", "fast"];
const speedNamed = (name: string): Speed => speeds.find((one) => one === name) ?? "normal";
