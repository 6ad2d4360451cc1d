import { useEffect, useRef, useState } from "preact/hooks";
import { studentSchema, type Student } from "#course/classroom/hand-in.ts";
import { words as common } from "../exercise/words.ts";
import { studentText, words } from "./hand-in-words.ts";

type Props = {
  /** Who hands in; null while nobody said. */
  readonly student: Student | null;
  readonly handIn: (student: Student) => void;
};
type Field = keyof Student;

const fields = ["name", "number", "group"] as const;

/** The button that makes the file, below who hands in: asked for once, editable later. */
export function Signature({ student, handIn }: Props) {
  const [editing, setEditing] = useState(false);
  const edit = useRef<HTMLButtonElement>(null);
  const [back, setBack] = useState(false);
  useEffect(() => {
    if (back) edit.current?.focus();
    setBack(false);
  }, [back]);
  const close = (): void => {
    setEditing(false);
    setBack(true);
  };
  if (student === null || editing)
    return (
      <StudentForm
        student={student}
        cancel={student === null ? null : close}
        handIn={(given) => {
          close();
          handIn(given);
        }}
      />
    );
  return (
    <div class="lab-signature">
      <p>
        {words.as} <strong data-student>{studentText(student)}</strong>.{" "}
        <button
          ref={edit}
          type="button"
          class="px-link"
          data-action="edit-student"
          onClick={() => setEditing(true)}
        >
          {words.edit}
        </button>
      </p>
      <p>
        <button type="button" class="px-button primary" data-action="hand-in" onClick={() => handIn(student)}>
          {words.handIn}
        </button>
      </p>
    </div>
  );
}

type FormProps = {
  readonly student: Student | null;
  /** Null where there is nothing to go back to. */
  readonly cancel: (() => void) | null;
  readonly handIn: (student: Student) => void;
};

function StudentForm({ student, cancel, handIn }: FormProps) {
  const [faults, setFaults] = useState<ReadonlySet<Field>>(new Set());
  const form = useRef<HTMLFormElement>(null);
  const input = (field: Field): HTMLInputElement | null =>
    form.current?.querySelector<HTMLInputElement>(`input[name="${field}"]`) ?? null;
  useEffect(() => {
    if (student !== null) input("name")?.focus();
  }, []);

  const submit = (event: Event): void => {
    event.preventDefault();
    const given = Object.fromEntries(fields.map((field) => [field, input(field)?.value ?? ""]));
    const parsed = studentSchema.safeParse(given);
    const wrong = fields.filter((field) => parsed.error?.issues.some(({ path }) => path[0] === field));
    setFaults(new Set(wrong));
    if (parsed.success) handIn(parsed.data);
    else input(wrong[0] ?? "name")?.focus();
  };

  return (
    <form ref={form} class="lab-form" data-part="student" noValidate onSubmit={submit}>
      {fields.map((field) => (
        <div class="lab-field" key={field}>
          <label for={`student-${field}`}>{words[field]}</label>
          <input
            id={`student-${field}`}
            name={field}
            type="text"
            autocomplete={field === "name" ? "name" : "off"}
            required={field !== "group"}
            defaultValue={student?.[field] ?? ""}
            aria-invalid={faults.has(field) ? "true" : undefined}
            aria-describedby={faults.has(field) ? `student-${field}-fault` : undefined}
          />
          {faults.has(field) && (
            <p class="lab-fault" id={`student-${field}-fault`} data-fault={field}>
              {words.faults[field]}
            </p>
          )}
        </div>
      ))}
      <p class="px-quiet">{words.kept}</p>
      <p class="lab-buttons">
        <button type="submit" class="px-button primary" data-action="hand-in">
          {words.handIn}
        </button>
        {cancel !== null && (
          <button type="button" class="px-link" data-action="cancel-student" onClick={cancel}>
            {common.cancel}
          </button>
        )}
      </p>
    </form>
  );
}
