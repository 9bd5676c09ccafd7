import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type CliHome, createCliHome } from '../support/cli-home.ts'

let home: CliHome
let rules: string

const COUPON = {
  ruleId: 'coupon',
  name: '满200减20券',
  mechanic: 'spendAndSave',
  level: 'shopCoupon',
  group: 'shopCoupon',
  needsClaim: true,
  params: { tiers: [{ minCents: 20_000, cutCents: 2000 }] },
}
const SPEND = {
  ruleId: 'spend',
  name: '满300减40',
  mechanic: 'spendAndSave',
  params: { tiers: [{ minCents: 30_000, cutCents: 4000 }] },
}
const CART = {
  at: '2026-11-11T00:00:00.000Z',
  lines: [
    { skuId: 'serum', unitCents: 29_900, quantity: 1 },
    { skuId: 'mask', unitCents: 5000, quantity: 1 },
  ],
  claims: [{ claimId: 'k1', ruleId: 'coupon' }],
}

beforeAll(async () => {
  home = await createCliHome()
  rules = await home.write('rules.json', JSON.stringify([SPEND, COUPON]))
})
afterAll(() => home.remove())

describe('zhanggui price', () => {
  test('[P6.01] prices a cart file under a rules file to the fen and explains it, without a data folder', async () => {
    const cart = await home.write('cart.json', JSON.stringify(CART))
    const { exitCode, stdout } = await home.run('price', '--rules', rules, '--cart', cart)
    expect(exitCode).toBe(0)
    expect(stdout).toContain('满300减40：本行 299.00 ÷ 349.00 × 40.00 ≈ 34.27')
    expect(stdout).toContain('= ¥289.00')
    const best = await home.json('price', '--rules', rules, '--cart', cart, '--best')
    expect(best).toMatchObject({ payableCents: 28_900, claimIds: ['k1'], isProven: true })
  })

  test('a file that is not right is a wrong command line; rules or a cart that do not hold are failures, in both languages', async () => {
    const cart = await home.write('cart.json', JSON.stringify(CART))
    const noPrice = await home.write('no-price.json', JSON.stringify({ lines: [{ skuId: 'a', quantity: 1 }] }))
    const minus = await home.write(
      'minus.json',
      JSON.stringify({ lines: [{ skuId: 'a', quantity: 1, unitCents: -5 }] }),
    )
    const broken = await home.write('broken.json', JSON.stringify([{ ...SPEND, params: {} }]))
    const priced = (rulesFile: string, cartFile: string) => home.run('price', '--rules', rulesFile, '--cart', cartFile)
    expect((await priced(rules, 'nowhere.json')).exitCode).toBe(2)
    expect((await priced(cart, cart)).exitCode).toBe(2)
    expect((await priced(rules, noPrice)).stderr).toContain('unitCents')
    const refused = await priced(rules, minus)
    expect([refused.exitCode, refused.stderr]).toEqual([1, expect.stringMatching(/单价 -5[\s\S]*unit price/)])
    expect((await priced(broken, cart)).exitCode).toBe(1)
  })
})

