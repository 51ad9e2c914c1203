/** The codec packages ship no types; here is what we use of them. */
declare module '@cornerstonejs/codec-charls/decodewasmjs' {
  const load: import('./wasm-codec.ts').LoadCodec<'JpegLSDecoder'>;
  export default load;
}
declare module '@cornerstonejs/codec-openjpeg/decodewasmjs' {
  const load: import('./wasm-codec.ts').LoadCodec<'J2KDecoder'>;
  export default load;
}
declare module '@cornerstonejs/codec-openjph/wasmjs' {
  const load: import('./wasm-codec.ts').LoadCodec<'HTJ2KDecoder'>;
  export default load;
}
declare module 'jpeg-lossless-decoder-js' {
  export class Decoder {
    decode(buffer: ArrayBufferLike, offset: number, length: number, bytesPerSample: number): Uint8Array | Uint16Array;
  }
}
