import type { OccasionRule } from './occasion.ts'

export const NEW_YEAR_GOODS: OccasionRule = {
  id: 'newYearGoods',
  nameZh: '年货节',
  nameEn: "New Year's Goods Festival",
  kind: 'platform',
  aliases: ['年货大促', '年货', '春节年货'],
  anchor: { kind: 'lunar', month: 1, day: 1, offset: -23 },
  weight: 6,
  packs: [
    {
      fromYear: 2015,
      phases: [
        ['preheat', -7, -1],
        ['burst', 0, 5],
        ['closing', 6, 8],
      ],
    },
  ],
}