describe('zhanggui promo and coupons', () => {
  const PROMOTION = {
    id: 'd11',
    name: '双11',
    from: '2026-11-01T00:00:00.000Z',
    until: '2036-11-12T00:00:00.000Z',
    rules: [SPEND, COUPON],
    budgetCents: 100_000,
  }

  test('a promotion goes from a file over its check to the switch; what is asked about rules needs no promotion', async () => {
    await home.json('store', 'create', 'shop')
    const file = await home.write('promotion.json', JSON.stringify(PROMOTION))
    expect(await home.json('promo', 'new', 'shop', file)).toMatchObject({ id: 'd11', state: 'draft' })
    const { findings } = await home.json<{ findings: { severity: string }[] }>(
      'promo',
      'check',
      'shop',
      '--promotion',
      'd11',
    )
    expect(new Set(findings.map(({ severity }) => severity))).toEqual(new Set(['note']))
    const shown = await home.run('promo', 'show', 'shop', 'd11')
    expect(shown.stdout).toContain('已检查')
    const nobody = await home.run('promo', 'approve', 'shop', 'd11', '--json')
    expect([nobody.exitCode, JSON.parse(nobody.stderr).error.code]).toEqual([1, 'no_approver'])
    const wrong = await home.write('wrong.json', JSON.stringify([{ ...SPEND, mechanic: 'magic' }]))
    const checked = await home.run('promo', 'check', 'shop', '--rules', wrong)
    expect([checked.exitCode, checked.stdout]).toEqual([1, expect.stringContaining('[错误]')])
    expect((await home.run('promo', 'check', 'shop')).exitCode).toBe(2)
    const range = ['--from', '2026-01-01', '--until', '2026-02-01']
    expect(await home.json('promo', 'replay', 'shop', '--rules', rules, ...range)).toMatchObject({ orders: 0 })
    expect(await home.json('promo', 'simulate', 'shop', '--promotion', 'd11')).toMatchObject({ skus: [] })
    await home.json('promo', 'stop', 'shop', 'd11', '--reason', '写错了')
    expect((await home.run('promo', 'list', 'shop')).stdout).toContain('已停止')
  })

  test('[P7.12] orders are listed, and a return says what is wrong: an order that is not there, a line that is not written as such', async () => {
    expect(await home.json('promo', 'orders', 'shop')).toEqual({ orders: [], total: 0 })
    const back = (line: string) =>
      home.run('promo', 'return', 'shop', 'o1', '--id', 'r1', '--reason', '破损', '--line', line, '--json')
    const missing = await back('l0001=1')
    expect([missing.exitCode, JSON.parse(missing.stderr).error.code]).toEqual([1, 'not_found'])
    expect((await back('l0001')).exitCode).toBe(2)
    const audit = await home.json('promo', 'fair', 'shop', '--from', '2026-11-01', '--until', '2026-12-01')
    expect(audit).toMatchObject({ orders: 0, findings: [] })
  })

  test('coupons are issued with codes and listed; those of a stopped promotion are not given out', async () => {
    const batch = {
      id: 'b1',
      name: '满200减20',
      promotion: 'd11',
      ruleId: 'coupon',
      total: 10,
      claimFrom: '2026-11-01T00:00:00.000Z',
      claimUntil: '2036-11-01T00:00:00.000Z',
      validDays: 7,
      faceCents: 2000,
    }
    const file = await home.write('batch.json', JSON.stringify(batch))
    const issued = await home.json<{ codes: string[] }>('coupons', 'issue', 'shop', file, '--codes', '3')
    expect(issued.codes).toHaveLength(3)
    expect(await home.json('coupons', 'list', 'shop')).toMatchObject({ batches: [{ id: 'b1', claimed: 0, codes: 3 }] })
    const claimed = await home.run(
      'coupons',
      'claim',
      'shop',
      '--buyer',
      'li',
      '--code',
      issued.codes[0] ?? '',
      '--json',
    )
    expect([claimed.exitCode, JSON.parse(claimed.stderr).error.code]).toEqual([1, 'coupon_closed'])
  })
})

describe('zhanggui games', () => {
  test('[P6.20] a draw is made with the digest of its seed, listed, and not closed before its time; an unfair one is refused', async () => {
    await home.json('store', 'create', 'games', '--name', '玩法店')
    const settings = {
      game: 'draw',
      prizes: [{ prizeId: 'cup', valueCents: 2000, count: 1 }],
      entry: 'points',
      hasFreeEntry: true,
      ticketsPerBuyerMax: 1,
      minAge: 18,
      from: '2099-01-01T00:00:00.000Z',
      until: '2099-01-02T00:00:00.000Z',
    }
    const file = await home.write('draw.json', JSON.stringify({ id: 'draw', name: '新年抽奖', settings }))
    const made = await home.json('games', 'create', 'games', file)
    expect(made).toMatchObject({
      id: 'draw',
      state: 'open',
      seed: null,
      commitment: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    expect(await home.json('games', 'list', 'games')).toMatchObject({ games: [{ id: 'draw', rounds: 1, players: 0 }] })
    expect((await home.run('games', 'close', 'games', 'draw')).stderr).toContain('2099-01-02')
    const unfair = { id: 'x', name: 'x', settings: { ...settings, minAge: 10 } }
    const refused = await home.run('games', 'create', 'games', await home.write('x.json', JSON.stringify(unfair)))
    expect(refused.exitCode).toBe(1)
    expect(refused.stderr).toContain('18')
  })
})
