/** One decoder object of the cornerstone codecs: its memory is WebAssembly's, so it is deleted after each frame. */
export type WasmDecoder = {
  getEncodedBuffer(length: number): Uint8Array;
  getDecodedBuffer(): Uint8Array;
  getFrameInfo(): { width: number; height: number; bitsPerSample: number; componentCount: number; isSigned?: boolean };
  getInterleaveMode?(): number;
  decode(): void;
  delete(): void;
};

export type LoadCodec<Name extends string> = (options: {
  print: (line: string) => void;
  printErr: (line: string) => void;
}) => Promise<Record<Name, new () => WasmDecoder>>;

/**
 * A codec's module, loaded when first needed. Codecs print to the console, sometimes what stands in the file: not into
 * our log. The options become the module itself, so each codec gets its own.
 */
export function lazily<Name extends string>(load: LoadCodec<Name>): () => ReturnType<LoadCodec<Name>> {
  let loading: ReturnType<LoadCodec<Name>> | undefined;
  return () => {
    loading ??= load({ print: () => {}, printErr: () => {} });
    return loading;
  };
}

export type WasmFrame = {
  bytes: Uint8Array;
  info: ReturnType<WasmDecoder['getFrameInfo']>;
  interleaveMode: number;
};

/** One frame through a decoder. Undefined when it refuses the stream; its reasons are not worth repeating. */
export function runWasmDecoder(decoder: WasmDecoder, stream: Uint8Array): WasmFrame | undefined {
  try {
    decoder.getEncodedBuffer(stream.length).set(stream);
    decoder.decode();
    // Copied, because the memory behind it goes with the decoder.
    const bytes = Uint8Array.from(decoder.getDecodedBuffer());
    return { bytes, info: decoder.getFrameInfo(), interleaveMode: decoder.getInterleaveMode?.() ?? 2 };
  } catch {
    return undefined;
  } finally {
    decoder.delete();
  }
}
