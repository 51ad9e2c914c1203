import { createCipheriv, createHmac, pbkdf2Sync } from 'node:crypto';
import type { ZipCrypto } from '@echoback/dicom-media';

/** Node's cryptography for encrypted ZIP files. The format fixes SHA-1; as HMAC and in PBKDF2 it is not broken. */
export const zipCrypto: ZipCrypto = {
  deriveKey: (password, salt, iterations, lengthBytes) => pbkdf2Sync(password, salt, iterations, lengthBytes, 'sha1'),
  encryptBlocks: (key, blocks) => {
    const cipher = createCipheriv('aes-256-ecb', key, null).setAutoPadding(false);
    return cipher.update(blocks);
  },
  hmacSha1: (key) => createHmac('sha1', key),
};
