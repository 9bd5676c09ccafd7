import type { OccasionRule } from './occasion.ts'

export const DOUBLE_11: OccasionRule = {
  id: 'double11',
  nameZh: '双11',
  nameEn: 'Double 11',
  kind: 'platform',
  aliases: ['双十一', '双11大促', '11.11', '1111', '光棍节'],
  anchor: { kind: 'fixed', month: 11, day: 11 },
  weight: 10,
  packs: [
    {
      fromYear: 2009,
      phases: [
        ['preheat', -10, -1],
        ['burst', 0, 0],
        ['closing', 1, 2],
      ],
    },
    {
      fromYear: 2020,
      phases: [
        ['preheat', -21, -11],
        ['burst', -10, -8],
        ['preheat', -7, -1],
        ['burst', 0, 0],
        ['closing', 1, 2],
      ],
    },
    {
      fromYear: 2024,
      phases: [
        ['preheat', -28, -22],
        ['burst', -21, -18],
        ['preheat', -17, -12],
        ['burst', -11, 0],
        ['closing', 1, 3],
      ],
    },
  ],
}
