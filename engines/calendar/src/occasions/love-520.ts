import type { OccasionRule } from './occasion.ts'

export const LOVE_520: OccasionRule = {
  id: 'love520',
  nameZh: '520',
  nameEn: '520 gift day',
  kind: 'platform',
  aliases: ['五二零', '表白节'],
  anchor: { kind: 'fixed', month: 5, day: 20 },
  weight: 1,
  packs: [
    {
      fromYear: 2015,
      phases: [
        ['preheat', -5, -2],
        ['burst', -1, 0],
      ],
    },
  ],
}
