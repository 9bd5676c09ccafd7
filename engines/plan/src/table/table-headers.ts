import { normaliseHeader } from '@zhanggui/text'
import type { TableColumn } from '../plan.ts'

/** `periodTarget`: time and target in one column, as some tables have it. */
export type HeaderColumn = TableColumn | 'periodTarget'

/** Titles that exports carry, in the order of the columns. */
export const COLUMN_TITLES: Readonly<Record<TableColumn, { zh: string; en: string }>> = {
  period: { zh: '时间', en: 'Period' },
  target: { zh: '目标', en: 'Target' },
  theme: { zh: '主题', en: 'Theme' },
  strategy: { zh: '策略', en: 'Strategy' },
  pageDesign: { zh: '页面设计', en: 'Page design' },
  dailyPromotion: { zh: '日常推广', en: 'Daily promotion' },
  merchantCooperation: { zh: '商家配合', en: 'Merchant cooperation' },
}

const SYNONYMS: Readonly<Record<HeaderColumn, readonly string[]>> = {
  periodTarget: [
    '时间/目标',
    '时间目标',
    '时间与目标',
    '时间及目标',
    '时间和目标',
    '月份/目标',
    '月份目标',
    '时间、目标',
  ],
  period: [
    '时间',
    '月份',
    '月度',
    '季度',
    '周期',
    '时间段',
    '时间节点',
    '月/季度',
    '月份/季度',
    '阶段时间',
    'month',
    'time',
  ],
  target: ['目标', '销售目标', '销售额', '销售额目标', '业绩目标', '目标销售额', '月目标', 'goal', 'salestarget'],
  theme: ['主题', '营销主题', '活动主题', '推广主题', '月度主题', '工作主题'],
  strategy: ['策略', '营销策略', '运营策略', '策略内容', '工作内容', '运营内容', '主要工作'],
  pageDesign: ['页面设计', '页面', '视觉设计', '页面规划', '店铺页面', '美工设计', '页面策划', 'page'],
  dailyPromotion: ['日常推广', '推广', '日常推广计划', '推广计划', '付费推广', 'promotion'],
  merchantCooperation: [
    '商家配合',
    '商家协助',
    '商家支持',
    '需商家配合',
    '商家配合事项',
    '商家合作',
    '品牌方配合',
    'merchant',
  ],
}

const BY_HEADER: ReadonlyMap<string, HeaderColumn> = new Map(
  (Object.keys(SYNONYMS) as HeaderColumn[]).flatMap((column) => {
    const titles = column === 'periodTarget' ? [] : Object.values(COLUMN_TITLES[column])
    return [...SYNONYMS[column], ...titles].map((text) => [normaliseTitle(text), column] as const)
  }),
)

function normaliseTitle(text: string): string {
  return normaliseHeader(text).replace(/[/、|&+()（）:：]/g, '')
}

/** Which of the seven columns a header names; null for a header that is none of them. */
export const headerColumn = (text: string): HeaderColumn | null => BY_HEADER.get(normaliseTitle(text)) ?? null
