import type { Text } from '../../../locale/strings.ts'

/** Models in the words of the trade, with the statistician's name behind them. */
const NAMES: Readonly<Record<string, Text>> = {
  naive: { zh: '沿用上期', en: 'Naive' },
  drift: { zh: '线性漂移', en: 'Drift' },
  seasonalNaive: { zh: '沿用上季同期', en: 'Seasonal naive' },
  ses: { zh: '指数平滑', en: 'Exponential smoothing' },
  holt: { zh: '趋势平滑 Holt', en: 'Holt' },
  dampedHolt: { zh: '阻尼趋势', en: 'Damped trend' },
  holtWintersAdditive: { zh: '季节平滑（加法）', en: 'Holt-Winters, additive' },
  holtWintersMultiplicative: { zh: '季节平滑（乘法）', en: 'Holt-Winters, multiplicative' },
  ets: { zh: '状态空间 ETS', en: 'ETS' },
  theta: { zh: 'Theta', en: 'Theta' },
  croston: { zh: '间断需求 Croston', en: 'Croston' },
  sba: { zh: '间断需求 SBA', en: 'SBA' },
  tsb: { zh: '间断需求 TSB', en: 'TSB' },
  adida: { zh: '间断需求 ADIDA', en: 'ADIDA' },
  decomposition: { zh: '分解（季节、节日、促销）', en: 'Decomposition (season, events, promotion)' },
}

export const modelName = (id: string): Text => NAMES[id] ?? { zh: id, en: id }
