import { useEffect, useState } from "preact/hooks";

export type Speed = "slow" | "normal" | "fast";

/** How long a frame is on its way on screen, and how long one looks at what came of it. In ms. */
const pace: Readonly<Record<Speed, { readonly move: number; readonly rest: number }>> = {
  slow: { move: 250, rest: 1800 },
  normal: { move: 250, rest: 800 },
  fast: { move: 150, rest: 150 },
};

export type Player = {
  /** Place of the step on screen; -1 before the first. */
  readonly step: number;
  /** How far its frames are on their way, 0 to 1. */
  readonly progress: number;
  readonly playing: boolean;
  readonly speed: Speed;
  readonly go: (step: number) => void;
  readonly toggle: () => void;
  readonly setSpeed: (speed: Speed) => void;
};

/** Goes through steps at a pace that one can follow; without movement where the reader asked for none. */
export function usePlayer(steps: number): Player {
  const [step, setStep] = useState(-1);
  const [progress, setProgress] = useState(1);
  const [playing, setPlaying] = useState(false);
  const [speed, setSpeed] = useState<Speed>("normal");

  const go = (next: number): void => {
    setPlaying(false);
    setStep(Math.max(-1, Math.min(steps - 1, next)));
    setProgress(1);
  };

  useEffect(() => {
    if (!playing) return;
    const { move, rest } = pace[speed];
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const started = performance.now();
    let frame = 0;
    const tick = (now: number): void => {
      setProgress(still ? 1 : Math.min(1, (now - started) / move));
      if (now - started < move && !still) frame = requestAnimationFrame(tick);
    };
    frame = requestAnimationFrame(tick);
    const timer = setTimeout(() => {
      if (step + 1 >= steps) setPlaying(false);
      else setStep(step + 1);
    }, move + rest);
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
      setProgress(1);
    };
  }, [playing, speed, step, steps]);

  return {
    step,
    progress,
    playing,
    speed,
    go,
    toggle: () => {
      if (playing) setPlaying(false);
      else {
        setStep(step + 1 >= steps ? 0 : step + 1);
        setPlaying(steps > 0);
      }
    },
    setSpeed,
  };
}
