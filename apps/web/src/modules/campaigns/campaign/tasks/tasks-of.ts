import type { CampaignDetail, CampaignEntry, CampaignEntryKind } from '@zhanggui/contract'

/** What hangs on a campaign, of one kind; the kind tells the body. */
export const entriesOf = <K extends CampaignEntryKind>(campaign: CampaignDetail, kind: K): CampaignEntry<K>[] =>
  campaign.entries.filter((entry) => entry.kind === kind) as unknown as CampaignEntry<K>[]

/** The work of a campaign, in the order of its days. */
export const tasksOf = (campaign: CampaignDetail): CampaignEntry<'task'>[] =>
  entriesOf(campaign, 'task').toSorted((a, b) =>
    a.body.dueDay < b.body.dueDay ? -1 : a.body.dueDay > b.body.dueDay ? 1 : 0,
  )
