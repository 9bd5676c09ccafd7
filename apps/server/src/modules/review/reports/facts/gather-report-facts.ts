import type { FactId, ReportFacts } from '@zhanggui/report'
import { gatherCampaign, gatherCampaigns } from './campaigns.ts'
import { gatherOutline, gatherProposals } from './derived.ts'
import type { Gathering } from './gathering.ts'
import { gatherGoals } from './goals.ts'
import { gatherDecisions, gatherPacks } from './kept.ts'
import { gatherBudget, gatherChannels } from './money.ts'
import { gatherOutlook } from './outlook.ts'
import { gatherWeaknesses } from './weaknesses.ts'
import { gatherHandOvers, gatherTasks } from './work.ts'

type Gatherers = { [Id in FactId]-?: (given: Gathering) => Promise<NonNullable<ReportFacts[Id]> | null> }

const GATHERERS: Gatherers = {
  goals: gatherGoals,
  budget: gatherBudget,
  channels: gatherChannels,
  tasks: gatherTasks,
  handOvers: gatherHandOvers,
  decisions: gatherDecisions,
  weaknesses: gatherWeaknesses,
  outlook: gatherOutlook,
  campaign: gatherCampaign,
  campaigns: gatherCampaigns,
  proposals: gatherProposals,
  outline: gatherOutline,
  packs: gatherPacks,
}

/** The records that a report needs besides the metric catalogue, and no others; all at once, so that none waits for another's answer. */
export async function gatherReportFacts(
  given: Omit<Gathering, 'gathered'>,
  needs: readonly FactId[],
): Promise<ReportFacts> {
  const whole: Gathering = { ...given, gathered: new Map() }
  const found = await Promise.all(needs.map(async (id) => [id, await GATHERERS[id](whole)] as const))
  return Object.fromEntries(found) as ReportFacts
}
