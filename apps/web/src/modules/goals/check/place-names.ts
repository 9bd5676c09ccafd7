import type { CheckedFinding } from '@zhanggui/contract'
import type { Language, Text } from '../../../locale/strings.ts'
import { fieldName, listName } from '../plans/field-names.ts'

/** The header's fields are the chapters of the document, which have words of their own. */
const CHAPTERS: Readonly<Record<string, Text>> = {
  market: { zh: '市场一章', en: 'chapter Market' },
  goals: { zh: '目标一章', en: 'chapter Goals' },
  strategy: { zh: '策略一章', en: 'chapter Strategy' },
  execution: { zh: '执行一章', en: 'chapter Execution' },
  resources: { zh: '资源一章', en: 'chapter Resources' },
  monitoring: { zh: '监测一章', en: 'chapter Monitoring' },
}

/** Fields that only findings speak of. */
const FIELDS: Readonly<Record<string, Text>> = {
  id: { zh: '编号', en: 'Id' },
  axis: { zh: '拆分方式', en: 'Axis' },
  baselinePeriod: { zh: '基线期间', en: 'Baseline period' },
  base: { zh: '基数', en: 'Base' },
  burstRemainderMinBp: { zh: '爆发日保留', en: 'Left for the burst' },
  criteria: { zh: '进入条件', en: 'Criteria' },
  declaredQuarter: { zh: '所写季度', en: 'Declared quarter' },
  denominator: { zh: '分母', en: 'Denominator' },
  diagnosis: { zh: '诊断依据', en: 'Diagnosis' },
  dimension: { zh: '类别', en: 'Dimension' },
  direction: { zh: '方向', en: 'Direction' },
  kind: { zh: '类型', en: 'Kind' },
  mainDay: { zh: '主日', en: 'Main day' },
  maxBp: { zh: '区间', en: 'Band' },
  mechanics: { zh: '玩法', en: 'Mechanics' },
  occasionId: { zh: '日历节点', en: 'Occasion' },
  preBurstShareBp: { zh: '活动前占比', en: 'Share before the burst' },
  reason: { zh: '理由', en: 'Reason' },
  roiMinClicks: { zh: '最少点击', en: 'Least clicks' },
  source: { zh: '数据来源', en: 'Source of actuals' },
}

const nameOf = (part: string, field: string, language: Language): string =>
  (part === 'header' ? CHAPTERS[field]?.[language] : undefined) ??
  FIELDS[field]?.[language] ??
  fieldName(field, language)

/** The part and field in words; the object is named in the finding's own sentence. */
export function placeName({ part, field }: CheckedFinding['at'], language: Language): string {
  const list = listName(part, language)
  return field === null ? list : `${list} / ${nameOf(part, field, language)}`
}
