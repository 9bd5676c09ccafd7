import type { Attestation, CampaignPage, CampaignTask, DrillEntry, RunItem, Training } from '@zhanggui/contract'
import { businessDayOf } from '@zhanggui/kernel'
import type { EntryRow } from '../../../campaigns/schema.ts'

const MINUTE_MS = 60_000

/** Now, on the demo shop's clock. */
export type DemoMoment = { now: Date; timeZone: string }

const noonOf = (day: string): string => `${day}T04:00:00.000Z`
const isPast = (day: string, { now, timeZone }: DemoMoment): boolean => day < businessDayOf(now, timeZone)
const after = (instant: string, minutes: number): string =>
  new Date(Date.parse(instant) + minutes * MINUTE_MS).toISOString()

function livedTask(body: CampaignTask, moment: DemoMoment): CampaignTask {
  if (!isPast(body.dueDay, moment)) return body
  const done = { at: noonOf(body.dueDay), by: body.accountable }
  return { ...body, started: done, finished: { ...done, proof: '交付物已存入项目文件夹' } }
}

function livedRun(body: RunItem, { now }: DemoMoment): RunItem {
  if (new Date(body.at) > now) return body
  const ended = { at: after(body.at, 2), by: body.owner || '运营', mark: 'done' as const, note: '' }
  return { ...body, firedAt: body.at, ended }
}

function livedPage(body: CampaignPage, { now }: DemoMoment): CampaignPage {
  const { releaseFrom, releaseUntil } = body
  if (new Date(releaseFrom) > now) return body
  const by = body.owner || '设计'
  return {
    ...body,
    brief: '主视觉突出满减与会员价，首屏可直接领券。',
    proof: { at: after(releaseFrom, -2880), by, link: 'https://design.example/demo' },
    tests: [{ at: after(releaseFrom, -600), by, what: '手机端浏览与下单', passed: true, note: '' }],
    released: { at: releaseFrom, by },
    retired: new Date(releaseUntil) <= now ? { at: releaseUntil, by } : null,
  }
}

function livedTraining(body: Training, moment: DemoMoment): Training {
  if (!isPast(body.day, moment)) return body
  const attendees = ['陈晨', '周舟', '李想'].map((name, i) => ({ name, present: true, score: 100 - i * 5 }))
  return { ...body, attendeesMin: attendees.length, attendees }
}

function livedAttestation(body: Attestation, moment: DemoMoment): Attestation {
  if (!isPast(body.dueDay, moment)) return body
  const by = body.owner || '运营'
  return { ...body, result: { at: noonOf(body.dueDay), by, passed: true, evidence: '记录见共享文件夹' } }
}

function livedDrill(body: DrillEntry, moment: DemoMoment): DrillEntry {
  if (!isPast(body.dueDay, moment)) return body
  const times = { detectSeconds: 90, startSeconds: 240, restoreSeconds: 1500 }
  const by = body.owner || '运营'
  return { ...body, held: { at: noonOf(body.dueDay), by, ...times, passed: true, lessons: '值班电话改为群呼' } }
}

/** What hangs on a campaign, as a shop that keeps it has it by now: what was due is done, what is to come is open. */
export function livedThrough({ kind, body }: Pick<EntryRow, 'kind' | 'body'>, moment: DemoMoment): EntryRow['body'] {
  switch (kind) {
    case 'task':
      return livedTask(body as CampaignTask, moment)
    case 'run':
      return livedRun(body as RunItem, moment)
    case 'page':
      return livedPage(body as CampaignPage, moment)
    case 'training':
      return livedTraining(body as Training, moment)
    case 'attestation':
      return livedAttestation(body as Attestation, moment)
    case 'drill':
      return livedDrill(body as DrillEntry, moment)
    default:
      return body
  }
}
