/** A file on its way in: read once, in order, never whole in memory. */
export type Upload = {
  /** Throws when more comes than the endpoint takes, and when the sender goes away. */
  bytes: AsyncIterable<Uint8Array>;
  /** As announced; it may be a lie, and chunked uploads announce none. */
  sizeBytes: number | null;
};
