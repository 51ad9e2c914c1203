export const EXPLICIT_LITTLE_ENDIAN = '1.2.840.10008.1.2.1';
export const IMPLICIT_LITTLE_ENDIAN = '1.2.840.10008.1.2';
export const EXPLICIT_BIG_ENDIAN = '1.2.840.10008.1.2.2';
export const DEFLATED_LITTLE_ENDIAN = '1.2.840.10008.1.2.1.99';
const PRIVATE_GE_IMPLICIT = '1.2.840.113619.5.2';

export type DataSetEncoding = { explicit: boolean; littleEndian: boolean; deflated: boolean };

/** How the data set is written. All compressed syntaxes, and any unknown one, are Explicit VR Little Endian (PS3.5 10). */
export function encodingOf(transferSyntaxUid: string): DataSetEncoding {
  return {
    explicit: transferSyntaxUid !== IMPLICIT_LITTLE_ENDIAN && transferSyntaxUid !== PRIVATE_GE_IMPLICIT,
    littleEndian: transferSyntaxUid !== EXPLICIT_BIG_ENDIAN,
    deflated: transferSyntaxUid === DEFLATED_LITTLE_ENDIAN,
  };
}
