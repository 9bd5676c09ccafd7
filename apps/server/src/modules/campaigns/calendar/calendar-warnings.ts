import {
  checkQuarters,
  eventConflicts,
  type GanttTask,
  type HolidayDataEnds,
  type LateLead,
  type OccasionRule,
} from '@zhanggui/calendar'
import type { CalendarWarning, GanttRow } from '@zhanggui/contract'
import { addDays, type BusinessDay } from '@zhanggui/kernel'
import type { Plan } from '@zhanggui/plan'

const endOfHolidayData = ({ year, fromDay, toDay }: HolidayDataEnds): CalendarWarning => ({
  code: 'holidayDataEnds',
  subject: null,
  day: fromDay,
  message: `${year} 年的放假通知还没有收录：${fromDay} 至 ${addDays(toDay, -1)} 只按法定节日与周末计算，调休未知。通知公布后请在“节假日调整”里补上。`,
  messageEn: `The holiday notice for ${year} is not in the data: ${fromDay} to ${addDays(toDay, -1)} know only the festivals of the law and weekends, no days worked in lieu. Enter them under holiday overrides once they are published.`,
})

/** What a task is for, in front of what it is: `双12：` or nothing. */
function eventPrefix(task: GanttTask, rows: readonly GanttRow[], language: 'zh' | 'en'): string {
  const event = rows.find(({ id, kind }) => kind === 'event' && id === task.eventId)
  if (!event) return ''
  return language === 'zh' ? `${event.name}：` : `${event.nameEn}: `
}

function lateWork(lead: LateLead<GanttTask>, rows: readonly GanttRow[], fallback: BusinessDay): CalendarWarning {
  const { task, level, daysLate, workdaysLeft, workdaysNeeded } = lead
  const day = task.dueDay ?? fallback
  const title = `${eventPrefix(task, rows, 'zh')}“${task.title}”`
  const nameEn = rows.find(({ id }) => id === task.id)?.nameEn ?? task.title
  const titleEn = `${eventPrefix(task, rows, 'en')}"${nameEn}"`
  if (level === 'overdue')
    return {
      code: 'overdueLead',
      subject: task.id,
      day,
      message: `${title}应在 ${day} 前完成，已晚 ${daysLate} 天。请马上补做，或调整活动范围。`,
      messageEn: `${titleEn} was due on ${day}, ${daysLate} days ago. Do it now, or make the campaign smaller.`,
    }
  return {
    code: 'tightLead',
    subject: task.id,
    day,
    message: `${title}还剩 ${workdaysLeft} 个工作日，需要 ${workdaysNeeded} 个。请今天开始或加人。`,
    messageEn: `${titleEn} has ${workdaysLeft} worked days left and needs ${workdaysNeeded}. Start today or add people.`,
  }
}

function misplaced(plan: Plan, rules: readonly OccasionRule[]): CalendarWarning[] {
  const names = new Map(plan.events.map(({ id, name }) => [id, name]))
  return checkQuarters(plan.events, rules).map(({ eventId, declared, corrected, mainDay }) => ({
    code: 'misplacedQuarter' as const,
    subject: eventId,
    day: mainDay,
    message: `“${names.get(eventId)}”写在 ${declared}，但 ${mainDay} 属于 ${corrected}。请改正季度。`,
    messageEn: `"${names.get(eventId)}" is filed under ${declared}, but ${mainDay} lies in ${corrected}. Correct the quarter.`,
  }))
}

function conflicts(plan: Plan): CalendarWarning[] {
  const names = new Map(plan.events.map(({ id, name }) => [id, name]))
  return eventConflicts(plan.events).map(({ first, second, from, to }) => {
    const last = addDays(to, -1)
    const days = last === from ? from : `${from} – ${last}`
    return {
      code: 'eventConflict' as const,
      subject: second,
      day: from,
      message: `“${names.get(first)}”与“${names.get(second)}”在 ${days} 重叠。请确认人手、商品与资源位不冲突。`,
      messageEn: `"${names.get(first)}" and "${names.get(second)}" overlap on ${days}. Check that people, products and slots suffice.`,
    }
  })
}

const circle = (ids: readonly string[], day: BusinessDay): CalendarWarning[] =>
  ids.length === 0
    ? []
    : [
        {
          code: 'dependencyCycle',
          subject: ids[0] ?? null,
          day,
          message: `这些任务互相等待，排不出先后：${ids.join('、')}。请去掉其中一个依赖。`,
          messageEn: `These tasks wait for each other in a circle: ${ids.join(', ')}. Remove one of the dependencies.`,
        },
      ]

/** Everything that a person should look at, in the order in which it presses. */
export function calendarWarnings(given: {
  plan: Plan | null
  rules: readonly OccasionRule[]
  rows: readonly GanttRow[]
  late: readonly LateLead<GanttTask>[]
  cycle: readonly string[]
  holidays: readonly HolidayDataEnds[]
  today: BusinessDay
}): CalendarWarning[] {
  const { plan, rules, rows, late, cycle, holidays, today } = given
  const overdue = [...late].sort((a, b) => b.daysLate - a.daysLate).map((lead) => lateWork(lead, rows, today))
  return [
    ...(plan ? misplaced(plan, rules) : []),
    ...circle(cycle, today),
    ...overdue,
    ...(plan ? conflicts(plan) : []),
    ...holidays.map(endOfHolidayData),
  ]
}
