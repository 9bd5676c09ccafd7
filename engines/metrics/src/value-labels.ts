import { TMALL_OCCASIONS } from '@zhanggui/calendar'
import { TRAFFIC_CLASSES } from './traffic-class.ts'

type Label = { nameZh: string; nameEn: string }
type Named = Label & { id: string }

const labelsOf = (named: readonly Named[]): Record<string, Label> =>
  Object.fromEntries(named.map(({ id, nameZh, nameEn }) => [id, { nameZh, nameEn }]))

const label = (nameZh: string, nameEn: string): Label => ({ nameZh, nameEn })

const WEEKDAYS = [
  '周一 Monday',
  '周二 Tuesday',
  '周三 Wednesday',
  '周四 Thursday',
  '周五 Friday',
  '周六 Saturday',
  '周日 Sunday',
]

const LABELS: Readonly<Record<string, Readonly<Record<string, Label>>>> = {
  trafficClass: labelsOf(TRAFFIC_CLASSES),
  paidTraffic: { paid: label('付费', 'Paid'), free: label('免费', 'Free') },
  buyerKind: { new: label('新客', 'New'), returning: label('老客', 'Returning') },
  promoPeriod: { promotion: label('大促', 'Promotion'), ordinary: label('日销', 'Ordinary days') },
  occasion: labelsOf(TMALL_OCCASIONS),
  weekday: Object.fromEntries(
    WEEKDAYS.map((text, i) => {
      const [zh = '', en = ''] = text.split(' ')
      return [String(i + 1), label(zh, en)]
    }),
  ),
}

/** Names of the values that a dimension's own words stand for; undefined where values name themselves. */
export const valueLabels = (dimension: string): Readonly<Record<string, Label>> | undefined => LABELS[dimension]
