import { useId, useRef } from 'react';
import { Button } from './button.tsx';

/** A button that opens the phone's camera or the files: the browser's own input is in another language and look. */
export function FileButton({
  label,
  help,
  accept,
  disabled = false,
  busy,
  onFile,
}: {
  label: string;
  help?: string;
  accept: string;
  disabled?: boolean;
  busy?: string | undefined;
  onFile: (file: File) => void;
}) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className="field">
      <input
        ref={input}
        type="file"
        accept={accept}
        className="visually-hidden"
        tabIndex={-1}
        aria-label={label}
        disabled={disabled}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          // The same file may be chosen again after a problem.
          event.currentTarget.value = '';
          if (file) onFile(file);
        }}
      />
      <Button
        look="second"
        wide
        busy={busy}
        disabled={disabled}
        aria-describedby={help ? `${id}-help` : undefined}
        onClick={() => input.current?.click()}
      >
        {label}
      </Button>
      {help && (
        <p className="field-help" id={`${id}-help`}>
          {help}
        </p>
      )}
    </div>
  );
}
