import { foldWidth, toSimplified } from '@zhanggui/text'

/** A promised time: on what, until when, and what is done by then. */
export type Clock = { quote: string; subject: string; minutes: number; measure: string }

const SUBJECTS = '投诉|客诉|舆情|危机|负面|差评|故障|售后'
const MEASURES: readonly [string, RegExp][] = [
  ['响应', /响应|回应|答复|回复/],
  ['处理', /处理|受理|跟进/],
  ['解决', /解决|给出方案|出具方案|解决方案|闭环|办结/],
]
const CLOCK = new RegExp(
  `(${SUBJECTS})[^。；;\\n]{0,14}?(\\d{1,3})\\s*(分钟|小时|h|min)\\s*(?:内|以内)?([^，,。；;\\n]{0,10})`,
  'gi',
)

/** Promised times of service and crisis in a text. @example findClocks('投诉30分钟内处理')[0]?.minutes // 30 */
export const findClocks = (text: string): Clock[] =>
  Array.from(toSimplified(foldWidth(text)).matchAll(CLOCK)).flatMap((m) => {
    const [quote, subject = '', amount = '0', unit = '', behind = ''] = m
    const measure = MEASURES.find(([, pattern]) => pattern.test(behind) || pattern.test(quote))?.[0]
    const minutes = Number(amount) * (/分钟|min/i.test(unit) ? 1 : 60)
    return measure ? [{ quote, subject, minutes, measure }] : []
  })
