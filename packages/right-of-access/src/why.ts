/**
 * How sure the pack is of a rule. `medium` acts and is labelled until somebody at the facility confirms it; `low` is shown
 * as “confirm with counsel” and changes nothing by itself.
 */
export type Confidence = 'high' | 'medium' | 'low';

/** Why something came out as it did: the rule, where it is written, and the facts that went in. Shown to whoever asks. */
export type Why = {
  /** The row's id in its pack, `us-federal/copy`, `CA-123110/copy`; `law/…` and `house/…` where code applies no row. */
  readonly rule: string;
  /** As a lawyer would cite it. */
  readonly cite: string;
  readonly confidence: Confidence;
  /** In the order in which they were used. Names are words of the domain; values are printed as they are. */
  readonly inputs: readonly { readonly name: string; readonly value: string }[];
};

/** Writes down a why. Inputs that are not known are left out. */
export function because(
  rule: string,
  cite: string,
  inputs: Readonly<Record<string, string | number | boolean | undefined>>,
  confidence: Confidence = 'high',
): Why {
  const known = Object.entries(inputs).filter(([, value]) => value !== undefined);
  return { rule, cite, confidence, inputs: known.map(([name, value]) => ({ name, value: String(value) })) };
}
