/** Words by which archives name a kind of ultrasound; whole words, or beginnings where a dash ends them. */
const wordsOf: Readonly<Record<string, readonly string[]>> = {
  pregnancy: [
    'ob',
    'obstetric-',
    'fetal',
    'foetal',
    'fetus',
    'pregnan-',
    'nuchal',
    'nt',
    'bpp',
    'gestation-',
    'anatomy',
  ],
  pelvis: ['pelvi-', 'transvaginal', 'uterus', 'uterine', 'ovar-', 'gyn-', 'endometri-'],
  abdomen: ['abd', 'abdom-', 'liver', 'hepat-', 'renal', 'kidney-', 'gallbladder', 'spleen', 'pancrea-', 'ruq'],
  breast: ['breast-', 'mammary', 'axilla-'],
  'neck-thyroid': ['thyroid', 'parathyroid', 'neck'],
  vascular: ['carotid-', 'venous', 'vein-', 'arter-', 'vascular', 'dvt', 'aorta', 'aortic'],
  heart: ['echo', 'echocardio-', 'cardiac', 'heart', 'tte', 'tee'],
  musculoskeletal: ['msk', 'musculoskeletal', 'shoulder', 'knee', 'hip', 'elbow', 'wrist', 'ankle', 'tendon', 'joint'],
};

/**
 * Does a study call itself the kind of exam that was asked for? A study that names several kinds (“OB and pelvis”) is each
 * of them; one that names none, or a request for some other kind, says nothing that a machine should build on.
 */
export function examLikeness(examType: string, description: string | null): 'fits' | 'another' | 'unsure' {
  const words = (description ?? '').toLowerCase().split(/[^\p{L}\p{N}]+/u);
  const names = (type: string) => (wordsOf[type] ?? []).some((known) => words.some((word) => isWord(known, word)));
  if (!wordsOf[examType]) return 'unsure';
  if (names(examType)) return 'fits';
  return Object.keys(wordsOf).some(names) ? 'another' : 'unsure';
}

function isWord(known: string, word: string): boolean {
  return known.endsWith('-') ? word.startsWith(known.slice(0, -1)) : word === known;
}
