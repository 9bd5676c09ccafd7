import type { Explanation } from '@zhanggui/contract'

type Note = Explanation['notes'][number]
type Code = Note['code']

/** What a reader must know to read an explanation rightly. */
const NOTES: Readonly<Record<Code, readonly [string, string]>> = {
  no_visits: [
    '至少一段时间没有访客数据，因此只拆成买家数 × 客单价；接入埋点或导入流量报表后可拆出访客数与转化率。',
    'Visits were not recorded on both sides, so the change is split into buyers × AOV; send events or import traffic reports to see visitors and conversion.',
  ],
  no_people: [
    '订单里没有买家，无法拆成人数与客单价；请导入带买家 ID 的订单表。',
    'Orders name no buyers, so people and AOV cannot be told apart; import orders with buyer ids.',
  ],
  people_overlap: [
    '同一个人可以出现在多个取值里，各项相加与整体不等，差额列为“重叠”。',
    'One person can be in several values, so parts do not add up to the whole; the difference is listed as overlap.',
  ],
  other_length: [
    '两段时间天数不同：金额之差含天数的影响，显著性按日均比较。',
    'The two stretches have different lengths: the change includes that, significance compares daily means.',
  ],
  running_day: [
    '所选时段还没结束，两边都只取到已经过完的日子。',
    'The range is not over; both sides are cut to the days that are.',
  ],
  no_comparison: [
    '没有可对比的时段，请换一种对比或导入更早的数据。',
    'There is nothing to compare with; choose another comparison or import earlier data.',
  ],
}

export const noteOf = (code: Code): Note => ({ code, message: NOTES[code][0], messageEn: NOTES[code][1] })
