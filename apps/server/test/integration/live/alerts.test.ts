import { createHmac } from 'node:crypto'
import type {
  AlertInbox,
  AlertReplay,
  AlertRuleInfo,
  ChannelInfo,
  CreateAlertRule,
  DeliveryInfo,
  IncidentDetail,
  IncidentEvidence,
  IncidentInfo,
} from '@zhanggui/contract'
import { addDays, parseDay } from '@zhanggui/kernel'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getStore } from '../../../src/modules/admin/stores.ts'
import { runRound } from '../../../src/modules/live/alerts/rounds/run-round.ts'
import { deliverDue, RETRY_SECONDS } from '../../../src/modules/live/channels/deliver-due.ts'
import { buildApp } from '../../support/build-app.ts'
import { type HttpReceiver, type MailReceiver, startHttpReceiver, startMailReceiver } from '../../support/receivers.ts'
import { createTestContext, type TestContext } from '../../support/test-context.ts'
import { addPerson, openShop, type Person, setUpOwner } from '../../support/test-people.ts'
import { insertFacts } from '../insight/insert-facts.ts'

// A Tuesday, 20:00 in the shop; the campaign of 11 November has not begun.
const NOW = '2026-10-20T12:00:00.000Z'
const TODAY = parseDay('2026-10-20')
const MAIL = { user: 'bot', password: 'mail-secret-1' }

let context: TestContext
let app: FastifyInstance
let owner: Person
let robot: HttpReceiver
let mail: MailReceiver

beforeAll(async () => {
  context = await createTestContext({ env: { ZHANGGUI_NOTICE_HOSTS: '127.0.0.1' } })
  context.clock.set(NOW)
  app = buildApp(context)
  await app.ready()
  owner = await setUpOwner(app)
  for (const store of ['rules', 'quality', 'media', 'minutes', 'storm', 'notify']) await openShop(context, store)
  ;[robot, mail] = await Promise.all([startHttpReceiver(), startMailReceiver(MAIL)])
})
afterAll(async () => {
  await app?.close()
  await Promise.all([robot?.close(), mail?.close()])
  await context?.close()
})

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/** Calls the shop's API; rejects on any failure. */
const callAs =
  (person: Person, store: string) =>
  async <T>(method: Method, path: string, payload?: object): Promise<T> => {
    const answer = await person({ method, url: `/v1/stores/${store}/${path}`, ...(payload ? { payload } : {}) })
    expect(answer.statusCode, answer.body).toBeLessThan(400)
    return answer.body === '' ? (undefined as T) : (answer.json() as T)
  }

const round = async (store: string): Promise<void> =>
  runRound(context, await getStore(context, store), context.clock.now())

const RULE: CreateAlertRule = {
  id: 'pay-fails',
  nameZh: '支付环节异常',
  nameEn: 'Payments fail',
  severity: 'critical',
  owner: 'technology',
  action: { kind: 'task', ref: '', zh: '联系支付服务商', en: 'Call the payment provider' },
  condition: {
    metric: 'trackedPayRate',
    slice: {},
    windowMinutes: 10,
    test: { kind: 'threshold', op: '<', value: 0.4, clearAt: 0.6 },
    minSample: 10,
  },
  everyMinutes: 1,
}

