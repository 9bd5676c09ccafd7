import type { BusinessDay } from '@zhanggui/kernel'
import type { CampaignPhase } from '../phases/phase.ts'
import { type Reason, reason } from '../reason.ts'
import type { CampaignTeam } from '../tasks/campaign-task.ts'

export type Training = {
  title: string
  team: CampaignTeam
  phase: CampaignPhase
  day: BusinessDay
  trainer: string
  topics: string
  attendeesMin: number
  /** Of 100. */
  passScore: number
  attendees: readonly { name: string; present: boolean; score: number | null }[]
}

/** What a training lacks before it counts (P3.25): enough people there, and everybody who was there through the test. */
export function trainingGaps({ title, attendeesMin, passScore, attendees }: Training): Reason[] {
  const present = attendees.filter((person) => person.present)
  const found: Reason[] = []
  if (present.length < attendeesMin)
    found.push(
      reason(
        'attendance',
        `“${title}”到场 ${present.length} 人，至少要 ${attendeesMin} 人：补训`,
        `"${title}": ${present.length} attended, ${attendeesMin} are needed: train the others`,
      ),
    )
  for (const { name, score } of present)
    if (score === null || score < passScore)
      found.push(
        reason(
          'test',
          `“${title}”：${name} ${score === null ? '没有考试成绩' : `得 ${score} 分`}，及格 ${passScore} 分：补考`,
          `"${title}": ${name} ${score === null ? 'has no result' : `scored ${score}`}, ${passScore} is needed: sit it again`,
        ),
      )
  return found
}
