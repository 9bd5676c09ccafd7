import type { Names } from './field.ts'

/** Why a step of a programme was not taken, and what can be done. Closed. */
export const PROGRAMME_REFUSAL_TEXT = {
  not_open_yet: { zh: '还没开始', en: 'It has not begun yet' },
  over: { zh: '已经过了时间', en: 'It is too late for this' },
  already_there: { zh: '已经有这一笔', en: 'This one is there already' },
  not_there: { zh: '没有这一笔，请核对编号', en: 'There is no such one; check its number' },
  wrong_state: { zh: '当前状态不能做这一步', en: 'This step is not possible in its state' },
  buyer_needed: { zh: '要说明是哪位买家', en: 'Say which buyer it is for' },
  buyer_limit: { zh: '这位买家已达到每人上限', en: 'This buyer has reached the most for one person' },
  tier_too_low: { zh: '未达到公布的会员等级', en: 'The member level is below the published one' },
  not_new: { zh: '仅限从未在本店付款的新客', en: 'Only for people who have never paid in this shop' },
  too_young: { zh: '未达到参加年龄', en: 'This person is below the age for taking part' },
  no_consent: { zh: '未成年人需要监护人同意', en: 'Below full age a guardian has to agree' },
  sold_out: { zh: '已经售完', en: 'It is sold out' },
  budget_used_up: { zh: '预算已用完', en: 'The budget is used up' },
  unknown_choice: {
    zh: '没有这个选项，请从公布的选项中选',
    en: 'There is no such choice; take one of the published ones',
  },
  not_taking_part: { zh: '这个商品不在活动范围内', en: 'This item does not take part' },
  amount_not_allowed: {
    zh: '金额不在公布的范围内，请换一种支付方式',
    en: 'The amount is outside the published bounds; pay another way',
  },
  once_a_day: { zh: '今天已经参加过，明天再来', en: 'It counts once a day; come again tomorrow' },
  more_than_sold: { zh: '退回的比卖出的多，请核对', en: 'More comes back than was sold; check the figures' },
  too_soon: { zh: '还不到时候', en: 'It is too soon for this' },
  too_late: { zh: '离发货太近，来不及改了', en: 'The delivery is too near to be changed' },
  too_many_changes: { zh: '已达到可更改的次数', en: 'It has been changed as often as is allowed' },
  picture_seen_before: { zh: '这张图片已有人提交过', en: 'This picture was handed in before' },
  too_short: { zh: '内容太短，请写满公布的字数', en: 'It is too short; write as much as was published' },
  has_contact: { zh: '内容里有联系方式或链接，请去掉', en: 'It holds a contact or a link; take it out' },
} as const satisfies Record<string, Names>

export type ProgrammeRefusal = { code: keyof typeof PROGRAMME_REFUSAL_TEXT }
