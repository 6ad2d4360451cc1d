import type { ComponentChildren, Ref } from "preact";
import { useState } from "preact/hooks";

type Props = {
  /** Its `data-part`, and the `data-action` of the field in it. */
  readonly part: string;
  readonly action: string;
  /** What the field asks for. */
  readonly label: string;
  /** File name endings, as the `accept` of a file field has them. */
  readonly accept: string;
  /** Gets the file that was chosen or dropped; undefined when something else was dropped. */
  readonly take: (file: File | undefined) => void;
  readonly field?: Ref<HTMLInputElement>;
  readonly children: ComponentChildren;
};

/** Takes one file: dropped on it, or chosen with its field. The same file may be chosen twice in a row. */
export function DropBox({ part, action, label, accept, take, field = null, children }: Props) {
  const [over, setOver] = useState(false);
  return (
    <div
      class="px-drop"
      data-over={over ? "" : undefined}
      data-part={part}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer?.files[0]);
      }}
    >
      <label class="px-file">
        {label}
        <input
          ref={field}
          type="file"
          accept={accept}
          data-action={action}
          onChange={({ currentTarget }) => {
            take(currentTarget.files?.[0]);
            currentTarget.value = "";
          }}
        />
      </label>
      {children}
    </div>
  );
}
