import type { Language } from '../../../locale/strings.ts'

type Words = Record<Language, string>

/** What the assumptions of the simulated market mean, and in which unit they stand. */
const WORDS: Readonly<Record<string, Words & { unit: 'share' | 'cents' | 'minutes' | 'plain' }>> = {
  crossElasticity: { zh: '对竞品价格的弹性', en: 'Elasticity to the rival price', unit: 'plain' },
  crisisDepth: { zh: '舆情最重时少下单', en: 'Orders lost at the height of a crisis', unit: 'share' },
  recallShare: { zh: '未付订单召回后付款', en: 'Unpaid orders that a message brings back', unit: 'share' },
  standInShare: { zh: '代播留住的观众', en: 'Audience that stays with a stand-in', unit: 'share' },
  challengeLossShare: { zh: '人机校验误挡的买家', en: 'Buyers turned away by a challenge', unit: 'share' },
  refundShareUntold: { zh: '没被告知的退款比例', en: 'Refunds of those who are not told', unit: 'share' },
  refundShareTold: { zh: '已告知的退款比例', en: 'Refunds of those who are told', unit: 'share' },
  compensationCents: { zh: '每人补偿', en: 'Compensation for each', unit: 'cents' },
  lateParcelCents: { zh: '每个超时包裹', en: 'Cost of a late parcel', unit: 'cents' },
  promisedPickupMinutes: { zh: '承诺揽收', en: 'Promised pick-up', unit: 'minutes' },
  giftFromCents: { zh: '满额送赠品', en: 'Gift from', unit: 'cents' },
}

export type AssumptionFormat = {
  percent: (share: number) => string
  money: (cents: number) => string
  minutes: (n: number) => string
}

/** One assumption as a sentence writes it; a name that is not known stays as it is. */
export function assumptionText(name: string, value: number, language: Language, format: AssumptionFormat): string {
  const words = WORDS[name]
  if (!words) return `${name} ${value}`
  const written = {
    share: () => format.percent(value),
    cents: () => format.money(value),
    minutes: () => format.minutes(value),
    plain: () => String(value),
  }[words.unit]()
  return `${words[language]} ${written}`
}
