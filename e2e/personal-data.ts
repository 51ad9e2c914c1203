import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';

export type Person = { givenName: string; familyName: string; birthDate: string; mrn: string };

/** Every way in which the seeded person could stand in a text: name parts, birth date as people and machines write it, numbers. */
export function tracesOf(person: Person, accessionNumber: string): string[] {
  const [year = '', month = '', day = ''] = person.birthDate.split('-');
  const [m, d] = [String(Number(month)), String(Number(day))];
  const at = new Date(`${person.birthDate}T12:00:00Z`);
  const monthName = at.toLocaleDateString('en-US', { month: 'long', timeZone: 'UTC' });
  const short = monthName.slice(0, 3);
  return [
    person.familyName,
    person.givenName,
    person.mrn,
    accessionNumber,
    person.birthDate,
    `${year}${month}${day}`,
    `${month}/${day}/${year}`,
    `${m}/${d}/${year}`,
    `${day}/${month}/${year}`,
    `${day}.${month}.${year}`,
    `${monthName} ${d}, ${year}`,
    `${short} ${d}, ${year}`,
    `${d} ${monthName} ${year}`,
  ];
}

/** The traces found in texts, each named by where it was. Percent-encoded texts are read in both forms. */
export function findTraces(traces: readonly string[], texts: Record<string, string>): string[] {
  return Object.entries(texts).flatMap(([where, text]) => {
    const forms = [text, decoded(text)].map((form) => form.toLowerCase());
    return traces
      .filter((trace) => forms.some((form) => form.includes(trace.toLowerCase())))
      .map((trace) => `${trace} in ${where}`);
  });
}

function decoded(text: string): string {
  return text.replaceAll(/(?:%[0-9a-f]{2})+/gi, (codes) => {
    try {
      return decodeURIComponent(codes);
    } catch {
      return codes;
    }
  });
}

/** Every log that lies in the data folder, the database's own among them. */
export function logsIn(dataFolder: string): Record<string, string> {
  if (!existsSync(dataFolder)) return {};
  const files = globSync(['**/*.log', '**/log', '**/log/*', '**/postgres-log*'], { cwd: dataFolder });
  return Object.fromEntries(
    files.flatMap((file) => {
      try {
        return [[file, readFileSync(path.join(dataFolder, file), 'utf8')]];
      } catch {
        return [];
      }
    }),
  );
}
