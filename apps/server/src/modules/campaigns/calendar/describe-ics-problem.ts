import type { ICalProblem } from '@zhanggui/calendar'

type Words = { message: string; messageEn: string }
type Code = ICalProblem['code'] | 'same_name_and_day' | 'not_storable'

const WORDS: Record<Code, (value: string) => Words> = {
  no_start: () => ({ message: '没有开始日期，未导入。', messageEn: 'It has no start and was left out.' }),
  not_a_day: (value) => ({
    message: `“${value}”不是存在的日期，未导入。`,
    messageEn: `"${value}" is no existing day; it was left out.`,
  }),
  ends_before_start: (value) => ({
    message: `结束早于开始（${value}），未导入。`,
    messageEn: `It ends before it starts (${value}) and was left out.`,
  }),
  unknown_zone: (value) => ({
    message: `时区“${value}”不认识，按文件上写的日期导入，请核对。`,
    messageEn: `The time zone "${value}" is unknown; its day was taken as written. Check it.`,
  }),
  unreadable: (value) => ({
    message: `这一段读不懂（${value}），未导入。`,
    messageEn: `This part cannot be read (${value}) and was left out.`,
  }),
  unclosed: () => ({
    message: '这一段没有结尾，文件可能被截断，未导入。',
    messageEn: 'This part has no end; the file may be cut. It was left out.',
  }),
  recurrence: (value) => ({
    message: `重复规则“${value}”不支持，只导入了第一次。需要时请逐次添加。`,
    messageEn: `The recurrence "${value}" is not supported; only its first day was taken. Add the others by hand.`,
  }),
  cancelled: () => ({ message: '已取消的活动，未导入。', messageEn: 'It is cancelled and was left out.' }),
  same_name_and_day: () => ({
    message: '与另一条同名同日，已合为一条。',
    messageEn: 'It has the name and day of another entry; they are one record now.',
  }),
  not_storable: (value) => ({ message: `${value}，未导入。`, messageEn: `${value}; it was left out.` }),
}

/** What a problem of a calendar file is, and what became of the entry. */
export const describeProblem = (code: Code, value: string): Words => WORDS[code](value.slice(0, 120))
