import { describe, expect, it } from 'vitest'
import { chooseTesters } from '../../src/index.ts'
import { inDays, playProgramme, SEED } from './play-programme.ts'

const LONG =
  '这款面霜质地清爽，吸收很快，连用两周之后早上起来皮肤不再发干，味道也很淡，推荐给混合皮肤的朋友们试一试看看吧。'

/** Ten apply for three places; the selection is made on the day after the last. */
function applied() {
  const shop = playProgramme('trial', { places: 3, reportDays: 10, remindDaysBefore: 2, remindDaysAfter: 1 })
  const ids = Array.from({ length: 10 }, (_, i) => `a${i}`)
  for (const id of ids) expect(shop.play('apply', id)).toBe('ok')
  return { shop, ids }
}

describe('trials', () => {
  it('[P6.32] the seed chooses once, after the last day; anybody who has it gets the same list from the applications in any order', () => {
    const { shop, ids } = applied()
    expect(shop.play('select', '', {}, { day: inDays(6) })).toBe('too_soon')
    expect(shop.play('select', '', {}, { day: inDays(7) })).toBe('ok')
    expect(shop.play('select', '', {}, { day: inDays(8) })).toBe('wrong_state')
    shop.tick(inDays(7))
    const chosen = ids.filter((id) => shop.status(id) === 'chosen')
    expect(chosen).toEqual(chooseTesters([...ids].reverse(), 3, SEED).sort())
    expect(ids.filter((id) => shop.status(id) === 'notChosen')).toHaveLength(7)
    expect(shop.effects.map(({ kind }) => kind)).toEqual(['ship', 'ship', 'ship'])
    expect(shop.balances()).toEqual({ goods: -9000, samples: 9000 })
  })

  it('[P6.32] who owes a report is reminded once a day around the due day, then it is overdue', () => {
    const { shop } = applied()
    shop.play('select', '', {}, { day: inDays(7) })
    for (let d = 7; d <= 30; d++) for (let again = 0; again < 2; again++) shop.tick(inDays(d))
    const reminders = shop.effects.filter(({ kind }) => kind === 'remind').map(({ key }) => key.split('/').pop())
    expect([...new Set(reminders)]).toEqual([inDays(15), inDays(16), inDays(17), inDays(18)])
    expect(reminders).toHaveLength(3 * 4)
    expect(
      shop.status(
        chooseTesters(
          Array.from({ length: 10 }, (_, i) => `a${i}`),
          1,
          SEED,
        )[0] ?? '',
      ),
    ).toBe('overdue')
  })

  it('[P6.32] a report in time earns its points; a late one is taken without; a short one or one with a contact is refused', () => {
    const { shop, ids } = applied()
    shop.play('select', '', {}, { day: inDays(7) })
    shop.tick(inDays(7))
    const [first = '', second = ''] = ids.filter((id) => shop.status(id) === 'chosen')
    const report = (id: string, text: string, day = inDays(17)) => shop.play('report', id, { text }, { day })
    expect(report(first, '很好。'.repeat(4))).toBe('too_short')
    expect(report(first, '好'.repeat(80))).toBe('too_short')
    expect(report(first, `${LONG}加微信：beauty2026 领券`)).toBe('has_contact')
    expect(report(first, LONG)).toBe('ok')
    expect(shop.effects.at(-1)).toEqual({ key: `${first}/points`, kind: 'points', points: 100 })
    const before = shop.effects.length
    expect(report(second, LONG, inDays(18))).toBe('ok')
    expect(shop.effects).toHaveLength(before)
    expect(report(second, LONG)).toBe('wrong_state')
  })

  it.each([
    ['a second application of a buyer', {}, { buyer: { cases: 1 } }, 'buyer_limit'],
    ['a level below the published one', { tierMin: 2 }, { buyer: { tier: 1 } }, 'tier_too_low'],
    ['somebody who has bought before', { newOnly: true }, {}, 'not_new'],
    ['a day after the last', {}, { day: inDays(7) }, 'over'],
  ])('%s is refused', (_what, terms, more, code) => {
    expect(playProgramme('trial', terms).play('apply', 'a', {}, more)).toBe(code)
  })
})

describe('shown orders', () => {
  const show = (
    shop: ReturnType<typeof playProgramme>,
    order: string,
    fingerprint: string,
    text = '包装很好，颜色和图片上的一模一样',
  ) => shop.play('show', order, { fingerprint, text })

  it('[P6.32] a picture that was seen before is refused, also slightly changed; points once, taken back when it is withdrawn', () => {
    const shop = playProgramme('showOrder', { alikeBitsMax: 4, rewardPoints: 50 })
    expect(show(shop, 'o1', 'ffff0000ffff0000')).toBe('ok')
    expect(show(shop, 'o2', 'ffff0000ffff0007')).toBe('picture_seen_before')
    expect(show(shop, 'o2', 'ffff0000ffff001f')).toBe('ok')
    expect(shop.play('withdrawShow', 'o1')).toBe('ok')
    expect(shop.effects.map((effect) => effect.kind === 'points' && effect.points)).toEqual([50, 50, -50])
    expect(show(shop, 'o3', 'ffff0000ffff0000')).toBe('picture_seen_before')
  })

  it('[P6.32] links, phone numbers and a text that is too short are refused, and so is a fingerprint that is none', () => {
    const shop = playProgramme('showOrder')
    expect(show(shop, 'o1', '00000000000000ff', '看看 https://a.example/x 里面的东西')).toBe('has_contact')
    expect(show(shop, 'o1', '00000000000000ff', '联系我 １３８００１３８０００ 有优惠哦')).toBe('has_contact')
    expect(show(shop, 'o1', '00000000000000ff', '好')).toBe('too_short')
    expect(show(shop, 'o1', 'zzzzzzzzzzzzzzzz')).toBe('unknown_choice')
  })

  it('[P6.35] rewards stop at their number; one that is withdrawn can be given again', () => {
    const shop = playProgramme('showOrder', { rewardsMax: 1 })
    expect(show(shop, 'o1', '00000000000000ff')).toBe('ok')
    expect(show(shop, 'o2', 'ff00ff00ff00ff00')).toBe('budget_used_up')
    shop.play('withdrawShow', 'o1')
    expect(show(shop, 'o2', 'ff00ff00ff00ff00')).toBe('ok')
  })
})
