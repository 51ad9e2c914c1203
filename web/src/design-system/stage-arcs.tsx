import './mark.css';

export type Stage = { label: string; state: 'done' | 'here' | 'ahead'; stateWords: string };

const centre = { x: 160, y: -34 };
const halfAngle = (36.5 * Math.PI) / 180;
const firstRadius = 71;
const thickness = 28;
const step = 36;

/** Each stage is an arc going deeper, like an echo. The drawing is a picture of the list that screen readers get. */
export function StageArcs({ label, stages }: { label: string; stages: readonly Stage[] }) {
  return (
    <div>
      <ol className="visually-hidden" aria-label={label}>
        {stages.map((stage) => (
          <li key={stage.label} aria-current={stage.state === 'here' ? 'step' : undefined}>
            {stage.label}: {stage.stateWords}
          </li>
        ))}
      </ol>
      <svg className="arcs" viewBox={`0 0 320 ${firstRadius + step * stages.length + centre.y + 4}`} aria-hidden="true">
        {stages.map((stage, index) => {
          const inner = firstRadius + index * step;
          return (
            <g key={stage.label}>
              <path className={`arcs-${stage.state}`} d={ring(inner, inner + thickness)} />
              <text className={`arcs-word arcs-word-${stage.state}`} x={centre.x} y={centre.y + inner + 19}>
                {stage.label}
              </text>
            </g>
          );
        })}
      </svg>
    </div>
  );
}

function ring(inner: number, outer: number): string {
  const at = (radius: number, side: number) =>
    `${(centre.x + side * radius * Math.sin(halfAngle)).toFixed(1)} ${(centre.y + radius * Math.cos(halfAngle)).toFixed(1)}`;
  return `M${at(inner, -1)}A${inner} ${inner} 0 0 0 ${at(inner, 1)}L${at(outer, 1)}A${outer} ${outer} 0 0 1 ${at(outer, -1)}Z`;
}
