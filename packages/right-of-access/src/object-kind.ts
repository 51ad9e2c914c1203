/** What people call an object: a still picture, a clip that plays, a report to read, or something else of the exam. */
export type ObjectKind = 'still' | 'clip' | 'report' | 'other';

const storage = '1.2.840.10008.5.1.4.1.1';

/** Image storage SOP Classes of PS3.4 annex B.5 that can carry more than one frame, and mostly do. */
const multiFrame = new Set([
  `${storage}.3`, // Ultrasound Multi-frame, retired
  `${storage}.3.1`, // Ultrasound Multi-frame
  `${storage}.7.1`, // Multi-frame Secondary Capture: single bit, grayscale byte, grayscale word, true colour
  `${storage}.7.2`,
  `${storage}.7.3`,
  `${storage}.7.4`,
  `${storage}.77.1.1.1`, // Video endoscopic, microscopic, photographic
  `${storage}.77.1.2.1`,
  `${storage}.77.1.4.1`,
]);

/** Further image storage classes: stills, unless they say that they have several frames. */
const images = new Set(
  [
    ...['1', '1.1', '1.1.1', '1.2', '1.2.1', '2', '2.1', '4', '4.1', '6', '6.1', '7', '12.1', '12.2', '20', '128'],
    ...['77.1.1', '77.1.2', '77.1.3', '77.1.4', '77.1.5.1', '77.1.5.2', '1.3', '1.3.1'],
  ].map((suffix) => `${storage}.${suffix}`),
);

/** Structured reports are the classes below 88; 88.59 (key object selection) points at pictures and says nothing itself. */
const structuredReport = `${storage}.88.`;
const keyObjectSelection = `${storage}.88.59`;
const encapsulatedReports = new Set([`${storage}.104.1`, `${storage}.104.2`]);

/**
 * Kind by SOP Class UID (0008,0016) and Number of Frames (0028,0008). A source's list may leave frames out: then the
 * multi-frame classes count as clips. Ultrasound volumes (6.2) are `other`: nobody can play them as they are.
 */
export function objectKind(object: {
  readonly sopClassUid: string;
  readonly numberOfFrames?: number | null | undefined;
}): ObjectKind {
  const { sopClassUid, numberOfFrames } = object;
  if (encapsulatedReports.has(sopClassUid)) return 'report';
  if (sopClassUid.startsWith(structuredReport)) return sopClassUid === keyObjectSelection ? 'other' : 'report';
  const carriesFrames = multiFrame.has(sopClassUid);
  if (!carriesFrames && !images.has(sopClassUid)) return 'other';
  if (numberOfFrames === undefined || numberOfFrames === null) return carriesFrames ? 'clip' : 'still';
  return numberOfFrames > 1 ? 'clip' : 'still';
}
