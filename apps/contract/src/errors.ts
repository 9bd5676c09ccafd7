import { z } from 'zod'

/** Every failed call answers with this body. `message` says what to do next, in the language of the request. */
export const ApiError = z.object({
  error: z.object({
    code: z.string().describe('a closed list of words, e.g. not_signed_in'),
    message: z.string(),
    messageEn: z.string(),
    facts: z.record(z.string(), z.unknown()).optional(),
  }),
})
export type ApiError = z.infer<typeof ApiError>
