import { createRng } from '@zhanggui/kernel'
import { describe, expect, it } from 'vitest'
import { inDays, playProgramme } from './play-programme.ts'

const NEW = { buyer: { isNew: true } }

describe('pre-heat', () => {
  it('[P6.25] users won for each yuan, and what the reservoir buys in the burst, are those that were planted', () => {
    const shop = playProgramme('preheat', { pointsPerPlay: 5, followPoints: 50, centsPer100Points: 100, playsMax: 3 })
    const rng = createRng('preheat')
    const planted = { plays: 0, people: 0, followed: 0, acquired: 0, bought: 0, paid: 0 }
    for (let i = 0; i < 600; i++) {
      const id = `p${i}`
      const isNew = rng.next() < 0.4
      for (let day = 0; day <= rng.int(4); day++)
        if (shop.play('play', id, { option: rng.pick(['a', 'b']) }, { day: inDays(day), buyer: { isNew } }) === 'ok')
          planted.plays++
      planted.people++
      if (rng.next() < 0.3) {
        expect(shop.play('follow', id)).toBe('ok')
        planted.followed++
        planted.acquired += Number(isNew)
      }
      if (rng.next() < 0.1) {
        shop.play('countBurst', id, { paidCents: 12_000 }, { day: inDays(16) })
        shop.play('countBurst', id, { paidCents: 12_000 }, { day: inDays(17) })
        planted.bought++
        planted.paid += 12_000
      }
    }
    const costCents = planted.plays * 5 + planted.followed * 50
    const facts = shop.facts()
    expect(facts).toMatchObject({
      参与人数: planted.people,
      '获得新用户（关注或入会）': planted.acquired,
      奖励花费: costCents,
      蓄水人数在爆发期购买: planted.bought,
      爆发期成交: planted.paid,
    })
    expect(facts.每元获得新用户).toBeCloseTo(planted.acquired / (costCents / 100), 12)
    expect(facts.每元奖励带来成交).toBeCloseTo(planted.paid / costCents, 12)
    expect(Number(facts['“樱花粉”票数']) + Number(facts['“雾霾蓝”票数'])).toBe(planted.plays)
  })

  it('[P6.25] rewards never pass the budget, and nobody is rewarded beyond it', () => {
    const shop = playProgramme('preheat', { budgetCents: 100, pointsPerPlay: 30 })
    expect(['a', 'b', 'c', 'd'].map((id) => shop.play('play', id))).toEqual(['ok', 'ok', 'ok', 'budget_used_up'])
    expect(shop.play('follow', 'a')).toBe('budget_used_up')
    expect(shop.facts()).toMatchObject({ 奖励花费: 90, 剩余预算: 10 })
  })

  it('[P6.25] it counts once a day and so many times, for a published choice, within its days', () => {
    const shop = playProgramme('preheat', { playsMax: 2 })
    const play = (day: number, values = {}) => shop.play('play', 'p', values, { day: inDays(day), ...NEW })
    expect(play(0, { option: 'x' })).toBe('unknown_choice')
    expect([play(0), play(0), play(1), play(2)]).toEqual(['ok', 'once_a_day', 'ok', 'buyer_limit'])
    expect(shop.play('play', 'q', {}, { day: inDays(15) })).toBe('over')
    expect(shop.play('play', 'r', {}, { buyer: { cases: 1 } })).toBe('buyer_limit')
  })

  it('[P6.25] only new people count as won, once, and a poll needs two choices and a burst behind it', () => {
    const shop = playProgramme('preheat')
    shop.play('play', 'old')
    shop.play('play', 'new', {}, NEW)
    expect([shop.play('follow', 'old'), shop.play('follow', 'new'), shop.play('follow', 'new')]).toEqual([
      'ok',
      'ok',
      'wrong_state',
    ])
    expect(shop.facts()).toMatchObject({ 参与人数: 2, 其中新客: 1, '获得新用户（关注或入会）': 1 })
    const bad = { burstFromDay: inDays(3), options: [{ option: 'a', name: '一' }] }
    expect(playProgramme('preheat', bad).problems()).toEqual(['bad_burst', 'no_choice'])
  })
})
