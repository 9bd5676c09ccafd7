import type { Rng } from '@zhanggui/kernel'
import type { DayMood } from '../calendar/day-mood.ts'

export type Agent = { name: string; medianReplySeconds: number; share: number }

/** Planted: one agent answers far slower than the others. */
export const AGENTS: readonly Agent[] = [
  { name: '小禾', medianReplySeconds: 22, share: 0.24 },
  { name: '小岚', medianReplySeconds: 26, share: 0.22 },
  { name: '小满', medianReplySeconds: 24, share: 0.2 },
  { name: '小秋', medianReplySeconds: 31, share: 0.18 },
  { name: '小夏', medianReplySeconds: 95, share: 0.16 },
]
const NIGHT_AGENT: Agent = { name: '夜班小北', medianReplySeconds: 120, share: 0 }
const REPLY_SPREAD = 0.55
const NIGHT_ENDS_HOUR = 8
const RATED_SHARE = 0.38

const QUESTIONS = {
  before: [
    '这个有现货吗',
    '什么时候发货',
    '敏感肌可以用吗',
    '和旗舰店活动价一样吗',
    '怎么用优惠券',
    '保质期多久',
    '可以开发票吗',
    '有赠品吗',
  ],
  campaign: ['满减怎么算', '定金可以退吗', '尾款什么时候付', '能保价吗', '双倍积分有吗', '预售什么时候发货'],
  after: ['物流怎么不动了', '申请退款多久到账', '收到有破损怎么办', '少发了一件', '怎么退货', '可以换货吗'],
} as const

export type ServiceSession = {
  agent: string
  firstReplySeconds: number
  score: number | null
  text: string
}

/** Replies slow down as a campaign fills the queue: with the square root of the traffic. */
const queueFactor = (mood: DayMood): number => Math.sqrt(Math.max(1, mood.traffic))

export function answerQuestion(
  options: { mood: DayMood; msOfDay: number; afterSale: boolean },
  rng: Rng,
): ServiceSession {
  const { mood, msOfDay, afterSale } = options
  const night = msOfDay < NIGHT_ENDS_HOUR * 3_600_000
  const agent = night
    ? NIGHT_AGENT
    : rng.pick(
        AGENTS,
        AGENTS.map((a) => a.share),
      )
  const seconds = agent.medianReplySeconds * queueFactor(mood) * Math.exp(REPLY_SPREAD * rng.normal())
  const topic = afterSale
    ? QUESTIONS.after
    : mood.campaign !== '' && rng.next() < 0.4
      ? QUESTIONS.campaign
      : QUESTIONS.before
  // Waiting costs satisfaction: half a star for each doubling beyond half a minute.
  const wish = 4.8 - 0.5 * Math.max(0, Math.log2(seconds / 30)) + 0.5 * rng.normal()
  return {
    agent: agent.name,
    firstReplySeconds: Math.round(seconds * 10) / 10,
    score: rng.next() < RATED_SHARE ? Math.min(5, Math.max(1, Math.round(wish))) : null,
    text: rng.pick(topic),
  }
}
