import type { Cell, Unit } from '@zhanggui/contract'
import type { Language } from '../locale/strings.ts'
import { exactCount, shortCount } from './count.ts'
import { duration } from './duration.ts'
import { exactMoney, shortMoney } from './money.ts'
import { percent } from './ratio.ts'
import { NO_VALUE } from './signs.ts'

export type MetricStyle = { unit: Unit | null; currency: string; language: Language }

type Writer = (value: number, style: MetricStyle) => string

const days: Writer = (value, { language }) =>
  `${exactCount(Number(value.toFixed(1)))}${language === 'zh' ? ' 天' : ' d'}`

const SHORT: Record<Unit, Writer> = {
  money: shortMoney,
  count: (value, { language }) => shortCount(value, language),
  ratio: (value) => percent(value),
  multiple: (value) => value.toFixed(2),
  seconds: (value, { language }) => duration(value, language),
  days,
  score: (value) => value.toFixed(2),
}

const EXACT: Record<Unit, Writer> = {
  ...SHORT,
  money: exactMoney,
  count: (value) => exactCount(value),
  ratio: (value) => percent(value, 4),
  multiple: (value) => value.toFixed(4),
  score: (value) => value.toFixed(4),
}

function write(writers: Record<Unit, Writer>, value: Cell | undefined, style: MetricStyle): string {
  if (value === null || value === undefined) return NO_VALUE
  if (typeof value === 'string') return value
  return style.unit === null ? exactCount(value) : writers[style.unit](value, style)
}

/** A cell of a query result as a screen shows it; `–` for no value. */
export const shortValue = (value: Cell | undefined, style: MetricStyle): string => write(SHORT, value, style)

/** The same cell with every digit, for hover, tables and screen readers. */
export const exactValue = (value: Cell | undefined, style: MetricStyle): string => write(EXACT, value, style)
