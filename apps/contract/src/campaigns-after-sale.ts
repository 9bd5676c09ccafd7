import { z } from 'zod'

/** GET …/campaigns/{campaign}/after-sale — orders of its days that stayed open, and of how many somebody was told (P3.19). */
export const CampaignAfterSale = z.object({
  unpaid: z.number().int(),
  refunds: z.number().int(),
  escalated: z.number().int(),
})
export type CampaignAfterSale = z.infer<typeof CampaignAfterSale>

/** POST …/campaigns/{campaign}/after-sale/escalate */
export const EscalateOrders = z.object({ told: z.string().trim().max(80).default('') })
export type EscalateOrders = z.input<typeof EscalateOrders>
