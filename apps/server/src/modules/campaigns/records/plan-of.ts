import type { CampaignPlan, PhaseWindow } from '@zhanggui/campaigns'
import type { CampaignBody } from '@zhanggui/contract'
import { parseDay } from '@zhanggui/kernel'

/** Stored days are business days: the schema checked them when they were written. */
export const windowsOf = ({ windows }: Pick<CampaignBody, 'windows'>): PhaseWindow[] =>
  windows.map((window) => ({ ...window, from: parseDay(window.from), to: parseDay(window.to) }))

/** What a campaign says of itself, as the checks ask for it. */
export const planOf = (body: CampaignBody): CampaignPlan => ({ ...body, windows: windowsOf(body) })
