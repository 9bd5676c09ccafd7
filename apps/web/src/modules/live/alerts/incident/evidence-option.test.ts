import type { IncidentEvidence } from '@zhanggui/contract'
import { expect, test } from 'vitest'
import { palettes } from '../../../../theme/palette.ts'
import { buildEvidenceOption } from './evidence-option.ts'

const evidence: IncidentEvidence = {
  nameZh: '支付金额',
  nameEn: 'Paid',
  unit: 'money',
  daily: true,
  points: [10, 20, 5].map((value, i) => ({ period: `2026-10-1${i}`, value })),
  baseline: 15,
  low: null,
  high: null,
  startedPeriod: '2026-10-13',
  test: { kind: 'threshold', op: '<', value: 15 },
}
const words = {
  value: '数值',
  limit: '界限',
  usual: '正常值',
  low: '下限',
  high: '上限',
  alertAt: '告警',
  short: String,
  exact: String,
  axis: String,
  full: String,
}
const THEME = {
  ...palettes.light,
  appearance: 'light' as const,
  still: false,
  rise: palettes.light.red,
  fall: palettes.light.green,
}
const namesOf = (given: IncidentEvidence): (string | undefined)[] => {
  const { series } = buildEvidenceOption(given, words, THEME)
  return [series ?? []].flat().map((one) => (one as { name?: string }).name)
}

test('the limit is a line beside the figure; an anomaly shows its usual range instead', () => {
  expect(namesOf(evidence)).toEqual(['数值', '界限', undefined])
  const anomaly = {
    ...evidence,
    low: 8,
    high: 22,
    test: { kind: 'anomaly' as const, k: 4, direction: 'both' as const },
  }
  expect(namesOf(anomaly)).toEqual(['数值', '下限', '上限', undefined])
})
