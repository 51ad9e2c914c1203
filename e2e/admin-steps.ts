import type { Visitor } from './visitor.ts';
import { deskSetupWords, deskWords } from './words.ts';

/** Settings: the PACS by its address, and the three things that a request will need of it, tried. */
export async function addPacs(visitor: Visitor, name: string, dicomwebUrl: string): Promise<void> {
  const { page, shoot } = visitor;
  await goTo(visitor, deskWords('settings'));
  await page.getByRole('button', { name: deskSetupWords('add-source') }).click();
  await page.getByRole('textbox', { name: deskSetupWords('source-name') }).fill(name);
  await page.getByRole('textbox', { name: deskSetupWords('source-address') }).fill(dicomwebUrl);
  await page.getByRole('button', { name: deskSetupWords('save') }).click();
  const card = page.getByRole('listitem').filter({ hasText: dicomwebUrl });
  await card.getByRole('button', { name: deskSetupWords('test') }).click();
  await card.getByText(deskSetupWords('test-passed')).waitFor();
  await shoot('settings');
}

export type DirectoryLine = {
  givenName: string;
  familyName: string;
  birthDate: string;
  mrn: string;
  issuer: string;
  heldEmail: string;
};

/** The directory from a list; afterwards the person stands in it. */
export async function importDirectory(visitor: Visitor, lines: readonly DirectoryLine[]): Promise<void> {
  const { page, shoot } = visitor;
  await goTo(visitor, deskWords('patients'));
  await page.getByRole('button', { name: deskSetupWords('import') }).click();
  await shoot('import');
  await page.getByLabel(deskSetupWords('choose-csv')).setInputFiles({
    name: 'patients.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(directoryCsv(lines)),
  });
  await page.getByText(deskSetupWords('imported', { added: lines.length, updated: 0 })).waitFor();
  await shoot('imported');
}

/** As a registration exports it; the contacts have been held for years (a proof needs 30 days). */
function directoryCsv(lines: readonly DirectoryLine[]): string {
  const rows = lines.map((line) =>
    [line.familyName, line.givenName, line.birthDate, line.mrn, line.issuer, 'F', line.heldEmail, '2021-05-04'].join(
      ',',
    ),
  );
  return ['family_name,given_name,birth_date,mrn,issuer,sex,email,contacts_since', ...rows].join('\n');
}

async function goTo({ page }: Visitor, place: string): Promise<void> {
  await page
    .getByRole('navigation', { name: deskWords('places') })
    .getByRole('link', { name: place })
    .click();
}
