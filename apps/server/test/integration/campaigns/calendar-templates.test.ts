import type { PlanDetail } from '@zhanggui/contract'
import { addDays, parseDay } from '@zhanggui/kernel'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { at, type CalendarShop, openCalendarShop } from './calendar-shop.ts'

let shop: CalendarShop
beforeAll(async () => {
  shop = await openCalendarShop()
})
afterAll(() => shop.close())

describe('templates', () => {
  const makePlan = async (): Promise<PlanDetail> => {
    const answer = await shop.owner({ method: 'POST', url: at('plans'), payload: { year: 2027, name: '2027 规划' } })
    expect(answer.statusCode, answer.body).toBe(201)
    return answer.json()
  }
  const apply = (template: string, plan: string) =>
    shop.owner({ method: 'POST', url: at(`calendar/templates/${template}/apply`), payload: { plan } })

  test('are listed with their days in the year', async () => {
    const answer = await shop.owner({ url: at('calendar/templates?year=2027') })
    const rows = answer.json().map((t: { row: string }) => t.row)
    expect(rows).toEqual(['P3.02', 'P3.03', 'P3.04', 'P3.05', 'P3.06', 'P3.07', 'P3.08', 'P3.09', 'P3.10', 'P3.11'])
  })

  test('all of them go into a plan once; a second time adds nothing; the corrected quarter is noted at the event', async () => {
    const plan = await makePlan()
    const ids = (await shop.owner({ url: at('calendar/templates?year=2027') })).json().map((t: { id: string }) => t.id)
    for (const id of ids) expect((await apply(id, plan.id)).statusCode).toBe(200)
    const again = await apply('midYearPlan', plan.id)
    expect(again.json()).toMatchObject({ events: 0, tasks: 0, requests: 0 })
    const { events, tasks, requests }: PlanDetail = (await shop.owner({ url: at(`plans/${plan.id}`) })).json()
    expect(events.find((e) => e.id === 'midYearPlan-2027/june618')).toMatchObject({
      declaredQuarter: '2027-Q2',
      note: '来源写在 2027-Q3，按日期 2027-06-18 更正为 2027-Q2。',
    })
    expect(tasks.filter((t) => t.side === 'merchant').length).toBe(requests.length)
  })

  test('[P3.10] [P3.12] [P3.22] the plan lies on the calendar: bars under their events, drift, misplaced quarters, overlaps', async () => {
    const plan = await makePlan()
    await apply('yearEndPlan', plan.id)
    const detail: PlanDetail = (await shop.owner({ url: at(`plans/${plan.id}`) })).json()
    const moved = detail.events.map((event) => ({
      ...event,
      baselineFromDay: event.fromDay,
      baselineToDay: event.toDay,
      ...(event.occasionId === 'double12'
        ? { declaredQuarter: '2027-Q3', fromDay: addDays(parseDay(event.fromDay), 3), toDay: '2027-12-20' }
        : {}),
    }))
    const payload = { revision: detail.revisions.events, body: moved }
    const saved = await shop.owner({ method: 'PUT', url: at(`plans/${plan.id}/parts/events`), payload })
    expect(saved.statusCode, saved.body).toBe(200)
    const { gantt, warnings, plan: shown } = await shop.readYear(`year=2027&plan=${plan.id}`)
    expect(shown).toMatchObject({ id: plan.id, status: 'draft' })
    const bar = gantt.find((r) => r.id === 'yearEndPlan-2027/double12')
    expect(bar).toMatchObject({ kind: 'event', startDrift: 3, endDrift: 6, baselineFrom: '2027-12-08' })
    expect(gantt.find((r) => r.id === 'yearEndPlan-2027/fission')?.parentId).toBe('yearEndPlan-2027/double12')
    expect(gantt.find((r) => r.id === 'yearEndPlan-2027/double11')?.phases.length).toBeGreaterThan(3)
    const codes = warnings.map((w) => w.code)
    expect(codes).toContain('misplacedQuarter')
    expect(warnings.find((w) => w.code === 'eventConflict')?.message).toContain('年终囤货')
  })

  test('a template that is not there, and a plan that is not there, are not found', async () => {
    expect((await apply('none', 'plan-2027')).statusCode).toBe(404)
    expect((await apply('january', 'none')).statusCode).toBe(404)
  })
})
