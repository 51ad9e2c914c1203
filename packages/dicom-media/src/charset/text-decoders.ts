const decoders = new Map<string, InstanceType<typeof TextDecoder>>();

/** The platform's own decoder for a WHATWG label; a byte order mark is kept as the character it is. */
export function decodeWith(label: string, bytes: Uint8Array): string {
  let decoder = decoders.get(label);
  if (!decoder) {
    decoder = new TextDecoder(label, { ignoreBOM: true });
    decoders.set(label, decoder);
  }
  return decoder.decode(bytes);
}
