import { z } from 'zod'
import { ContactEntry, EnrolmentEntry, SlotBooking } from './campaigns-entry-places.ts'
import { Attestation, CampaignPage, CampaignTask, DrillEntry, RunItem, Training } from './campaigns-entry-work.ts'

/** What hangs on a campaign, each kind with its own body. */
export const CAMPAIGN_ENTRY_BODIES = {
  task: CampaignTask,
  run: RunItem,
  page: CampaignPage,
  training: Training,
  attestation: Attestation,
  drill: DrillEntry,
  slot: SlotBooking,
  contact: ContactEntry,
  enrolment: EnrolmentEntry,
} as const
export const CAMPAIGN_ENTRY_KINDS = [
  'task',
  'run',
  'page',
  'training',
  'attestation',
  'drill',
  'slot',
  'contact',
  'enrolment',
] as const
export const CampaignEntryKind = z.enum(CAMPAIGN_ENTRY_KINDS)
export type CampaignEntryKind = z.infer<typeof CampaignEntryKind>
export type CampaignEntryBody<K extends CampaignEntryKind> = z.infer<(typeof CAMPAIGN_ENTRY_BODIES)[K]>
export type AnyCampaignEntryBody = CampaignEntryBody<CampaignEntryKind>

/** One entry as it is stored; `version` counts its changes. */
export const CampaignEntry = z.object({
  id: z.string(),
  kind: CampaignEntryKind,
  version: z.number().int(),
  changedBy: z.string(),
  changedAt: z.string(),
  body: z.record(z.string(), z.unknown()),
})
export type CampaignEntry<K extends CampaignEntryKind = CampaignEntryKind> = Omit<
  z.infer<typeof CampaignEntry>,
  'kind' | 'body'
> & { kind: K; body: CampaignEntryBody<K> }

/** PUT …/campaigns/{campaign}/{kind}/{id} — `version` 0 writes a new one. */
export const PutCampaignEntry = z.object({
  version: z.number().int().min(0),
  body: z.record(z.string(), z.unknown()),
  reason: z.string().trim().max(300).default(''),
})
export type PutCampaignEntry = z.input<typeof PutCampaignEntry>

/** What can be said of an entry: POST …/campaigns/{campaign}/{kind}/{id}/{action} */
export const CAMPAIGN_ENTRY_ACTIONS = {
  task: ['start', 'finish', 'reopen'],
  run: ['done', 'skip', 'fail'],
  page: ['proof', 'test', 'release', 'retire'],
  training: [],
  attestation: ['pass', 'fail'],
  drill: ['hold'],
  slot: [],
  contact: [],
  enrolment: ['submit', 'accept', 'refuse'],
} as const satisfies Record<CampaignEntryKind, readonly string[]>

/** What an action needs beside its name; unused fields are left out. */
export const ActOnCampaignEntry = z.object({
  version: z.number().int().min(1),
  note: z.string().trim().max(2000).default(''),
  passed: z.boolean().optional(),
  detectSeconds: z.number().min(0).nullable().default(null),
  startSeconds: z.number().min(0).nullable().default(null),
  restoreSeconds: z.number().min(0).nullable().default(null),
})
export type ActOnCampaignEntry = z.input<typeof ActOnCampaignEntry>
