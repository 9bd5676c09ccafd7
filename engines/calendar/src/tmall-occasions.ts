import type { OccasionRule } from './occasion.ts'

/**
 * The occasions of a Tmall/Taobao year.
 * Source: the platform's yearly announcements as reported in the trade press; evening starts (20:00) are given to the day
 * that follows, because most of the night's payments fall on it. A shop may state its own dates; these are the defaults.
 */
export const TMALL_OCCASIONS: readonly OccasionRule[] = [
  {
    id: 'newYearGoods',
    nameZh: '年货节',
    nameEn: "New Year's Goods Festival",
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
  },
  {
    id: 'women38',
    nameZh: '38节',
    nameEn: "Women's Day (38)",
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
  },
  {
    id: 'love520',
    nameZh: '520',
    nameEn: '520 gift day',
    anchor: { kind: 'fixed', month: 5, day: 20 },
    weight: 1,
    packs: [
      {
        fromYear: 2015,
        phases: [
          ['preheat', -5, -2],
          ['burst', -1, 0],
        ],
      },
    ],
  },
  {
    id: 'june618',
    nameZh: '618',
    nameEn: '618',
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
  },
  {
    id: 'member88',
    nameZh: '88会员节',
    nameEn: '88 Members Day',
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
  },
  {
    id: 'qixi',
    nameZh: '七夕',
    nameEn: 'Qixi',
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
  },
  {
    id: 'save99',
    nameZh: '99划算节',
    nameEn: '99 Savings Festival',
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
  },
  {
    id: 'midAutumn',
    nameZh: '中秋',
    nameEn: 'Mid-Autumn Festival',
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
  },
  {
    id: 'double11',
    nameZh: '双11',
    nameEn: 'Double 11',
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
  },
  {
    id: 'double12',
    nameZh: '双12',
    nameEn: 'Double 12',
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
  },
]
