import { type ReactNode, useId } from 'react';
import { FieldProblem } from './field.tsx';
import './choice.css';

export type Choice<V extends string> = {
  value: V;
  label: ReactNode;
  /** One line of what it is for. */
  help?: ReactNode;
  /** At the end of the line: a price. */
  aside?: ReactNode;
  icon?: ReactNode;
};

/** One answer out of several, each as large as a thumb. Native radio buttons: arrow keys and screen readers just work. */
export function RadioTiles<V extends string>({
  legend,
  hideLegend = false,
  value,
  onChange,
  choices,
  columns = 1,
  problem,
}: {
  legend: string;
  /** When the page's title asks the same. */
  hideLegend?: boolean;
  value: V | undefined;
  onChange: (value: V) => void;
  choices: readonly Choice<V>[];
  columns?: 1 | 2;
  problem?: string | undefined;
}) {
  const id = useId();
  return (
    <fieldset className="choices" aria-describedby={problem ? `${id}-problem` : undefined}>
      <legend className={hideLegend ? 'visually-hidden' : 'field-label'}>{legend}</legend>
      <div className={`tiles tiles-${columns}`}>
        {choices.map((choice) => (
          <label key={choice.value} className={`tile ${choice.icon ? 'tile-with-icon' : ''}`}>
            <input
              type="radio"
              name={id}
              className="tile-input"
              checked={choice.value === value}
              onChange={() => onChange(choice.value)}
            />
            <TileWords choice={choice} />
          </label>
        ))}
      </div>
      <FieldProblem id={`${id}-problem`} problem={problem} />
    </fieldset>
  );
}

/** Several answers at once, in the same shape. */
export function CheckTiles<V extends string>({
  legend,
  hideLegend = false,
  values,
  onChange,
  choices,
  problem,
}: {
  legend: string;
  hideLegend?: boolean;
  values: readonly V[];
  onChange: (values: V[]) => void;
  choices: readonly Choice<V>[];
  problem?: string | undefined;
}) {
  const id = useId();
  return (
    <fieldset className="choices" aria-describedby={problem ? `${id}-problem` : undefined}>
      <legend className={hideLegend ? 'visually-hidden' : 'field-label'}>{legend}</legend>
      <div className="tiles tiles-1">
        {choices.map((choice) => (
          <label key={choice.value} className="tile">
            <input
              type="checkbox"
              className="tile-input"
              checked={values.includes(choice.value)}
              onChange={(event) =>
                onChange(
                  event.currentTarget.checked
                    ? [...values, choice.value]
                    : values.filter((value) => value !== choice.value),
                )
              }
            />
            <TileWords choice={choice} />
          </label>
        ))}
      </div>
      <FieldProblem id={`${id}-problem`} problem={problem} />
    </fieldset>
  );
}

function TileWords({ choice }: { choice: Choice<string> }) {
  return (
    <>
      {choice.icon && <span className="tile-icon">{choice.icon}</span>}
      <span className="tile-words">
        <span className="tile-label">{choice.label}</span>
        {choice.help && <span className="tile-help">{choice.help}</span>}
      </span>
      {choice.aside && <span className="tile-aside">{choice.aside}</span>}
    </>
  );
}
