import type { OccasionRule } from './occasion.ts'

export const JUNE_618: OccasionRule = {
  id: 'june618',
  nameZh: '618',
  nameEn: '618',
  kind: 'platform',
  aliases: ['年中大促', '六一八', '年中狂欢'],
  anchor: { kind: 'fixed', month: 6, day: 18 },
  weight: 9,
  packs: [
    {
      fromYear: 2015,
      phases: [
        ['preheat', -17, -3],
        ['burst', -2, 0],
        ['closing', 1, 2],
      ],
    },
    {
      fromYear: 2020,
      phases: [
        ['preheat', -25, -18],
        ['burst', -17, -15],
        ['preheat', -14, -3],
        ['burst', -2, 0],
        ['closing', 1, 2],
      ],
    },
    {
      fromYear: 2024,
      phases: [
        ['preheat', -30, -29],
        ['burst', -28, -21],
        ['burst', -20, -15],
        ['preheat', -14, -5],
        ['burst', -4, 0],
        ['closing', 1, 2],
      ],
    },
  ],
}
