import type { AttributionModel } from './attribution-model.ts';
import { ATTRIBUTION_SCALE, KEEPING_WEIGHTS, READING_WEIGHTS } from './attribution-weights.ts';

let model: AttributionModel | undefined;

/** The model that comes with the desk; decoded when first asked for. */
export function trainedModel(): AttributionModel {
  model ??= { weights: decode(READING_WEIGHTS), keepWeights: decode(KEEPING_WEIGHTS), scale: ATTRIBUTION_SCALE };
  return model;
}

function decode(base64: string): Int8Array {
  const bytes = Buffer.from(base64, 'base64');
  return new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