describe('rules', () => {
  const refused = async (change: object): Promise<string> => {
    const answer = await owner({ method: 'POST', url: '/v1/stores/rules/alert-rules', payload: { ...RULE, ...change } })
    expect(answer.statusCode).toBe(422)
    return answer.json().error.message
  }

  test('[P9.15] an alert that nothing follows from is refused, and told what is missing', async () => {
    expect(await refused({ action: { kind: 'task', ref: '', zh: '', en: '' } })).toContain('没有行动的告警不能保存')
    expect(await refused({ action: { kind: 'playbook', ref: '', zh: '启动', en: 'Start' } })).toContain(
      '选择自动化或预案',
    )
    const nobody = await owner({
      method: 'POST',
      url: '/v1/stores/rules/alert-rules',
      payload: { ...RULE, owner: undefined },
    })
    expect(nobody.statusCode).toBe(400)
  })

  test('a window that the metric does not allow is refused with the reason', async () => {
    const condition = { ...RULE.condition, metric: 'uv', windowMinutes: 30 }
    expect(await refused({ condition })).toContain('人数不能跨时段相加')
    expect(await refused({ condition: { ...condition, metric: 'nothing' } })).toContain('没有指标“nothing”')
    expect(await refused({ condition: { ...RULE.condition, metric: 'spend' } })).toContain('按天')
    const daily = { ...RULE.condition, metric: 'spend', windowMinutes: 1440 }
    expect(await refused({ condition: daily, per: 'province' })).toContain('spend')
  })

  test('[P9.15] the shipped library is added as it is, each rule with owner, action and a plain sentence', async () => {
    const call = callAs(owner, 'rules')
    const { added } = await call<{ added: string[] }>('POST', 'alert-library', {})
    const rules = await call<AlertRuleInfo[]>('GET', 'alert-rules')
    expect(rules.map(({ id }) => id)).toEqual(added.toSorted())
    expect(rules.filter(({ body, sentenceZh }) => !body.action.zh || !body.owner || sentenceZh.length < 8)).toEqual([])
    expect(rules.find(({ id }) => id === 'fee-ratio-high')?.sentenceZh).toBe(
      '最近 1 天的营销费用率高于 25%（回到 22% 才解除），持续 2 天',
    )
    expect((await call<{ added: string[] }>('POST', 'alert-library', {})).added).toEqual([])
  })

  test('a rule has versions; who changes an old one is told', async () => {
    const call = callAs(owner, 'rules')
    const { version, body } = await call<AlertRuleInfo>('GET', 'alert-rules/slow-reply')
    const changed = await call<AlertRuleInfo>('PUT', 'alert-rules/slow-reply', {
      ...body,
      everyMinutes: 30,
      version,
      enabled: true,
    })
    expect([changed.version, changed.body.everyMinutes]).toEqual([2, 30])
    const late = await owner({
      method: 'PUT',
      url: '/v1/stores/rules/alert-rules/slow-reply',
      payload: { ...body, version, enabled: true },
    })
    expect([late.statusCode, late.json().error.code]).toEqual([409, 'stale_version'])
  })

  test('a shop without any data raises nothing', async () => {
    await round('rules')
    expect(await callAs(owner, 'rules')<IncidentInfo[]>('GET', 'alerts/incidents')).toEqual([])
  })
})

