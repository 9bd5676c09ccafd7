import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CODE_BYTES, type CouponMove, type CouponTerms, checkClaim, makeCode, moveCoupon, readCode } from '../index.ts'

const HOUR = 3_600_000
const END = 100 * HOUR
const order = { orderId: 'o1', atMs: 0 }

describe('a coupon', () => {
  it.each([
    ['an order locks it', 'claimed', { kind: 'lock', ...order }, 'locked'],
    ['the payment uses it', 'locked', { kind: 'use', ...order }, 'used'],
    ['a late payment still uses it', 'locked', { kind: 'use', orderId: 'o1', atMs: END + 1 }, 'used'],
    ['an unpaid order lets it go', 'locked', { kind: 'release', ...order }, 'claimed'],
    ['let go after its end it is over', 'locked', { kind: 'release', orderId: 'o1', atMs: END }, 'expired'],
    ['a return gives it back', 'used', { kind: 'giveBack', ...order }, 'claimed'],
    ['given back after its end it is over', 'used', { kind: 'giveBack', orderId: 'o1', atMs: END }, 'expired'],
    ['its time runs out', 'claimed', { kind: 'expire', atMs: END }, 'expired'],
    ['the shop takes it back', 'claimed', { kind: 'void', atMs: 0 }, 'void'],
  ] as const)('[P6.08] %s', (_title, state, move, after) => {
    const coupon = { state, expiresAtMs: END, ...(state === 'claimed' ? {} : { orderId: 'o1' }) }
    expect(moveCoupon(coupon, move)).toMatchObject({ ok: true, value: { state: after } })
  })

  it.each([
    ['a locked one twice', 'locked', { kind: 'lock', ...order }, 'wrong_state'],
    ['a used one', 'used', { kind: 'lock', ...order }, 'wrong_state'],
    ['one whose time is over', 'claimed', { kind: 'lock', orderId: 'o1', atMs: END }, 'expired'],
    ['payment of another order', 'locked', { kind: 'use', orderId: 'o2', atMs: 0 }, 'other_order'],
    ['release by another order', 'locked', { kind: 'release', orderId: 'o2', atMs: 0 }, 'other_order'],
    ['an end before its time', 'claimed', { kind: 'expire', atMs: END - 1 }, 'not_over_yet'],
    ['taking back what an order holds', 'locked', { kind: 'void', atMs: 0 }, 'wrong_state'],
  ] as const)('[P6.08] refuses %s', (_title, state, move, code) => {
    const coupon = { state, expiresAtMs: END, ...(state === 'claimed' ? {} : { orderId: 'o1' }) }
    expect(moveCoupon(coupon, move)).toMatchObject({ ok: false, error: { code } })
  })

  it('[P6.08] whatever is tried, it is used by one order at a time and never after its end', () => {
    const kinds = ['lock', 'use', 'release', 'giveBack', 'expire', 'void'] as const
    const step = fc.record({
      kind: fc.constantFrom(...kinds),
      orderId: fc.constantFrom('a', 'b'),
      atMs: fc.nat(2 * END),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let coupon: Parameters<typeof moveCoupon>[0] = { state: 'claimed', expiresAtMs: END }
        for (const move of steps) {
          const moved = moveCoupon(coupon, move as CouponMove)
          if (!moved.ok) continue
          if (move.kind === 'lock') expect(move.atMs).toBeLessThan(END)
          if (move.kind === 'use') expect(coupon).toMatchObject({ state: 'locked', orderId: move.orderId })
          coupon = moved.value
          expect(coupon.orderId !== undefined).toBe(coupon.state === 'locked' || coupon.state === 'used')
        }
      }),
      { seed: 1, numRuns: 2000 },
    )
  })
})

describe('claiming', () => {
  const terms: CouponTerms = {
    total: 100,
    perBuyer: 2,
    claimFromMs: 10 * HOUR,
    claimUntilMs: 20 * HOUR,
    earlyAccess: [
      { minTier: 2, fromMs: 8 * HOUR },
      { minTier: 3, fromMs: 6 * HOUR },
    ],
    validUntilMs: 30 * HOUR,
    validDays: 1,
  }
  const ask = (more: object) => checkClaim(terms, { atMs: 10 * HOUR, tier: 0, claimed: 0, claimedByBuyer: 0, ...more })

  it.each([
    ['a lower tier before the general opening', { atMs: 9 * HOUR, tier: 1 }, 'not_open_yet'],
    ['a higher tier before its own opening', { atMs: 6 * HOUR - 1, tier: 3 }, 'not_open_yet'],
    ['a claim at the end', { atMs: 20 * HOUR }, 'closed'],
    ['the claim after the last', { claimed: 100 }, 'none_left'],
    ['a third one for the same buyer', { claimedByBuyer: 2 }, 'buyer_has_all'],
  ])('[P6.12] refuses %s', (_title, more, code) => {
    expect(ask(more)).toMatchObject({ ok: false, error: { code } })
  })

  it('[P6.12] lets higher tiers in earlier, and ends the coupon with its days or its batch, whichever is first', () => {
    expect(ask({ atMs: 6 * HOUR, tier: 3 })).toEqual({ ok: true, value: { expiresAtMs: 30 * HOUR } })
    expect(ask({ atMs: 8 * HOUR, tier: 2 }).ok).toBe(true)
    expect(
      checkClaim({ ...terms, validUntilMs: 90 * HOUR }, { atMs: 10 * HOUR, tier: 0, claimed: 99, claimedByBuyer: 1 }),
    ).toEqual({
      ok: true,
      value: { expiresAtMs: 34 * HOUR },
    })
  })
})

describe('codes', () => {
  const bytes = fc.uint8Array({ minLength: CODE_BYTES, maxLength: CODE_BYTES })

  it('[P6.12] a code is read however it is typed', () => {
    const code = makeCode(new Uint8Array(CODE_BYTES).fill(33))
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/)
    const plain = code.replaceAll('-', '')
    for (const typed of [
      code,
      plain,
      code.toLowerCase(),
      ` ${plain} `,
      plain.replaceAll('1', 'l'),
      plain.replaceAll('1', 'I'),
    ])
      expect(readCode(typed)).toBe(plain)
  })

  it('[P6.12] every wrong letter shows before anything is looked up, and so do nearly all swaps', () => {
    fc.assert(
      fc.property(bytes, fc.nat(15), fc.nat(30), (random, at, shift) => {
        const code = readCode(makeCode(random)) ?? ''
        const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
        const other = alphabet[(alphabet.indexOf(code[at] ?? '') + shift + 1) % 32] ?? ''
        expect(readCode(code.slice(0, at) + other + code.slice(at + 1))).toBeUndefined()
      }),
      { seed: 2, numRuns: 3000 },
    )
    for (const bad of ['', 'AAAA', '9'.repeat(40), '优惠', '\u0000'.repeat(16), 'UUUU-UUUU-UUUU-UUUU'])
      expect(readCode(bad)).toBeUndefined()
  })
})
