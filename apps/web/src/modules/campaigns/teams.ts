import type { CampaignTeam } from '@zhanggui/contract'

// A list by hand, since importing the contract's values would bring its schemas into the page; the type keeps it complete.
const words: Record<CampaignTeam, true> = {
  operations: true,
  design: true,
  content: true,
  technology: true,
  service: true,
  product: true,
  logistics: true,
  finance: true,
  media: true,
  members: true,
  merchant: true,
}
export const TEAMS = Object.keys(words) as CampaignTeam[]
