import type { ReactNode } from 'react';
import './choice.css';

export function Checkbox({
  label,
  help,
  checked,
  onChange,
}: {
  label: ReactNode;
  help?: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
}) {
  return (
    <label className="checkbox">
      <input
        type="checkbox"
        className="checkbox-input"
        checked={checked}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span>
        <span className="checkbox-label">{label}</span>
        {help && <span className="tile-help">{help}</span>}
      </span>
    </label>
  );
}
