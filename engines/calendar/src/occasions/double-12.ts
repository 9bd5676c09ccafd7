import type { OccasionRule } from './occasion.ts'

export const DOUBLE_12: OccasionRule = {
  id: 'double12',
  nameZh: '双12',
  nameEn: 'Double 12',
  kind: 'platform',
  aliases: ['双十二', '12.12', '1212', '年终盛典'],
  anchor: { kind: 'fixed', month: 12, day: 12 },
  weight: 7,
  packs: [
    {
      fromYear: 2012,
      phases: [
        ['preheat', -4, -1],
        ['burst', 0, 0],
        ['closing', 1, 1],
      ],
    },
  ],
}
