import type { Language, Text } from '../../../locale/strings.ts'

const LISTS: Readonly<Record<string, Text>> = {
  header: { zh: '规划', en: 'Plan' },
  goals: { zh: '目标', en: 'Goal' },
  measures: { zh: '自定义指标', en: 'Own measure' },
  stages: { zh: '阶段', en: 'Stage' },
  budget: { zh: '预算', en: 'Budget line' },
  budgetRules: { zh: '预算规则', en: 'Budget rules' },
  events: { zh: '日历', en: 'Calendar entry' },
  tasks: { zh: '任务', en: 'Task' },
  requests: { zh: '商家配合', en: 'Request' },
  table: { zh: '年度计划表', en: 'Yearly table' },
}

const FIELDS: Readonly<Record<string, Text>> = {
  name: { zh: '名称', en: 'Name' },
  title: { zh: '标题', en: 'Title' },
  text: { zh: '内容', en: 'Text' },
  detail: { zh: '说明', en: 'Detail' },
  note: { zh: '备注', en: 'Note' },
  owner: { zh: '负责人', en: 'Owner' },
  period: { zh: '期间', en: 'Period' },
  parentId: { zh: '上级', en: 'Parent' },
  metric: { zh: '指标', en: 'Metric' },
  scope: { zh: '范围', en: 'Scope' },
  target: { zh: '目标', en: 'Target' },
  baseline: { zh: '基线', en: 'Baseline' },
  locked: { zh: '锁定', en: 'Locked' },
  floor: { zh: '下限', en: 'Floor' },
  cap: { zh: '上限', en: 'Cap' },
  amountCents: { zh: '金额', en: 'Amount' },
  shareBp: { zh: '占比', en: 'Share' },
  shareBase: { zh: '占比基准', en: 'Share of' },
  channel: { zh: '渠道', en: 'Channel' },
  fromDay: { zh: '开始日', en: 'First day' },
  toDay: { zh: '结束日（不含）', en: 'First day after' },
  startDay: { zh: '开始日', en: 'Start' },
  dueDay: { zh: '完成日', en: 'Due' },
  side: { zh: '责任方', en: 'Side' },
  team: { zh: '团队', en: 'Team' },
  done: { zh: '完成', en: 'Done' },
  theme: { zh: '主题', en: 'Theme' },
  strategy: { zh: '策略', en: 'Strategy' },
  pageDesign: { zh: '页面设计', en: 'Page design' },
  dailyPromotion: { zh: '日常推广', en: 'Daily promotion' },
  merchantCooperation: { zh: '商家配合', en: 'Merchant cooperation' },
  order: { zh: '顺序', en: 'Order' },
  profile: { zh: '对照模板', en: 'Profile' },
  assumptions: { zh: '市场假设', en: 'Assumptions' },
  stages: { zh: '推广规则', en: 'Stage rules' },
  feeRatioMaxBp: { zh: '费用率上限', en: 'Fee ratio at most' },
  cacMaxCents: { zh: '获客成本上限', en: 'CAC at most' },
  dependsOn: { zh: '前置任务', en: 'Waits for' },
  evidence: { zh: '完成标准', en: 'Evidence' },
  proof: { zh: '完成凭证', en: 'What shows it' },
  actuals: { zh: '实际值', en: 'Actuals' },
}

/** Kind of object in the reader's language; what has no word keeps its id. */
export const listName = (list: string, language: Language): string => LISTS[list]?.[language] ?? list

export const fieldName = (field: string, language: Language): string => FIELDS[field]?.[language] ?? field
