export { bundle } from './bundle.ts';
export { isContradicted, type Proof, proveFindings, type TriedFinding, WITHOUT_TRIAL } from './prove.ts';
export type { ProofSide } from './side.ts';
