import { haveSamples as samplesAreHere, samplesFolder } from '../samples.ts';
import { type Have, missing, present } from './have.ts';

/** The DICOM samples as a need of a suite, like a peer. */
export function haveSamples(): Have<string> {
  return samplesAreHere() ? present(samplesFolder) : missing(`no DICOM samples in ECHOBACK_SAMPLES`);
}
