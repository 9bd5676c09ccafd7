import type { AnyCampaignEntryBody, CampaignEntryKind } from '@zhanggui/contract'

/** What only an action writes, never a form: who did it, when, and how it went. */
const MARKS: Readonly<Record<CampaignEntryKind, Readonly<Record<string, null | readonly never[]>>>> = {
  task: { started: null, finished: null },
  run: { firedAt: null, ended: null },
  page: { proof: null, tests: [], released: null, retired: null },
  training: {},
  attestation: { result: null },
  drill: { held: null },
  slot: {},
  contact: {},
  enrolment: { submitted: null, answer: null },
}

/** The body that a form brings, with the marks as they were: nobody writes a result by hand. */
export function keepMarks(
  kind: CampaignEntryKind,
  body: AnyCampaignEntryBody,
  before: AnyCampaignEntryBody | null,
): AnyCampaignEntryBody {
  const known = (before ?? {}) as Record<string, unknown>
  const marks = Object.entries(MARKS[kind]).map(([field, none]) => [field, known[field] ?? none])
  return { ...body, ...Object.fromEntries(marks) } as AnyCampaignEntryBody
}
