import { type InputHTMLAttributes, type ReactNode, useId } from 'react';
import './field.css';

/** Label above, help under it, the problem beside the field and tied to it; typed text is never taken away. */
function FieldFrame({
  id,
  label,
  help,
  problem,
  optional,
  children,
}: {
  id: string;
  label: string;
  help?: ReactNode;
  problem?: string | undefined;
  /** The word for "optional" in the person's language, when the field may stay empty. */
  optional?: string | undefined;
  children: ReactNode;
}) {
  return (
    <div className={`field ${problem ? 'field-wrong' : ''}`}>
      <label className="field-label" htmlFor={id}>
        {label}
        {optional && <span className="field-optional"> ({optional})</span>}
      </label>
      {help && (
        <p className="field-help" id={`${id}-help`}>
          {help}
        </p>
      )}
      {children}
      <FieldProblem id={`${id}-problem`} problem={problem} />
    </div>
  );
}

export function FieldProblem({ id, problem }: { id: string; problem?: string | undefined }) {
  return (
    <p className="field-problem" id={id} role={problem ? 'alert' : undefined} hidden={!problem}>
      {problem}
    </p>
  );
}

export function describedBy(id: string, help: unknown, problem: unknown): string | undefined {
  const parts = [help ? `${id}-help` : '', problem ? `${id}-problem` : ''].filter(Boolean);
  return parts.length > 0 ? parts.join(' ') : undefined;
}

type Own = {
  label: string;
  help?: ReactNode;
  problem?: string | undefined;
  optional?: string | undefined;
  value: string;
  onChange: (value: string) => void;
};

export function TextField({
  label,
  help,
  problem,
  optional,
  value,
  onChange,
  className,
  ...rest
}: Own & Omit<InputHTMLAttributes<HTMLInputElement>, keyof Own>) {
  const id = useId();
  return (
    <FieldFrame id={id} label={label} help={help} problem={problem} optional={optional}>
      <input
        {...rest}
        id={id}
        className={`field-input ${className ?? ''}`}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        aria-invalid={problem ? true : undefined}
        aria-describedby={describedBy(id, help, problem)}
      />
    </FieldFrame>
  );
}

export function TextArea({ label, help, problem, optional, value, onChange, rows = 3 }: Own & { rows?: number }) {
  const id = useId();
  return (
    <FieldFrame id={id} label={label} help={help} problem={problem} optional={optional}>
      <textarea
        id={id}
        className="field-input"
        rows={rows}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        aria-invalid={problem ? true : undefined}
        aria-describedby={describedBy(id, help, problem)}
      />
    </FieldFrame>
  );
}

/** Longer than this a choice may be cut in the closed list of the browser; then it is said again, whole, under it. */
const longChoice = 44;

/** The browser's own list: the best one on a phone, and with a screen reader. */
export function SelectField({
  label,
  help,
  problem,
  value,
  onChange,
  options,
}: Own & { options: readonly { value: string; label: string }[] }) {
  const id = useId();
  const chosen = options.find((option) => option.value === value)?.label ?? '';
  return (
    <FieldFrame id={id} label={label} help={help} problem={problem}>
      <select
        id={id}
        className="field-input field-select"
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        aria-invalid={problem ? true : undefined}
        aria-describedby={describedBy(id, help, problem)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      {chosen.length > longChoice && <p className="field-help field-chosen">{chosen}</p>}
    </FieldFrame>
  );
}
