import { type Reason, reason } from '../reason.ts'
import type { PhaseFinding } from './check-phases.ts'
import type { CampaignPhase } from './phase.ts'

export const PHASE_NAMES: Readonly<Record<CampaignPhase, { zh: string; en: string }>> = {
  reservoir: { zh: '蓄水', en: 'Reservoir' },
  preheat: { zh: '预热', en: 'Pre-heat' },
  burst: { zh: '爆发', en: 'Burst' },
  closing: { zh: '收尾', en: 'Closing' },
  longTail: { zh: '长尾', en: 'Long tail' },
  review: { zh: '复盘', en: 'Review' },
}

const zh = (phase: CampaignPhase): string => PHASE_NAMES[phase].zh
const en = (phase: CampaignPhase): string => PHASE_NAMES[phase].en

function wordsOf(finding: PhaseFinding): [zh: string, en: string] {
  switch (finding.code) {
    case 'no_burst':
      return ['没有爆发期：加上爆发日', 'There is no burst: add its days']
    case 'empty_window':
      return [
        `${zh(finding.phase)}没有一天：改日期或去掉`,
        `${en(finding.phase)} has no day: change its days, or take it out`,
      ]
    case 'days_between':
      return [
        `${zh(finding.phase)}和${zh(finding.next)}之间空了 ${finding.from} 起的日子：接上`,
        `The days from ${finding.from} stand in no phase, between ${en(finding.phase)} and ${en(finding.next)}: join them`,
      ]
    case 'days_twice':
      return [
        `${finding.from} 起同时属于${zh(finding.phase)}和${zh(finding.next)}：选一个`,
        `The days from ${finding.from} stand in ${en(finding.phase)} and in ${en(finding.next)}: choose one`,
      ]
    case 'wrong_order':
      return [
        `${zh(finding.next)}排在${zh(finding.phase)}之后：调整先后`,
        `${en(finding.next)} comes after ${en(finding.phase)}: put them in order`,
      ]
    case 'phase_twice':
      return [`${zh(finding.phase)}出现两次：合成一段`, `${en(finding.phase)} comes twice: make it one`]
    case 'start_minute_outside_day':
      return [
        `${zh(finding.phase)}的开始时刻不在一天之内：填 00:00 到 23:59`,
        `${en(finding.phase)} begins outside the day: enter 00:00 to 23:59`,
      ]
    case 'out_of_tolerance':
      return [
        `${zh(finding.phase)} ${finding.days} 天，通常 ${finding.min}–${finding.max} 天：确认或调整`,
        `${en(finding.phase)} lasts ${finding.days} days, usually ${finding.min}–${finding.max}: confirm, or change it`,
      ]
    case 'long_tail_too_late':
      return [
        `长尾到 ${finding.lastDay}，通常不晚于 ${finding.latest}：确认或缩短`,
        `The long tail runs to ${finding.lastDay}, usually ${finding.latest} at the latest: confirm, or shorten it`,
      ]
  }
}

/** What is wrong with the days of a campaign, and what to do, in both languages. */
export function sayPhaseFinding(finding: PhaseFinding): Reason {
  const [chinese, english] = wordsOf(finding)
  return reason(finding.code, chinese, english)
}
