import { parseDay } from '@zhanggui/kernel'
import {
  type CampaignDraft,
  type CampaignFacts,
  type CampaignPlan,
  entriesOf,
  findTemplate,
  instantiateCampaign,
} from '../../src/index.ts'

export const LEADS = {
  operations: '李运营',
  design: '周设计',
  service: '陈客服',
  technology: '吴技术',
  logistics: '郑仓储',
}

/** Shanghai is eight hours ahead of UTC all year. */
export const instantOf = (day: string, minute: number): string =>
  new Date(Date.parse(`${day}T00:00:00.000Z`) + (minute - 480) * 60_000).toISOString()

/** A campaign of one burst day, from a template that follows no occasion. */
export function draftOf(id: string, mainDay = '2026-09-16'): CampaignDraft {
  const template = findTemplate(id)
  if (!template) throw new Error(`there is a template ${id}`)
  return instantiateCampaign(template, {
    mainDay: parseDay(mainDay),
    occasion: null,
    leads: LEADS,
    language: 'zh',
    instantOf,
  })
}

export const PLAN: Omit<CampaignPlan, 'windows'> = {
  size: 'small',
  goal: { goals: [], targetCents: 5_000_000 },
  audience: '25–35 岁护肤人群',
  theme: '品类直降',
  goods: ['cream'],
  promotions: ['p1'],
  channels: ['search'],
  budgetCents: 500_000,
  team: [{ team: 'operations', lead: '李运营' }],
  plansB: ['断货换款'],
  review: '',
}

/** Everything green: work done, pages tested, training held, drills held. */
export function factsOf(draft: CampaignDraft, more: Partial<CampaignFacts> = {}): CampaignFacts {
  const at = '2026-08-01T00:00:00.000Z'
  const done = { at, by: '李运营' }
  const { entries, windows } = draft
  return {
    plan: { ...PLAN, windows },
    tasks: entriesOf(entries, 'task').map(({ id, body }) => ({
      id,
      body: { ...body, finished: { ...done, proof: '见附件' } },
    })),
    run: entriesOf(entries, 'run').map(({ id, body }) => ({
      id,
      body: { ...body, ended: { ...done, mark: 'done', note: '' } },
    })),
    pages: entriesOf(entries, 'page').map(({ id, body }) => ({
      id,
      body: {
        ...body,
        brief: '页面需求',
        proof: { ...done, link: 'https://proof' },
        tests: [{ ...done, what: '手机', passed: true, note: '' }],
      },
    })),
    trainings: entriesOf(entries, 'training').map(({ id, body }) => ({
      id,
      body: {
        ...body,
        attendees: Array.from({ length: body.attendeesMin }, (_, i) => ({
          name: `员工${i}`,
          present: true,
          score: 95,
        })),
      },
    })),
    attestations: entriesOf(entries, 'attestation').map(({ id, body }) => ({
      id,
      body: { ...body, result: { ...done, passed: true, evidence: '盘点单' } },
    })),
    drills: [],
    promotions: [{ id: 'p1', name: '满减', state: 'approved', errors: 0 }],
    clashes: [],
    afterSale: { unpaid: 0, refunds: 0, escalated: 0 },
    signatures: [{ phase: 'burst', wave: 1, team: 'operations', name: '李运营', decision: 'go', note: '', ...done }],
    today: parseDay('2026-09-15'),
    ...more,
  }
}
