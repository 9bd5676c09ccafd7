import type { OccasionRule } from './occasion.ts'

export const WOMEN_38: OccasionRule = {
  id: 'women38',
  nameZh: '38节',
  nameEn: "Women's Day (38)",
  kind: 'platform',
  aliases: ['三八', '38大促', '女王节', '女神节', '妇女节'],
  anchor: { kind: 'fixed', month: 3, day: 8 },
  weight: 5,
  packs: [
    {
      fromYear: 2015,
      phases: [
        ['preheat', -7, -1],
        ['burst', 0, 0],
        ['closing', 1, 1],
      ],
    },
    {
      fromYear: 2022,
      phases: [
        ['preheat', -9, -5],
        ['burst', -4, 0],
        ['closing', 1, 1],
      ],
    },
  ],
}
