import { join } from 'node:path'
import type { LabelledRisk, RiskAccountPerson, RiskAccountsShared, RiskOrder, RiskStanding } from '@zhanggui/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fillJudgedOrders } from '../../../server/test/support/judged-orders.ts'
import { fillSharedDevice } from '../../../server/test/support/shared-device.ts'
import { type CliHome, createCliHome } from '../support/cli-home.ts'

const DAY = 86_400_000
const PHONE = 'a1'.repeat(16)
/** Accounts as the records know them. */
const [FIRST, SECOND] = ['12226815760841591572', '16527937210483613207'] as const

let home: CliHome
beforeAll(async () => {
  home = await createCliHome()
  const folder = join(home.folder, 'home')
  const monthAgo = new Date(Date.now() - 30 * DAY)
  await fillJudgedOrders(folder, { store: 'alpha', from: monthAgo, orders: 240 })
  await fillSharedDevice(folder, { store: 'alpha', mark: PHONE, accounts: [FIRST, SECOND], seenAt: monthAgo })
  await home.json('store', 'create', 'alpha', '--name', '甲店')
})
afterAll(() => home.remove())

const risk = <T>(command: string, ...options: string[]): Promise<T> =>
  home.json<T>('risk', command, 'alpha', ...options)

describe('[P13.01] payment risk from a shell', () => {
  test('chargebacks of a file label orders, and those that were never judged are named', async () => {
    const file = await home.write('chargebacks.csv', 'past-1,fraud\npast-0,honest\nnobody,fraud\n\n')
    expect(await risk<LabelledRisk>('label', file)).toEqual({ labelled: 2, unknown: ['nobody'] })
    const orders = await risk<RiskOrder[]>('orders', '--verdict', 'allow')
    expect(orders).toHaveLength(50)
    expect(orders[0]?.orderId).toBe('past-239')
    const wrong = await home.run('risk', 'label', 'alpha', await home.write('wrong.csv', 'past-1,maybe\n'))
    expect([wrong.exitCode === 0, wrong.stderr]).toEqual([false, expect.stringContaining('label')])
  })

  test('a card is learnt, tried on the past, and judges nobody without a second person who agrees', async () => {
    const trained = await risk<RiskStanding>('train', '--reason', '十月拒付')
    const { learntFrom, verifyFrom = 0, denyFrom = 0 } = trained.versions[0]?.body ?? {}
    expect(learntFrom).toMatchObject({ orders: 240, frauds: 24 })
    const lines = ['--card', '1', '--from', `${verifyFrom}`, '--deny-from', `${denyFrom}`]
    const tried = await home.run('risk', 'preview', 'alpha', ...lines)
    expect(tried.stdout).toMatch(/欺诈 24 单拦下 \d+ 单/)
    // Nobody of this shop may agree, and the shell alone may not.
    const alone = await home.run('risk', 'activate', 'alpha', '--card', '1', '--reason', '第一版')
    expect([alone.exitCode, alone.stderr]).toEqual([1, expect.stringContaining('请所有者为一位同事开通')])
    expect((await risk<RiskStanding>('show')).inForce).toBeNull()
    expect((await home.run('risk', 'show', 'alpha')).stdout).toContain('生效 –')
  })
})

describe('[P6.09] accounts of one person from a shell', () => {
  test('what is shared is listed; a wrong mark is taken off with a reason, and counts again with another', async () => {
    const { shared } = await risk<RiskAccountsShared>('accounts')
    expect(shared).toMatchObject([{ kind: 'device', mark: PHONE, accounts: 2 }])
    const change = (way: string, ...more: string[]) =>
      risk<RiskAccountPerson>(way, '--account', SECOND, '--mark', `device:${PHONE}`, ...more)
    expect((await risk<RiskAccountPerson>('accounts', '--account', FIRST)).accountCount).toBe(2)
    expect((await change('unlink', '--reason', '手机转卖')).accountCount).toBe(1)
    const told = await home.run('risk', 'accounts', 'alpha', '--account', SECOND)
    expect(told.stdout).toContain('手机转卖')
    expect((await change('relink', '--reason', '核实有误')).accountCount).toBe(2)
    await change('unlink', '--everybody', '--reason', '门店平板')
    expect((await risk<RiskAccountsShared>('accounts')).unlinked).toMatchObject([{ account: null, reason: '门店平板' }])
  })

  test('an unknown buyer stands alone; a mark that is no mark is refused with the way to write it', async () => {
    expect(await risk<RiskAccountPerson>('accounts', '--id', '谁也不是')).toMatchObject({ accountCount: 1, marks: [] })
    const wrong = await home.run('risk', 'unlink', 'alpha', '--account', FIRST, '--mark', 'phone', '--reason', 'x')
    expect([wrong.exitCode, wrong.stderr]).toEqual([2, expect.stringContaining('device:1f2e')])
  })
})
