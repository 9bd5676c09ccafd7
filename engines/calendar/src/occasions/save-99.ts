import type { OccasionRule } from './occasion.ts'

export const SAVE_99: OccasionRule = {
  id: 'save99',
  nameZh: '99划算节',
  nameEn: '99 Savings Festival',
  kind: 'platform',
  aliases: ['99大促', '九九', '划算节'],
  anchor: { kind: 'fixed', month: 9, day: 9 },
  weight: 4,
  packs: [
    {
      fromYear: 2016,
      phases: [
        ['preheat', -4, -1],
        ['burst', 0, 1],
        ['closing', 2, 2],
      ],
    },
  ],
}