describe('watching the shop’s quality', () => {
  test('[P9.09] a score below its industry and one that heads for the enrolment limit are raised, with the crossing day', async () => {
    const call = callAs(owner, 'quality')
    for (let back = 14; back >= 1; back--) {
      const data = {
        day: addDays(TODAY, -back),
        reading: 'dsrService',
        value: Number((4.68 + 0.005 * (back - 1)).toFixed(3)),
        industry: 4.7,
      }
      await call('POST', 'resources/shop-readings', { data })
    }
    await call('POST', 'alert-library', { ids: ['dsrservice-green', 'dsrservice-enrolment', 'dsrdescription-green'] })
    await round('quality')
    const incidents = await call<IncidentInfo[]>('GET', 'alerts/incidents')
    expect(incidents.map(({ titleZh, owner: who }) => [titleZh, who]).sort()).toEqual([
      ['服务态度将跌破报名线', 'operations'],
      ['服务态度飘绿', 'service'],
    ])
    const heading = incidents.find(({ owner: who }) => who === 'operations')
    const detail = await call<IncidentDetail>('GET', `alerts/incidents/${heading?.id}`)
    // 4.680 on the 19th, 0.005 less each day: 4.600 sixteen days later.
    expect(detail.firings[0]?.crossingAt?.slice(0, 10)).toBe('2026-11-05')
    const evidence = await call<IncidentEvidence>('GET', `alerts/incidents/${heading?.id}/evidence`)
    expect([evidence.daily, evidence.points.length, evidence.baseline]).toEqual([true, 14, 4.6])
  })

  test('[P9.08] bad reviews that gather on one item are raised for that item only', async () => {
    const review = (item: string, i: number, positive: number) => ({
      store: 'quality',
      day: addDays(TODAY, -1),
      at: `${addDays(TODAY, -1)} 04:00:00.000`,
      kind: 'review',
      feedback_id: `${item}-${i}`,
      item_id: item,
      positive,
      content_hash: i,
    })
    const rows = [0, 1, 2, 3, 4, 5].flatMap((i) => [
      review('bad', i, i < 4 ? 0 : 1),
      review('good', i, 1),
      review('rare', i, i < 1 ? 0 : 1),
    ])
    await insertFacts(
      context,
      'feedback',
      rows.filter(({ item_id, feedback_id }) => item_id !== 'rare' || feedback_id === 'rare-0'),
    )
    await callAs(owner, 'quality')('POST', 'alert-library', { ids: ['bad-reviews-item'] })
    await round('quality')
    const incidents = await callAs(owner, 'quality')<IncidentInfo[]>('GET', 'alerts/incidents?severity=critical')
    expect(incidents.map(({ titleZh }) => titleZh)).toContain('单品差评集中（商品：bad）')
    expect(incidents).toHaveLength(2)
  })
})

describe('watching paid media', () => {
  const ads = (
    tool: string,
    figures: (back: number) => { impressions: number; clicks: number; spend: number; orders: number },
  ) =>
    Array.from({ length: 15 }, (_, i) => {
      const { impressions, clicks, spend, orders } = figures(15 - i)
      return {
        store: 'media',
        day: addDays(TODAY, i - 15),
        tool,
        plan_id: `${tool}-1`,
        impressions,
        clicks,
        spend_cents: spend,
        attributed_orders: orders,
        content_hash: i,
      }
    })
  const usual = { impressions: 100_000, clicks: 5000, spend: 500_000, orders: 250 }
  const fault = (change: Partial<typeof usual>) => (back: number) => (back === 1 ? { ...usual, ...change } : usual)

  test('[P9.10] each planted fault of an ad tool is raised, and nothing else', async () => {
    await insertFacts(context, 'ad_daily', [
      ...ads('稳定', () => usual),
      ...ads('超支', fault({ spend: 1_000_000, impressions: 200_000, clicks: 10_000, orders: 500 })),
      ...ads('停投', fault({ spend: 50_000, impressions: 10_000, clicks: 500, orders: 25 })),
      ...ads('点击掉', fault({ clicks: 3000, spend: 300_000, orders: 150 })),
      ...ads('转化掉', fault({ orders: 100 })),
      ...ads('涨价', fault({ spend: 800_000 })),
    ])
    const call = callAs(owner, 'media')
    for (const [creative, review, linkState] of [
      ['c1', 'approved', 'broken'],
      ['c2', 'disapproved', 'ok'],
      ['c3', 'approved', 'ok'],
    ])
      await call('POST', 'resources/ad-creatives', {
        data: { creative, name: creative, channel: '站外', review, linkState },
      })
    const ids = [
      'ad-spend-jump',
      'ad-spend-stops',
      'ctr-falls',
      'ad-cvr-falls',
      'cpc-jump',
      'broken-links',
      'disapproved-creatives',
    ]
    await call('POST', 'alert-library', { ids })
    await round('media')
    const incidents = await call<IncidentInfo[]>('GET', 'alerts/incidents')
    const fired = await Promise.all(incidents.map(({ id }) => call<IncidentDetail>('GET', `alerts/incidents/${id}`)))
    expect(
      fired.flatMap(({ firings }) => firings.map(({ rule, tags }) => [rule, tags.tool ?? ''].join(' ').trim())).sort(),
    ).toEqual([
      'ad-cvr-falls 转化掉',
      'ad-spend-jump 超支',
      'ad-spend-stops 停投',
      'broken-links',
      'cpc-jump 涨价',
      'ctr-falls 点击掉',
      'disapproved-creatives',
    ])
  })

  test('[P9.15] how often a rule would have fired is replayed on the shop’s own history', async () => {
    const condition = {
      metric: 'spend',
      slice: {},
      windowMinutes: 1440,
      test: { kind: 'change', against: 'sameTimeLastWeek', direction: 'rise', by: 0.8 },
    }
    const replay = await callAs(owner, 'media')<AlertReplay>('POST', 'alert-replay', {
      condition,
      per: 'tool',
      days: 7,
    })
    expect([replay.slices, replay.firings.map(({ tags, from }) => [tags.tool, from])]).toEqual([
      6,
      [['超支', '2026-10-19T16:00:00.000Z']],
    ])
    const state = { metric: 'brokenLinks', slice: {}, windowMinutes: 1, test: { kind: 'threshold', op: '>', value: 0 } }
    const none = await owner({ method: 'POST', url: '/v1/stores/media/alert-replay', payload: { condition: state } })
    expect(none.json().error.code).toBe('alert_without_past')
  })
})

