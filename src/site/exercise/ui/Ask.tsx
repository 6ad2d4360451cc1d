import { useEffect, useRef, useState } from "preact/hooks";
import { words } from "../words.ts";

type Props = {
  readonly label: string;
  /** The question; null: act at once. */
  readonly question: string | null;
  readonly act: () => void;
  readonly hook: string;
  readonly disabled?: boolean;
};

/** A button that asks back in its own place, without a dialog; the focus follows and comes back. */
export function Ask({ label, question, act, hook, disabled = false }: Props) {
  const [asking, setAsking] = useState(false);
  const [back, setBack] = useState(false);
  const yes = useRef<HTMLButtonElement>(null);
  const own = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (asking) yes.current?.focus();
    else if (back) own.current?.focus();
  }, [asking, back]);
  const close = (): void => {
    setAsking(false);
    setBack(true);
  };
  if (!asking)
    return (
      <button
        ref={own}
        type="button"
        class="px-link"
        data-action={hook}
        disabled={disabled}
        onClick={() => (question === null ? act() : setAsking(true))}
      >
        {label}
      </button>
    );
  return (
    <span
      class="px-ask"
      role="group"
      aria-label={label}
      onKeyDown={(event) => {
        if (event.key === "Escape") close();
      }}
    >
      <span>{question}</span>
      <button
        ref={yes}
        type="button"
        class="px-button"
        data-action={`${hook}-yes`}
        onClick={() => {
          close();
          act();
        }}
      >
        {label}
      </button>
      <button type="button" class="px-link" data-action={`${hook}-cancel`} onClick={close}>
        {words.cancel}
      </button>
    </span>
  );
}
