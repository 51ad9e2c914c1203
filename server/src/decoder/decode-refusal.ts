import type { PdfRefusal, RenderRefusal, ReportRefusal } from '@echoback/dicom-media';

/** Why nothing could be shown of an object. Details hold sizes, counts and UIDs of syntaxes, never a patient's value. */
export type DecodeRefusal =
  | RenderRefusal
  | ReportRefusal
  | PdfRefusal
  | {
      code:
        | 'not-dicom'
        | 'no-file'
        /** ffmpeg is not on this machine, or could not make a clip of it. */
        | 'no-video-program'
        | 'video-failed'
        /** The decoder process died or passed a limit, twice: S7.3 asks for quarantine. */
        | 'kills-decoder'
        | 'decoder-fault'
        /** Nothing says what of the picture may stay: a person has to. */
        | 'needs-box'
        /** The check after the mask found something: the copy is not given. */
        | 'not-share-safe';
      detail: string;
    };

export function failed(code: DecodeRefusal['code'], detail: string): { ok: false; refusal: DecodeRefusal } {
  return { ok: false, refusal: { code, detail } as DecodeRefusal };
}
