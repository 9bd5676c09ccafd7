import type { CampaignDetail, LiveBoard } from '@zhanggui/contract'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { doAllWork, endRunSheet } from '../../../server/test/support/finish-campaign.ts'
import { waitUntil } from '../../../server/test/support/wait-until.ts'
import { type OpenServer, openDemoShop, STORE } from '../support/open-demo-shop.ts'
import { OWNER } from '../support/serve-to-browser.ts'

/** A day that the demo shop's data has behind it, so that every phase is due at once. */
const MAIN_DAY = '2025-11-11'
const MOMENT = '2025-11-11T20:30:00+08:00'
const AT = `/v1/stores/${STORE}`

let shop: OpenServer
let page: Page
beforeAll(async () => {
  shop = await openDemoShop()
  await shop.api('/v1/setup', OWNER)
  page = await shop.openPage(`/stores/${STORE}/campaigns`)
})
afterAll(() => shop.close())

/** The API as the owner's browser calls it. Errors: rejects on any status of 400 and above. */
async function api<T>(method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown): Promise<T> {
  const data = body === undefined ? {} : { data: body }
  const answer = await page.request.fetch(shop.address + path, { method, headers: { origin: shop.address }, ...data })
  const text = await answer.text()
  if (!answer.ok()) throw new Error(`${method} ${path} answered ${answer.status()}: ${text}`)
  return (text === '' ? undefined : JSON.parse(text)) as T
}

test('[P3.15] [P9.06] a campaign from its template to the archive: approved, through every phase, replayed on the wall, put away', async () => {
  await page.getByRole('button', { name: '新建活动' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: /品牌日/ }).click()
  await dialog.getByLabel('运营负责人').fill('陈晨')
  await dialog.getByLabel('目标成交').fill('30000')
  await dialog.getByRole('textbox', { name: '主活动日' }).fill(MAIN_DAY)
  await dialog.getByRole('textbox', { name: '主活动日' }).press('Enter')
  await dialog
    .getByRole('button', { name: /^创\s*建$/ })
    .or(page.getByRole('heading', { level: 1, name: /品牌日/ }))
    .first()
    .click()
  await page.getByRole('heading', { level: 1, name: /品牌日/ }).waitFor()
  const id = new URL(page.url()).pathname.split('/').at(-1)
  const campaign = `${AT}/campaigns/${id}`
  const read = () => api<CampaignDetail>('GET', campaign)

  // What is said to buyers and what is sold is written; the rest came with the template.
  const before = await read()
  const { rows } = await api<{ rows: { item: string }[] }>('POST', `${AT}/query`, {
    metrics: ['paid'],
    by: ['item'],
    limit: 3,
  })
  const goods = rows.map(({ item }) => ({ itemId: item, role: 'hero' }))
  const written = {
    audience: '近一年老客',
    budgetCents: 300_000,
    goods,
    promotions: ['season-savings'],
    review: '目标达成，见报告。',
  }
  await api('PUT', campaign, { ...before.body, ...written, revision: before.revision })
  await page.reload()
  await page.getByRole('button', { name: '提交批准' }).click()
  await page.getByText('已进入下一步。').waitFor()
  await doAllWork(api, campaign)

  // Every phase is due; it is entered as soon as nothing of it is red and the teams that are asked said go.
  const step = async (): Promise<void> => {
    const { state, step: next } = await read()
    if (state === 'burst') await endRunSheet(api, campaign)
    for (const team of next?.signaturesNeeded ?? [])
      await api('POST', `${campaign}/sign`, { phase: next?.state, wave: next?.wave, team, decision: 'go' })
    // The clock of the server may have been first.
    await api('POST', `${campaign}/move`, { to: next?.state, wave: next?.wave }).catch(() => undefined)
  }
  const reviewed = async (): Promise<boolean> => {
    if ((await read()).state === 'review') return true
    await step()
    return false
  }
  await waitUntil('the review', reviewed, 45_000)

  // The burst day is watched again as it ran, under the campaign's own name, phase and target.
  const wall = await shop.openPage(`/stores/${STORE}/live?at=${encodeURIComponent(MOMENT)}&paused=1`)
  await wall.getByText(/品牌日.* · D0 · 爆发/).waitFor()
  const board = await api<LiveBoard>('GET', `${AT}/live/board?at=${encodeURIComponent(MOMENT)}`)
  expect(board.pace).toMatchObject({ targetCents: 3_000_000, targetFrom: 'campaign' })
  expect(board.figures.paidCents).toBeGreaterThan(0)
  await wall.locator(`[data-value="${board.figures.paidCents}"]`).first().waitFor()
  await wall.close()

  await page.reload()
  await page.getByRole('button', { name: /^归\s*档$/ }).click()
  await waitUntil('the archive', async () => (await read()).state === 'archived')
  const { moves } = await read()
  expect(
    moves
      .filter(({ blockedBy }) => blockedBy.length === 0)
      .map(({ to }) => to)
      .toReversed(),
  ).toEqual(['approved', 'reservoir', 'preheat', 'burst', 'closing', 'longTail', 'review', 'archived'])
  await page.close()
})
