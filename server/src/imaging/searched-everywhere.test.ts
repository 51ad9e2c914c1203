import { describe, expect, it } from 'vitest';
import { testPack } from '../testing/test-pack.ts';
import { judgeSearches } from './searched-everywhere.ts';

const archive = { id: 'a', name: 'Archive', kind: 'archive' };
const pacs = { id: 'p', name: 'PACS', kind: 'dicomweb' };
const names = [
  { familyName: 'López', givenName: 'María' },
  { familyName: 'Nguyen', givenName: 'María' },
];
const answered = (...ids: string[]) => ids.map((imageSourceId) => ({ imageSourceId, state: 'answered' as const }));
const failed = (id: string) => ({ imageSourceId: id, state: 'failed' as const });
const anyDate = { onOrAfter: null, onOrBefore: null };
const bothNames = 'LOPEZ, MARIA; Nguyen, María';

describe('"none found"', () => {
  it('stands when every source answered under every name', () => {
    const judged = judgeSearches(
      [{ query: { names: bothNames }, sources: answered('a', 'p') }],
      [archive, pacs],
      names,
      anyDate,
      testPack.sources,
    );
    expect(judged).toMatchObject({ everySourceSearched: true, everyNameTried: true, importedCopiesChecked: true });
    expect(judged).toMatchObject({ sourceNames: ['Archive', 'PACS'], datesTried: 'any date' });
    expect(judged.namesTried).toEqual(['MARIA LOPEZ', 'María Nguyen']);
  });

  it('does not stand while a source was down, until it has answered', () => {
    const down = { query: { names: bothNames }, sources: [...answered('a'), failed('p')] };
    expect(judgeSearches([down], [archive, pacs], names, anyDate, testPack.sources).everySourceSearched).toBe(false);
    const later = { query: { names: bothNames }, sources: answered('p') };
    expect(judgeSearches([down, later], [archive, pacs], names, anyDate, testPack.sources).everyNameTried).toBe(true);
  });

  it('does not stand when a former name was tried at one source only', () => {
    const first = { query: { names: bothNames }, sources: [...answered('a'), failed('p')] };
    const second = { query: { names: 'López, María' }, sources: answered('p') };
    const judged = judgeSearches([first, second], [archive, pacs], names, anyDate, testPack.sources);
    expect(judged).toMatchObject({ everySourceSearched: true, everyNameTried: false });
  });

  it('does not stand on a search by number alone, nor without any source', () => {
    expect(
      judgeSearches([{ query: { mrn: '1' }, sources: answered('p') }], [pacs], names, anyDate, testPack.sources)
        .everyNameTried,
    ).toBe(false);
    expect(judgeSearches([], [], names, anyDate, testPack.sources).everySourceSearched).toBe(false);
  });

  it('says which dates were searched', () => {
    const query = { names: bothNames, onOrAfter: '2024-01-01', onOrBefore: '2024-12-31' };
    const asked = { onOrAfter: '2024-03-01', onOrBefore: '2024-03-31' };
    expect(judgeSearches([{ query, sources: [] }], [pacs], names, asked, testPack.sources).datesTried).toBe(
      '2024-01-01 to 2024-12-31',
    );
  });

  it('does not stand on a search of fewer days than were asked about', () => {
    const stands = (dates: Record<string, string>, asked: Parameters<typeof judgeSearches>[3]) =>
      judgeSearches(
        [{ query: { names: bothNames, ...dates }, sources: answered('p') }],
        [pacs],
        names,
        asked,
        testPack.sources,
      ).everySourceSearched;
    const march = { onOrAfter: '2024-03-01', onOrBefore: '2024-03-31' };
    expect(stands({}, march)).toBe(true);
    expect(stands(march, march)).toBe(true);
    expect(stands({ ...march, onOrAfter: '2024-03-02' }, march)).toBe(false);
    expect(stands({ ...march, onOrBefore: '2024-03-30' }, march)).toBe(false);
    expect(stands({ onOrAfter: '2024-03-01' }, anyDate)).toBe(false);
    expect(stands({ onOrBefore: '2024-03-31' }, { ...march, onOrBefore: null })).toBe(false);
  });
});
