import type { CampaignPageKind } from '../pages/campaign-page.ts'
import type { CampaignPhase } from '../phases/phase.ts'
import type { PhaseLengths } from '../phases/schedule-phases.ts'
import type { CampaignSize } from '../readiness/campaign-facts.ts'
import type { CampaignTeam } from '../tasks/campaign-task.ts'

export type TemplatePage = {
  id: string
  kind: CampaignPageKind
  phase: CampaignPhase
  zh: string
  en: string
  blocks: readonly string[]
}
export type TemplateTraining = {
  id: string
  team: CampaignTeam
  phase: CampaignPhase
  daysBefore: number
  zh: string
  en: string
  attendeesMin: number
}
export type TemplateDrill = { id: string; scenario: string; daysBefore: number; zh: string; en: string }

/** A campaign to begin from: which occasion it follows, how large it is, and everything that is placed on its days. */
export type CampaignTemplate = {
  id: string
  nameZh: string
  nameEn: string
  aboutZh: string
  aboutEn: string
  /** Occasion of the calendar that gives main day and waves; null: the main day is chosen. */
  occasion: string | null
  size: CampaignSize
  themeZh: string
  /** Gameplay, by the names of the promotion engine's presets. */
  mechanics: readonly string[]
  channels: readonly string[]
  lengths?: Partial<PhaseLengths>
  /** Minute of the day at which the burst opens. */
  burstStartMinute?: number
  plansB: readonly { triggerZh: string; actionZh: string }[]
}
