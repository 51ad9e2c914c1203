/** Places that the standards fix (ECMA-119 6.2.1, ECMA-167 2/8.3 and 3/8.4.2.1), and free ones chosen between them. */
export const firstDescriptor = 16;
export const mainSequence = { sector: 32, sectors: 16 };
export const reserveSequence = { sector: 48, sectors: 16 };
export const integritySector = 64;
export const anchorSector = 256;
export const partitionStart = 257;
