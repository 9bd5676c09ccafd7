import type { RankFollowUp, RankLevers, RankSubject } from '@zhanggui/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../support/test-app.ts'
import { createTestClock } from '../../support/test-context.ts'
import { addPerson, type Person } from '../../support/test-people.ts'
import { insertFacts } from './insert-facts.ts'

const ALPHA = '/v1/stores/alpha'
let installation: TestApp
let campaigner: Person

const record = async (resource: string, data: object): Promise<{ status: number; body: string; id: string }> => {
  const answer = await campaigner({
    method: 'POST',
    url: `${ALPHA}/resources/${resource}`,
    payload: { data, reason: '' },
  })
  return { status: answer.statusCode, body: answer.body, id: answer.json().id }
}
const ranks = async (): Promise<RankSubject[]> =>
  ((await campaigner({ url: `${ALPHA}/ranks` })).json() as RankFollowUp).subjects

const line = (id: number, item: string, refund: number) => ({
  store: 'alpha',
  order_id: String(id),
  line_id: '1',
  created_day: '2026-11-10',
  paid_day: '2026-11-10',
  created_at: '2026-11-10 02:00:00',
  paid_at: '2026-11-10 02:00:00',
  refunded_day: refund > 0 ? '2026-11-12' : null,
  item_id: item,
  buyer: id,
  gmv_cents: 10_000,
  paid_cents: 10_000,
  refund_cents: refund,
  version: 1,
})

const FILE = `日期,类型,搜索词,宝贝ID,搜索排名,查看深度,来源
2026-11-01,关键词,保湿面霜,CREAM,,100,生意参谋
2026-11-04,关键词,保湿面霜,cream,64,100,生意参谋
2026/11/07,关键词,保湿面霜,cream,45,100,生意参谋
2026-11-10,关键词,保湿面霜,cream,32,100,生意参谋
2026-11-13,关键词,保湿面霜,cream,22,100,生意参谋
2026-11-16,关键词,保湿面霜,cream,16,100,生意参谋
2026-11-16,类目,面霜,,28,50,生意参谋
`

beforeAll(async () => {
  installation = await openTestApp({ stores: ['alpha'], clock: createTestClock('2026-11-18T02:00:00.000Z') })
  const { app, owner, context } = installation
  campaigner = await addPerson(app, owner, { store: 'alpha', role: 'campaign' })
  await insertFacts(context, 'order_lines', [
    line(1, 'cream', 10_000),
    line(2, 'cream', 0),
    ...Array.from({ length: 8 }, (_, i) => line(3 + i, 'lipstick', 0)),
  ])
})
afterAll(() => installation.app.close())

describe('ranks against their goals', () => {
  test('[P9.11] a sheet of the platform’s desk is a series by its days, with where it was read', async () => {
    const goal = {
      kind: 'keyword',
      term: '保湿面霜',
      item: 'cream',
      goalRank: 10,
      byDay: '2026-11-25',
      owner: '李推广',
    }
    expect((await record('rank-goals', goal)).status).toBe(201)
    await record('rank-goals', { kind: 'category', term: '面霜', goalRank: 30, byDay: '2026-12-31', owner: '王店长' })
    const edge = 'edge'
    const payload = `--${edge}\r\nContent-Disposition: form-data; name="file"; filename="ranks.csv"\r\nContent-Type: text/csv\r\n\r\n${FILE}\r\n--${edge}--\r\n`
    const headers = { 'content-type': `multipart/form-data; boundary=${edge}` }
    const url = `${ALPHA}/resources/rank-readings/import`
    const saved = (await campaigner({ method: 'POST', url, headers, payload })).json()
    expect([saved.created, saved.rejected]).toEqual([7, []])
    const [keyword, category] = await ranks()
    expect(keyword?.points.map(({ day, rank, gained }) => [day.slice(8), rank, gained])).toEqual([
      ['01', null, null],
      ['04', 64, null],
      ['07', 45, 19],
      ['10', 32, 13],
      ['13', 22, 10],
      ['16', 16, 6],
    ])
    expect(keyword?.points.every(({ source }) => source === '生意参谋')).toBe(true)
    expect([category?.item, category?.verdict]).toEqual([null, 'reached'])
  })

  test('[P9.11] the distance is that of the latest reading, the verdict that of the course to the day of the goal', async () => {
    const [keyword, category] = await ranks()
    expect([keyword?.distance, keyword?.verdict, keyword?.expected, keyword?.best]).toEqual([
      { places: 6, isAtLeast: false },
      'onTrack',
      6,
      { day: '2026-11-16', rank: 16 },
    ])
    expect(category?.distance).toEqual({ places: 0, isAtLeast: false })
    const lost = { day: '2026-11-17', kind: 'keyword', term: '保湿面霜', item: 'cream', depth: 50, source: '手工' }
    await record('rank-readings', lost)
    expect((await ranks())[0]?.distance).toEqual({ places: 41, isAtLeast: true })
  })

  test('[P9.11] levers rest on the goods’ own weakness and on the law', async () => {
    const id = (await ranks())[0]?.id ?? ''
    const { levers }: RankLevers = (await campaigner({ url: `${ALPHA}/ranks/${id}/levers` })).json()
    expect(levers.map((lever) => lever.id)).toEqual(['returns', 'paidSearch', 'campaign'])
    expect(levers[0]).toMatchObject({ own: 0.5, shop: 0.1, metricZh: '退款率（金额）' })
    expect(levers.every(({ basisZh }) => basisZh.length > 0)).toBe(true)
    expect((await campaigner({ url: `${ALPHA}/ranks/none/levers` })).statusCode).toBe(404)
  })

  test('[P9.11] what was done is kept beside the series; made-up popularity is refused in whatever words', async () => {
    const done = { day: '2026-11-09', kind: 'keyword', term: '保湿面霜', item: 'cream', lever: 'paidSearch' }
    const refused = await record('rank-actions', { ...done, what: '找兼职补单 50 单，人工收藏加购' })
    expect([refused.status, refused.body]).toEqual([422, expect.stringContaining('法律不允许')])
    expect((await record('rank-actions', { ...done, what: '目标词出价 1.2 元，上限按投产比 3' })).status).toBe(201)
    expect((await ranks())[0]?.actions).toEqual([
      { day: '2026-11-09', leverZh: '搜索推广', leverEn: 'Paid search', what: '目标词出价 1.2 元，上限按投产比 3' },
    ])
  })

  test('a rank below what was looked at is refused', async () => {
    const reading = { day: '2026-11-18', kind: 'category', term: '面霜', rank: 60, depth: 50, source: '手工' }
    expect((await record('rank-readings', reading)).status).toBe(422)
  })
})
