import { byDimension } from '../../sections/by-dimension.ts'
import { CAMPAIGN_BRIEF, HERO_GOODS } from '../../sections/campaigns.ts'
import { lowConversion } from '../../sections/conversion.ts'
import { course } from '../../sections/course.ts'
import { CHANNEL_ROI } from '../../sections/money.ts'
import { overview } from '../../sections/overview.ts'
import { PAGE_RETURN } from '../../sections/page-return.ts'
import { PAGE_VERSIONS } from '../../sections/page-versions.ts'
import { WHY } from '../../sections/why.ts'
import { DECISIONS, HAND_OVERS, TASKS } from '../../sections/work.ts'
import type { ReportKind } from '../report-kind.ts'
import { EMPTY } from './empty-words.ts'

/** 活动战报: GMV, orders, AOV, UV, CVR and hero goods against the goal, with the split of the change (P14.01). */
export const CAMPAIGN_RESULT: ReportKind = {
  id: 'campaign-result',
  name: { zh: '活动战报', en: 'Campaign result' },
  lead: {
    zh: '活动达成了没有，差在哪个环节，主推款卖得怎样。',
    en: 'Did the campaign bring what it was to bring, and where the gap comes from.',
  },
  period: 'campaign',
  dueDays: 1,
  lateDays: 3,
  compare: 'yoy',
  chapters: [
    {
      id: 'result',
      name: { zh: '战果', en: 'Result' },
      empty: EMPTY.orders,
      sections: [
        CAMPAIGN_BRIEF,
        overview(['paid', 'gmv', 'orders', 'buyers', 'aov', 'uv', 'cvr', 'refundRate']),
        WHY,
        course('paid'),
      ],
    },
    {
      id: 'goods',
      name: { zh: '商品', en: 'Goods' },
      empty: EMPTY.orders,
      sections: [
        HERO_GOODS,
        byDimension({ dimension: 'item', metric: 'paid', top: 10, beside: ['unitsSold', 'buyers'] }),
      ],
    },
    {
      id: 'traffic',
      name: { zh: '流量与转化', en: 'Traffic and conversion' },
      empty: EMPTY.traffic,
      sections: [
        byDimension({ dimension: 'channel', metric: 'visits', top: 12, beside: ['uv', 'cvr'] }),
        CHANNEL_ROI,
        lowConversion('item'),
        lowConversion('channel'),
      ],
    },
    { id: 'work', name: { zh: '执行', en: 'Work' }, empty: EMPTY.work, sections: [TASKS] },
    { id: 'decisions', name: { zh: '决议', en: 'Decisions' }, empty: EMPTY.decisions, sections: [DECISIONS] },
  ],
}

/** 跨部门复盘: what lay between product, technology, logistics and finance, from the task log (P14.12). */
export const CROSS_DEPARTMENT: ReportKind = {
  id: 'cross-department',
  name: { zh: '跨部门复盘', en: 'Cross-department review' },
  lead: { zh: '哪些交接拖了时间，谁负责，怎么改。', en: 'Which hand-overs cost time, whose they are, what to change.' },
  period: 'campaign',
  dueDays: 3,
  lateDays: 7,
  compare: 'yoy',
  chapters: [
    { id: 'work', name: { zh: '任务与责任', en: 'Work and responsibility' }, empty: EMPTY.work, sections: [TASKS] },
    { id: 'handOvers', name: { zh: '交接', en: 'Hand-overs' }, empty: EMPTY.work, sections: [HAND_OVERS] },
    { id: 'decisions', name: { zh: '改进', en: 'Improvements' }, empty: EMPTY.decisions, sections: [DECISIONS] },
  ],
}

/** 回归页面: are the everyday pages back, and do they convert (P14.19). */
export const PAGE_RETURN_CHECK: ReportKind = {
  id: 'page-return',
  name: { zh: '页面回归核对', en: 'Page return check' },
  lead: {
    zh: '活动结束后，页面换回日常版本了没有，转化有没有回到平时。',
    en: 'Are the everyday pages back after the campaign, and do they convert as before.',
  },
  period: 'campaign',
  dueDays: 1,
  lateDays: 14,
  compare: 'yoy',
  chapters: [
    { id: 'pages', name: { zh: '页面', en: 'Pages' }, empty: EMPTY.pages, sections: [PAGE_RETURN, PAGE_VERSIONS] },
    {
      id: 'weak',
      name: { zh: '低转化页面', en: 'Pages where few convert' },
      empty: EMPTY.problems,
      sections: [lowConversion('page')],
    },
  ],
}
