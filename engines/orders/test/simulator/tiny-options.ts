import type { AdmissionOptions } from '../../src/index.ts'

/** As small as the small shop allows, so that tables fill, wrap and are compared quickly. */
export const TINY_OPTIONS: Partial<AdmissionOptions> = {
  items: 16,
  orders: 32,
  lines: 128,
  replies: 32,
  limits: 256,
  gates: 8,
  tickets: 64,
  blocks: 16,
  velocitySlots: 64,
  commandsMax: 256,
  holdMs: 10_000,
  orderRetentionMs: 20_000,
  replyRetentionMs: 100_000,
}
