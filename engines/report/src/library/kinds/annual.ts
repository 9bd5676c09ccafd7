import { METHODS, MONTH_ANNEX } from '../../sections/annex.ts'
import { byDimension } from '../../sections/by-dimension.ts'
import { CAMPAIGN_LIST } from '../../sections/campaigns.ts'
import { lowConversion } from '../../sections/conversion.ts'
import { course } from '../../sections/course.ts'
import { BEHIND_GOALS, worsened } from '../../sections/fallen-behind.ts'
import { GOALS } from '../../sections/goals.ts'
import { BUDGET, CHANNEL_ROI } from '../../sections/money.ts'
import { OUTLINE, OUTLOOK, WEAKNESSES } from '../../sections/next.ts'
import { overview } from '../../sections/overview.ts'
import { WHY } from '../../sections/why.ts'
import type { Chapter, ReportKind } from '../report-kind.ts'
import { CONVERSION, PEOPLE, PERFORMANCE, TOP_GOODS, TRAFFIC } from './chapters.ts'
import { EMPTY } from './empty-words.ts'

/** What a year is asked for when it went wrong; sales themselves are the first chapter's. */
const WORSENED = worsened([
  'orders',
  'buyers',
  'aov',
  'refundRate',
  'uv',
  'cvr',
  'bounceRate',
  'abandonment',
  'repurchaseRate',
  'roi',
  'feeRatio',
])

const PROBLEMS: Chapter = {
  id: 'problems',
  name: { zh: '问题', en: 'Problems' },
  empty: EMPTY.problems,
  sections: [BEHIND_GOALS, WORSENED, WEAKNESSES, lowConversion('category')],
}

const NEXT_YEAR: Chapter = {
  id: 'nextYear',
  name: { zh: '明年', en: 'Next year' },
  empty: EMPTY.next,
  sections: [OUTLOOK, OUTLINE],
}

const withGoals: Chapter = {
  ...PERFORMANCE,
  sections: [...PERFORMANCE.sections.slice(0, 1), GOALS, ...PERFORMANCE.sections.slice(1)],
}

/** 年度工作总结 in the order of the trade: performance, traffic, conversion, user assets, problems, next year (P14.09). */
export const ANNUAL_SUMMARY: ReportKind = {
  id: 'annual-summary',
  name: { zh: '年度工作总结', en: 'Annual work summary' },
  lead: { zh: '这一年做得怎样，为什么，明年怎么办。', en: 'How the year went, why, and what to do next year.' },
  period: 'year',
  dueDays: 7,
  lateDays: 31,
  compare: 'yoy',
  chapters: [withGoals, TRAFFIC, CONVERSION, PEOPLE, PROBLEMS, NEXT_YEAR],
}

/** 年度推广白皮书: results, methods, cases, outlook, data annex (P14.08). */
export const WHITE_PAPER: ReportKind = {
  id: 'white-paper',
  name: { zh: '年度推广白皮书', en: 'Annual promotion white paper' },
  lead: {
    zh: '一年推广的成果、方法与案例，附逐月数据。',
    en: 'Results, methods and cases of a year of promotion, with its data.',
  },
  period: 'year',
  dueDays: 31,
  lateDays: 90,
  compare: 'yoy',
  chapters: [
    {
      id: 'results',
      name: { zh: '成果', en: 'Results' },
      empty: EMPTY.orders,
      sections: [
        overview(['paid', 'promoShare', 'dailyShare', 'discountRate', 'spend', 'roi', 'feeRatio'], { said: 2 }),
        course('paid'),
        WHY,
        byDimension({ dimension: 'occasion', metric: 'paid', top: 12, beside: ['orders', 'discountRate'] }),
      ],
    },
    {
      id: 'methods',
      name: { zh: '方法', en: 'Methods' },
      empty: EMPTY.orders,
      sections: [
        byDimension({ dimension: 'promoPeriod', metric: 'paid', top: 6, beside: ['orders', 'buyers'] }),
        CHANNEL_ROI,
        METHODS,
      ],
    },
    {
      id: 'cases',
      name: { zh: '案例', en: 'Cases' },
      empty: EMPTY.campaigns,
      sections: [
        CAMPAIGN_LIST,
        byDimension({ dimension: 'item', metric: 'paid', top: 10, beside: ['unitsSold', 'buyers'] }),
      ],
    },
    { id: 'outlook', name: { zh: '展望', en: 'Outlook' }, empty: EMPTY.next, sections: [OUTLOOK, OUTLINE] },
    { id: 'annex', name: { zh: '数据附录', en: 'Data annex' }, empty: EMPTY.orders, sections: [MONTH_ANNEX] },
  ],
}

/** 商家年终数据包: the shop's own figures and nothing else, for the merchant (P14.14). */
export const MERCHANT_PACK: ReportKind = {
  id: 'merchant-pack',
  name: { zh: '商家年终回顾', en: 'Year-end pack for the merchant' },
  lead: {
    zh: '给商家的全年数据与回顾，只含本店数据。',
    en: 'The year for the merchant: this shop’s own figures only.',
  },
  period: 'year',
  dueDays: 14,
  lateDays: 31,
  compare: 'yoy',
  chapters: [
    PERFORMANCE,
    TOP_GOODS,
    { id: 'money', name: { zh: '目标与预算', en: 'Goals and budget' }, empty: EMPTY.plan, sections: [GOALS, BUDGET] },
    { id: 'annex', name: { zh: '数据附录', en: 'Data annex' }, empty: EMPTY.orders, sections: [MONTH_ANNEX] },
  ],
}

/** 明年工作提纲: goals, technology, content, logistics, each tied to the finding that it answers (P14.17). */
export const NEXT_YEAR_OUTLINE: ReportKind = {
  id: 'next-year',
  name: { zh: '明年工作提纲', en: 'Outline of next year' },
  lead: {
    zh: '明年做什么、先做什么、花多少，依据今年的哪个诊断。',
    en: 'What to do next year, in which order, at what cost, and why.',
  },
  period: 'year',
  dueDays: -60,
  lateDays: 0,
  compare: 'yoy',
  chapters: [
    {
      id: 'standing',
      name: { zh: '今年的诊断', en: 'This year’s findings' },
      empty: EMPTY.problems,
      sections: [WEAKNESSES],
    },
    NEXT_YEAR,
  ],
}
