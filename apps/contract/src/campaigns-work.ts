import { z } from 'zod'
import { GanttRow } from './calendar.ts'
import { CampaignReason, CampaignTeam } from './campaigns-words.ts'

/** GET …/campaigns/{campaign}/work — its tasks as bars, what is critical, what lies between two teams, and who has to hear of what is late. */
export const CampaignWork = z.object({
  rows: z.array(GanttRow),
  /** Worked days of the longest chain of work. */
  workdays: z.number().int().nullable(),
  /** Tasks that wait for each other in a circle. */
  cycle: z.array(z.string()),
  handOvers: z.array(
    z.object({
      from: z.string(),
      to: z.string(),
      fromTeam: CampaignTeam,
      toTeam: CampaignTeam,
      hours: z.number(),
      open: z.boolean().describe('nobody has taken it up yet'),
    }),
  ),
  overdue: z.array(
    z.object({
      task: z.string(),
      daysLate: z.number().int(),
      step: z.enum(['owner', 'team', 'head']),
      waiting: z.array(z.string()),
    }),
  ),
})
export type CampaignWork = z.infer<typeof CampaignWork>

/** GET …/campaigns/{campaign}/conflicts — where it is in the way of other campaigns, and whether it is one of before again. */
export const CampaignConflicts = z.object({
  conflicts: z.array(CampaignReason.extend({ blocks: z.boolean() })),
  novelty: z.object({
    isCloned: z.boolean(),
    threshold: z.number(),
    alike: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        score: z.number(),
        parts: z.object({
          mechanics: z.number().nullable(),
          products: z.number().nullable(),
          page: z.number().nullable(),
          copy: z.number().nullable(),
        }),
      }),
    ),
    suggestions: z.array(
      z.object({ preset: z.string(), zh: z.string(), en: z.string(), aboutZh: z.string(), aboutEn: z.string() }),
    ),
  }),
})
export type CampaignConflicts = z.infer<typeof CampaignConflicts>
