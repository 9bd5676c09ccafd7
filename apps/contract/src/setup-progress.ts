import { z } from 'zod'

/** GET /v1/setup/progress — what the server prepares by itself after its first start (the demo shop). */
export const SetupProgress = z.object({
  state: z.enum(['idle', 'running', 'done', 'failed']),
  /** Between 0 and 1. */
  progress: z.number().min(0).max(1),
  step: z.string().describe('what it is doing now, Chinese'),
  stepEn: z.string(),
  store: z.string().nullable().describe('the shop that is being made'),
  error: z.object({ code: z.string(), message: z.string(), messageEn: z.string() }).nullable(),
})
export type SetupProgress = z.infer<typeof SetupProgress>
