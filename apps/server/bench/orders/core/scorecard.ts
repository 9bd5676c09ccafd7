import { encodeFrame, FEATURE, LOAD_START } from '@zhanggui/orders'

const BINS_PER_FEATURE = 4

/** Forty bins over ten features, too mild to refuse anybody: what is measured is the judging. */
export const scorecardFrame = (): Int32Array =>
  encodeFrame([
    {
      kind: 'setScorecard',
      id: [1, 2, 3, 4],
      issuedAt: LOAD_START,
      version: 1,
      verifyFrom: 10_000,
      denyFrom: 20_000,
      bins: Object.values(FEATURE)
        .slice(0, 10)
        .flatMap((feature) =>
          Array.from({ length: BINS_PER_FEATURE }, (_, i) => ({ feature, from: i * 3, points: i * 7 })),
        ),
    },
  ])