describe('an incident from its first minute to its result', () => {
  let keys = 1
  /** Order and pay events, minute by minute, of the minutes before `now`. */
  async function sendMinutes(minutes: number, perMinute: { orders: number; pays: number }): Promise<void> {
    const end = Math.floor(context.clock.now().getTime() / 60_000) * 60_000
    const rows = Array.from({ length: minutes }, (_, i) => end - (i + 1) * 60_000).flatMap((minute) =>
      ['order', 'pay'].flatMap((type) =>
        Array.from({ length: type === 'order' ? perMinute.orders : perMinute.pays }, (_, n) => ({
          store: 'minutes',
          day: '2026-10-20',
          at: new Date(minute + n * 1000).toISOString(),
          type,
          amount_cents: 5000,
          row_key: keys++,
        })),
      ),
    )
    await insertFacts(context, 'events', rows)
  }
  const later = async (minutes: number): Promise<void> => {
    context.clock.advance(minutes * 60_000)
    await round('minutes')
  }

  let tech: Person & { userId: string; email: string }
  let incident: IncidentInfo
  const read = (): Promise<IncidentDetail> => callAs(owner, 'minutes')('GET', `alerts/incidents/${incident.id}`)
  const inboxOf = (person: Person): Promise<AlertInbox> => callAs(person, 'minutes')('GET', 'alerts/inbox')

  test('[P9.07] [P7.04] payments that fail open one incident at once, and its owner is told once', async () => {
    tech = await addPerson(app, owner, { store: 'minutes', role: 'technology' })
    await callAs(owner, 'minutes')('POST', 'alert-rules', RULE)
    await sendMinutes(10, { orders: 4, pays: 3 })
    await round('minutes')
    expect(await callAs(owner, 'minutes')('GET', 'alerts/incidents')).toEqual([])
    context.clock.advance(10 * 60_000)
    await sendMinutes(10, { orders: 4, pays: 1 })
    for (let again = 0; again < 3; again++) await round('minutes')
    const incidents = await callAs(owner, 'minutes')<IncidentInfo[]>('GET', 'alerts/incidents')
    expect(incidents.map(({ titleZh, severity, state, count }) => [titleZh, severity, state, count])).toEqual([
      ['支付环节异常', 'critical', 'open', 1],
    ])
    incident = incidents[0] ?? expect.unreachable()
    const { notices, unread } = await inboxOf(tech)
    expect([notices.map(({ titleZh }) => titleZh), unread]).toEqual([['新告警：支付环节异常'], 1])
    expect((await read()).firings[0]).toMatchObject({ value: 0.25, baseline: 0.4, reasonZh: '25%，界限 40%' })
  })

  test('[P9.07] unacknowledged it climbs the ladder, each step once; taken on, it stops', async () => {
    const head = await addPerson(app, owner, { store: 'minutes', role: 'operations' })
    await later(5)
    await later(1)
    expect((await inboxOf(head)).notices.map(({ titleZh }) => titleZh)).toEqual(['无人认领：支付环节异常'])
    const call = callAs(tech, 'minutes')
    expect(await call('POST', `alerts/incidents/${incident.id}/acknowledge`)).toMatchObject({ state: 'acknowledged' })
    await call('POST', `alerts/incidents/${incident.id}/assign`, { userId: tech.userId })
    await call('POST', `alerts/incidents/${incident.id}/comments`, { text: '已电话支付宝' })
    await later(30)
    const told = (await read()).events.filter(({ kind }) => kind === 'told').map(({ textZh }) => textZh)
    expect(told).toEqual(['通知技术：新告警', '通知店长 / 运营总监：无人认领'])
  })

  test('a merchant reads along and acts on nothing; a stranger sees nothing', async () => {
    const merchant = await addPerson(app, owner, { store: 'minutes', role: 'merchant' })
    const url = `/v1/stores/minutes/alerts/incidents/${incident.id}`
    expect((await merchant({ url })).statusCode).toBe(200)
    expect((await merchant({ method: 'POST', url: `${url}/acknowledge` })).statusCode).toBe(403)
    const elsewhere = await owner({ url: `/v1/stores/media/alerts/incidents/${incident.id}` })
    expect(elsewhere.statusCode).toBe(404)
  })

  test('[P9.15] it ends by itself when payments work again, stays an open loop, and its result closes it', async () => {
    context.clock.advance(10 * 60_000)
    await sendMinutes(10, { orders: 4, pays: 3 })
    await round('minutes')
    expect(await read()).toMatchObject({ state: 'resolved', resolution: 'cleared', result: null })
    const loops = (): Promise<IncidentInfo[]> => callAs(owner, 'minutes')('GET', 'alerts/incidents?loop=open')
    expect((await loops()).map(({ id }) => id)).toEqual([incident.id])
    await callAs(tech, 'minutes')('POST', `alerts/incidents/${incident.id}/result`, {
      result: '支付宝通道恢复，补发 12 单',
    })
    expect(await loops()).toEqual([])
    expect((await read()).events.map(({ kind }) => kind)).toEqual([
      'opened',
      'told',
      'told',
      'acknowledged',
      'assigned',
      'comment',
      'cleared',
      'told',
      'result',
    ])
  })

  test('the minutes around it are its evidence', async () => {
    const evidence = await callAs(owner, 'minutes')<IncidentEvidence>('GET', `alerts/incidents/${incident.id}/evidence`)
    expect(evidence).toMatchObject({ nameZh: '支付环节通过率（埋点）', unit: 'ratio', daily: false, baseline: 0.4 })
    expect(evidence.points.some(({ value }) => value === 0.25)).toBe(true)
  })

  test('a silence has an end and a reason', async () => {
    const endless = { rule: 'pay-fails', causeKey: null, minutes: 20_000, reason: '维护' }
    const refused = await owner({ method: 'POST', url: '/v1/stores/minutes/alert-silences', payload: endless })
    expect(refused.statusCode).toBe(400)
    const silences = await callAs(tech, 'minutes')<{ rule: string }[]>('POST', 'alert-silences', {
      ...endless,
      minutes: 60,
    })
    expect(silences).toMatchObject([{ rule: 'pay-fails', reason: '维护' }])
  })
})

