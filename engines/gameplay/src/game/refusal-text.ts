import type { Refusal } from './game.ts'

/** What a player reads when a step is refused: what is the matter and what can be done. */
export const REFUSAL_TEXT: Record<Refusal['code'], { zh: string; en: string }> = {
  not_open_yet: { zh: '活动还没开始', en: 'It has not begun yet' },
  over: { zh: '活动已经结束', en: 'It is over' },
  full: { zh: '人数已满，可以另开一个', en: 'It is full; you can open another one' },
  already_in: { zh: '你已经参加了', en: 'You take part already' },
  not_in: { zh: '你没有参加这个活动', en: 'You do not take part in this' },
  self_invite: { zh: '不能邀请自己', en: 'You cannot invite yourself' },
  not_new: { zh: '仅限从未在本店付款的新客', en: 'Only for people who have never paid in this shop' },
  counted_before: { zh: '这位好友已经计过一次', en: 'This friend has been counted before' },
  cap_reached: { zh: '已达到每人上限', en: 'You have reached the most for one person' },
  budget_used_up: { zh: '活动预算已用完', en: 'The budget of this campaign is used up' },
  pool_empty: { zh: '红包已抢完', en: 'All packets are gone' },
  too_young: { zh: '未达到参加年龄', en: 'You are below the age for taking part' },
  no_ticket_left: { zh: '抽奖次数已用完', en: 'You have no ticket left' },
  wrong_state: { zh: '当前状态不能进行这一步', en: 'This step is not possible now' },
  not_this_channel: {
    zh: '这是社群专享，请从发起的群里参加',
    en: 'This one is for a community; take part from the group it was opened in',
  },
  free_before: { zh: '每人只能参加一次零元团', en: 'A group at price zero is once a person' },
  not_registered: {
    zh: '请先在本店注册会员，再来参加',
    en: 'Register with this shop first, then take part',
  },
  registered_before: {
    zh: '仅限刚注册的新会员参加',
    en: 'Only for people who have registered just now',
  },
  not_a_friend: { zh: '没有找到对应的分享', en: 'There is no share from this friend' },
}
