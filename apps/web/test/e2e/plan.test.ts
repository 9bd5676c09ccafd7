import type { PlanDetail, PlanVersion } from '@zhanggui/contract'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { wholeDossier } from '../../../server/test/support/fill-dossier.ts'
import { addColleague } from '../support/add-colleague.ts'
import { type OpenShop, openShop, STORE } from '../support/open-shop.ts'

let shop: OpenShop
const api = `/v1/stores/${STORE.id}`
const goals = `/stores/${STORE.id}/goals`

beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

const YEAR = `全年销售目标 200万
时间,目标,主题,策略,页面设计,日常推广,商家配合
1月,,年货大促,"1、同行竞品分析
2、品牌定位",首页风格,暂停付费推广,提供品牌授权资料
2月,20万,春季上新,报名淘抢购,新品页,每天刷单 20 笔,商家选款`

const fillDossier = () =>
  shop.api('POST', `${api}/resources/merchant-dossier`, { data: wholeDossier('茂易家居'), reason: '' })

const noSideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)

/** A refused approval is an answer of the server and no fault of the page. */
const faults = () => shop.complaints.filter((text) => !text.includes('409'))

describe('the plan of a year in a browser', () => {
  test('[P3.01] a plan is made, its table imported after a look, edited, and taken over into tasks', async () => {
    const page = await shop.openPage(`${goals}/plans`)
    await page.getByText('还没有年度规划').waitFor()
    await page.getByRole('button', { name: '新建规划' }).first().click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('年份').fill('2027')
    await dialog.getByRole('button', { name: '新建规划' }).click()
    await page.getByRole('heading', { name: '2027 年度规划', level: 1 }).waitFor()

    await page.goto(`${shop.address}${goals}/table?plan=plan-2027`)
    await page.getByRole('button', { name: '导入' }).click()
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: '计划.csv', mimeType: 'text/csv', buffer: Buffer.from(YEAR) })
    await page.getByText('“淘抢购”已停用，今天对应“聚划算”').waitFor()
    await page.getByText('这一项含违规做法').waitFor()
    expect((await shop.api<PlanDetail>('GET', `${api}/plans/plan-2027`)).tasks).toEqual([])
    await page.getByRole('button', { name: '确认导入' }).click()
    await page.getByText('已写入规划').waitFor()
    await page.getByRole('dialog').getByRole('button', { name: '关闭' }).last().click()
    await page.getByRole('rowheader', { name: '2027年', exact: true }).waitFor()

    await page.getByRole('button', { name: /编辑 1月 策略/ }).click()
    await page.getByRole('textbox', { name: /编辑 1月 策略/ }).fill('1、同行竞品分析\n2、品牌定位\n3、选款会')
    await page.getByRole('textbox', { name: /编辑 1月 策略/ }).press('Control+Enter')
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByText('已保存').first().waitFor()
    await page.getByRole('button', { name: '更新任务与目标' }).click()
    await page.getByRole('button', { name: '确认更新' }).click()
    await page.getByText('已写入规划').waitFor()
    const plan = await shop.api<PlanDetail>('GET', `${api}/plans/plan-2027`)
    expect(plan.tasks.map(({ title }) => title)).toContain('选款会')
    expect(JSON.stringify(plan.tasks)).not.toContain('刷单')
    await page.close()
  })

  test('[P2.06] an unset target keeps the plan from being approved, and the page leads to what is missing', async () => {
    const page = await shop.openPage(`${goals}/plans/plan-2027`)
    await page.getByRole('button', { name: '批准' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '批准' }).click()
    const blocking = page.getByRole('list', { name: '阻止批准的问题' })
    await blocking.getByText(/目标/).first().waitFor()
    expect(await blocking.getByRole('link', { name: '去修改' }).count()).toBeGreaterThan(0)
    expect((await shop.api<PlanDetail>('GET', `${api}/plans/plan-2027`)).status).toBe('draft')
    await page.close()
  })

  test('a task is ticked off and given an owner; the filter stays in the address', async () => {
    const page = await shop.openPage(`${goals}/tasks?plan=plan-2027&unowned=1`)
    await page.getByRole('checkbox', { name: '完成 同行竞品分析' }).check()
    await page.getByRole('button', { name: '品牌定位' }).click()
    const drawer = page.getByRole('dialog')
    await drawer.getByLabel('负责人').fill('林晓')
    await drawer.getByRole('button', { name: '保存' }).click()
    await page.getByText('已保存').first().waitFor()
    await page.getByRole('button', { name: '品牌定位' }).waitFor({ state: 'detached' })
    expect(new URL(page.url()).searchParams.get('unowned')).toBe('1')
    const { tasks } = await shop.api<PlanDetail>('GET', `${api}/plans/plan-2027`)
    expect(tasks.find(({ title }) => title === '同行竞品分析')?.done).toBe(true)
    expect(tasks.find(({ title }) => title === '品牌定位')?.owner).toBe('林晓')
    await page.close()
  })

  test('an approved plan is confirmed by the merchant, who sees number and hash; requests go out to them', async () => {
    const merchant = await addColleague(shop, { email: 'merchant@shop.cn', name: '商家老周', role: 'merchant' })
    await fillDossier()
    const plan = await shop.api<PlanDetail>('POST', `${api}/plans`, { year: 2028, name: '2028 年度规划' })
    const goal = { id: 'g', name: '全年销售额', metric: 'paid', period: '2028', target: 200_000_000 }
    const parts = {
      goals: {
        revision: 1,
        body: {
          goals: [{ ...goal, baseline: 180_000_000, baselinePeriod: '2027', owner: '林晓', diagnosis: '老客复购下降' }],
        },
      },
      requests: {
        revision: 1,
        body: [
          { id: 'r', kind: 'funds', text: '追加推广资金', period: '2028-Q2', dueDay: '2027-12-20', owner: '老周' },
        ],
      },
    }
    await shop.api('PUT', `${api}/plans/${plan.id}/parts`, { parts })
    const head = await shop.openPage(`${goals}/plans/${plan.id}`)
    await head.getByRole('button', { name: '批准' }).click()
    await head.getByRole('dialog').getByRole('button', { name: '批准' }).click()
    await head.getByText('等待商家阅读并确认').waitFor()
    await head.close()

    const phone = await shop.openPage(`${goals}/plans/${plan.id}`, { cookie: merchant, width: 390, theme: 'dark' })
    const [version] = await shop.api<PlanVersion[]>('GET', `${api}/plans/${plan.id}/versions`)
    await phone.getByText(version?.sha256 ?? 'no version').waitFor()
    expect(await noSideways(phone)).toBe(true)
    await phone.getByRole('checkbox', { name: /我已阅读版本 1/ }).check()
    await phone.getByRole('button', { name: '确认这个版本' }).click()
    await phone.getByText(/商家已确认 版本 1/).waitFor()
    await phone.getByRole('button', { name: '答复 追加推广资金' }).click()
    await phone.getByRole('dialog').getByLabel('答复').fill('同意')
    await phone.getByRole('dialog').getByRole('button', { name: '提交答复' }).click()
    await phone.getByText('已答复').waitFor()
    expect(await phone.getByRole('button', { name: '重新打开' }).count()).toBe(0)
    await phone.close()
  })

  test('two versions are compared where the address says so', async () => {
    await shop.api('POST', `${api}/plans/plan-2027/versions`, { note: '初稿' })
    const { revisions, goals: own } = await shop.api<PlanDetail>('GET', `${api}/plans/plan-2027`)
    const body = { goals: own.map((goal) => (goal.period === '2027-02' ? { ...goal, target: 30_000_000 } : goal)) }
    await shop.api('PUT', `${api}/plans/plan-2027/parts/goals`, { revision: revisions.goals, body })
    const page = await shop.openPage(`${goals}/plans/plan-2027?from=1&to=draft`)
    const row = page.getByRole('table', { name: '版本比较' }).getByRole('row').filter({ hasText: '¥300,000.00' })
    await row.getByText('¥200,000.00').waitFor()
    await page.close()
  })

  test('every page of the plan fits a phone and complains of nothing', async () => {
    for (const path of ['plans', 'plans/plan-2027', 'table?plan=plan-2027', 'tasks?plan=plan-2027']) {
      const phone = await shop.openPage(`${goals}/${path}`, { width: 390 })
      await phone.getByRole('heading', { level: 1 }).waitFor()
      await phone.waitForLoadState('networkidle')
      expect([path, await noSideways(phone)]).toEqual([path, true])
      await phone.close()
    }
    expect(faults()).toEqual([])
  })
})
