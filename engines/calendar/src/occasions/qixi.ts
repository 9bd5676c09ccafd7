import type { OccasionRule } from './occasion.ts'

export const QIXI: OccasionRule = {
  id: 'qixi',
  nameZh: '七夕',
  nameEn: 'Qixi',
  kind: 'platform',
  aliases: ['七夕节', '情人节七夕'],
  anchor: { kind: 'lunar', month: 7, day: 7, offset: 0 },
  weight: 2,
  packs: [
    {
      fromYear: 2015,
      phases: [
        ['preheat', -6, -3],
        ['burst', -2, 0],
      ],
    },
  ],
}