describe('a storm', () => {
  test('[P9.07] 600 ad plans that run away together are one incident and one message to its owner', async () => {
    const items = Array.from({ length: 600 }, (_, n) => `i${n}`)
    const day = addDays(TODAY, -1)
    await insertFacts(
      context,
      'ad_daily',
      items.flatMap((item, n) =>
        [-8, -1].map((back) => ({
          store: 'storm',
          day: addDays(TODAY, back),
          tool: 'wanxiang',
          plan_id: item,
          spend_cents: back === -1 ? 9000 : 1000,
          clicks: 10,
          impressions: 100,
          content_hash: n,
        })),
      ),
    )
    const call = callAs(owner, 'storm')
    const condition = {
      metric: 'spend',
      slice: {},
      windowMinutes: 1440,
      test: { kind: 'change', against: 'sameTimeLastWeek', direction: 'rise', by: 0.8 },
    }
    await call('POST', 'alert-rules', {
      ...RULE,
      id: 'plan-jump',
      owner: 'media',
      condition,
      per: 'plan',
      everyMinutes: 60,
    })
    await round('storm')
    await round('storm')
    const incidents = await call<IncidentInfo[]>('GET', 'alerts/incidents')
    expect([day, incidents.map(({ count, owner: who }) => [count, who])]).toEqual([day, [[600, 'media']]])
    const { notices } = await call<AlertInbox>('GET', 'alerts/inbox')
    expect(notices.map(({ to }) => to)).toEqual(['media'])
  })
})

