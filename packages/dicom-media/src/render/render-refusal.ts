/** Why a picture cannot be shown. Details name tags, sizes and counts, never a value of the patient's. */
export type RenderRefusal = {
  code:
    | 'no-pixels'
    | 'bad-description'
    | 'too-large'
    | 'too-many-frames'
    | 'no-such-frame'
    | 'pixels-truncated'
    | 'unsupported-pixels'
    | 'unsupported-syntax'
    | 'decode-failed';
  detail: string;
};

/** Why this picture cannot be shown, as an outcome. */
export function refusal(code: RenderRefusal['code'], detail: string): { ok: false; refusal: RenderRefusal } {
  return { ok: false, refusal: { code, detail } };
}
