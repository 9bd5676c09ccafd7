import { z } from 'zod'

const Count = z.number().int().min(0)
const Ms = z.number().int().min(0)
const Day = z.iso.date()

/** A kind of page against its budget. `slow`, `jumps`: over it; `slower`: more loads are over it than in as many days before. */
export const PageSpeed = z.object({
  page: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  budgetMs: Ms,
  budgetJumps: Count,
  loads: Count,
  slow: Count,
  p50Ms: Ms.nullable(),
  p75Ms: Ms.nullable(),
  p95Ms: Ms.nullable(),
  p75Jumps: Count.nullable(),
  beforeP75Ms: Ms.nullable(),
  faults: z.array(z.enum(['slow', 'jumps', 'slower'])),
  /** False: too few loads to say. */
  isKnown: z.boolean(),
})
export type PageSpeed = z.infer<typeof PageSpeed>

/** GET …/page-speed — days left open: the last seven with today. */
export const PageSpeedReport = z.object({
  from: Day,
  to: Day,
  pages: z.array(PageSpeed),
  unbudgeted: z.array(z.object({ page: z.string(), loads: Count, p75Ms: Ms.nullable() })),
})
export type PageSpeedReport = z.infer<typeof PageSpeedReport>
