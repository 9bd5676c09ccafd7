import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyAudit } from '../../../src/modules/admin/verify-audit.ts'
import { addPerson } from '../../support/test-people.ts'
import { at, type CalendarShop, foreign, openCalendarShop } from './calendar-shop.ts'

let shop: CalendarShop
beforeAll(async () => {
  shop = await openCalendarShop()
})
afterAll(() => shop.close())

describe('calendar files', () => {
  const campaign = {
    name: '春日上新',
    mainDay: '2027-03-20',
    fromDay: '2027-03-19',
    toDay: '2027-03-22',
    preheatFromDay: '2027-03-15',
    note: '第一行\n第二行；逗号，',
  }
  const download = async (query: string, store = 'alpha'): Promise<string> => {
    const answer = await shop.owner({ url: `/v1/stores/${store}/calendar.ics?${query}` })
    expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8')
    return answer.body
  }

  test('a round trip changes nothing, and into another shop it makes the same occasion', async () => {
    const row = await shop.addRecord('shop-occasions', campaign)
    const text = await download('year=2027')
    expect(await shop.importFile(text)).toMatchObject({ created: 0, updated: 0, problems: [] })
    expect(await shop.importFile(text, 'beta')).toMatchObject({ updated: 0, problems: [] })
    const there = await shop.owner({ url: '/v1/stores/beta/resources/shop-occasions?q=春日' })
    const { data } = there.json().rows[0]
    expect(data).toMatchObject({ ...campaign, counted: null })
    expect(await shop.importFile(text, 'beta')).toMatchObject({ created: 0, updated: 0 })
    await shop.removeRecord('shop-occasions', row)
  })

  test('the platform’s occasions and holidays do not come back as the shop’s own', async () => {
    const { created, skipped } = await shop.importFile(await download('year=2027', 'beta'), 'beta')
    expect([created, skipped > 10]).toEqual([0, true])
  })

  test('a moved entry with the same uid moves its record, and nothing is doubled', async () => {
    const entry = (day: string) => foreign(['UID:moved', 'SUMMARY:达人专场', `DTSTART;VALUE=DATE:${day}`])
    expect(await shop.importFile(entry('20270601'))).toMatchObject({ created: 1, updated: 0 })
    expect(await shop.importFile(entry('20270601'))).toMatchObject({ created: 0, unchanged: 1 })
    expect(await shop.importFile(entry('20270608'))).toMatchObject({ created: 0, updated: 1 })
    const { occasions } = await shop.readYear('year=2027')
    expect(occasions.filter((o) => o.nameZh === '达人专场').map((o) => o.mainDay)).toEqual(['2027-06-08'])
  })

  test('one that comes every year is exported for the year and taken back unchanged', async () => {
    const row = await shop.addRecord('shop-occasions', { name: '粉丝节', mainDay: '2025-08-19', recurs: 'lunar' })
    const text = await download('year=2027')
    expect(text).toContain('粉丝节')
    expect(await shop.importFile(text)).toMatchObject({ created: 0, updated: 0 })
    await shop.removeRecord('shop-occasions', row)
  })

  test('what cannot be taken is told with its line, in words; everything else is in', async () => {
    const text = foreign(
      ['UID:ok', 'SUMMARY:好的', 'DTSTART;VALUE=DATE:20270701'],
      ['UID:bad', 'SUMMARY:坏的', 'DTSTART;VALUE=DATE:20270231'],
      ['UID:week', 'SUMMARY:周会', 'DTSTART;VALUE=DATE:20270705', 'RRULE:FREQ=WEEKLY'],
    )
    const { created, problems } = await shop.importFile(text)
    expect(created).toBe(2)
    expect(problems).toEqual([
      expect.objectContaining({ line: 8, summary: '坏的', kept: false, code: 'not_a_day' }),
      expect.objectContaining({ line: 13, summary: '周会', kept: true, code: 'recurrence' }),
    ])
    expect(problems[0]?.message).toContain('2027-02-31')
  })

  test('a GBK file is read; something else is refused with what to do', async () => {
    // 双 is CB AB and 旦 is B5 A9 in GBK.
    const text = foreign(['UID:gbk', 'SUMMARY:@@', 'DTSTART;VALUE=DATE:20271225'])
    const bytes = Buffer.from(text, 'latin1').toString('hex').replace('4040', 'cbabb5a9')
    expect(await shop.importFile(Buffer.from(bytes, 'hex'))).toMatchObject({ created: 1 })
    expect((await shop.readYear('year=2027')).occasions.some((o) => o.nameZh === '双旦')).toBe(true)
    const refused = await shop.upload('<html></html>')
    expect([refused.statusCode, refused.json().error.code]).toEqual([422, 'unreadable_calendar'])
  })

  test('needs the right to change plans', async () => {
    const finance = await addPerson(shop.app, shop.owner, { store: 'alpha', role: 'service' })
    expect((await shop.upload(foreign(), finance)).statusCode).toBe(403)
    expect((await finance({ url: at('calendar?year=2027') })).statusCode).toBe(200)
  })

  test('every change of an import is in the trail', async () => {
    const answer = await shop.owner({ url: '/v1/stores/alpha/audit?limit=500' })
    const reasons = answer.json().entries.filter((e: { reason: string }) => e.reason === 'iCalendar')
    expect(reasons.length).toBeGreaterThan(3)
    expect(await verifyAudit(shop.context)).toMatchObject({ intact: true })
  })
})
