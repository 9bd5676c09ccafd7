import type { Contact } from '../contacts/contact.ts'
import type { Enrolment } from '../enrolment/enrolment.ts'
import type { CampaignPage } from '../pages/campaign-page.ts'
import type { Attestation, Drill } from '../readiness/attestation.ts'
import type { Training } from '../readiness/training.ts'
import type { RunItem } from '../run-sheet/run-item.ts'
import type { SlotBooking } from '../slots/slot-booking.ts'
import type { CampaignTask } from '../tasks/campaign-task.ts'

/** What hangs on a campaign, each kind with its own body. */
export type EntryBodies = {
  task: CampaignTask
  run: RunItem
  page: CampaignPage
  training: Training
  attestation: Attestation
  drill: Drill
  slot: SlotBooking
  contact: Contact
  enrolment: Enrolment
}
export type EntryKind = keyof EntryBodies

/** One entry, its kind telling its body. */
export type Entry = { [K in EntryKind]: { kind: K; id: string; body: EntryBodies[K] } }[EntryKind]

/** The entries of one kind. */
export const entriesOf = <K extends EntryKind>(
  entries: readonly Entry[],
  kind: K,
): { id: string; body: EntryBodies[K] }[] =>
  // The kind tells the body; TypeScript does not follow that through a generic.
  entries.flatMap((entry) => (entry.kind === kind ? [{ id: entry.id, body: entry.body as EntryBodies[K] }] : []))
