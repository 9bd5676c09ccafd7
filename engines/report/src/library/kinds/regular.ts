import { CAMPAIGN_LIST } from '../../sections/campaigns.ts'
import { lowConversion } from '../../sections/conversion.ts'
import { course } from '../../sections/course.ts'
import { GOALS } from '../../sections/goals.ts'
import { BUDGET, CHANNEL_ROI } from '../../sections/money.ts'
import { PROPOSALS, WEAKNESSES } from '../../sections/next.ts'
import { overview } from '../../sections/overview.ts'
import { RECONCILE } from '../../sections/reconcile.ts'
import { WHY } from '../../sections/why.ts'
import { DECISIONS } from '../../sections/work.ts'
import type { Chapter, ReportKind } from '../report-kind.ts'
import { CONVERSION, PERFORMANCE, TOP_GOODS, TRAFFIC } from './chapters.ts'
import { EMPTY } from './empty-words.ts'

const DECISION_CHAPTER: Chapter = {
  id: 'decisions',
  name: { zh: '决议', en: 'Decisions' },
  empty: EMPTY.decisions,
  sections: [DECISIONS],
}

/** 周数据会: leading goods and activities with reasons, links that convert badly, decisions with owner (P14.05). */
export const WEEKLY_PACK: ReportKind = {
  id: 'weekly-pack',
  name: { zh: '周数据会', en: 'Weekly data meeting' },
  lead: {
    zh: '上周谁在领先、为什么、哪里漏、谁来改。',
    en: 'Who led last week and why, where buyers are lost, who does what.',
  },
  period: 'week',
  dueDays: 0,
  lateDays: 1,
  compare: 'previous',
  chapters: [
    {
      id: 'week',
      name: { zh: '上周概况', en: 'The week' },
      empty: EMPTY.orders,
      sections: [overview(['paid', 'orders', 'buyers', 'aov', 'uv', 'cvr', 'refundRate']), WHY, course('paid')],
    },
    TOP_GOODS,
    { ...TRAFFIC, sections: TRAFFIC.sections.slice(2) },
    {
      id: 'weak',
      name: { zh: '低转化环节', en: 'Where few convert' },
      empty: EMPTY.problems,
      sections: [lowConversion('item'), lowConversion('channel'), lowConversion('page')],
    },
    DECISION_CHAPTER,
  ],
}

/** 月度复盘: goals, budget, channels, and the weekly packs held against the month (P14.06). */
export const MONTHLY_REVIEW: ReportKind = {
  id: 'monthly-review',
  name: { zh: '月度复盘', en: 'Monthly review' },
  lead: {
    zh: '这个月离目标多远、钱花得值不值、周会的问题解决了没有。',
    en: 'How far from the goals, was the money well spent, what became of the weeks’ decisions.',
  },
  period: 'month',
  dueDays: 3,
  lateDays: 7,
  compare: 'previous',
  chapters: [
    { ...PERFORMANCE, sections: [...PERFORMANCE.sections, RECONCILE] },
    { id: 'plan', name: { zh: '目标与预算', en: 'Goals and budget' }, empty: EMPTY.plan, sections: [GOALS, BUDGET] },
    { ...TRAFFIC, sections: [...TRAFFIC.sections, CHANNEL_ROI] },
    CONVERSION,
    DECISION_CHAPTER,
  ],
}

/** 季度迭代: weak channels cut, strong activities copied, the plan before and after (P14.07). */
export const QUARTERLY_ITERATION: ReportKind = {
  id: 'quarterly-iteration',
  name: { zh: '季度迭代', en: 'Quarterly iteration' },
  lead: {
    zh: '今年到现在的数据要求下季计划改什么。',
    en: 'What the year so far asks the next quarter’s plan to change.',
  },
  period: 'quarter',
  dueDays: 5,
  lateDays: 14,
  compare: 'yoy',
  chapters: [
    PERFORMANCE,
    {
      id: 'channels',
      name: { zh: '渠道', en: 'Channels' },
      empty: EMPTY.traffic,
      sections: [CHANNEL_ROI, ...TRAFFIC.sections.slice(2)],
    },
    { id: 'campaigns', name: { zh: '活动', en: 'Campaigns' }, empty: EMPTY.campaigns, sections: [CAMPAIGN_LIST] },
    { id: 'problems', name: { zh: '问题', en: 'Problems' }, empty: EMPTY.problems, sections: [WEAKNESSES] },
    {
      id: 'changes',
      name: { zh: '计划改动', en: 'Changes of the plan' },
      empty: EMPTY.proposals,
      sections: [PROPOSALS],
    },
    DECISION_CHAPTER,
  ],
}
