/** A tag as one unsigned number: `0x00100010` is (0010,0010). */
export type Tag = number;

/** One piece of an encapsulated pixel element (PS3.5 A.4): where its bytes lie, counted like every offset here. */
export type Fragment = { offset: number; length: number };

/**
 * One element as found. `offset` is where the value starts, from byte 0 of the file (of the inflated data set when
 * the file is deflated); `length` is what the value really takes, an undefined length already resolved.
 * An encapsulated element lists its fragments, the offset table being the first.
 */
export type Element = {
  tag: Tag;
  /** Two letters; in Implicit VR the few that matter are looked up, the rest are `UN`. */
  vr: string;
  /** Where the tag itself starts: what has to be copied to copy the element with its header. */
  start: number;
  offset: number;
  length: number;
  undefinedLength: boolean;
  items?: DataSet[];
  fragments?: Fragment[];
  /** The window of its own for an element that was read behind a large value. */
  within?: Window;
};

/** A piece of a file: its bytes, and the offset in the file of the first of them. */
export type Window = { bytes: Uint8Array; base: number };

/** A data set or one item of a sequence: both are read by the same accessors. */
export type DataSet = {
  /** The window the elements lie in. It may end before a large value does. */
  bytes: Uint8Array;
  /** Offset of `bytes[0]` in the file: 0 except for elements that were read behind a large value. */
  base: number;
  littleEndian: boolean;
  elements: ReadonlyMap<Tag, Element>;
  /** The data set that holds this item; its character set goes on holding when the item names none (PS3.3 C.12.1.1.2). */
  parent: DataSet | undefined;
};