describe('channels', () => {
  const SECRET = 'SEC-dingtalk-1'
  const WEBHOOK_SECRET = 'hook-secret-1'
  const call = <T>(method: Method, path: string, payload?: object): Promise<T> =>
    callAs(owner, 'notify')<T>(method, path, payload)
  const deliver = (): Promise<void> => deliverDue(context, context.clock.now())
  /** What nobody takes on would go on being told. */
  async function acknowledgeAll(): Promise<void> {
    for (const { id } of await call<IncidentInfo[]>('GET', 'alerts/incidents?state=open'))
      await call('POST', `alerts/incidents/${id}/acknowledge`)
  }
  const sentTo = (path: string) => robot.received.filter((one) => one.path.startsWith(path))

  test('[P9.07] they are off until they are switched on, and never answer their secrets', async () => {
    const channels = [
      {
        id: 'ding',
        name: '钉钉群',
        settings: { kind: 'dingtalk' },
        secrets: { robotUrl: `${robot.url}/ding?access_token=TOKEN9`, signSecret: SECRET },
      },
      {
        id: 'wecom',
        name: '企微群',
        settings: { kind: 'wecom' },
        secrets: { robotUrl: `${robot.url}/wecom?key=KEY9` },
      },
      {
        id: 'hook',
        name: '工单系统',
        settings: { kind: 'webhook', url: `${robot.url}/hook` },
        secrets: { signSecret: WEBHOOK_SECRET },
      },
      {
        id: 'mail',
        name: '邮件',
        settings: {
          kind: 'email',
          host: '127.0.0.1',
          port: mail.port,
          secure: false,
          user: MAIL.user,
          from: 'bot@shop.cn',
          to: [],
        },
        secrets: { password: MAIL.password },
      },
    ]
    for (const channel of channels)
      expect(await call<ChannelInfo>('POST', 'notice-channels', channel)).toMatchObject({ enabled: false })
    const listed = JSON.stringify(await call('GET', 'notice-channels'))
    const stored = JSON.stringify(await context.records.query('SELECT * FROM notice_channels'))
    const trail = JSON.stringify(
      await context.records.query("SELECT * FROM admin_audit WHERE subject LIKE 'notice-channels%'"),
    )
    for (const secret of [SECRET, WEBHOOK_SECRET, MAIL.password, 'TOKEN9', 'KEY9'])
      expect([listed, stored, trail].map((text) => text.includes(secret))).toEqual([false, false, false])
    for (const { id, secrets: _kept, ...body } of channels)
      expect(await call<ChannelInfo>('PUT', `notice-channels/${id}`, { ...body, enabled: true })).toMatchObject({
        enabled: true,
      })
    const media = await addPerson(app, owner, { store: 'notify', role: 'media' })
    expect((await media({ url: '/v1/stores/notify/notice-channels' })).statusCode).toBe(403)
  })

  test('[P9.07] one incident is one message by each: signed as DingTalk wants, as WeCom reads, with our own HMAC, by mail to its owner', async () => {
    await call('POST', 'resources/ad-creatives', {
      data: { creative: 'c1', name: 'c1', channel: '站外', review: 'approved', linkState: 'broken' },
    })
    await call('POST', 'alert-library', { ids: ['broken-links'] })
    await round('notify')
    await round('notify')
    await deliver()
    await deliver()
    const [ding] = sentTo('/ding')
    const query = new URL(ding?.path ?? '', robot.url).searchParams
    const timestamp = query.get('timestamp') ?? ''
    expect(query.get('sign')).toBe(createHmac('sha256', SECRET).update(`${timestamp}\n${SECRET}`).digest('base64'))
    expect([query.get('access_token'), timestamp]).toEqual(['TOKEN9', String(context.clock.now().getTime())])
    expect(JSON.parse(ding?.body ?? '')).toMatchObject({
      msgtype: 'markdown',
      markdown: { title: '店铺 notify 新告警：推广链接失效' },
    })
    expect(JSON.parse(sentTo('/wecom')[0]?.body ?? '').markdown.content).toContain('推广链接失效')
    const [hook] = sentTo('/hook')
    const [, seconds, proof] = /^t=(\d+),v1=([0-9a-f]+)$/.exec(String(hook?.headers['x-zhanggui-signature'])) ?? []
    expect(proof).toBe(createHmac('sha256', WEBHOOK_SECRET).update(`${seconds}.${hook?.body}`).digest('hex'))
    expect(mail.mails.map(({ to }) => to)).toEqual([['media@notify.example.cn']])
    expect(['/ding', '/wecom', '/hook'].map((path) => sentTo(path).length)).toEqual([1, 1, 1])
  })

  test('[P9.07] a channel that fails is tried again with growing waits, then is itself one alert, told on the page only', async () => {
    await acknowledgeAll()
    robot.answer(503, 'down')
    const tried = robot.received.length
    await call('POST', 'resources/ad-creatives', {
      data: { creative: 'c2', name: 'c2', channel: '站外', review: 'disapproved', linkState: 'ok' },
    })
    await call('POST', 'alert-library', { ids: ['disapproved-creatives'] })
    await round('notify')
    await acknowledgeAll()
    for (const wait of [0, ...RETRY_SECONDS, 3600, 3600]) {
      context.clock.advance(wait * 1000)
      await deliver()
      await round('notify')
    }
    const toRobots = robot.received.slice(tried).map(({ path }) => path.split('?')[0])
    expect(toRobots.filter((path) => path === '/ding')).toHaveLength(RETRY_SECONDS.length + 1)
    const troubles = await call<IncidentInfo[]>('GET', 'alerts/incidents?severity=warning&state=open')
    expect(troubles.filter(({ titleZh }) => titleZh.startsWith('通知渠道发送失败')).map(({ count }) => count)).toEqual([
      1, 1, 1,
    ])
    expect(await call<DeliveryInfo[]>('GET', 'notice-deliveries?state=pending')).toEqual([])
    const dead = await call<DeliveryInfo[]>('GET', 'notice-deliveries?state=dead')
    expect(
      dead.every(({ title, lastError }) => !title.includes('通知渠道') && lastError === '对方返回 HTTP 503。'),
    ).toBe(true)
  })

  test('[P9.07] a test says what is wrong; once it works the dead letters go out and the alert ends', async () => {
    const wrong = await call('POST', 'notice-channels/ding/test')
    expect(wrong).toEqual({ sent: false, error: '对方返回 HTTP 503。', errorEn: 'The receiver answered HTTP 503.' })
    robot.answer(200, '{"errcode":310000,"errmsg":"sign not match"}')
    expect(await call('POST', 'notice-channels/ding/test')).toMatchObject({
      sent: false,
      error: '机器人拒绝了消息（errcode 310000）。',
    })
    robot.answer(200, '{"errcode":0}')
    expect(await call('POST', 'notice-channels/ding/test')).toEqual({ sent: true, error: null, errorEn: null })
    const { messages } = await call<{ messages: number }>('POST', 'notice-channels/ding/resend')
    await deliver()
    const channels = await call<ChannelInfo[]>('GET', 'notice-channels')
    expect([messages > 0, channels.find(({ id }) => id === 'ding')]).toMatchObject([
      true,
      { dead: 0, pending: 0, lastError: null },
    ])
    const troubles = await call<IncidentInfo[]>('GET', 'alerts/incidents?state=open')
    expect(troubles.map(({ titleZh }) => titleZh)).not.toContain('通知渠道发送失败（钉钉群）')
  })

  test('a channel cannot be turned on the services beside the server', async () => {
    for (const [id, url] of [
      ['meta', 'http://169.254.169.254/latest'],
      ['local', 'http://[::1]:8123/'],
      ['named', 'http://localhost:5432/'],
    ])
      await call('POST', 'notice-channels', { id, name: id, settings: { kind: 'webhook', url } })
    for (const id of ['meta', 'local', 'named'])
      expect(await call('POST', `notice-channels/${id}/test`)).toMatchObject({
        sent: false,
        error: expect.stringContaining('内网地址'),
      })
  })

  test('what a simulated channel was given can be read, and is gone with the next message a month later', async () => {
    await call('POST', 'notice-channels', {
      id: 'rehearsal',
      name: '演练',
      settings: { kind: 'wecom' },
      simulated: true,
    })
    const given = () => call<{ id: number; recipient: string }[]>('GET', 'notice-channels/rehearsal/simulated')
    const age = (days: number) =>
      context.records.query(`UPDATE notice_simulated SET at = at - interval '${days} days' WHERE channel = 'rehearsal'`)
    const send = async (): Promise<void> => {
      context.clock.advance(1000)
      await call('POST', 'notice-channels/rehearsal/test')
    }
    await send()
    await age(29)
    await send()
    expect(await given()).toMatchObject([{ recipient: 'robot.invalid' }, { recipient: 'robot.invalid' }])
    await age(2)
    await send()
    expect(await given()).toHaveLength(2)
  })

  test('messages wait through quiet hours and go out in the morning', async () => {
    const quiet = {
      name: '夜间',
      weekdays: [1, 2, 3, 4, 5, 6, 7],
      from: 22 * 60,
      to: 8 * 60,
      effect: 'hold',
      exceptFrom: null,
      rules: [],
    }
    await call('POST', 'alert-quiet-times', quiet)
    context.clock.set('2026-10-22T15:00:00.000Z')
    await call('POST', 'resources/ad-creatives', {
      data: { creative: 'c3', name: 'c3', channel: '站外', review: 'approved', linkState: 'ok' },
    })
    const before = (await call<AlertInbox>('GET', 'alerts/inbox')).notices.length
    await call('POST', 'alert-rules', {
      ...RULE,
      id: 'broken-again',
      owner: 'campaign',
      condition: {
        metric: 'disapprovedCreatives',
        slice: {},
        windowMinutes: 1,
        test: { kind: 'threshold', op: '>=', value: 1 },
      },
    })
    await round('notify')
    const atNight = (await call<AlertInbox>('GET', 'alerts/inbox')).notices.length
    context.clock.set('2026-10-23T00:01:00.000Z')
    await round('notify')
    expect([atNight - before, (await call<AlertInbox>('GET', 'alerts/inbox')).notices.length > atNight]).toEqual([
      0,
      true,
    ])
  })
})
