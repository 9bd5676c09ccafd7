import type { BusinessDay } from '@zhanggui/kernel'
import { choice, count, day, money, rows, text, type ValuesOf } from '../programme/field.ts'

export const PREHEAT_TERMS = {
  kind: choice('互动类型', 'What people do', [
    { value: 'poll', zh: '投票', en: 'A poll' },
    { value: 'topic', zh: '贴纸话题', en: 'A sticker topic' },
    { value: 'game', zh: '小游戏', en: 'A small game' },
  ]),
  fromDay: day('开始日', 'First day', 0),
  throughDay: day('结束日（含）', 'Last day', 14),
  burstFromDay: day('爆发期开始', 'Burst begins', 15),
  burstThroughDay: day('爆发期结束（含）', 'Burst ends', 18),
  options: rows('选项（投票的候选、贴纸、关卡）', 'Choices: candidates, stickers, levels', {
    fields: {
      option: text('编号', 'Id', 'a', { max: 40 }),
      name: text('名称', 'Name', '樱花粉', { max: 80 }),
    },
    example: [
      { option: 'a', name: '樱花粉' },
      { option: 'b', name: '雾霾蓝' },
    ],
    max: 50,
  }),
  pointsPerPlay: count('每次奖励积分', 'Points a time', 5, { max: 10_000 }),
  playsMax: count('每人最多次数', 'Times a person', 7, { min: 1, max: 100 }),
  followPoints: count('首次关注或入会奖励积分', 'Points for following or joining', 50, { max: 100_000 }),
  centsPer100Points: money('100 积分折合', 'Worth of 100 points', 100, { min: 1 }),
  budgetCents: money('奖励预算', 'Budget for rewards', 500_000, { min: 1 }),
}
export type PreheatTerms = ValuesOf<typeof PREHEAT_TERMS>

/**
 * `acquired`: new people who followed the shop or joined; `reached`: everybody who took part. Points are what was given, worth
 * `centsPer100Points` a hundred.
 */
export type PreheatDesk = {
  reached: number
  newReached: number
  plays: number
  points: number
  followed: number
  acquired: number
  bought: number
  paidCents: number
  votes: Readonly<Record<string, number>>
}

/** `isNew`: had never paid in the shop when they came. */
export type PreheatPerson = {
  isNew: boolean
  plays: number
  points: number
  lastDay: BusinessDay
  isFollowing: boolean
  paidCents: number
}

export const PLAY = { option: text('选了哪个', 'Which one', 'a', { max: 40 }) }
export const COUNT = { paidCents: money('爆发期内已付（退款已减）', 'Paid in the burst, refunds taken off', 19_900) }
