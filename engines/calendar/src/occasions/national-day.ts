import type { OccasionRule } from './occasion.ts'

/** 国庆: the holiday week itself; before 2020 the platform ran it as a travel event without a price rule of its own. */
export const NATIONAL_DAY: OccasionRule = {
  id: 'nationalDay',
  nameZh: '国庆',
  nameEn: 'National Day',
  kind: 'platform',
  aliases: ['国庆节', '国庆大促', '十一黄金周', '国庆中秋'],
  anchor: { kind: 'fixed', month: 10, day: 1 },
  weight: 1,
  packs: [
    {
      fromYear: 2020,
      phases: [
        ['preheat', -3, -1],
        ['burst', 0, 6],
      ],
    },
  ],
}
