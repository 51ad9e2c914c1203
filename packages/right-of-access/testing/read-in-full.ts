/** Decisions by what they are about, as a text that somebody reads beside the law. */
export function readInFull(decisions: Readonly<Record<string, unknown>>): string {
  const told = Object.entries(decisions).map(([name, decision]) => `${name}\n${drawn(decision)}`);
  return `${told.join('\n\n')}\n`;
}

/** One fact a line, indented as deep as it lies. */
function drawn(value: unknown, indent = '  '): string {
  if (value === null || typeof value !== 'object') return `${indent}${String(value)}`;
  if (Array.isArray(value))
    return value.length === 0 ? `${indent}none` : value.map((one) => item(one, indent)).join('\n');
  return Object.entries(value)
    .map(([name, one]) =>
      one !== null && typeof one === 'object'
        ? `${indent}${name}\n${drawn(one, `${indent}  `)}`
        : `${indent}${name}: ${one}`,
    )
    .join('\n');
}

function item(one: unknown, indent: string): string {
  if (one === null || typeof one !== 'object') return `${indent}- ${one}`;
  if ('name' in one && 'value' in one) return `${indent}${one.name} = ${one.value}`;
  if ('name' in one && 'cite' in one) return `${indent}- ${one.name} (${one.cite})`;
  if ('evidence' in one && 'cite' in one) return `${indent}- ${one.evidence} (${one.cite})`;
  return `${indent}-\n${drawn(one, `${indent}  `)}`;
}
