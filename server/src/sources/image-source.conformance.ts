import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import type { ImageSource, StudyQuery } from './image-source.ts';

/** What a source under test was given: files of several studies, the mixed one of a known patient among them. */
export type GivenObjects = {
  source: ImageSource;
  files: { studyInstanceUid: string; seriesInstanceUid: string; sopInstanceUid: string; sha256: string }[];
  /** A study of seven objects: stills, clips, a structured report and a PDF. */
  mixed: {
    studyInstanceUid: string;
    familyName: string;
    givenName: string;
    birthDate: string;
    mrn: string;
    accessionNumber: string;
    studyDate: string;
  };
};

const nothing: StudyQuery = {
  names: [],
  birthDate: null,
  mrns: [],
  accessionNumber: null,
  onOrAfter: null,
  onOrBefore: null,
};

/** The behaviour that retrieval and search build on, the same for every kind of source. */
export function behavesAsImageSource(given: () => GivenObjects): void {
  const signal = () => AbortSignal.timeout(30_000);
  const find = async (query: Partial<StudyQuery>) => {
    const found = await given().source.findStudies({ ...nothing, ...query }, signal());
    if (!found.ok) throw new Error(found.refusal.code);
    return found.value.map((study) => study.studyInstanceUid);
  };

  it('finds a study by record number, by accession number and by birth date with the name', async () => {
    const { studyInstanceUid, mrn, accessionNumber, birthDate, familyName, givenName } = given().mixed;
    expect(await find({ mrns: [mrn] })).toEqual([studyInstanceUid]);
    expect(await find({ accessionNumber })).toEqual([studyInstanceUid]);
    expect(await find({ birthDate, names: [{ familyName, givenName }] })).toEqual([studyInstanceUid]);
  });

  it('finds it by a name with other case, accents, a letter off, or as one of several names', async () => {
    const { studyInstanceUid, familyName, givenName } = given().mixed;
    const lower = { familyName: familyName.toLowerCase(), givenName: givenName.toLowerCase() };
    const accented = { familyName: familyName.replace(/E/i, 'É'), givenName };
    expect(await find({ names: [lower] })).toEqual([studyInstanceUid]);
    expect(await find({ names: [accented] })).toEqual([studyInstanceUid]);
    expect(await find({ names: [{ familyName: 'Nobody', givenName: 'Here' }, lower] })).toEqual([studyInstanceUid]);
  });

  it('keeps strangers out of the answer', async () => {
    const { birthDate } = given().mixed;
    expect(await find({ names: [{ familyName: 'Nobody', givenName: 'Here' }] })).toEqual([]);
    expect(await find({ birthDate, names: [{ familyName: 'Nobody', givenName: 'Here' }] })).toEqual([]);
    expect(await find({ mrns: ['no-such-number'] })).toEqual([]);
  });

  it('narrows names by the dates', async () => {
    const { familyName, givenName, studyDate, studyInstanceUid } = given().mixed;
    const names = [{ familyName, givenName }];
    expect(await find({ names, onOrAfter: studyDate, onOrBefore: studyDate })).toEqual([studyInstanceUid]);
    expect(await find({ names, onOrBefore: '1999-12-31' })).toEqual([]);
    expect(await find({ names, onOrAfter: '2030-01-01' })).toEqual([]);
  });

  it('tells of a study what a person compares', async () => {
    const { mixed, source } = given();
    const found = await source.findStudies({ ...nothing, mrns: [mixed.mrn] }, signal());
    expect(found.ok && found.value[0]).toMatchObject({
      studyInstanceUid: mixed.studyInstanceUid,
      studyDate: mixed.studyDate,
      patientName: `${mixed.familyName}^${mixed.givenName}`,
      patientId: mixed.mrn,
      patientBirthDate: mixed.birthDate,
      accessionNumber: mixed.accessionNumber,
      instanceCount: 7,
      seriesCount: 4,
    });
  });

  it('lists every object once, with class and frames', async () => {
    const { mixed, source, files } = given();
    const listed = await source.listInstances(mixed.studyInstanceUid, signal());
    if (!listed.ok) throw new Error(listed.refusal.code);
    const wanted = files.filter((file) => file.studyInstanceUid === mixed.studyInstanceUid);
    expect(listed.value.map((one) => one.sopInstanceUid).sort()).toEqual(
      wanted.map((one) => one.sopInstanceUid).sort(),
    );
    const classes = listed.value.map((one) => one.sopClassUid);
    expect(classes).toContain('1.2.840.10008.5.1.4.1.1.88.33');
    expect(classes).toContain('1.2.840.10008.5.1.4.1.1.104.1');
    const clips = listed.value.filter((one) => one.sopClassUid === '1.2.840.10008.5.1.4.1.1.3.1');
    expect(clips).toHaveLength(2);
    for (const clip of clips) expect(clip.numberOfFrames).toBeGreaterThan(1);
  });

  it('hands over every object byte for byte', async () => {
    const { source, files } = given();
    for (const file of files) {
      const hash = createHash('sha256');
      let sizeBytes = 0;
      const write = async (chunk: Uint8Array) => {
        hash.update(chunk);
        sizeBytes += chunk.length;
      };
      const fetched = await source.fetchInstance(file.studyInstanceUid, file, write, signal());
      expect(fetched).toEqual({ ok: true, value: { sizeBytes } });
      expect(hash.digest('hex')).toBe(file.sha256);
    }
  });

  it('lists nothing of a study that it does not have, and names an object that is gone', async () => {
    const { source, mixed } = given();
    expect(await source.listInstances('2.25.1', signal())).toEqual({ ok: true, value: [] });
    const absent = { seriesInstanceUid: '2.25.2', sopInstanceUid: '2.25.3' };
    const fetched = await source.fetchInstance(mixed.studyInstanceUid, absent, async () => {}, signal());
    expect(fetched.ok ? fetched : fetched.refusal.code).toBe('instance-gone');
  });

  it('passes on what the writer throws: a full disk is not the source failing', async () => {
    const { source, files } = given();
    const [file] = files;
    if (!file) throw new Error('no file');
    const write = async () => {
      throw new Error('disk');
    };
    await expect(source.fetchInstance(file.studyInstanceUid, file, write, signal())).rejects.toThrow('disk');
  });

  it('stops when it is told to', async () => {
    const { source, files } = given();
    const [file] = files;
    if (!file) throw new Error('no file');
    const fetched = await source.fetchInstance(file.studyInstanceUid, file, async () => {}, AbortSignal.abort());
    expect(fetched.ok).toBe(false);
  });

  it('knows some study for trying out the connection', async () => {
    const { source, files } = given();
    const some = await source.someStudy(signal());
    expect(files.map((file) => file.studyInstanceUid)).toContain(some.ok ? some.value : some);
  });
}
