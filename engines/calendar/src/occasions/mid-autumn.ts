import type { OccasionRule } from './occasion.ts'

export const MID_AUTUMN: OccasionRule = {
  id: 'midAutumn',
  nameZh: '中秋',
  nameEn: 'Mid-Autumn Festival',
  kind: 'platform',
  aliases: ['中秋节'],
  anchor: { kind: 'lunar', month: 8, day: 15, offset: -4 },
  weight: 2,
  packs: [
    {
      fromYear: 2015,
      phases: [
        ['preheat', -6, -1],
        ['burst', 0, 2],
      ],
    },
  ],
}
