import type { OccasionRule } from './occasion.ts'

export const MEMBER_88: OccasionRule = {
  id: 'member88',
  nameZh: '88会员节',
  nameEn: '88 Members Day',
  kind: 'platform',
  aliases: ['八八会员节', '会员节', '88大促'],
  anchor: { kind: 'fixed', month: 8, day: 8 },
  weight: 3,
  packs: [
    {
      fromYear: 2017,
      phases: [
        ['preheat', -4, -1],
        ['burst', 0, 0],
        ['closing', 1, 1],
      ],
    },
  ],
}
